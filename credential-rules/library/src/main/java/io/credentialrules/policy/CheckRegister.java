package io.credentialrules.policy;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resources of the register: {@code checks/index.txt} lists the categories with their codes,
 * and each code has a file in the folder of its category. In such a file a line that is not
 * indented says what follows: the severity before the explanation, {@code says} and the name of a
 * sentence before a message and its hint, {@code wrong} and {@code right} before an example.
 */
final class CheckRegister {
  private static final String FOLDER = "checks/";
  private static final String INDENT = "  ";

  private CheckRegister() {}

  /** The folder of each code. */
  private static final class Index {
    private static final ImmutableMap<String, String> FOLDERS;
    private static final ImmutableMap<String, String> TITLES;

    static {
      ImmutableMap.Builder<String, String> folders = ImmutableMap.builder();
      ImmutableMap.Builder<String, String> titles = ImmutableMap.builder();
      String folder = "";
      for (String line : lines("index.txt")) {
        if (line.startsWith(INDENT)) {
          folders.put(line.strip(), folder);
        } else {
          int colon = line.indexOf(':');
          folder = line.substring(0, colon);
          titles.put(folder, line.substring(colon + 1).strip());
        }
      }
      FOLDERS = folders.buildOrThrow();
      TITLES = titles.buildOrThrow();
    }
  }

  static List<Check> all() {
    return Index.FOLDERS.entrySet().stream()
        .map(entry -> read(entry.getKey(), entry.getValue()))
        .toList();
  }

  static @Nullable Check find(String code) {
    String folder = Index.FOLDERS.get(code);
    return folder == null ? null : read(code, folder);
  }

  private static Check read(String code, String folder) {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    List<String> part = new ArrayList<>();
    for (String line : lines(folder + "/" + code + ".txt")) {
      if (line.startsWith(INDENT) || line.isEmpty()) {
        part.add(line.isEmpty() ? line : line.substring(INDENT.length()));
      } else {
        part = new ArrayList<>();
        parts.put(line, part);
      }
    }
    ImmutableMap.Builder<String, List<String>> sentences = ImmutableMap.builder();
    parts.forEach(
        (name, lines) -> {
          if (name.startsWith("says")) {
            sentences.put(name.substring("says".length()).strip(), List.copyOf(lines));
          }
        });
    Map.Entry<String, List<String>> first = parts.entrySet().iterator().next();
    return new Check(
        code,
        String.valueOf(Index.TITLES.get(folder)),
        Severity.valueOf(first.getKey().toUpperCase(Locale.ROOT)),
        String.join(" ", first.getValue()),
        sentences.buildOrThrow(),
        example(parts.get("wrong")),
        example(parts.get("right")));
  }

  private static @Nullable String example(@Nullable List<String> lines) {
    return lines == null ? null : String.join("\n", lines);
  }

  private static List<String> lines(String resource) {
    try (InputStream text = Check.class.getResourceAsStream(FOLDER + resource)) {
      if (text == null) {
        throw new IllegalStateException("the resource `" + resource + "` is missing");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
