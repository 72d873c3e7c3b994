package io.credentialrules.internal.engine;

import com.google.common.collect.ImmutableList;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The ways to credentials, and which of them ask for a requirement. A way enters the network only
 * once as many of its requirements are satisfied as it has.
 *
 * <p>Evaluations know a way by where its numbers begin: they are side by side with those of its
 * neighbours, for the reason that {@link Branches} give. Immutable.
 */
final class Candidacies {
  private static final int WAY = 0;
  private static final int CREDENTIAL = 1;
  private static final int STRATUM = 2;
  private static final int SIZE = 3;
  private static final int REQUIREMENTS = 4;

  private static final int IS_ALWAYS_IN_FORCE = 1;
  private static final int LOOKS_AT_ALL_TOGETHER = 1 << 1;
  private static final int BITS = 2;

  private static final int END = -1;

  /** Of each way, the numbers above and then each requirement that it asks for. */
  private final int[] numbers;

  private final ImmutableList<Way> ways;

  /**
   * Of each requirement the only way that asks for it; or else, with all bits turned, where those
   * that do begin in {@link #several}.
   */
  private final int[] asking;

  private final int[] several;

  Candidacies(Program program) {
    List<Integer> all = new ArrayList<>();
    ImmutableList.Builder<Way> inTurn = ImmutableList.builder();
    List<List<Integer>> askingFor = new ArrayList<>();
    program.requirements().forEach(requirement -> askingFor.add(new ArrayList<>(1)));
    int number = 0;
    for (Award award : program.credentials()) {
      for (Way way : award.ways()) {
        way.requires().forEach(requirement -> askingFor.get(requirement).add(all.size()));
        all.add(number++);
        all.add(award.number());
        all.add(award.stratum());
        all.add(way.requires().size() << BITS | bits(way));
        all.addAll(way.requires());
        inTurn.add(way);
      }
    }
    this.numbers = toArray(all);
    this.ways = inTurn.build();
    this.asking = new int[askingFor.size()];
    List<Integer> others = new ArrayList<>();
    for (int requirement = 0; requirement < asking.length; requirement++) {
      List<Integer> own = askingFor.get(requirement);
      if (own.size() == 1) {
        asking[requirement] = own.get(0);
      } else {
        asking[requirement] = ~others.size();
        others.addAll(own);
        others.add(END);
      }
    }
    this.several = toArray(others);
  }

  private static int[] toArray(List<Integer> all) {
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int bits(Way way) {
    CredentialSettings settings = way.rule().settings();
    return (way.rule().header().window().equals(Window.ALWAYS) ? IS_ALWAYS_IN_FORCE : 0)
        | (settings.validFor() != null || settings.evidence() == EvidenceUse.EXCLUSIVE
            ? LOOKS_AT_ALL_TOGETHER
            : 0);
  }

  /** Each of the ways that ask for a requirement, by its number. */
  void askingFor(int requirement, IntConsumer each) {
    int only = asking[requirement];
    if (only >= 0) {
      each.accept(only);
      return;
    }
    for (int at = ~only; several[at] != END; at++) {
      each.accept(several[at]);
    }
  }

  Way way(int way) {
    return ways.get(numbers[way + WAY]);
  }

  /** The number of the credential. */
  int credential(int way) {
    return numbers[way + CREDENTIAL];
  }

  /** When it is decided: after all that it depends on. */
  int stratum(int way) {
    return numbers[way + STRATUM];
  }

  /** How many requirements it asks for. */
  int size(int way) {
    return numbers[way + SIZE] >>> BITS;
  }

  /** One of the requirements that it asks for, by number. */
  int requirement(int way, int index) {
    return numbers[way + REQUIREMENTS + index];
  }

  /** Whether its version of the policy applies in an evaluation. */
  boolean isInForce(int way, Firing firing) {
    return (numbers[way + SIZE] & IS_ALWAYS_IN_FORCE) != 0
        || firing.isInForce(
            way(way).rule().header().window(), way(way).rule().settings().versionBy());
  }

  /** Whether it has settings that look at all its requirements together. */
  boolean looksAtAllTogether(int way) {
    return (numbers[way + SIZE] & LOOKS_AT_ALL_TOGETHER) != 0;
  }
}
