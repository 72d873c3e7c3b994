package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.vocabulary.HeldCredential;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes credentials earned by holding them. */
final class HoldingSearch {
  private final PlanStart start;
  private final Set<Condition> banned;

  /**
   * From a record.
   *
   * @param banned conditions for which no fact may be added
   */
  HoldingSearch(PlanStart start, Set<Condition> banned) {
    this.start = start;
    this.banned = banned;
  }

  /**
   * With the credential itself, which the learner holds already, reviewed, completed or renewed.
   */
  @Nullable State renewed(Award award, State from) {
    Condition asked = award.ways().get(0).rule().when();
    int requirement = award.ways().get(0).requires().stream().findFirst().orElse(0);
    return renewed(award, from, new Draft.Origin(award.number(), requirement, asked, null, null));
  }

  private @Nullable State renewed(Award award, State from, Draft.Origin origin) {
    State best = null;
    for (Draft draft :
        start.drafts().upgrades(start.type(HeldCredential.class.getSimpleName()), from, origin)) {
      if (draft.fact() instanceof HeldCredential held
          && held.credential().equals(award.credential().id())) {
        State with = from.plus(draft);
        if (start.isEarned(with, award.number())) {
          best = State.smaller(best, with);
        }
      }
    }
    return best;
  }

  /** With a credential that is awarded elsewhere, renewed or newly held. */
  @Nullable State held(Award award, Step.Match match, State from, SearchBounds bounds) {
    if (banned.contains(match.source())) {
      return null;
    }
    Draft.Origin origin = bounds.origin(match.source(), match);
    VocabularyType type = start.type(HeldCredential.class.getSimpleName());
    State best = renewed(award, from, origin);
    Draft draft =
        start
            .drafts()
            .draft(type, Map.of("credential", Optional.of(award.credential().id())), origin);
    State with = draft == null ? null : from.plus(draft);
    return with != null && start.isEarned(with, award.number()) ? State.smaller(best, with) : best;
  }
}
