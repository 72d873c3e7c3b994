package io.credentialrules.internal.program;

import io.credentialrules.policy.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts that patterns can match beside facts before them: only those that pass what is asked of
 * them alone, found by a value that both must share. A pattern that is come to once looks at all of
 * its facts; they are sifted when they were looked at again and again, so that sifting costs no
 * more than what was looked at before. Keeps their order. Used by one thread.
 */
final class SharedValues {
  private final Matchable facts;
  private @Nullable IdentityHashMap<Step.Match, Sifted> known;

  SharedValues(Matchable facts) {
    this.facts = facts;
  }

  /** Those that a pattern can match beside what is in the slots, and perhaps others. */
  List<Candidate> candidates(Step.Match match, Slots slots) {
    if (match.type().isDerived()) {
      return facts.candidates(match);
    }
    IdentityHashMap<Step.Match, Sifted> sifted = known;
    if (sifted == null) {
      sifted = new IdentityHashMap<>();
      known = sifted;
    }
    return sifted.computeIfAbsent(match, Sifted::new).candidates(slots);
  }

  private final class Sifted {
    private final Step.Match match;
    private final @Nullable Comparison shared;
    private int looks;
    private @Nullable List<Candidate> passing;
    private @Nullable Map<Object, List<Candidate>> byValue;

    private Sifted(Step.Match match) {
      this.match = match;
      this.shared = shared(match);
    }

    private List<Candidate> candidates(Slots slots) {
      List<Candidate> own = passing;
      if (own == null) {
        if (++looks <= 2) {
          return facts.candidates(match);
        }
        own = passing();
        passing = own;
      }
      return shared == null ? own : sharing(shared, own, slots);
    }

    private List<Candidate> passing() {
      List<Test> tests = match.own();
      List<Candidate> own = new ArrayList<>();
      for (Candidate candidate : facts.candidates(match)) {
        facts.budget().spendRow(tests);
        if (Test.all(tests, Row.of(candidate))) {
          own.add(candidate);
        }
      }
      return own;
    }

    /**
     * A quotient that is no decimal has no form in which it equals others, so all are looked at.
     */
    private List<Candidate> sharing(Comparison equal, List<Candidate> own, Slots slots) {
      boolean isLeft = isOwn(equal.left(), match);
      Object value = (isLeft ? equal.right() : equal.left()).exactly(slots);
      if (value instanceof Fraction) {
        return own;
      }
      if (value == null) {
        return List.of();
      }
      Map<Object, List<Candidate>> found = byValue;
      if (found == null) {
        found = byValue(own, isLeft ? equal.left() : equal.right());
        byValue = found;
      }
      return found.getOrDefault(Comparing.canonical(value), List.of());
    }

    private Map<Object, List<Candidate>> byValue(List<Candidate> own, Value field) {
      Map<Object, List<Candidate>> found = new HashMap<>();
      for (Candidate candidate : own) {
        Object value = field.in(Row.of(candidate));
        if (value != null) {
          found
              .computeIfAbsent(Comparing.canonical(value), first -> new ArrayList<>())
              .add(candidate);
        }
      }
      return found;
    }
  }

  /** That a field of the fact equals what facts before it say; null where nothing asks for it. */
  private static @Nullable Comparison shared(Step.Match match) {
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null
          && comparison.operator() == Operator.EQUAL
          && ((isOwn(comparison.left(), match) && isOther(comparison.right(), match))
              || (isOwn(comparison.right(), match) && isOther(comparison.left(), match)))) {
        return comparison;
      }
    }
    return null;
  }

  private static boolean isOwn(Value value, Step.Match match) {
    return value instanceof Value.Field field
        && field.of().slot() == match.slot()
        && switch (field.field().kind()) {
          case TEXT, WORD, LEVEL, AMOUNT, DATE -> true;
          case TRUTH, TEXTS -> false;
        };
  }

  private static boolean isOther(Value value, Step.Match match) {
    return !value.slots().isEmpty() && !value.slots().contains(match.slot());
  }
}
