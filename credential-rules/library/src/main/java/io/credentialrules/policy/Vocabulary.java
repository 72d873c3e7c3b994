package io.credentialrules.policy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Met;
import io.credentialrules.policy.syntax.Today;
import io.credentialrules.vocabulary.Affiliation;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.Endorsement;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.WorkExperience;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every fact type that policies can name: the built-in ones and those that a host registers.
 * Immutable; {@link #with} returns a larger one.
 */
public final class Vocabulary {
  /** The name of the fact type {@link io.credentialrules.policy.syntax.Earned}. */
  public static final String EARNED = "Earned";

  /** The name of the fact type {@link io.credentialrules.policy.syntax.Met}. */
  public static final String MET = "Met";

  /** The name of the fact type {@link io.credentialrules.policy.syntax.Today}. */
  public static final String TODAY = "Today";

  private static final Vocabulary STANDARD = standardTypes();

  private final ImmutableMap<String, VocabularyType> types;
  private final ImmutableMap<Class<?>, VocabularyType> byRecord;

  private Vocabulary(ImmutableMap<String, VocabularyType> types) {
    this.types = types;
    this.byRecord = Maps.uniqueIndex(types.values(), VocabularyType::record);
  }

  /** The built-in fact types. */
  public static Vocabulary standard() {
    return STANDARD;
  }

  /**
   * This vocabulary and one more fact type.
   *
   * @throws IllegalArgumentException when the record cannot be a fact type, saying why
   */
  public Vocabulary with(Class<? extends Fact> record) {
    VocabularyType type = FactTypes.read(record);
    if (types.containsKey(type.name())) {
      throw new IllegalArgumentException(
          "there is a fact type `" + type.name() + "` already; give " + record + " another name");
    }
    return new Vocabulary(
        ImmutableMap.<String, VocabularyType>builder()
            .putAll(types)
            .put(type.name(), type)
            .build());
  }

  /** All types, the built-in ones first, in the order of registration. */
  public List<VocabularyType> types() {
    return types.values().asList();
  }

  /** A type by its name in DRL, or null. */
  public @Nullable VocabularyType type(String name) {
    return types.get(name);
  }

  /** The type of a fact, or null when its record is not registered. */
  public @Nullable VocabularyType typeOf(Fact fact) {
    return byRecord.get(fact.getClass());
  }

  /** The names of the types. */
  @Override
  public String toString() {
    return types.keySet().toString();
  }

  private static Vocabulary standardTypes() {
    List<Class<? extends Record>> records =
        List.of(
            Learner.class,
            Enrolment.class,
            Affiliation.class,
            TrainingCompletion.class,
            AssessmentResult.class,
            RubricScore.class,
            WorkExperience.class,
            PerformanceFeedback.class,
            SubmittedEvidence.class,
            Participation.class,
            IndustryCertification.class,
            HeldCredential.class,
            Endorsement.class,
            SignOff.class,
            Earned.class,
            Met.class,
            Today.class);
    Map<String, VocabularyType> byName = new java.util.LinkedHashMap<>();
    records.forEach(record -> byName.put(record.getSimpleName(), FactTypes.readBuiltIn(record)));
    return new Vocabulary(ImmutableMap.copyOf(byName));
  }
}
