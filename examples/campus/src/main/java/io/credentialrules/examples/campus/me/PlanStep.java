package io.credentialrules.examples.campus.me;

import io.credentialrules.Plan;
import io.credentialrules.report.Sentences;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.WorkExperience;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A line of a plan as a page shows it.
 *
 * @param sentence what to do, or why nothing can be done
 * @param address of the form in which the learner does it, filled in as far as the plan says; null
 *     where it is not for the learner to submit
 * @param note who does it otherwise; empty where the line says everything
 */
record PlanStep(String sentence, @Nullable String address, String note) {
  private static final String FORM = "/me/evidence";

  /** The lines of a plan, in its order. */
  static List<PlanStep> of(Plan plan, Sentences sentences) {
    List<String> lines = sentences.plan(plan);
    List<List<Plan.Step>> steps = sentences.steps(plan);
    return IntStream.range(0, lines.size())
        .mapToObj(line -> of(sentences.sentence(lines.get(line)), steps.get(line)))
        .toList();
  }

  private static PlanStep of(String sentence, List<Plan.Step> steps) {
    if (steps.isEmpty()) {
      return new PlanStep(sentence, null, "");
    }
    // Those of one line are alike.
    Plan.Step step = steps.get(0);
    return switch (step.action()) {
      case REVIEW -> new PlanStep(sentence, null, "It is waiting for a reviewer.");
      case SIGN_OFF -> new PlanStep(sentence, null, "Faculty or staff sign it off.");
      case COMPLETE, RENEW, ADD -> {
        String form = form(step);
        yield new PlanStep(
            sentence,
            form,
            form == null ? "Your campus records this; ask whoever teaches or supervises you." : "");
      }
    };
  }

  private static @Nullable String form(Plan.Step step) {
    if (step.fact() instanceof SubmittedEvidence evidence) {
      UriComponentsBuilder address =
          UriComponentsBuilder.fromPath(FORM).queryParam("type", evidence.type());
      if (evidence.topic() != null && isSaid(step, "topic")) {
        address.queryParam("topic", "{topic}");
        return address.encode().buildAndExpand(evidence.topic()).toUriString();
      }
      return address.toUriString();
    }
    if (step.fact() instanceof WorkExperience work) {
      return UriComponentsBuilder.fromPath(FORM)
          .queryParam("work", work.type())
          .fragment("hours")
          .toUriString();
    }
    return null;
  }

  /**
   * Whether the policy says what the field is: otherwise the value is one that the plan made up.
   */
  private static boolean isSaid(Plan.Step step, String field) {
    return step.demands().stream()
        .anyMatch(
            demand -> demand.field().equals(field) && demand.relation() == Plan.Relation.ONE_OF);
  }
}
