package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.ScenarioFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** The scenarios of packs, each pack with all packs that they name. */
final class PackScenarios {
  private final List<Path> folders;
  private final Limits limits;
  private final CommandSpec spec;
  private final Map<String, Path> paths = new LinkedHashMap<>();
  private final List<PolicyPack> packs = new ArrayList<>();

  PackScenarios(List<Path> folders, Limits limits, CommandSpec spec) {
    this.folders = folders;
    this.limits = limits;
    this.spec = spec;
  }

  /**
   * A pack.
   *
   * @param further the packs that its scenarios name
   * @param rules all of them, compiled
   */
  record OfPack(
      PolicyPack pack, List<PolicyPack> further, CredentialRules rules, List<Scenario> scenarios) {}

  /**
   * Reads them, in the order of the folders; at least one pack.
   *
   * @throws io.credentialrules.testkit.ScenarioException when there are none, or one cannot be read
   * @throws io.credentialrules.PolicyException when the packs have errors
   */
  List<OfPack> read() {
    Map<Path, List<Scenario>> byPack = new LinkedHashMap<>();
    for (Path folder : folders) {
      for (ScenarioFile file : ScenarioRun.files(folder)) {
        Scenario scenario = file.read();
        byPack.computeIfAbsent(file.folderOf(file.pack()), pack -> new ArrayList<>()).add(scenario);
        paths.putIfAbsent(file.pack(), folderOf(file));
      }
    }
    return byPack.entrySet().stream().map(pack -> read(pack.getKey(), pack.getValue())).toList();
  }

  /** The folder of a pack, as the user named it. */
  private static Path folderOf(ScenarioFile file) {
    return file.path().resolve("../../../..").normalize();
  }

  private OfPack read(Path folder, List<Scenario> scenarios) {
    Set<Path> all = new LinkedHashSet<>(List.of(folder));
    for (Scenario scenario : scenarios) {
      scenario.packs().forEach(pack -> all.add(folder.resolveSibling(pack)));
    }
    PackFolders read = PackFolders.read(List.copyOf(all), limits, spec);
    packs.addAll(read.packs());
    CredentialRules rules = read.compile();
    return new OfPack(
        read.packs().get(0), read.packs().subList(1, read.packs().size()), rules, scenarios);
  }

  /** Work on so many scenarios begins. */
  LongWork work(int count) {
    return LongWork.of(spec, "scenarios", count);
  }

  /** The packs that were read, also where one has errors. */
  List<PolicyPack> packs() {
    return packs;
  }

  /** The path of a file whose name begins with its pack. */
  String path(String file) {
    int slash = file.indexOf('/');
    Path folder = paths.get(file.substring(0, slash));
    return folder == null
        ? file
        : folder.resolve(file.substring(slash + 1)).toString().replace('\\', '/');
  }
}
