package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credentialrules.openbadges.IssuerProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Who issues badges, from a file in JSON.
 *
 * @param profile as it is written into badges
 * @param achievements the address below which each credential has its own, ending in a slash
 * @param method the address at which the public key is found
 */
record IssuerFile(IssuerProfile profile, String achievements, String method) {
  private static final Set<String> NAMES = Set.of("id", "name", "url", "achievements", "method");
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** What is wrong with a file, one sentence each. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    MalformedException(List<String> problems) {
      super(String.join("\n", problems));
      this.problems = List.copyOf(problems);
    }

    List<String> problems() {
      return problems;
    }
  }

  /** Reads the file. */
  static IssuerFile read(Path file) throws MalformedException {
    JsonNode root;
    try {
      root = JSON.readTree(InputFile.text(file));
    } catch (JsonProcessingException failure) {
      throw new MalformedException(
          List.of(
              file
                  + ":"
                  + Math.max(
                      1, failure.getLocation() == null ? 1 : failure.getLocation().getLineNr())
                  + ": it is not JSON"));
    } catch (IOException failure) {
      throw new MalformedException(List.of(InputFile.sentence(file, failure)));
    }
    List<String> problems = new ArrayList<>();
    for (Iterator<String> names = root.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!NAMES.contains(name)) {
        problems.add(
            file
                + ": unknown name `"
                + name
                + "`; write `id`, `name`, `url`, `achievements` and `method`");
      }
    }
    String id = address(file, root, "id", problems);
    String name = text(file, root, "name", problems);
    String achievements = address(file, root, "achievements", problems);
    String method = address(file, root, "method", problems);
    if (!achievements.isEmpty() && !achievements.endsWith("/")) {
      problems.add(file + ": `achievements` is `" + achievements + "`, and must end in `/`");
    }
    IssuerProfile profile = IssuerProfile.of(id, name);
    if (root.has("url")) {
      profile = profile.withUrl(address(file, root, "url", problems));
    }
    if (!problems.isEmpty()) {
      throw new MalformedException(problems);
    }
    return new IssuerFile(profile, achievements, method);
  }

  private static String text(Path file, JsonNode root, String name, List<String> problems) {
    JsonNode value = root.get(name);
    if (value == null || !value.isTextual() || value.textValue().isBlank()) {
      problems.add(file + ": `" + name + "` must be a text");
      return "";
    }
    return value.textValue();
  }

  private static String address(Path file, JsonNode root, String name, List<String> problems) {
    int before = problems.size();
    String address = text(file, root, name, problems);
    if (problems.size() == before && !address.matches("[A-Za-z][A-Za-z0-9+.-]*:\\S+")) {
      problems.add(
          file + ": `" + name + "` is `" + address + "`, and must be an address, a URN or a DID");
      return "";
    }
    return address;
  }
}
