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

  /** A way with the credential that it leads to. Compared by identity. */
  static final class Asking {
    private final Award award;
    private final Way way;

    private Asking(Award award, Way way) {
      this.award = award;
      this.way = way;
    }

    Award award() {
      return award;
    }

    /** How many requirements the way has. */
    int size() {
      return way.requires().size();
    }

    Candidacy candidacy(Firing firing) {
      return new Candidacy(award, way, firing);
    }
  }

  private final List<List<Asking>> byRequirement = new ArrayList<>();

  Candidacies(Program program) {
    program.requirements().forEach(requirement -> byRequirement.add(new ArrayList<>(1)));
    for (Award award : program.credentials()) {
      for (Way way : award.ways()) {
        Asking asking = new Asking(award, way);
        way.requires().forEach(requirement -> byRequirement.get(requirement).add(asking));
      }
    }
  }

  /** The ways that ask for a requirement, by its number. */
  List<Asking> askingFor(int requirement) {
    return byRequirement.get(requirement);
  }
}
