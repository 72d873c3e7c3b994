package io.credentialrules.oracle;

import io.credentialrules.policy.syntax.Condition;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A record as if all credentials were earned, or as if there were a sign-off like any that is asked
 * for; but for what is counted and what must not be there.
 */
record Pretended(String type, View now) implements Search.Facts {
  private static final Object ANY = new Object();
  private static final Set<String> DATES = Set.of("since", "until");

  /**
   * Whether conditions of a rule hold then.
   *
   * @param hopefully whether what they say of what is pretended holds, or does not
   */
  boolean holds(
      Reading reading, List<Condition> conditions, ZonedDateTime asOf, boolean hopefully) {
    Judgement judgement = now.judgement();
    Search asItIs = judgement.absences(reading.header(), reading.by(), reading.onceEarned());
    return judgement.hasValues(reading.header(), reading.by(), conditions)
        && !new Search(
                this,
                new PretendedValues(
                    asOf,
                    judgement.scales(reading.header(), reading.by()),
                    judgement.named(reading.header(), reading.by()),
                    this::isOpen,
                    ANY,
                    hopefully),
                asItIs,
                new Search(now, asItIs))
            .all(conditions)
            .isEmpty();
  }

  private boolean isOpen(Object fact, String name) {
    return fact == ANY
        || (type.equals("Earned")
            && fact instanceof Earning earning
            && DATES.contains(name)
            && !now.isTrue(earning));
  }

  @Override
  public Collection<?> possible(Condition.Pattern pattern) {
    Collection<?> possible = now.possible(pattern);
    if (!pattern.type().equals(type) || type.equals("Earned")) {
      return possible;
    }
    List<Object> more = new ArrayList<>(possible);
    more.add(ANY);
    return more;
  }

  @Override
  public boolean isTrue(Object fact) {
    return fact == ANY || (type.equals("Earned") && fact instanceof Earning) || now.isTrue(fact);
  }
}
