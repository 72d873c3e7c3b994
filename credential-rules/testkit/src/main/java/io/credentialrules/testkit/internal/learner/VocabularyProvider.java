package io.credentialrules.testkit.internal.learner;

import io.credentialrules.LearnerRecord;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.testkit.VocabularyArbitraries;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** What jqwik gives a parameter that is a fact or a record and says no more than that. */
public final class VocabularyProvider implements ArbitraryProvider {
  /** For jqwik, which makes it. */
  public VocabularyProvider() {}

  @Override
  public boolean canProvideFor(TypeUsage target) {
    Class<?> type = target.getRawType();
    return type == Fact.class
        || type == LearnerRecord.class
        || type == Provenance.class
        || isOwn(type)
        || Vocabulary.standard().types().stream()
            .anyMatch(each -> each.record() == type && !each.isDerived());
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage target, SubtypeProvider subtypes) {
    Class<?> type = target.getRawType();
    VocabularyArbitraries standard = VocabularyArbitraries.of(Vocabulary.standard());
    if (type == Fact.class) {
      return Set.of(standard.facts());
    } else if (type == LearnerRecord.class) {
      return Set.of(standard.records());
    } else if (type == Learner.class) {
      return Set.of(standard.learners());
    } else if (type == Provenance.class) {
      return Set.of(VocabularyArbitraries.provenances());
    }
    Class<? extends Fact> facts = type.asSubclass(Fact.class);
    return Set.of(
        isOwn(type)
            ? VocabularyArbitraries.of(Vocabulary.standard().with(facts)).facts(facts)
            : standard.facts(facts));
  }

  /** A host's own fact type. */
  private static boolean isOwn(Class<?> type) {
    return type.isRecord()
        && Fact.class.isAssignableFrom(type)
        && type.isAnnotationPresent(FactType.class)
        && Vocabulary.standard().types().stream().noneMatch(each -> each.record() == type);
  }
}
