package io.credentialrules.testkit;

import io.credentialrules.LearnerRecord;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.testkit.internal.learner.GeneratedFacts;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Any fact that a vocabulary allows, whatever a policy may say of it: for tests of what a host does
 * with facts, such as storing and reading them again. For tests of policies there is {@link
 * PolicyRecords}, whose facts lie around the bounds of the rules.
 *
 * <p>For the built-in types and records no call is needed: {@code @ForAll RubricScore score},
 * {@code @ForAll Fact fact}, {@code @ForAll Learner learner} and {@code @ForAll LearnerRecord
 * record} are provided, and a host's own fact type likewise. Immutable.
 */
public final class VocabularyArbitraries {
  private static final int MOST_FACTS = 12;

  private final Vocabulary vocabulary;

  private VocabularyArbitraries(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Of a vocabulary, such as that of compiled rules, which has a host's own types too. */
  public static VocabularyArbitraries of(Vocabulary vocabulary) {
    return new VocabularyArbitraries(vocabulary);
  }

  /**
   * Facts of one type: each amount within its bounds, each word, texts plain and awkward, what may
   * be absent now and then absent. Combinations that the type refuses are left out.
   *
   * @throws IllegalArgumentException when the vocabulary has no such type
   */
  public <F extends Fact> Arbitrary<F> facts(Class<F> type) {
    return GeneratedFacts.of(typeOf(type)).map(type::cast);
  }

  /** Facts of any type but the learner, who is no item of a record. */
  public Arbitrary<Fact> facts() {
    List<Arbitrary<Fact>> each =
        vocabulary.types().stream()
            .filter(type -> !type.isDerived() && type.record() != Learner.class)
            .map(GeneratedFacts::of)
            .toList();
    return Arbitraries.of(each).flatMap(facts -> facts);
  }

  /** Learners, with and without date of birth, campus and roles. */
  public Arbitrary<Learner> learners() {
    return facts(Learner.class);
  }

  /** Records of at most twelve facts, of a learner who has no provenance of their own. */
  public Arbitrary<LearnerRecord> records() {
    Arbitrary<Learner> plain =
        learners()
            .map(
                learner ->
                    new Learner(
                        learner.id(),
                        learner.birthDate(),
                        learner.campus(),
                        learner.roles(),
                        Provenance.UNVETTED));
    return Combinators.combine(plain, facts().list().ofMaxSize(MOST_FACTS))
        .as((learner, facts) -> LearnerRecord.builder(learner).addAll(facts).build());
  }

  /** Where facts come from: reviewed or not, under way, revoked, over, or to come. */
  public static Arbitrary<Provenance> provenances() {
    return GeneratedFacts.provenances();
  }

  private VocabularyType typeOf(Class<?> type) {
    return vocabulary.types().stream()
        .filter(each -> each.record() == type)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no fact type `"
                        + type.getSimpleName()
                        + "` in the vocabulary; register it, or use one of "
                        + vocabulary));
  }

  /** The fact types. */
  @Override
  public String toString() {
    return "arbitraries of " + vocabulary;
  }
}
