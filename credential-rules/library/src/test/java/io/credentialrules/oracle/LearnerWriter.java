package io.credentialrules.oracle;

import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes learners who come near what a policy asks for. */
final class LearnerWriter {
  private static final int MOST_FACTS = 14;

  private final PolicyModel model;
  private final List<Condition.Pattern> patterns;

  LearnerWriter(PolicyModel model) {
    this.model = model;
    this.patterns = Wishes.patterns(model);
  }

  LearnerRecord learner(Choices choices) {
    FactWriter facts = new FactWriter(choices);
    Wishes wishes = new Wishes(choices, model);
    List<Fact> known = new ArrayList<>();
    Learner learner = (Learner) facts.fact(Learner.class, Map.of("id", "learner"));
    int generosity = choices.of(85, 60, 95, 30);
    for (Condition.Pattern pattern : patterns) {
      VocabularyType type = ConstraintWriter.type(pattern.type());
      if (type.record() == Learner.class) {
        Map<String, Object> wanted = wishes.of(pattern, Learner.class);
        wanted.put("id", "learner");
        learner = choices.chance(60) ? (Learner) facts.fact(Learner.class, wanted) : learner;
      } else if (!type.isDerived()) {
        while (known.size() < MOST_FACTS && choices.chance(generosity)) {
          known.add(facts.fact(type.record(), wishes.of(pattern, type.record())));
          generosity -= 10;
        }
        generosity = Math.max(generosity, 50);
      }
    }
    for (int i = choices.below(3); i > 0; i--) {
      String type = ConstraintWriter.TYPES.get(choices.below(ConstraintWriter.TYPES.size() - 1));
      known.add(facts.fact(ConstraintWriter.type(type).record(), Map.of()));
    }
    List<Waiver> waivers = new ArrayList<>();
    for (PolicyRule rule : model.rules()) {
      if (choices.chance(4)) {
        known.add(held(rule.id(), facts, choices));
      }
      if (choices.chance(4)) {
        String id = choices.of(rule.id(), rule.id() + "#1", rule.id() + "#2", "unknown");
        waivers.add(Waiver.of(id, choices.of("a", "b"), ReviewerRole.STAFF, "why", facts.date()));
      }
    }
    return LearnerRecord.builder(learner)
        .addAll(known)
        .waive(waivers.toArray(new Waiver[0]))
        .policyDate(choices.chance(30) ? facts.date() : null)
        .build();
  }

  /** A credential of the policy that is held; some were taken back. */
  private static Fact held(String id, FactWriter facts, Choices choices) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("credential", id);
    if (choices.chance(30)) {
      wanted.put(
          "provenance",
          Provenance.UNVETTED.toBuilder()
              .status(choices.of(FactStatus.REVOKED, FactStatus.SUSPENDED))
              .build());
    }
    return facts.fact(HeldCredential.class, wanted);
  }
}
