package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which ways to credentials ask for a requirement. A way enters the network only once as many of
 * its requirements are satisfied as it has. The ways of neighbouring requirements are side by side,
 * as in {@link Branches}. Immutable.
 */
final class Candidacies {
  /** Where the ways of each requirement begin in {@link #ways}, and after the last one its end. */
  private final int[] first;

  private final Asking[] ways;

  Candidacies(Program program) {
    List<List<Asking>> asking = new ArrayList<>();
    program.requirements().forEach(requirement -> asking.add(new ArrayList<>(1)));
    for (Award award : program.credentials()) {
      for (Way way : award.ways()) {
        Asking one = new Asking(award, way);
        way.requires().forEach(requirement -> asking.get(requirement).add(one));
      }
    }
    this.first = new int[asking.size() + 1];
    for (int requirement = 0; requirement < asking.size(); requirement++) {
      first[requirement + 1] = first[requirement] + asking.get(requirement).size();
    }
    this.ways = asking.stream().flatMap(List::stream).toArray(Asking[]::new);
  }

  /** Each of the ways that ask for a requirement, by its number. */
  void askingFor(int requirement, Consumer<Asking> each) {
    for (int way = first[requirement]; way < first[requirement + 1]; way++) {
      each.accept(ways[way]);
    }
  }
}
