package io.credentialrules.internal.pack;

import com.google.common.base.Splitter;
import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.SourceSpan;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the files of a pack from the class path, by the list that stands beside them. */
public final class PackResource {
  private static final String POLICIES = "credential-rules/policies/";
  private static final String LIST = "files.txt";

  private PackResource() {}

  /**
   * The texts of the files of a pack, by path; throws {@link PolicyException} when it is not there.
   */
  public static Map<String, String> read(ClassLoader loader, String name, Limits limits) {
    if (name.isBlank() || !isInside(name) || name.indexOf('/') >= 0) {
      throw problem(
          name, LIST, "bad-path", "a pack has the name of a folder", "write its name alone");
    }
    Map<String, String> files = new TreeMap<>();
    long characters = 0;
    for (String path : text(loader, name, LIST, limits).lines().map(String::strip).toList()) {
      if (path.isEmpty()) {
        continue;
      }
      if (!isInside(path)) {
        throw problem(
            name,
            LIST,
            "bad-path",
            Quoted.of(path) + " is no path within the pack",
            "write it with `/` and without `..`, beginning with a name");
      }
      String text = text(loader, name, path, limits);
      files.put(path, text);
      characters += text.length();
      if (files.size() > limits.maxFiles()) {
        throw problem(
            name,
            LIST,
            "limit-files",
            "the pack has more than " + limits.maxFiles() + " files (limit `maxFiles`)",
            "split it");
      }
      if (characters > limits.maxPolicyCharacters()) {
        throw problem(
            name,
            path,
            "limit-policy-size",
            "more than "
                + limits.maxPolicyCharacters()
                + " characters of all files (limit `maxPolicyCharacters`)",
            "split the pack, or raise the limit");
      }
    }
    return files;
  }

  /** Whether a path stays below where it begins, on every system and in every jar. */
  private static boolean isInside(String path) {
    return path.chars().noneMatch(c -> c < ' ' || c == '\\' || c == ':' || c == '%' || c == '!')
        && Splitter.on('/').splitToStream(path).noneMatch(PackResource::leadsAway);
  }

  private static boolean leadsAway(String step) {
    return step.isEmpty() || step.equals(".") || step.equals("..");
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
    try (InputStream bytes = resource.openStream()) {
      PackText text = PackText.read(bytes, limits);
      if (text.fault() != null) {
        throw problem(name, path, text.fault().code(), text.fault().message(), text.fault().hint());
      }
      return text.text();
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
