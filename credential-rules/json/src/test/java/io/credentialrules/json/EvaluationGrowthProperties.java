package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.Route;
import io.credentialrules.Waiver;
import io.credentialrules.internal.result.StatedAlternative;
import io.credentialrules.internal.result.StatedCredential;
import io.credentialrules.internal.result.StatedExcluded;
import io.credentialrules.internal.result.StatedNotCounted;
import io.credentialrules.internal.result.StatedNotEarned;
import io.credentialrules.internal.result.StatedRequirementResult;
import io.credentialrules.internal.result.StatedRoute;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;

/** A document grows with facts, requirements and waivers, and not with their products. */
@Tag("once")
class EvaluationGrowthProperties {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final SourceSpan PLACE = new SourceSpan("p/a.drl", 1, 1, 1, 1);
  private static final int LISTED = EvaluationWriter.Options.DEFAULT_MOST_LISTED;

  /** Characters, compact, above what any one fact, reference, requirement and waiver takes. */
  private static final int FACT = 200;

  private static final int REFERENCE = 40;
  private static final int REQUIREMENT = 600;
  private static final int WAIVER = 100;

  @AfterTry
  void behave() {
    Awkward.GIVES.remove();
  }

  /** Every requirement is short of all facts in every way. */
  private static RequirementResult requirement(int number, List<Fact> facts) {
    return new StatedRequirementResult(
        "r" + number,
        Kind.REQUIREMENT,
        "r",
        RequirementState.PENDING_REVIEW,
        List.of(),
        null,
        facts.stream()
            .<NotCounted>map(fact -> new StatedNotCounted(fact, NotCounted.Reason.UNVETTED))
            .toList(),
        List.of(),
        List.of(new StatedAlternative("r", PLACE, List.of(new StatedExcluded("c", PLACE, facts)))),
        null);
  }

  private static Evaluation evaluation(int facts, int requirements, int waivers) {
    List<Fact> all =
        IntStream.range(0, facts)
            .<Fact>mapToObj(i -> new Awkward("s" + i, null, Set.of(), Provenance.UNVETTED))
            .toList();
    Route route =
        new StatedRoute(
            "r",
            PLACE,
            IntStream.range(0, requirements).mapToObj(i -> requirement(i, all)).toList(),
            List.of(),
            CredentialSettings.DEFAULT,
            Window.ALWAYS,
            DAY,
            List.of(),
            List.of());
    return new GivenEvaluation(
        LearnerRecord.of(new Learner("ada", null, null, Set.of(), Provenance.UNVETTED)),
        ZonedDateTime.of(2026, 5, 1, 12, 0, 0, 0, ZoneId.of("America/New_York")),
        "d",
        List.of(
            new StatedNotEarned(
                new StatedCredential("c", "c", null, null, "p"), List.of(route), List.of(), null)),
        all.stream()
            .<NotCounted>map(fact -> new StatedNotCounted(fact, NotCounted.Reason.UNVETTED))
            .toList(),
        Collections.nCopies(waivers, Waiver.of("w", "b", ReviewerRole.STAFF, "y", DAY)));
  }

  @Property(tries = 50)
  void characters_grow_with_facts_requirements_and_waivers(
      @ForAll @IntRange(max = 2_000) int facts,
      @ForAll @IntRange(min = 1, max = 60) int requirements,
      @ForAll @IntRange(max = 2_000) int waivers) {
    String json =
        EvaluationWriter.write(
            evaluation(facts, requirements, waivers),
            EvaluationWriter.Options.ALL.withLayout(JsonLayout.COMPACT));

    assertThat(json.length())
        .isLessThan(
            2_000
                + facts * (FACT + REFERENCE)
                + requirements * (REQUIREMENT + 2 * LISTED * REFERENCE)
                + waivers * WAIVER);
  }

  @Property(tries = 20)
  void each_fact_is_read_once_however_many_requirements_mention_it(
      @ForAll @IntRange(max = 1_000) int facts,
      @ForAll @IntRange(min = 1, max = 60) int requirements) {
    Evaluation evaluation = evaluation(facts, requirements, 0);
    int[] read = {0};
    Awkward.GIVES.set(
        () -> {
          read[0]++;
          return "s";
        });
    String json = EvaluationWriter.write(evaluation);

    assertThat(json).isNotEmpty();
    assertThat(read[0]).isEqualTo(facts);
  }

  @Property(tries = 50)
  void a_list_that_is_cut_tells_how_long_it_is_and_no_other_does(
      @ForAll @IntRange(max = 30) int facts, @ForAll @IntRange(min = 1, max = 30) int most) {
    String json =
        EvaluationWriter.write(
            evaluation(facts, 1, 0), EvaluationWriter.Options.ALL.withMostListed(most));

    assertThat(json.contains("\"notCountedCount\": " + facts + ",")).isEqualTo(facts > most);
    assertThat(json.contains("\"factsCount\": " + facts + "\n")).isEqualTo(facts > most);
    assertThat(json.split("\"factType\"", -1)).hasSize(facts + 1);
    assertThat(
            new Schemas(EvaluationSchema.of(GeneratedRecords.VOCABULARY.with(Awkward.class)))
                .problems(json))
        .isEmpty();
  }
}
