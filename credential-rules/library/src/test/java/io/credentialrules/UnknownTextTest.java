package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UnknownTextTest {
  private static final String POLICY =
      """
      rule "Badge" @credential( "badge" ) when
        TrainingCompletion( training in ( "food-safety", "first-aid" ), provider != "Elsewhere" )
        HeldCredential( credential matches "osha-[0-9]+" )
        not TrainingCompletion( training == "retired" || "void" == training )
        accumulate( HeldCredential( $c : credential, credential == "extra" ); $n : countDistinct( $c ); $n >= 0 )
      then end
      """;

  private static Fact training(String id) {
    return TrainingCompletion.builder()
        .training(id)
        .type(TrainingType.COURSE)
        .subject("no rule looks at it")
        .completedOn(TODAY)
        .provenance(VETTED)
        .build();
  }

  private static Fact held(String id) {
    return new HeldCredential(id, null, TODAY, VETTED);
  }

  private static List<UnknownText> unknown(Fact... facts) {
    return rules(POLICY).evaluate(record(facts), TODAY, ZONE).unknownTexts();
  }

  @Test
  void what_rules_name_in_any_condition_is_known() {
    assertThat(
            unknown(
                training("food-safety"),
                training("first-aid"),
                training("retired"),
                training("void"),
                held("osha-10"),
                held("extra"),
                held("badge")))
        .isEmpty();
  }

  @Test
  void where_any_text_is_taken_only_what_is_nearly_one_that_is_named_is_told() {
    String anyCourse =
        """
        rule "Credits" @credential( "credits" ) when
          accumulate( TrainingCompletion( type == "COURSE", $c : credits ); $n : sum( $c ); $n >= 3 )
        then end
        """;
    List<UnknownText> told =
        rules(POLICY + anyCourse)
            .evaluate(
                record(training("dance"), training("food-safty"), held("rowing")), TODAY, ZONE)
            .unknownTexts();
    assertThat(told)
        .extracting(UnknownText::text, UnknownText::nearest)
        .containsExactlyInAnyOrder(tuple("food-safty", "food-safety"), tuple("rowing", null));
  }

  @Test
  void what_must_not_be_there_takes_no_text() {
    String noBootcamp =
        """
        rule "No bootcamp" @credential( "none" ) when
          HeldCredential( credential == "extra" )
          not TrainingCompletion( type == "BOOTCAMP" )
        then end
        """;
    assertThat(
            rules(POLICY + noBootcamp)
                .evaluate(record(training("dance")), TODAY, ZONE)
                .unknownTexts())
        .extracting(UnknownText::text)
        .containsExactly("dance");
  }

  @Test
  void a_text_is_told_once_with_the_one_that_is_written_nearly_alike() {
    Fact first = training("Food\u2013Safety");
    assertThat(unknown(held("osha-x"), first, training("dance"), training("dance"), first))
        .extracting(
            UnknownText::factType, UnknownText::field, UnknownText::text, UnknownText::nearest)
        .containsExactlyInAnyOrder(
            tuple("TrainingCompletion", "training", "Food\u2013Safety", "food-safety"),
            tuple("TrainingCompletion", "training", "dance", null),
            tuple("HeldCredential", "credential", "osha-x", null));
    assertThat(unknown(first)).singleElement().extracting(UnknownText::fact).isEqualTo(first);
  }

  @Test
  void expressions_are_tried_within_the_limit() {
    CredentialRules rules =
        CredentialRules.builder()
            .add(Records.pack(POLICY))
            .limits(Limits.DEFAULT.withMaxJoinRows(20))
            .compile();
    Fact[] few = IntStream.range(0, 20).mapToObj(i -> held("x" + i)).toArray(Fact[]::new);
    assertThat(rules.evaluate(record(few), TODAY, ZONE).unknownTexts()).hasSize(20);
    Fact[] many = IntStream.range(0, 21).mapToObj(i -> held("x" + i)).toArray(Fact[]::new);
    Evaluation evaluation = rules.evaluate(record(many), TODAY, ZONE);
    LimitExceededException exceeded =
        catchThrowableOfType(LimitExceededException.class, evaluation::unknownTexts);
    assertThat(exceeded.limit()).isEqualTo("maxJoinRows");
  }

  /** A record may have another text in the place of one that no rule names: nothing changes. */
  @Property(seed = Laws.SEED)
  void a_text_that_no_rule_names_decides_nothing(@ForAll long seed) {
    SmallWorld world = new SmallWorld(seed);
    CredentialRules rules = rulesOf(world);
    List<Fact> facts = new ArrayList<>(world.record().facts());
    for (String text : List.of("q", "h-x", "b ")) {
      facts.add(new HeldCredential(text, null, TODAY, VETTED));
      facts.add(
          SubmittedEvidence.builder()
              .type(EvidenceType.PLAN)
              .topic(text)
              .submittedOn(TODAY)
              .provenance(VETTED)
              .build());
    }
    Evaluation evaluation = rules.evaluate(record(facts.toArray(Fact[]::new)), TODAY, ZONE);
    Set<String> unknown = new HashSet<>();
    evaluation.unknownTexts().forEach(one -> unknown.add(one.factType() + " " + one.text()));
    Fact[] others = facts.stream().map(fact -> renamed(fact, unknown)).toArray(Fact[]::new);

    Evaluation other = rules.evaluate(record(others), TODAY, ZONE);

    assertThat(states(other)).isEqualTo(states(evaluation));
    // Of a type whose facts a rule takes whatever they say, only what is nearly named is told.
    for (String type : List.of("HeldCredential", "SubmittedEvidence")) {
      List<UnknownText> told = of(type, evaluation);
      boolean isTakenAnyhow = told.stream().allMatch(one -> one.nearest() != null);
      assertThat(of(type, other)).hasSize(isTakenAnyhow ? 0 : told.size());
    }
  }

  private static List<UnknownText> of(String type, Evaluation evaluation) {
    return evaluation.unknownTexts().stream().filter(one -> one.factType().equals(type)).toList();
  }

  private static CredentialRules rulesOf(SmallWorld world) {
    try {
      return rules(world.policy());
    } catch (PolicyException refused) {
      Assume.that(false);
      throw refused;
    }
  }

  private static Fact renamed(Fact fact, Set<String> unknown) {
    if (fact instanceof HeldCredential held
        && unknown.contains("HeldCredential " + held.credential())) {
      return held.toBuilder().credential("other " + held.credential()).build();
    }
    return fact instanceof SubmittedEvidence evidence
            && unknown.contains("SubmittedEvidence " + evidence.topic())
        ? evidence.toBuilder().topic("other " + evidence.topic()).build()
        : fact;
  }

  private static List<String> states(Evaluation evaluation) {
    List<String> states = new ArrayList<>();
    for (Decision decision : evaluation.decisions()) {
      states.add(decision.credential().id() + " " + decision.isEarned());
      decision.requirements().forEach(one -> states.add(one.id() + " " + one.state()));
    }
    return states;
  }
}
