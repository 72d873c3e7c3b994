package io.credentialrules.internal.explain;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Multimaps;
import io.credentialrules.NotCounted;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The credentials of the catalogue as the learner holds them, or held them once. */
final class Holdings {
  private final Program program;
  private final Situation situation;
  private final List<NotCounted> notCounted;
  private final VocabularyType type;
  private @Nullable ImmutableListMultimap<String, HeldCredential> held;
  private @Nullable ImmutableListMultimap<String, NotCounted> lapsed;

  Holdings(Program program, Situation situation, List<NotCounted> notCounted) {
    this.program = program;
    this.situation = situation;
    this.notCounted = notCounted;
    this.type =
        Objects.requireNonNull(program.vocabulary().type(HeldCredential.class.getSimpleName()));
  }

  /**
   * The credential as it is held; where it is held several times, as it is valid longest; null
   * where it is not.
   */
  @Nullable HeldCredential of(Award award) {
    HeldCredential longest = null;
    for (HeldCredential held : held().get(award.credential().id())) {
      if (longest == null || outlasts(held, longest)) {
        longest = held;
      }
    }
    return longest;
  }

  private static boolean outlasts(HeldCredential one, HeldCredential other) {
    Instant end = other.provenance().validUntil();
    Instant later = one.provenance().validUntil();
    return end != null && (later == null || later.isAfter(end));
  }

  /** The credential as it was held where that does not count any more, with the reason. */
  List<NotCounted> lapsed(Award award) {
    if (lapsed == null) {
      lapsed =
          Multimaps.index(
              Iterables.filter(notCounted, not -> not.fact() instanceof HeldCredential),
              not -> ((HeldCredential) not.fact()).credential());
    }
    return lapsed.get(award.credential().id());
  }

  /** What shows that a credential is earned: it as it is held, or was while it was valid. */
  List<Fact> showing(Earned earned) {
    Award award = program.credentials().get(program.number(earned));
    HeldCredential held = of(award);
    if (held != null) {
      return List.of(held);
    }
    return situation.verdicts().earned(award.number())
        ? List.of()
        : lapsed(award).stream()
            .filter(not -> not.reason() == NotCounted.Reason.EXPIRED)
            .map(NotCounted::fact)
            .toList();
  }

  private ImmutableListMultimap<String, HeldCredential> held() {
    if (held == null) {
      held =
          Multimaps.index(
              Lists.transform(situation.ofType(type), fact -> (HeldCredential) fact.fact()),
              HeldCredential::credential);
    }
    return held;
  }
}
