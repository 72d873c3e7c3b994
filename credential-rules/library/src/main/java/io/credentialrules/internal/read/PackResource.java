package io.credentialrules.internal.read;

import com.google.common.io.Resources;
import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.SourceSpan;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the files of a pack from the class path, by the list that stands beside them. */
public final class PackResource {
  private static final String POLICIES = "credential-rules/policies/";
  private static final String LIST = "files.txt";

  private PackResource() {}

  /** The pack of a name; throws {@link PolicyException} when it is not there. */
  public static PolicyPack read(ClassLoader loader, String name, Limits limits) {
    Map<String, String> files = new TreeMap<>();
    for (String path : text(loader, name, LIST, limits).lines().map(String::strip).toList()) {
      if (!path.isEmpty()) {
        files.put(path, text(loader, name, path, limits));
      }
    }
    return PolicyPack.of(name, files);
  }

  private static String text(ClassLoader loader, String name, String path, Limits limits) {
    URL resource = loader.getResource(POLICIES + name + "/" + path);
    if (resource == null) {
      throw problem(
          name,
          path,
          "missing-resource",
          "there is no resource `" + POLICIES + name + "/" + path + "`",
          "put the jar with the pack on the class path");
    }
    try {
      if (Resources.asByteSource(resource).size() > 4L * limits.maxFileCharacters()) {
        throw problem(name, path, "limit-file-size", "the file is too large", "split it");
      }
      return Resources.toString(resource, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw problem(name, path, "unreadable-file", "the resource cannot be read", "check the jar");
    }
  }

  private static PolicyException problem(
      String name, String path, String code, String message, String hint) {
    SourceSpan span = new SourceSpan(name + "/" + path, 1, 1, 1, 1);
    return new PolicyException(List.of(Problem.error(code, span, message, hint)));
  }
}
