package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.NotCounted;
import io.credentialrules.NotCounted.Reason;
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
import java.util.Set;

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

  /** The same with what patterns see beside what counts, each as one of the type that they have. */
  Facts(
      Program program,
      Collection<Fact> counted,
      Collection<NotCounted> notCounted,
      Counting counting,
      Set<Reason> overlooked,
      Budget budget) {
    this(program.vocabulary(), counted, counting.asOf(), budget);
    Seeing seeing = new Seeing(counting);
    for (VocabularyType view : program.views()) {
      for (Fact fact : counted) {
        if (fact.getClass() == view.record()) {
          all.add(new Candidate(fact, view, counting.asOf(), budget));
        }
      }
      for (NotCounted not : notCounted) {
        if (seeing.sees(not.fact(), view, overlooked)) {
          all.add(new Candidate(not.fact(), view, counting.asOf(), budget));
        }
      }
    }
  }

  /** The credentials of the catalogue that the learner holds in good standing. */
  ImmutableSet<Integer> held(Program program, Standing standing) {
    ImmutableSet.Builder<Integer> held = ImmutableSet.builder();
    for (Candidate candidate : all) {
      if (candidate.fact() instanceof HeldCredential credential
          && candidate.type().including().isEmpty()) {
        Integer number = program.credentialNumbers().get(credential.credential());
        if (number != null && !standing.withdrawn().containsKey(number)) {
          held.add(number);
        }
      }
    }
    return held.build();
  }
}
