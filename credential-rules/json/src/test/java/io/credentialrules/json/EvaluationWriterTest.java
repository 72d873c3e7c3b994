package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Iterables;
import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.PolicyPack;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.Route;
import io.credentialrules.Shortfall;
import io.credentialrules.Waiver;
import io.credentialrules.internal.result.StatedAlternative;
import io.credentialrules.internal.result.StatedAmount;
import io.credentialrules.internal.result.StatedCap;
import io.credentialrules.internal.result.StatedCredential;
import io.credentialrules.internal.result.StatedEarned;
import io.credentialrules.internal.result.StatedExcluded;
import io.credentialrules.internal.result.StatedGroup;
import io.credentialrules.internal.result.StatedInUse;
import io.credentialrules.internal.result.StatedLapsed;
import io.credentialrules.internal.result.StatedMeasure;
import io.credentialrules.internal.result.StatedMiss;
import io.credentialrules.internal.result.StatedMissingCredential;
import io.credentialrules.internal.result.StatedMissingFact;
import io.credentialrules.internal.result.StatedMissingRequirement;
import io.credentialrules.internal.result.StatedNearFact;
import io.credentialrules.internal.result.StatedNotCounted;
import io.credentialrules.internal.result.StatedNotEarned;
import io.credentialrules.internal.result.StatedOtherTime;
import io.credentialrules.internal.result.StatedPart;
import io.credentialrules.internal.result.StatedRequirementResult;
import io.credentialrules.internal.result.StatedRoute;
import io.credentialrules.internal.result.StatedTotal;
import io.credentialrules.internal.result.StatedValueInUse;
import io.credentialrules.internal.result.StatedWithdrawn;
import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.CredentialSettings.Lapses;
import io.credentialrules.policy.CredentialSettings.Renews;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SignOff;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvaluationWriterTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final ZonedDateTime AS_OF =
      ZonedDateTime.of(2026, 5, 1, 23, 59, 59, 999_999_999, ZoneId.of("America/New_York"));

  private static final List<Kind> KINDS = List.of(Kind.values());

  private int unique;

  private String text() {
    return "text-" + ++unique + ".";
  }

  private LocalDate date() {
    return LocalDate.of(2000, 1, 1).plusDays(++unique);
  }

  private SourceSpan place() {
    return new SourceSpan(
        text(), 1000 + ++unique, 1000 + ++unique, 3000 + ++unique, 3000 + ++unique);
  }

  private Measure measure() {
    return new StatedMeasure(
        new BigDecimal(1000 + ++unique + ".5"),
        Operator.AT_LEAST,
        new BigDecimal(5000 + ++unique + ".25"),
        text());
  }

  private Fact fact() {
    return new SignOff(text(), text(), ReviewerRole.HOST, date(), text(), Provenance.UNVETTED);
  }

  private HeldCredential held() {
    return new HeldCredential(text(), text(), date(), Provenance.UNVETTED);
  }

  private NotCounted notCounted(NotCounted.Reason reason) {
    return new StatedNotCounted(fact(), reason);
  }

  private Waiver waiver() {
    return Waiver.of(text(), text(), ReviewerRole.REGISTRAR, text(), date());
  }

  private Credential credential() {
    return new StatedCredential(text(), text(), text(), 7000 + ++unique, text());
  }

  private Shortfall.NearFact near() {
    return new StatedNearFact(
        fact(),
        List.of(
            new StatedMiss(text(), place(), text(), measure()),
            new StatedMiss(text(), place(), "", null)));
  }

  private List<Shortfall> everyShortfall() {
    // what requirements are called is told once, with the requirements themselves
    List<String> renewed = List.of(text());
    List<String> served = List.of(text());
    return List.of(
        new StatedMissingFact(text(), place(), text(), List.of(near())),
        new StatedAmount(
            text(),
            place(),
            measure(),
            List.of(fact()),
            List.of(new StatedCap(text(), place(), BigDecimal.TEN, BigDecimal.ONE, text())),
            List.of(
                new StatedGroup(
                    text(),
                    List.of(new StatedMiss(text(), place(), text(), measure())),
                    List.of(near())),
                new StatedGroup(text(), List.of(), List.of()))),
        new StatedAmount(
            text(),
            place(),
            new StatedMeasure(null, Operator.LESS, BigDecimal.TEN, text()),
            List.of()),
        new StatedTotal(text(), place(), List.of(fact())),
        new StatedLapsed(text(), place(), date(), date(), renewed, renewed),
        new StatedWithdrawn(
            text(), place(), new StatedNotCounted(held(), NotCounted.Reason.SUSPENDED)),
        new StatedInUse(text(), place(), List.of(fact()), served, served),
        new StatedMissingCredential(text(), place(), List.of(text())),
        new StatedMissingRequirement(text(), place(), List.of(text())),
        new StatedOtherTime(text(), place(), text(), date(), date()),
        new StatedExcluded(text(), place(), List.of(fact())));
  }

  private RequirementResult requirement(Kind kind, RequirementState state) {
    return new StatedRequirementResult(
        text(),
        kind,
        text(),
        state,
        state.isSatisfied() && state != RequirementState.WAIVED ? List.of(fact()) : List.of(),
        measure(),
        List.of(notCounted(NotCounted.Reason.UNVETTED)),
        List.of(text()),
        state == RequirementState.MET
            ? List.of()
            : List.of(new StatedAlternative(text(), place(), everyShortfall())),
        state == RequirementState.WAIVED ? waiver() : null,
        state == RequirementState.MET ? text() : null,
        List.of(
            new StatedPart(
                Kind.CONDITION,
                text(),
                text(),
                RequirementState.UNMET,
                measure(),
                null,
                List.of(near())),
            new StatedPart(
                Kind.REQUIREMENT,
                text(),
                text(),
                RequirementState.WAIVED,
                null,
                waiver(),
                List.of()),
            new StatedPart(
                Kind.PREREQUISITE,
                text(),
                text(),
                RequirementState.MET,
                null,
                null,
                date(),
                List.of())),
        List.of(
            new StatedValueInUse(text(), text(), text(), new Window(date(), date()), true),
            new StatedValueInUse(text(), text(), text(), Window.ALWAYS, false)));
  }

  private Route route(RequirementState... states) {
    List<RequirementResult> requirements = new ArrayList<>();
    for (RequirementState state : states) {
      requirements.add(requirement(KINDS.get(requirements.size() % KINDS.size()), state));
    }
    return new StatedRoute(
        text(),
        place(),
        requirements,
        List.of(requirement(Kind.REQUIREMENT, RequirementState.UNMET)),
        CredentialSettings.DEFAULT
            .withValidity(Period.ofMonths(13), null)
            .with(Renews.EACH_PART)
            .with(Lapses.NEVER)
            .with(VersionBy.POLICY_DATE)
            .with(EvidenceUse.EXCLUSIVE),
        new Window(date(), date()),
        date(),
        List.of(text()),
        List.of(
            AlignmentTarget.of(text(), "https://a.example/1", text(), text()),
            AlignmentTarget.of(text(), "https://a.example/2", null, null)));
  }

  private Evaluation everything() {
    List<NotCounted> everyReason =
        Stream.of(NotCounted.Reason.values()).map(this::notCounted).toList();
    return new GivenEvaluation(
        LearnerRecord.of(new Learner(text(), null, null, Set.of(), Provenance.UNVETTED)),
        AS_OF,
        text(),
        List.of(
            new StatedEarned(
                credential(),
                route(RequirementState.MET, RequirementState.WAIVED),
                held(),
                date(),
                date()),
            new StatedEarned(credential(), null, held(), null, null),
            new StatedNotEarned(
                credential(),
                List.of(route(RequirementState.values()), route(RequirementState.UNMET)),
                List.of(notCounted(NotCounted.Reason.REVOKED)),
                date()),
            new StatedNotEarned(
                new StatedCredential(text(), text(), null, null, text()),
                List.of(),
                List.of(),
                null)),
        everyReason,
        List.of(waiver()));
  }

  @Test
  void nothing_of_an_evaluation_is_left_out() throws JsonProcessingException {
    Evaluation evaluation = everything();
    Set<String> told = new HashSet<>();
    leaves(JSON.readTree(EvaluationWriter.write(evaluation)), told);
    List<String> known = new ArrayList<>();
    leaves(evaluation.decisions(), known);
    leaves(evaluation.notCounted(), known);
    leaves(evaluation.unknownWaivers(), known);

    assertThat(Shortfall.class.getDeclaredClasses())
        .filteredOn(Shortfall.class::isAssignableFrom)
        .hasSize(10)
        .allSatisfy(kind -> assertThat(everyShortfall()).anyMatch(kind::isInstance));
    assertThat(known).hasSizeGreaterThan(1000);
    assertThat(told).containsAll(known);
    assertThat(told)
        .contains(
            evaluation.record().learner().id(),
            evaluation.policyDigest(),
            "America/New_York",
            "2026-05-01T23:59:59.999999999-04:00");
  }

  /** The values within records and lists; provenance is left to the tests of facts. */
  private static void leaves(Object value, List<String> found) {
    if (value instanceof Collection<?> values) {
      values.forEach(element -> leaves(element, found));
    } else if (value instanceof Provenance) {
      assertThat(value).isEqualTo(Provenance.UNVETTED);
    } else if (value instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        component.getAccessor().setAccessible(true);
        try {
          Object part = component.getAccessor().invoke(record);
          if (part != null && !part.equals("")) {
            leaves(part, found);
          }
        } catch (ReflectiveOperationException problem) {
          throw new IllegalStateException(component.toString(), problem);
        }
      }
    } else if (value instanceof Waiver waiver) {
      leaves(
          List.of(waiver.requirement(), waiver.by(), waiver.role(), waiver.why(), waiver.on()),
          found);
    } else if (value instanceof Operator operator) {
      found.add(operator.symbol());
    } else if (value instanceof Enum<?> word) {
      found.add(word.name());
    } else {
      found.add(value.toString());
    }
  }

  private static void leaves(JsonNode node, Set<String> found) {
    if (node.isContainerNode()) {
      node.elements().forEachRemaining(child -> leaves(child, found));
    } else {
      found.add(node.asText());
    }
  }

  @Test
  void everything_that_is_written_is_valid_by_the_schema() {
    assertThat(Schemas.EVALUATION.problems(EvaluationWriter.write(everything()))).isEmpty();
  }

  @Test
  void the_schema_refuses_another_word_another_field_and_a_field_that_is_missing() {
    String json = EvaluationWriter.write(everything());

    assertThat(Schemas.EVALUATION.problems(json.replaceFirst("\"NOT_EARNED\"", "\"REFUSED\"")))
        .isNotEmpty();
    assertThat(Schemas.EVALUATION.problems(json.replaceFirst("\"learner\"", "\"student\"")))
        .isNotEmpty();
    assertThat(Schemas.EVALUATION.problems(json.replaceFirst("\"zone\": \"[^\"]*\",", "")))
        .isNotEmpty();
    assertThat(Schemas.EVALUATION.problems(json.replaceFirst("\"AT_LEAST\"|\">=\"", "\"=>\"")))
        .isNotEmpty();
  }

  @Test
  void decisions_are_included_and_excluded_by_id_in_the_order_of_the_catalogue()
      throws JsonProcessingException {
    Evaluation evaluation = everything();
    List<String> ids =
        evaluation.decisions().stream().map(decision -> decision.credential().id()).toList();

    assertThat(written(evaluation, Set.of(), Set.of())).isEqualTo(ids);
    assertThat(written(evaluation, Set.of(ids.get(2), ids.get(0)), Set.of()))
        .containsExactly(ids.get(0), ids.get(2));
    assertThat(written(evaluation, Set.of(), Set.of(ids.get(1))))
        .containsExactly(ids.get(0), ids.get(2), ids.get(3));
    assertThat(written(evaluation, Set.of(ids.get(1)), Set.of(ids.get(1)))).isEmpty();
  }

  @Test
  void an_unknown_credential_is_refused_whether_it_is_included_or_excluded() {
    Evaluation evaluation = everything();
    Set<String> unknown = Set.of("level-9");
    String first = evaluation.decisions().get(0).credential().id();
    Set<String> known = Set.of(first);

    assertThatThrownBy(() -> written(evaluation, unknown, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the packs award no `level-9`; they award " + first);
    assertThatThrownBy(() -> written(evaluation, known, unknown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the packs award no `level-9`; they award " + first);
  }

  private static List<String> written(
      Evaluation evaluation, Set<String> include, Set<String> exclude)
      throws JsonProcessingException {
    String json =
        EvaluationWriter.write(
            evaluation, EvaluationWriter.Options.ALL.including(include).excluding(exclude));
    return JSON.readTree(json).findPath("decisions").findValues("credential").stream()
        .filter(JsonNode::isObject)
        .map(credential -> credential.path("id").asText())
        .toList();
  }

  @Test
  void amounts_are_written_in_plain_digits() {
    RequirementResult result =
        new StatedRequirementResult(
            "r",
            Kind.CONDITION,
            "r",
            RequirementState.MET,
            List.of(),
            new StatedMeasure(
                new BigDecimal("1E+3"), Operator.AT_LEAST, new BigDecimal("0.1"), "hours"),
            List.of(),
            List.of(),
            List.of(),
            null);
    Route route =
        new StatedRoute(
            "r",
            new SourceSpan("p/a.drl", 1, 1, 1, 1),
            List.of(result),
            List.of(),
            CredentialSettings.DEFAULT,
            Window.ALWAYS,
            AS_OF.toLocalDate(),
            List.of(),
            List.of());
    Evaluation evaluation =
        new GivenEvaluation(
            LearnerRecord.of(new Learner("ada", null, null, Set.of(), Provenance.UNVETTED)),
            AS_OF,
            "d",
            List.of(
                new StatedEarned(
                    new StatedCredential("c", "c", null, null, "p"), route, null, null, null)),
            List.of(),
            List.of());

    assertThat(EvaluationWriter.write(evaluation))
        .contains("\"has\": 1000,", "\"needs\": 0.1,")
        .doesNotContain("validFor", "since", "until", "pathway", "waiver\"");
  }

  @Test
  void the_order_of_facts_changes_no_byte_and_their_repetition_is_told_and_changes_nothing_else()
      throws JsonProcessingException {
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.of(
                "p",
                Map.of(
                    "a.drl",
                    """
                    package p
                    import io.credentialrules.vocabulary.*
                    rule "two hundred hours" @requirement( "hours" )
                    when
                      accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 200 )
                    then end
                    rule "the badge" @credential( "badge" )
                    when Met( requirement == "hours" ) then end
                    """)));
    LearnerRecordReader reader =
        LearnerRecordReader.of(rules.vocabulary(), ZoneId.of("America/New_York"));
    for (int seed = 0; seed < 30; seed++) {
      LearnerRecord record = GeneratedRecords.record(seed);
      List<Fact> facts =
          new ArrayList<>(
              record.facts().stream().filter(fact -> !(fact instanceof Visit)).toList());
      LearnerRecord some =
          LearnerRecord.builder(record.learner())
              .addAll(facts)
              .waive(record.waivers().toArray(new Waiver[0]))
              .policyDate(record.policyDate())
              .build();
      List<Fact> shuffled = new ArrayList<>(facts);
      Collections.shuffle(shuffled, new java.util.Random(seed));
      LearnerRecord other =
          LearnerRecord.builder(record.learner())
              .addAll(shuffled)
              .waive(record.waivers().toArray(new Waiver[0]))
              .policyDate(record.policyDate())
              .build();
      String written = EvaluationWriter.write(rules.evaluate(some, AS_OF));

      assertThat(EvaluationWriter.write(rules.evaluate(other, AS_OF))).isEqualTo(written);
      List<Fact> repeated = new ArrayList<>(shuffled);
      repeated.addAll(facts);
      ObjectNode twice =
          (ObjectNode)
              JSON.readTree(
                  EvaluationWriter.write(
                      rules.evaluate(
                          LearnerRecord.builder(record.learner())
                              .addAll(repeated)
                              .waive(record.waivers().toArray(new Waiver[0]))
                              .policyDate(record.policyDate())
                              .build(),
                          AS_OF)));
      assertThat(twice.remove("duplicates").findValuesAsText("leftOut"))
          .hasSize(facts.size())
          .containsOnly("1");
      ObjectNode once = (ObjectNode) JSON.readTree(written);
      assertThat(Iterables.limit(twice.remove("facts"), once.get("facts").size()))
          .containsExactlyElementsOf(once.remove("facts"));
      assertThat(twice).isEqualTo(once);
      assertThat(
              EvaluationWriter.write(
                  rules.evaluate(reader.read("a.json", LearnerRecordWriter.write(some)), AS_OF)))
          .isEqualTo(written);
      assertThat(Schemas.EVALUATION.problems(written)).isEmpty();
    }
  }
}
