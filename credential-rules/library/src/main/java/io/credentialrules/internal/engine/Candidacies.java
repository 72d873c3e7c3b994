package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * Which ways to credentials ask for a requirement. A way enters the network only once as many of
 * its requirements are satisfied as it has. Immutable.
 */
final class Candidacies {
  private static final Asking[] NONE = {};

  private final Asking[][] byRequirement;

  Candidacies(Program program) {
    List<List<Asking>> asking = new ArrayList<>();
    program.requirements().forEach(requirement -> asking.add(new ArrayList<>(1)));
    for (Award award : program.credentials()) {
      for (Way way : award.ways()) {
        Asking one = new Asking(award, way);
        way.requires().forEach(requirement -> asking.get(requirement).add(one));
      }
    }
    this.byRequirement =
        asking.stream()
            .map(ways -> ways.isEmpty() ? NONE : ways.toArray(NONE))
            .toArray(Asking[][]::new);
  }

  /** The ways that ask for a requirement, by its number; not to be changed. */
  Asking[] askingFor(int requirement) {
    return byRequirement[requirement];
  }
}
