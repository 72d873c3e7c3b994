package io.credentialrules.openbadges;

import com.google.common.base.Ascii;
import io.credentialrules.Measure;
import io.credentialrules.RequirementResult;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The evidence of a badge: for each requirement what was measured and who vetted it, in which role
 * and when; and what the learner handed in, where it has an address. Names of reviewers are written
 * only where the host says so.
 */
final class EvidenceWriting {
  private final boolean namesReviewers;

  EvidenceWriting(boolean namesReviewers) {
    this.namesReviewers = namesReviewers;
  }

  List<JsonObject> of(List<RequirementResult> requirements) {
    List<JsonObject> all = new ArrayList<>();
    for (RequirementResult requirement : requirements) {
      if (requirement.kind() == RequirementResult.Kind.PREREQUISITE) {
        continue;
      }
      all.add(
          Json.object("Evidence")
              .add("name", requirement.name())
              .add("narrative", narrative(requirement))
              .build());
      for (Fact fact : requirement.evidence()) {
        if (fact instanceof SubmittedEvidence evidence
            && evidence.url() != null
            && ObjectForms.isAbsolute(evidence.url())) {
          JsonObjectBuilder object =
              Json.object("Evidence")
                  .add("id", evidence.url())
                  .add("genre", Ascii.toLowerCase(evidence.type().name()));
          Json.add(object, "name", evidence.title());
          JsonObject built = object.build();
          if (!all.contains(built)) {
            all.add(built);
          }
        }
      }
    }
    return all;
  }

  private String narrative(RequirementResult requirement) {
    List<String> sentences = new ArrayList<>();
    Measure measure = requirement.measure();
    if (measure != null && measure.has() != null) {
      sentences.add(
          measure.has().toPlainString()
              + " "
              + measure.unit()
              + ", required: "
              + measure.operator().symbol()
              + " "
              + measure.needs().toPlainString()
              + ".");
    }
    if (requirement.waiver() != null) {
      sentences.add("Waived on " + requirement.waiver().on() + ".");
    }
    for (Fact fact : requirement.evidence()) {
      String vetted = vetted(fact.provenance().vetting());
      if (!vetted.isEmpty() && !sentences.contains(vetted)) {
        sentences.add(vetted);
      }
    }
    return sentences.isEmpty() ? "Met." : String.join(" ", sentences);
  }

  private String vetted(Vetting vetting) {
    if (vetting.status() != VettingStatus.VETTED || vetting.role() == null) {
      return "";
    }
    String role = vetting.role().name().toLowerCase(Locale.ROOT);
    String by =
        namesReviewers && vetting.reviewer() != null
            ? vetting.reviewer() + " (" + role + ")"
            : role;
    return "Vetted by " + by + (vetting.on() == null ? "" : " on " + vetting.on()) + ".";
  }
}
