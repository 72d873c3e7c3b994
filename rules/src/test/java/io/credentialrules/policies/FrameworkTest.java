package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.Waiver;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.LearnerRecordWriter;
import io.credentialrules.policy.Problem;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.RubricScore;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each pathway of the University of Maine System is one by its framework, as {@code framework.md}
 * states it.
 */
final class FrameworkTest {
  private static final CredentialRules RULES =
      Packs.compile(Packs.names().stream().filter(name -> name.startsWith("ums-")).toList());

  /** Leadership is assessed at Level 2, which is ours, and stays so at Level 3. */
  private static final Set<String> ASSESSED_BELOW = Set.of("leadership-level-3");

  static Stream<Credential> levels() {
    return RULES.catalogue().stream().filter(credential -> credential.level() != null);
  }

  static Stream<String> pathways() {
    return levels()
        .filter(credential -> Objects.equals(credential.level(), 3))
        .map(credential -> Objects.requireNonNull(credential.pathway()));
  }

  @ParameterizedTest
  @MethodSource("levels")
  void a_level_has_its_pathways_name_and_one_of_three_numbers(Credential level) {
    assertThat(level.level()).isBetween(1, 3);
    assertThat(level.id()).isEqualTo(level.pathway() + "-level-" + level.level());
  }

  @ParameterizedTest
  @MethodSource("pathways")
  void the_micro_credential_is_earned_by_all_three_levels_and_by_no_two(String pathway) {
    Set<Integer> all = Set.of(1, 2, 3);
    assertThat(isEarnedHolding(pathway, all)).isTrue();
    for (int level : all) {
      Set<Integer> two = new HashSet<>(all);
      two.remove(level);
      assertThat(isEarnedHolding(pathway, two)).as("without level %s", level).isFalse();
    }
  }

  @Test
  void there_are_pathways_of_three_levels() {
    assertThat(pathways()).hasSizeGreaterThanOrEqualTo(9);
  }

