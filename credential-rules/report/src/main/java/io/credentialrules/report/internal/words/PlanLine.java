package io.credentialrules.report.internal.words;

import io.credentialrules.Measure;
import io.credentialrules.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Steps that are told on one line: two meetings are said as two, not twice as one.
 *
 * @param isNamed whether other steps are to be like it
 */
record PlanLine(List<Integer> own, Plan.Step step, @Nullable BigDecimal adds, boolean isNamed) {

  private boolean takes(Plan.Step other) {
    return adds != null
        && !isNamed
        && other.adds() != null
        && other.replaces() == null
        && step.replaces() == null
        && step.place().equals(other.place())
        && step.cost() == other.cost()
        && Objects.equals(unit(step), unit(other))
        && told(step).equals(told(other))
        && outside(step).equals(outside(other));
  }

  /** The steps beside those of this line that a fact has to be like or unlike, and in what. */
  private Map<String, Set<Integer>> outside(Plan.Step one) {
    Map<String, Set<Integer>> outside = new TreeMap<>();
    for (Plan.Demand demand : DemandSentences.unsaid(one)) {
      Set<Integer> others = new TreeSet<>(demand.steps());
      own.forEach(others::remove);
      if (!others.isEmpty()) {
        outside
            .computeIfAbsent(
                demand.field() + " " + demand.relation() + demand.values(), key -> new TreeSet<>())
            .addAll(others);
      }
    }
    return outside;
  }

  private static @Nullable String unit(Plan.Step step) {
    Measure measure = step.measure();
    return measure == null ? null : measure.unit();
  }

  /** What is told of each alike. */
  private static List<Plan.Demand> told(Plan.Step step) {
    return DemandSentences.unsaid(step).stream()
        .filter(demand -> demand.steps().isEmpty())
        .toList();
  }

  long cost() {
    return (long) own.size() * step.cost();
  }

  PlanLine with(int number, Plan.Step other) {
    List<Integer> all = new ArrayList<>(own);
    all.add(number);
    BigDecimal more = other.adds();
    return new PlanLine(all, other, adds == null || more == null ? adds : adds.add(more), false);
  }

  static List<PlanLine> merged(List<Plan.Step> steps) {
    List<PlanLine> lines = new ArrayList<>();
    Set<Integer> named = named(steps);
    for (int number = 0; number < steps.size(); number++) {
      Plan.Step step = steps.get(number);
      int at = named.contains(number) ? -1 : lines.size() - 1;
      while (at >= 0 && !lines.get(at).takes(step)) {
        at--;
      }
      if (at >= 0) {
        lines.set(at, lines.get(at).with(number, step));
      } else {
        lines.add(new PlanLine(List.of(number), step, step.adds(), named.contains(number)));
      }
    }
    return lines;
  }

  /** The steps that others are to be like, each of which has a line of its own. */
  private static Set<Integer> named(List<Plan.Step> steps) {
    Set<Integer> named = new HashSet<>();
    for (Plan.Step step : steps) {
      for (Plan.Demand demand : step.demands()) {
        if (demand.relation() == Plan.Relation.SAME) {
          named.addAll(demand.steps());
        }
      }
    }
    return named;
  }

  static int line(List<PlanLine> lines, int step) {
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).own().contains(step)) {
        return at + 1;
      }
    }
    throw new IllegalArgumentException("step " + step + " is in no line");
  }
}
