package io.credentialrules.internal.check;

import com.google.common.collect.Sets;
import io.credentialrules.internal.fault.MeaningFaults;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns from the constraints of a pattern one by one; the first that leaves no value is the
 * mistake, and one that takes none away says nothing.
 */
final class Narrowing {
  private static final Set<FieldKind> NAMES =
      Sets.immutableEnumSet(FieldKind.TEXT, FieldKind.WORD, FieldKind.TEXTS);

  private final Restrictions restrictions;
  private final Work work;
  private final Findings findings;
  private final RuleHeader header;

  /** With the work that all rules share; once it is spent, only contradictions are found. */
  Narrowing(Restrictions restrictions, Work work, Findings findings, RuleHeader header) {
    this.restrictions = restrictions;
    this.work = work;
    this.findings = findings;
    this.header = header;
  }

  Restrictions restrictions() {
    return restrictions;
  }

  /** A constraint of this pattern that was learnt. */
  private record Learnt(Restriction asked, Test test) {}

  /**
   * The constraints of one pattern that were learnt, by what they ask of. One that a later one
   * makes redundant is reported and forgotten, so that each is reported once.
   */
  private final class Lesson {
    private final Map<String, List<Learnt>> byKey = new HashMap<>();

    List<Learnt> of(Restriction asked) {
      List<Learnt> all = byKey.computeIfAbsent(asked.key(), key -> new ArrayList<>());
      return work.spend(all.size()) ? all : List.of();
    }

    void add(Learnt learnt) {
      byKey.computeIfAbsent(learnt.asked().key(), key -> new ArrayList<>()).add(learnt);
    }
  }

  void tests(List<Test> tests, KnownValues known) {
    Lesson learnt = new Lesson();
    tests.forEach(test -> learn(test, known, learnt));
    absentPasses(tests, known);
  }

  /**
   * A value may be absent and still differ from a literal. Of a name that is often meant: whatever
   * has no id is not the thing of that id either. Of what is measured it is not; each field is
   * reported once.
   */
  private void absentPasses(List<Test> tests, KnownValues known) {
    Set<VocabularyField> reported = new HashSet<>();
    for (Test test : tests) {
      Comparison comparison = test.comparison();
      VocabularyField field = comparison == null ? null : comparison.left().field();
      if (comparison == null
          || field == null
          || comparison.operator() != Operator.NOT_EQUAL
          || NAMES.contains(field.kind())
          || comparison.right().literal() == null) {
        continue;
      }
      Restriction asked = restrictions.asked(test);
      if (asked != null && known.before(asked).absent() && reported.add(field)) {
        Warnings.warn(
            findings,
            header,
            test.source().span(),
            MeaningFaults.absentPasses(test.source().text(), field.name()));
      }
    }
  }

  private void learn(Test test, KnownValues known, Lesson learnt) {
    Restriction asked = restrictions.asked(test);
    if (asked != null) {
      learn(test, known.withTotal(asked), known, learnt);
    } else if (test.formula() instanceof Formula.And) {
      test.parts().forEach(part -> learn(part, known, learnt));
    } else if (test.formula() instanceof Formula.Or) {
      alternatives(test, known);
    }
  }

  /** Each alternative must be possible by itself. */
  private void alternatives(Test either, KnownValues known) {
    for (Test part : either.parts()) {
      tests(List.of(part), known.copy());
    }
  }

  @SuppressWarnings("ReferenceEquality") // Where nothing was learnt, it is the same object.
  private void learn(Test test, Restriction asked, KnownValues known, Lesson learnt) {
    if (asked.domain().isEmpty() || asked.domain().and(asked.natural()).isEmpty()) {
      neverMet(test, outOfReach(asked));
      return;
    }
    ValueSet before = known.before(asked);
    if (!work.spend(before.ranges() + asked.domain().ranges())) {
      return;
    }
    if (!known.learn(asked)) {
      neverMet(test, contradicted(asked, before, learnt));
      return;
    }
    if (saysNothing(test, asked, asked.natural())) {
      alwaysTrue(test, asked);
    } else if (known.before(asked).equals(before) && saysNothing(test, asked, before)) {
      repeats(test, asked, before, learnt);
    } else {
      Iterator<Learnt> earlier = learnt.of(asked).iterator();
      while (earlier.hasNext()) {
        Learnt one = earlier.next();
        if (one.asked().domain().encloses(asked.domain())) {
          redundant(one.test(), test);
          earlier.remove();
        }
      }
      deadAlternatives(test, before);
    }
    learnt.add(new Learnt(asked, test));
  }

