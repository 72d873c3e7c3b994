package io.credentialrules.internal.evaluate;

import io.credentialrules.internal.resolve.PolicyDates;
import io.credentialrules.policy.Condition;
import io.credentialrules.policy.Constraint;
import io.credentialrules.policy.Expression;
import io.credentialrules.policy.PolicyModel;
import io.credentialrules.policy.PolicyRule;
import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The days on which a policy can say something else of the same facts: the first and last of each
 * window, and those around every date that stands in it.
 */
public final class DecisiveDays {
  private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);
  private static final List<LocalDate> LONG_AGO_AND_FAR_AHEAD =
      List.of(LocalDate.of(1900, 1, 1), LocalDate.of(2200, 1, 1));

  private final Set<LocalDate> days = new LinkedHashSet<>(Set.of(SOME_DAY));

  private DecisiveDays() {}

  /** Some day first, and then in the order of the rules. */
  public static Set<LocalDate> of(PolicyModel model) {
    DecisiveDays decisive = new DecisiveDays();
    for (PolicyRule rule : model.rules()) {
      Window window = rule.header().window();
      if (window.from() != null) {
        decisive.around(window.from());
      }
      if (window.until() != null) {
        decisive.around(window.until());
      }
      decisive.collect(rule.when());
    }
    if (decisive.days.size() > 1) {
      decisive.days.addAll(LONG_AGO_AND_FAR_AHEAD);
    }
    return decisive.days;
  }

  private void around(LocalDate day) {
    days.add(day.minusDays(1));
    days.add(day);
    days.add(day.plusDays(1));
  }

  private void collect(Condition condition) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(this::collect);
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(this::collect);
    } else if (condition instanceof Condition.Not not) {
      collect(not.part());
    } else if (condition instanceof Condition.Exists exists) {
      collect(exists.part());
    } else if (condition instanceof Condition.ForAll forAll) {
      collect(forAll.each());
      forAll.fits().forEach(this::collect);
    } else if (condition instanceof Condition.Pattern pattern) {
      pattern.constraints().forEach(this::collect);
    } else if (condition instanceof Condition.Accumulate accumulate) {
      collect(accumulate.source());
      accumulate.constraints().forEach(this::collect);
    }
  }

  private void collect(Constraint constraint) {
    if (constraint instanceof Constraint.Compare compare) {
      collect(compare.left());
      collect(compare.right());
    } else if (constraint instanceof Constraint.Both both) {
      both.parts().forEach(this::collect);
    } else if (constraint instanceof Constraint.Either either) {
      either.parts().forEach(this::collect);
    } else if (constraint instanceof Constraint.Opposite opposite) {
      collect(opposite.part());
    }
  }

  private void collect(Expression expression) {
    if (expression instanceof Expression.Text text) {
      LocalDate date = PolicyDates.parse(text.value());
      if (date != null) {
        around(date);
      }
    } else if (expression instanceof Expression.Listing listing) {
      listing.values().forEach(this::collect);
    }
  }
}
