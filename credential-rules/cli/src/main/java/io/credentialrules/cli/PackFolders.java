package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Packs from folders, with all problems of all of them. */
final class PackFolders {
  private final Limits limits;
  private final List<Problem> unreadable = new ArrayList<>();
  private final List<PolicyPack> packs = new ArrayList<>();
  private final Map<String, Path> folders = new LinkedHashMap<>();

  /** Reads the folders of a command; one that is named twice is read once. */
  static PackFolders read(List<Path> folders, Limits limits, CommandSpec command) {
    return new PackFolders(folders, limits, command);
  }

  private PackFolders(List<Path> folders, Limits limits, CommandSpec command) {
    this.limits = limits;
    for (Path folder : folders) {
      try {
        PolicyPack pack = PolicyPack.read(folder, limits);
        Path other = this.folders.putIfAbsent(pack.name(), folder);
        if (other == null) {
          packs.add(pack);
        } else if (!same(other, folder)) {
          throw new ParameterException(
              command.commandLine(),
              "`"
                  + other
                  + "` and `"
                  + folder
                  + "` would both be the pack `"
                  + pack.name()
                  + "`; a pack is named after its folder");
        }
      } catch (PolicyException failure) {
        unreadable.addAll(failure.problems());
      }
    }
  }

  private static boolean same(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /** The path of a file, as the folder of its pack was given; of a folder, where there is none. */
  String path(String file) {
    int slash = file.indexOf('/');
    Path folder = folders.get(slash < 0 ? file : file.substring(0, slash));
    if (folder == null) {
      return file;
    }
    Path path = slash < 0 ? folder : folder.resolve(file.substring(slash + 1));
    return path.normalize().toString().replace('\\', '/');
  }

  /** Whether the other packs say something else. */
  boolean differs(PackFolders other) {
    return !packs.equals(other.packs) || !unreadable.equals(other.unreadable);
  }

  List<PolicyPack> packs() {
    return packs;
  }

  /** Everything that is wrong with them, in the order of places. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(unreadable);
    if (!packs.isEmpty()) {
      problems.addAll(builder().check());
    }
    problems.sort(null);
    return problems;
  }

  /**
   * The compiled rules.
   *
   * @throws PolicyException with all problems
   */
  CredentialRules compile() {
    return compile(List.of());
  }

  /** The same with values in place of those that the packs declare. */
  CredentialRules compile(List<GivenValue> values) {
    if (!unreadable.isEmpty()) {
      throw new PolicyException(problems());
    }
    CredentialRules.Builder builder = builder();
    values.forEach(value -> builder.writtenValue(value.name(), value.written()));
    return builder.compile();
  }

  private CredentialRules.Builder builder() {
    CredentialRules.Builder builder = CredentialRules.builder().limits(limits);
    packs.forEach(builder::add);
    return builder;
  }
}