  @TestFactory
  Stream<DynamicTest> without_the_level_below_no_level_is_earned() {
    return earned(level -> level > 1)
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.name(),
                    () -> {
                      // Scenarios of higher levels hold the one below, or earn it.
                      Evaluation evaluation = RULES.evaluate(scenario.record(), scenario.asOf());
                      String below =
                          scenario.credential().replaceAll("\\d$", "")
                              + (level(scenario.credential()) - 1);
                      assertThat(evaluation.isEarned(below)).isTrue();
                      LearnerRecord nothingHeld =
                          without(scenario.record(), HeldCredential.class::isInstance);
                      Evaluation alone = RULES.evaluate(nothingHeld, scenario.asOf());
                      if (!alone.isEarned(below)) {
                        assertThat(alone.isEarned(scenario.credential())).isFalse();
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> what_only_hosts_and_supervisors_vetted_earns_neither_level_1_nor_level_2() {
    return earned(level -> level < 3)
        .filter(scenario -> needsVetting(scenario.record()))
        .flatMap(
            scenario ->
                Stream.of("HOST", "SUPERVISOR")
                    .map(
                        role ->
                            DynamicTest.dynamicTest(
                                scenario.name() + " vetted by " + role,
                                () ->
                                    assertThat(
                                            isEarned(scenario, vettedBy(role, scenario.record())))
                                        .isFalse())));
  }

  @TestFactory
  Stream<DynamicTest> nobody_earns_level_3_without_performance_feedback() {
    return earned(level -> level == 3)
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.name(),
                    () ->
                        assertThat(
                                isEarned(
                                    scenario,
                                    without(
                                        scenario.record(), PerformanceFeedback.class::isInstance)))
                            .isFalse()));
  }

  @TestFactory
  Stream<DynamicTest> nobody_earns_level_3_whose_competencies_were_not_assessed() {
    return earned(level -> level == 3)
        .filter(scenario -> !ASSESSED_BELOW.contains(scenario.credential()))
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.name(),
                    () ->
                        assertThat(isEarned(scenario, without(scenario.record(), this::assesses)))
                            .isFalse()));
  }

  /** Each demand of the framework is removed from each pathway, and {@code check} says so. */
  @ParameterizedTest
  @MethodSource("heldPacks")
  void check_says_which_pathway_no_longer_does_as_the_framework_says(String pack) {
    assertThat(missed(pack, text -> text)).isEmpty();
    // The first two levels of aquaculture look at credentials that are held, which nobody vets.
    assertThat(missed(pack, text -> text.replace("\"SUPERVISOR\", \"HOST\"", "\"SUPERVISOR\"")))
        .hasSizeGreaterThanOrEqualTo(pack.equals("ums-aquaculture") ? 0 : 1)
        .allMatch(message -> message.contains("also when `HOST` vetted it"));
    assertThat(missed(pack, text -> text.replaceAll("@level\\( 2 \\)", "@level( 4 )")))
        .anyMatch(message -> message.contains("level 4 of"));
    assertThat(
            missed(
                pack,
                text ->
                    text.replaceAll(
                        " PerformanceFeedback\\((?:[^()]|\\([^()]*\\))*\\)", " exists Learner()")))
        .anyMatch(message -> message.contains("without `PerformanceFeedback`"));
  }

  static Stream<String> heldPacks() {
    Set<String> complete = Set.copyOf(pathways().toList());
    return Packs.names().stream()
        .filter(
            name -> name.startsWith("ums-") && complete.contains(name.substring("ums-".length())));
  }

  private static List<String> missed(String pack, UnaryOperator<String> change) {
    CredentialRules.Builder builder = CredentialRules.builder();
    builder.add(PolicyPack.read(Packs.FOLDER.resolve(Packs.FRAMEWORK)));
    Packs.neededBy(pack).forEach(name -> builder.add(PolicyPack.read(Packs.FOLDER.resolve(name))));
    Map<String, String> files = new TreeMap<>(PolicyPack.read(Packs.FOLDER.resolve(pack)).files());
    files.replaceAll(
        (path, text) -> {
          String changed = change.apply(text);
          return changed.equals(text) ? text : changed.replaceAll("@silence\\(.*\\)", "");
        });
    builder.add(PolicyPack.of(pack, files));
    return builder.check().stream()
        .filter(problem -> problem.code().equals("misses-framework"))
        .map(Problem::message)
        .toList();
  }

  private boolean assesses(Fact fact) {
    return fact instanceof AssessmentResult
        || fact instanceof RubricScore
        || (fact instanceof HeldCredential held && !held.credential().contains("-level-"));
  }

  /** The scenarios in which a level is earned, and nothing is waived. */
  private static Stream<Scenario> earned(Predicate<Integer> levels) {
    return Packs.names().stream()
        .filter(name -> name.startsWith("ums-"))
        .flatMap(Packs::scenarios)
        .filter(scenario -> scenario.earned() && scenario.record().waivers().isEmpty())
        .filter(scenario -> scenario.credential().matches(".*-level-\\d"))
        .filter(scenario -> levels.test(level(scenario.credential())));
  }

  private static int level(String credential) {
    return credential.charAt(credential.length() - 1) - '0';
  }

  private static boolean isEarned(Scenario scenario, LearnerRecord record) {
    return RULES.evaluate(record, scenario.asOf()).isEarned(scenario.credential());
  }

  private static boolean isEarnedHolding(String pathway, Set<Integer> levels) {
    LearnerRecord.Builder record = LearnerRecord.builder("learner-1");
    levels.stream()
        .sorted()
        .map(level -> HeldCredential.builder().credential(pathway + "-level-" + level).build())
        .forEach(record::add);
    Scenario any = Packs.scenarios("ums-horticulture").findFirst().orElseThrow();
    return RULES.evaluate(record.build(), any.asOf()).isEarned(pathway);
  }

  private static LearnerRecord without(LearnerRecord record, Predicate<Fact> left) {
    return LearnerRecord.builder(record.learner())
        .addAll(record.facts().stream().filter(left.negate()).toList())
        .waive(record.waivers().toArray(Waiver[]::new))
        .policyDate(record.policyDate())
        .build();
  }

  private static boolean needsVetting(LearnerRecord record) {
    return record.facts().stream().anyMatch(fact -> fact.provenance().vetting().role() != null);
  }

  private static LearnerRecord vettedBy(String role, LearnerRecord record) {
    String json =
        LearnerRecordWriter.write(record)
            .replaceAll(
                "(\"role\"\\s*:\\s*)\"(FACULTY|STAFF|INSTRUCTOR|ASSESSOR|REGISTRAR)\"",
                "$1\"" + role + "\"");
    return LearnerRecordReader.of(RULES.vocabulary(), ZoneId.of("America/New_York"))
        .read("record.json", json);
  }
}
