package io.credentialrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.SharedCredential;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.SubmittedEvidence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Of a group that is too large, those with the smallest plans are kept, and the others counted. */
class LackingGroupTest {
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
                  rule "Gardener" @credential( "gardener" )
                  when Met( requirement == "portfolio" ) Met( requirement == "plan" ) then end
                  """)));

  private static LackingGroup.Lacking lacking(String learner, boolean hasPortfolio) {
    SignOff consent =
        SignOff.builder()
            .subject(SharedCredential.CONSENT)
            .by(learner)
            .role(ReviewerRole.LEARNER)
            .on(TODAY)
            .build();
    SubmittedEvidence portfolio =
        SubmittedEvidence.builder()
            .type(EvidenceType.PORTFOLIO)
            .submittedOn(TODAY)
            .provenance(Provenance.vettedBy("f", ReviewerRole.FACULTY, TODAY))
            .build();
    return Objects.requireNonNull(
        LackingGroup.of(
            RULES.evaluate(
                LearnerRecord.builder(learner)
                    .addAll(hasPortfolio ? List.of(consent, portfolio) : List.of(consent))
                    .build(),
                TODAY,
                ZoneId.of("UTC")),
            "gardener"));
  }

  @Test
  void those_with_the_smallest_plans_are_kept_and_the_others_counted() {
    LackingGroup group = new LackingGroup(2);
    group.add(lacking("ada", false));
    group.add(lacking("zoe", true));
    assertThat(group.leftOut()).isZero();
    group.add(lacking("bob", false));
    assertThat(group.all()).extracting(LackingGroup.Lacking::learner).containsExactly("zoe", "ada");
    assertThat(group.leftOut()).isOne();
    group.add(lacking("zoe", true));
    assertThat(group.all()).extracting(LackingGroup.Lacking::learner).containsExactly("zoe", "zoe");
    assertThat(group.leftOut()).isEqualTo(2);
  }
}