  private static boolean saysNothing(Test test, Restriction asked, ValueSet before) {
    boolean asksForPresence =
        test.comparison() != null && test.comparison().right().type() instanceof ValueType.Absent;
    return asksForPresence
        ? asked.domain().encloses(before)
        : asked.domain().enclosesValues(before)
            && (asked.domain().absent() || !before.absent() || isMeasured(asked));
  }

  /** Of what has an order authors ask to know it with {@code != null}, not with a bound. */
  private static boolean isMeasured(Restriction asked) {
    return asked.kind() != null;
  }

  private void repeats(Test test, Restriction asked, ValueSet before, Lesson learnt) {
    for (Learnt earlier : learnt.of(asked)) {
      if (asked.domain().encloses(earlier.asked().domain())) {
        redundant(test, earlier.test());
        return;
      }
    }
    String can = ValueSetWords.of(before, asked.kind());
    String text = test.source().text();
    Warnings.warn(
        findings,
        header,
        test.source().span(),
        can.isEmpty()
            ? MeaningFaults.redundantConstraint(text)
            : MeaningFaults.redundantConstraintOfValues(text, can));
  }

  private void redundant(Test weaker, Test stronger) {
    String text = weaker.source().text();
    Warnings.warn(
        findings,
        header,
        weaker.source().span(),
        text.equals(stronger.source().text())
            ? MeaningFaults.redundantConstraintTwice(text)
            : MeaningFaults.redundantConstraintWeaker(text, stronger.source().text()));
  }

  private void alwaysTrue(Test test, Restriction asked) {
    String can = ValueSetWords.of(asked.natural(), asked.kind());
    String hint =
        asked.natural().absent()
            ? "require more; or, to require only that it is known, write `… != null`"
            : "remove it, or require more";
    String text = test.source().text();
    Warnings.warn(
        findings,
        header,
        test.source().span(),
        can.isEmpty()
            ? MeaningFaults.alwaysTrue(text, hint)
            : MeaningFaults.alwaysTrueOfValues(text, can, hint));
  }

  /** An alternative of one value that leaves none, as in {@code hours > 3 || hours < 0}. */
  private void deadAlternatives(Test test, ValueSet before) {
    if (test.formula() instanceof Formula.Or) {
      for (Test part : test.parts()) {
        Restriction asked = restrictions.asked(part);
        if (asked != null && before.and(asked.domain()).isEmpty()) {
          neverMet(part, outOfReach(asked.with(asked.domain())));
        } else if (asked != null && asked.domain().enclosesValues(asked.natural())) {
          alwaysTrue(part, asked);
        }
      }
    }
  }

  private void neverMet(Test test, String why) {
    findings.error(test.source().span(), MeaningFaults.neverMet(test.source().text(), why));
  }

  private static String outOfReach(Restriction asked) {
    String can = ValueSetWords.of(asked.natural(), asked.kind());
    if (asked.domain().onlyAsksForAbsence() && !asked.natural().absent()) {
      return ": it is always there";
    }
    if (asked.natural().whole() && asked.domain().isEmpty()) {
      return ": it is a whole number";
    }
    return can.isEmpty() ? "" : ": it can only be " + can;
  }

  private static String contradicted(Restriction asked, ValueSet before, Lesson learnt) {
    for (Learnt earlier : learnt.of(asked)) {
      if (earlier.asked().domain().and(asked.domain()).and(asked.natural()).isEmpty()) {
        return " together with `" + earlier.test().source().text() + "`";
      }
    }
    String can = ValueSetWords.of(before, asked.kind());
    return can.isEmpty() ? ": it contradicts what is asked before" : ": here it can only be " + can;
  }
}
