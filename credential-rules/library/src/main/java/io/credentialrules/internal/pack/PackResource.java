package io.credentialrules.internal.pack;

import com.google.common.base.Splitter;
import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.FileFaults;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.work.Interruption;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the files of a pack from the class path, by the list that is beside them. */
public final class PackResource {
  private static final String POLICIES = "credential-rules/policies/";
  private static final String LIST = "files.txt";

  private PackResource() {}

  /**
   * The texts of the files of a pack, by path; throws {@link PolicyException} when it is not there.
   */
  public static Map<String, String> read(ClassLoader loader, String name, Limits limits) {
    if (name.isBlank() || !isInside(name) || name.indexOf('/') >= 0) {
      throw problem(name, LIST, FileFaults.badPath());
    }
    Map<String, String> files = new TreeMap<>();
    long characters = 0;
    for (String path : text(loader, name, LIST, limits).lines().map(String::strip).toList()) {
      Interruption.check();
      if (path.isEmpty()) {
        continue;
      }
      if (!isInside(path)) {
        throw problem(name, LIST, FileFaults.badPathInList(path));
      }
      String text = text(loader, name, path, limits);
      files.put(path, text);
      characters += text.length();
      if (files.size() > limits.maxFiles()) {
        throw problem(name, LIST, LimitFaults.limitFiles(limits.maxFiles()));
      }
      if (characters > limits.maxPolicyCharacters()) {
        throw problem(name, path, LimitFaults.limitPolicySize(limits.maxPolicyCharacters()));
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
      throw problem(name, path, FileFaults.missingResource(POLICIES + name + "/" + path));
    }
    try (InputStream bytes = resource.openStream()) {
      PackText text = PackText.read(bytes, limits);
      if (text.fault() != null) {
        throw problem(name, path, text.fault());
      }
      return text.text();
    } catch (IOException unreadable) {
      Interruption.check();
      throw problem(name, path, FileFaults.unreadableFileResource());
    }
  }

  private static PolicyException problem(String name, String path, Fault fault) {
    return new PolicyException(List.of(fault.atStartOf(name + "/" + path)));
  }
}
