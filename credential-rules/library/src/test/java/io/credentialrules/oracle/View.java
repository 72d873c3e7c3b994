package io.credentialrules.oracle;

import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Met;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts as one rule sees them.
 *
 * @param onceEarned whether a credential that was earned once and has lapsed is still there
 * @param given the only evidence that there is; null for all
 * @param asked the requirements that the same rule asks for by themselves, with evidence of their
 *     own
 */
record View(Judgement judgement, boolean onceEarned, @Nullable Set<Fact> given, Set<String> asked)
    implements Search.Facts {

  @Override
  public Collection<?> possible(Condition.Pattern pattern) {
    return judgement.possible(pattern);
  }

  @Override
  public boolean isTrue(Object fact) {
    if (given != null
        && fact instanceof Met met
        && !asked.contains(met.requirement())
        && !judgement.isMet(met, given, asked)) {
      return false;
    }
    if (given != null && fact instanceof Fact && !(fact instanceof Learner)) {
      return given.contains(fact);
    }
    return judgement.isTrue(fact)
        || (onceEarned && fact instanceof Earning earning && judgement.hasLapsed(earning.earned()));
  }
}
