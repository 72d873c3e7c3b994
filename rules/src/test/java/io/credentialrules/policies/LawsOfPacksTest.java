package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.testkit.PolicyLaws;
import io.credentialrules.vocabulary.EnrolmentBuilder;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredentialBuilder;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperienceBuilder;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Each pack is held to the laws that anybody's pack can be held to. The learner is of an age, a
 * campus and the roles that packs ask for; what asks for no more than those is always met.
 */
@Tag("long")
final class LawsOfPacksTest {
  private static final String DECIDES = "every requirement is met by some and not by others";

  /** The requirements that ask for nothing but what the learner is. */
  private static final Map<String, String> OF_THE_LEARNER =
      Map.of(
          "maine-nursing-assistant", "nursing-assistant-age",
          "ums-career-prepared", "career-prepared-student",
          "ums-global-competency", "global-student",
          "ums-leadership", "leadership-student",
          "ums-maple-sugaring", "maple-age",
          "ums-online-teaching", "online-teaching-eligible");

  /** What no plan brings about. */
  private static final Map<String, List<Fact>> STARTING =
      Map.of(
          "jmg-career-exploration",
          List.of(
              EnrolmentBuilder.builder()
                  .level(EnrolmentLevel.HIGH_SCHOOL)
                  .year("JUNIOR")
                  .startedOn(LocalDate.of(2025, 9, 1))
                  .provenance(Provenance.vettedBy("registrar", ReviewerRole.STAFF))
                  .build()),
          "scouts-star-rank",
          List.of(
              HeldCredentialBuilder.builder()
                  .credential("scout-first-class")
                  .awardedOn(LocalDate.of(2025, 6, 1))
                  .provenance(Provenance.vettedBy("council", ReviewerRole.STAFF))
                  .build(),
              WorkExperienceBuilder.builder()
                  .type(WorkExperienceType.EXPERIENTIAL_LEARNING)
                  .subject("POSITION_OF_RESPONSIBILITY")
                  .startedOn(LocalDate.of(2025, 7, 1))
                  .endedOn(LocalDate.of(2025, 12, 1))
                  .provenance(Provenance.vettedBy("council", ReviewerRole.STAFF))
                  .build()));

  private static String pack = "";

  /** The laws of the pack that is looked at. */
  static class Laws implements PolicyLaws {
    @Override
    public CredentialRules rules() {
      return Packs.compileWithNeeds(pack);
    }

    @Override
    public Learner learner() {
      return new Learner(
          "learner",
          LocalDate.of(2009, 3, 1),
          "UMA",
          Set.of("STUDENT", "FACULTY", "STAFF"),
          Provenance.UNVETTED);
    }

    @Override
    public LearnerRecord start() {
      return LearnerRecord.of(
          learner(), STARTING.getOrDefault(pack, List.of()).toArray(new Fact[0]));
    }
  }

  @ParameterizedTest
  @MethodSource("io.credentialrules.policies.Packs#names")
  void a_pack_keeps_the_laws(String name) {
    pack = name;
    Map<String, String> broken = new TreeMap<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Laws.class))
                .filters(EngineFilter.includeEngines("jqwik"))
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() && result.getStatus() == TestExecutionResult.Status.FAILED) {
                  broken.put(
                      test.getDisplayName(),
                      result.getThrowable().map(Throwable::getMessage).orElse(""));
                }
              }
            });
    String ofLearner = OF_THE_LEARNER.get(name);
    if (ofLearner != null) {
      assertThat(broken.remove(DECIDES)).contains("{\"" + ofLearner + "\"=\"met\"}");
    }
    assertThat(broken).as(name).isEmpty();
  }
}
