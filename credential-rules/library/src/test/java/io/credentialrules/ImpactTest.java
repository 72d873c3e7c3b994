package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.quiz;
import static io.credentialrules.Records.reflection;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.internal.result.StatedCount;
import io.credentialrules.internal.result.StatedEffect;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImpactTest {
  private static final ZonedDateTime AS_OF = TODAY.atTime(12, 0).atZone(ZONE);
  private static final CredentialRules LENIENT = rules(policy("80", ""));
  private static final CredentialRules STRICT =
      rules(policy("90", "SubmittedEvidence( type == \"REFLECTION\" ) or"));

  private static String policy(String score, String or) {
    return """
        rule "Enough"
          @requirement( "enough" )
        when
          ( %s AssessmentResult( assessment == "quiz", score >= %s ) )
        then
        end

        rule "Badge"
          @credential( "badge" )
        when
          Met( requirement == "enough" )
        then
        end
        """
        .formatted(or, score);
  }

  private static LearnerRecord learner(String id, Fact... facts) {
    return LearnerRecord.of(Learner.of(id), facts);
  }

  @Test
  void it_names_who_gains_who_loses_and_which_requirement_did_it() {
    Impact impact =
        Impact.of(
            LENIENT,
            STRICT,
            List.of(
                learner("keeps", quiz("95", VETTED)),
                learner("loses", quiz("85", VETTED)),
                learner("gains", reflection(VETTED)),
                learner("never", quiz("10", VETTED))),
            AS_OF);

    assertThat(impact.records()).isEqualTo(4);
    assertThat(impact.counts()).containsExactly(new StatedCount("badge", 2, 2, 1, 1));
    assertThat(impact.effects())
        .extracting(Impact.Effect::learner)
        .containsExactly("loses", "gains");
    assertThat(impact.effects().get(0).changes().get(0).kind()).isEqualTo(Difference.Kind.LOST);
    assertThat(impact.effects().get(0).changes().get(0).decisive())
        .extracting(Difference.RequirementChange::id)
        .containsExactly("enough");
    assertThat(impact.failures()).isEmpty();
  }

  @Test
  void the_same_policy_has_no_impact() {
    Impact impact =
        Impact.of(LENIENT, LENIENT, List.of(learner("a", quiz("85", VETTED)), learner("b")), AS_OF);

    assertThat(impact.effects()).isEmpty();
    assertThat(impact.counts()).containsExactly(new StatedCount("badge", 1, 1, 0, 0));
  }

  @Test
  void a_record_beyond_a_limit_is_reported_and_the_others_are_weighed() {
    CredentialRules narrow =
        CredentialRules.builder()
            .add(pack(policy("90", "")))
            .limits(Limits.DEFAULT.withMaxFacts(1))
            .compile();

    Impact impact =
        Impact.of(
            LENIENT,
            narrow,
            List.of(
                learner("two", quiz("85", VETTED), reflection(VETTED)),
                learner("one", quiz("85", VETTED))),
            AS_OF);

    assertThat(impact.records()).isEqualTo(2);
    assertThat(impact.failures())
        .extracting(Impact.Failure::learner, Impact.Failure::limit)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("two", "maxFacts"));
    assertThat(impact.counts()).containsExactly(new StatedCount("badge", 1, 0, 0, 1));
  }

  @Test
  void it_is_what_the_differences_of_all_records_say() {
    List<LearnerRecord> records =
        IntStream.range(0, 60)
            .mapToObj(i -> learner("l" + i, quiz(String.valueOf(60 + i % 41), VETTED)))
            .toList();

    Impact impact = Impact.of(LENIENT, STRICT, records.stream(), AS_OF);

    List<Impact.Effect> expected =
        records.stream()
            .map(
                record ->
                    Difference.between(
                        LENIENT.evaluate(record, AS_OF), STRICT.evaluate(record, AS_OF)))
            .filter(
                difference ->
                    difference.changes().stream()
                        .anyMatch(
                            change ->
                                change.kind() == Difference.Kind.GAINED
                                    || change.kind() == Difference.Kind.LOST))
            .<Impact.Effect>map(
                difference -> new StatedEffect(difference.before().learner(), difference.changes()))
            .toList();
    assertThat(impact.effects()).isEqualTo(expected).isNotEmpty();
  }
}
