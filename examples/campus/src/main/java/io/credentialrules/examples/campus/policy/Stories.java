package io.credentialrules.examples.campus.policy;

import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The scenarios of packs, which are those that the packs have on the class path: whoever changes a
 * policy cannot change what it is held to. Each pack's are read once.
 */
@Component
public class Stories {
  private static final String PACKS = "credential-rules/policies/";

  private final Map<String, List<Scenario>> known = new ConcurrentHashMap<>();

  /** The scenarios of a pack, by name; none where it has none. */
  public List<Scenario> of(String pack) {
    return known.computeIfAbsent(pack, Stories::read);
  }

  private static List<Scenario> read(String pack) {
    try {
      Path folder = Files.createTempDirectory("campus-scenarios");
      try {
        if (!copyTo(folder, pack)) {
          return List.of();
        }
        try (Stream<Scenario> scenarios = Scenarios.in(folder)) {
          return scenarios.toList();
        }
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean copyTo(Path folder, String pack) throws IOException {
    Resource[] stories =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:" + PACKS + pack + "/scenarios/**/*.yaml");
    for (Resource story : stories) {
      String address = story.getURL().toString();
      Path target = folder.resolve(address.substring(address.lastIndexOf(PACKS) + PACKS.length()));
      Files.createDirectories(target.getParent());
      try (InputStream text = story.getInputStream()) {
        Files.copy(text, target);
      }
    }
    return stories.length > 0;
  }
}
