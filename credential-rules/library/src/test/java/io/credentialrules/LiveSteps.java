package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.internal.evaluate.RecordEvaluation;
import io.credentialrules.vocabulary.Fact;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes a live learner through steps that are made up, and compares with evaluating the record
 * afresh after each. The record is kept here a second time.
 */
public final class LiveSteps {
  private final CredentialRules rules;
  private final Random random;
  private final List<Fact> pool;
  private final List<Waiver> waiverPool;
  private final List<ZonedDateTime> instants;
  private final List<Fact> facts;
  private final List<Waiver> waivers;
  private final List<Runnable> askedLater = new ArrayList<>();
  private LearnerRecord record;
  private ZonedDateTime asOf;
  private Evaluation before;

  private LiveSteps(
      CredentialRules rules,
      List<LearnerRecord> records,
      List<ZonedDateTime> instants,
      Random random) {
    this.rules = rules;
    this.random = random;
    this.instants = instants;
    this.record = records.get(0);
    this.pool =
        new ArrayList<>(
            records.stream().flatMap(each -> each.facts().stream()).distinct().toList());
    this.waiverPool = records.stream().flatMap(each -> each.waivers().stream()).toList();
    this.facts = new ArrayList<>(record.facts());
    facts.removeIf(fact -> random.nextInt(3) == 0);
    this.waivers = new ArrayList<>(record.waivers());
    this.record = written();
    this.asOf = instants.get(0);
    this.before = rules.evaluate(record, asOf);
  }

  /**
   * Takes steps.
   *
   * @param records the first is the learner's; facts and waivers come from all
   * @param instants the first is that of the beginning
   */
  public static void take(
      int steps,
      CredentialRules rules,
      List<LearnerRecord> records,
      List<ZonedDateTime> instants,
      Random random) {
    LiveSteps all = new LiveSteps(rules, records, instants, random);
    try (LiveLearner live = rules.live(all.record, all.asOf)) {
      for (int i = 0; i < steps; i++) {
        all.step(live);
      }
    }
    all.askedLater.forEach(Runnable::run);
  }

  private LearnerRecord written() {
    return LearnerRecord.builder(record.learner())
        .addAll(facts)
        .waive(waivers.toArray(new Waiver[0]))
        .policyDate(record.policyDate())
        .build();
  }

  private void step(LiveLearner live) {
    String what;
    LiveLearner.Change change;
    int kind = random.nextInt(10);
    if (kind < 4 && !pool.isEmpty()) {
      Fact fact = pool.get(random.nextInt(pool.size()));
      facts.add(fact);
      what = "add " + fact;
      change = live.add(fact);
    } else if (kind < 6 && !facts.isEmpty()) {
      Fact fact = facts.remove(random.nextInt(facts.size()));
      what = "withdraw " + fact;
      change = live.withdraw(fact);
    } else if (kind < 8 && !facts.isEmpty()) {
      Fact fact = facts.remove(random.nextInt(facts.size()));
      Fact other = pool.get(random.nextInt(pool.size()));
      facts.add(other);
      what = "replace " + fact + " by " + other;
      change = live.replace(fact, other);
    } else if (kind == 8 && !waiverPool.isEmpty() && waivers.isEmpty()) {
      Waiver waiver = waiverPool.get(random.nextInt(waiverPool.size()));
      waivers.add(waiver);
      what = "waive " + waiver;
      change = live.waive(waiver);
    } else if (kind == 8 && !waivers.isEmpty()) {
      Waiver waiver = waivers.get(0);
      waivers.removeIf(waiver::equals);
      what = "withdraw " + waiver;
      change = live.withdraw(waiver);
    } else {
      asOf = instants.get(random.nextInt(instants.size()));
      what = "move to " + asOf;
      change = live.moveTo(asOf);
    }
    record = written();
    Evaluation after = rules.evaluate(record, asOf);
    Evaluation now = live.evaluation();
    if (random.nextInt(4) == 0) {
      askedLater.add(() -> same(what + ", asked later", now, after));
    } else {
      same(what, now, after);
    }
    changed(what, change, before, after);
    before = after;
  }

  private void same(String what, Evaluation live, Evaluation after) {
    assertThat(live.earned()).as(what).isEqualTo(after.earned());
    assertThat(live.newlyEarned()).as(what).isEqualTo(after.newlyEarned());
    assertThat(live.counted()).as(what).isEqualTo(after.counted());
    assertThat(live.notCounted()).as(what).isEqualTo(after.notCounted());
    assertThat(live.duplicates()).as(what).isEqualTo(after.duplicates());
    assertThat(live.record().facts())
        .as(what)
        .containsExactlyInAnyOrderElementsOf(after.record().facts());
    assertThat(live.record().waivers()).as(what).isEqualTo(after.record().waivers());
    assertThat(live.record().policyDate()).as(what).isEqualTo(after.record().policyDate());
    RecordEvaluation one = (RecordEvaluation) live;
    RecordEvaluation other = (RecordEvaluation) after;
    assertThat(one.verdicts().requirementsOtherThanIn(other.verdicts()).isEmpty())
        .as(what)
        .isTrue();
    assertThat(one.verdicts().credentialsOtherThanIn(other.verdicts()).isEmpty()).as(what).isTrue();
    if (random.nextInt(6) == 0) {
      assertThat(live.decisions()).as(what).isEqualTo(after.decisions());
    }
  }

  private void changed(
      String what, LiveLearner.Change change, Evaluation former, Evaluation after) {
    assertThat(change.asOf()).isEqualTo(asOf);
    assertThat(change.gained()).as(what).isEqualTo(without(after.earned(), former.earned()));
    assertThat(change.lost()).as(what).isEqualTo(without(former.earned(), after.earned()));
    assertThat(new TreeSet<>(change.satisfied())).as(what).isEqualTo(turned(former, after));
    assertThat(new TreeSet<>(change.noLongerSatisfied())).as(what).isEqualTo(turned(after, former));
    assertThat(change.isEmpty())
        .as(what)
        .isEqualTo(
            former.earned().equals(after.earned())
                && turned(former, after).isEmpty()
                && turned(after, former).isEmpty());
  }

  private static List<String> without(List<String> all, List<String> some) {
    return all.stream().filter(id -> !some.contains(id)).toList();
  }

  private static Set<String> turned(Evaluation from, Evaluation to) {
    Set<String> ids = new TreeSet<>();
    var requirements = ((RecordEvaluation) to).program().requirements();
    for (int number = 0; number < requirements.size(); number++) {
      if (((RecordEvaluation) to).isSatisfied(number)
          && !((RecordEvaluation) from).isSatisfied(number)) {
        ids.add(requirements.get(number).id());
      }
    }
    return ids;
  }
}
