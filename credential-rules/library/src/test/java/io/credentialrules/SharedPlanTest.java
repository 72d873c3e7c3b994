package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.SubmittedEvidence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a group lacks is told as plans, of those who agreed, the smallest first. */
class SharedPlanTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final CredentialRules RULES =
      CredentialRules.compile(
          PolicyPack.of(
              "garden",
              Map.of(
                  "garden.drl",
                  """
                  package garden
                  rule "A portfolio" @requirement( "portfolio" )
                  when SubmittedEvidence( type == "PORTFOLIO" ) then end
                  rule "A plan" @requirement( "plan" )
                  when SubmittedEvidence( type == "PLAN" ) then end
                  rule "A report" @requirement( "report" )
                  when SubmittedEvidence( type == "PROJECT" ) then end
                  rule "Of age" @requirement( "age" ) when Learner( id != "nobody" ) then end
                  rule "Gardener" @credential( "gardener" )
                  when Met( requirement == "portfolio" ) Met( requirement == "plan" )
                       Met( requirement == "report" ) Met( requirement == "age" ) then end
                  """)));

  private static Evaluation evaluation(String id, boolean agrees, int has) {
    List<Fact> facts = new ArrayList<>();
    if (agrees) {
      facts.add(
          new SignOff(
              SharedCredential.CONSENT,
              id,
              ReviewerRole.LEARNER,
              TODAY.minusDays(9),
              null,
              Provenance.UNVETTED));
    }
    EvidenceType[] types = {EvidenceType.PORTFOLIO, EvidenceType.PLAN, EvidenceType.PROJECT};
    for (int i = 0; i < types.length; i++) {
      if ((has & 1 << i) != 0) {
        facts.add(
            new SubmittedEvidence(
                types[i],
                null,
                "Work",
                null,
                true,
                null,
                TODAY.minusDays(3),
                Provenance.vettedBy("f", ReviewerRole.FACULTY, TODAY.minusDays(2))));
      }
    }
    return RULES.evaluate(LearnerRecord.builder(id).addAll(facts).build(), TODAY, ZoneId.of("UTC"));
  }

  private static @Nullable SharedPlan of(String id, boolean agrees, int has) {
    return SharedPlan.of(evaluation(id, agrees, has), "gardener");
  }

  @Property(tries = 30)
  void a_group_is_in_the_order_of_what_each_still_has_to_do(
      @ForAll @Size(max = 6) List<@IntRange(max = 15) Integer> group) {
    List<SharedPlan> plans = new ArrayList<>();
    int lacking = 0;
    for (int i = 0; i < group.size(); i++) {
      boolean agrees = group.get(i) < 8;
      int has = group.get(i) % 8;
      SharedPlan plan = of("learner-" + i, agrees, has);
      assertThat(plan == null).isEqualTo(!agrees || has == 7);
      if (plan != null) {
        plans.add(plan);
        lacking++;
      }
    }
    plans.sort(SharedPlan.SMALLEST_FIRST);
    assertThat(plans).hasSize(lacking);
    for (SharedPlan plan : plans) {
      assertThat(plan.plan()).isInstanceOf(Plan.Steps.class);
      int has = group.get(Integer.parseInt(plan.learner().substring(8)));
      assertThat(((Plan.Steps) plan.plan()).steps()).hasSize(3 - Integer.bitCount(has));
      assertThat(plan.missing()).hasSize(3 - Integer.bitCount(has));
    }
    assertThat(plans)
        .isSortedAccordingTo(
            Comparator.comparingInt((SharedPlan one) -> one.missing().size())
                .thenComparing(SharedPlan::learner));
  }

  @Example
  void who_did_not_agree_or_holds_it_is_not_seen_and_no_other_credential_is() {
    assertThat(of("ada", false, 1)).isNull();
    assertThat(of("ada", true, 7)).isNull();
    assertThat(Objects.requireNonNull(of("ada", true, 3)).learner()).isEqualTo("ada");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SharedPlan.of(evaluation("ada", true, 1), "baker"));
  }
}
