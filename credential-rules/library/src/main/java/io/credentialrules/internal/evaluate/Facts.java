package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Today;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The facts that count in one evaluation, as the rules see them, with the date of evaluation among
 * them.
 */
final class Facts {
  private final List<Candidate> all = new ArrayList<>();

  Facts(Vocabulary vocabulary, Collection<Fact> counted, ZonedDateTime asOf, Budget budget) {
    VocabularyType today = Objects.requireNonNull(vocabulary.type(Vocabulary.TODAY));
    all.add(new Candidate(new Today(asOf.toLocalDate()), today, asOf, budget));
    for (Fact fact : counted) {
      VocabularyType type = Objects.requireNonNull(vocabulary.typeOf(fact));
      all.add(new Candidate(fact, type, asOf, budget));
    }
  }

  List<Candidate> all() {
    return all;
  }

  /** The credentials of the catalogue that the learner holds in good standing. */
  ImmutableSet<Integer> held(Program program, Standing standing) {
    ImmutableSet.Builder<Integer> held = ImmutableSet.builder();
    for (Candidate candidate : all) {
      if (candidate.fact() instanceof HeldCredential credential) {
        Integer number = program.credentialNumbers().get(credential.credential());
        if (number != null && !standing.withdrawn().containsKey(number)) {
          held.add(number);
        }
      }
    }
    return held.build();
  }
}
