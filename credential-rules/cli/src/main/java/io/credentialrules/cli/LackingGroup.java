package io.credentialrules.cli;

import io.credentialrules.Evaluation;
import io.credentialrules.Plan;
import io.credentialrules.SharedPlan;
import io.credentialrules.report.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What each of a group lacks for a credential, with the plan that would earn it, the smallest plan
 * first. Of a group that is larger than can be kept, those with the smallest plans are.
 */
final class LackingGroup {
  /** Each is kept with its plan until all are in order, so that memory is bounded. */
  static final int MOST = 1_000;

  /**
   * What one of them lacks, in words.
   *
   * @param steps what to do, or why nothing helps
   */
  record Lacking(SharedPlan plan, List<String> missing, List<String> steps) {
    Lacking {
      missing = List.copyOf(missing);
      steps = List.copyOf(steps);
    }

    String learner() {
      return plan.learner();
    }

    boolean hasPlan() {
      return plan.plan() instanceof Plan.Steps;
    }

    /** The requirements, then what to do about them. */
    List<String> lines() {
      List<String> lines = new ArrayList<>(missing);
      for (int i = 0; i < steps.size(); i++) {
        lines.add(hasPlan() ? "step " + (i + 1) + ": " + steps.get(i) : steps.get(i));
      }
      return lines;
    }

    void write(JsonListing json) {
      json.beginObject();
      json.text("learner", learner());
      json.texts("holds", List.of());
      json.texts("lacks", missing);
      json.text("plan", hasPlan() ? "STEPS" : "UNREACHABLE");
      if (plan.plan() instanceof Plan.Steps planned) {
        json.number("cost", planned.cost());
        json.day("startOn", planned.startOn());
        json.day("waitUntil", planned.waitUntil());
      }
      json.texts("steps", steps);
      json.endObject();
    }
  }

  private static final Comparator<Lacking> ORDER =
      Comparator.comparing(Lacking::plan, SharedPlan.SMALLEST_FIRST);

  private final PriorityQueue<Lacking> kept = new PriorityQueue<>(ORDER.reversed());
  private final int most;
  private long leftOut;

  LackingGroup(int most) {
    this.most = most;
  }

  /** What a learner lacks; null where the learner did not agree, or holds the credential. */
  static @Nullable Lacking of(Evaluation evaluation, String credential) {
    SharedPlan plan = SharedPlan.of(evaluation, credential);
    if (plan == null) {
      return null;
    }
    Sentences sentences = Sentences.of(evaluation, Locale.ENGLISH);
    return new Lacking(
        plan,
        plan.missing().stream()
            .map(one -> sentences.requirement(one) + ": " + sentences.state(one.state()))
            .toList(),
        sentences.plan(plan.plan()).stream().map(sentences::sentence).toList());
  }

  void add(Lacking one) {
    kept.add(one);
    if (kept.size() > most) {
      kept.remove();
      leftOut++;
    }
  }

  /** Those with the smallest plans, in order. */
  List<Lacking> all() {
    return kept.stream().sorted(ORDER).toList();
  }

  /** How many more lack it. */
  long leftOut() {
    return leftOut;
  }
}
