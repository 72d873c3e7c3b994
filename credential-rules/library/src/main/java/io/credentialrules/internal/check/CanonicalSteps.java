package io.credentialrules.internal.check;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text that two requirements share only when they ask for the same, whatever the order of their
 * conditions and the names that they use. Conditions are put in the order of what they say without
 * the names of slots, and slots are then numbered in that order; so two equal requirements of which
 * several conditions differ in nothing but what they refer to may be told apart.
 */
final class CanonicalSteps {
  private final Map<Integer, String> names = new HashMap<>();

  private final Set<Integer> counted = new HashSet<>();

  private CanonicalSteps() {}

  static String of(Requirement requirement) {
    TreeSet<String> proofs = new TreeSet<>();
    for (Proof proof : requirement.proofs()) {
      TreeSet<String> branches = new TreeSet<>();
      for (Branch branch : proof.branches()) {
        branches.add(of(branch.steps()));
      }
      Window window = proof.header().window();
      proofs.add(window.from() + " " + window.until() + " " + proof.versionBy() + " " + branches);
    }
    return proofs.toString();
  }

  private static String of(List<Step> steps) {
    CanonicalSteps canonical = new CanonicalSteps();
    List<Step> ordered = canonical.ordered(steps);
    canonical.name(ordered);
    return canonical.written(ordered, canonical::named);
  }

  private String named(int slot) {
    return names.getOrDefault(slot, "?");
  }

  private List<Step> ordered(List<? extends Step> steps) {
    List<Step> ordered = new ArrayList<>(steps);
    ordered.sort(Comparator.comparing(step -> written(step, slot -> "$")));
    return ordered;
  }

  private void name(List<? extends Step> steps) {
    for (Step step : steps) {
      name(ordered(step.parts()));
      step.fills().stream().sorted().forEach(slot -> names.put(slot, "$" + names.size()));
    }
  }

  private String written(List<? extends Step> steps, IntFunction<String> slots) {
    return ordered(steps).stream()
        .map(step -> written(step, slots))
        .collect(Collectors.joining(" "));
  }

  private String written(Step step, IntFunction<String> slots) {
    StringBuilder text = new StringBuilder(step.getClass().getSimpleName());
    if (step instanceof Step.Match match) {
      text.append(' ').append(match.type().name()).append(' ');
      text.append(slots.apply(match.slot())).append(tests(match.tests(), slots));
      return text.toString();
    }
    text.append('(');
    if (step instanceof Step.Every every) {
      text.append(written(every.each(), slots)).append(" / ");
      text.append(written(every.fits(), slots));
    } else {
      text.append(written(step.parts(), slots));
    }
    if (step instanceof Step.Total total) {
      text.append(grouped(total.grouping(), slots));
      for (Step.Function function : total.functions()) {
        text.append("; ").append(function.kind()).append(' ');
        text.append(function.argument() == null ? "" : function.argument().key(slots));
        text.append(' ').append(slots.apply(function.slot()));
      }
      total.functions().stream()
          .filter(function -> isCount(function.kind()))
          .forEach(function -> counted.add(function.slot()));
      text.append(total.tests().stream().map(test -> counted(test, slots)).sorted().toList());
    }
    return text.append(')').toString();
  }

  private static boolean isCount(Aggregation kind) {
    return kind == Aggregation.COUNT || kind == Aggregation.COUNT_DISTINCT;
  }

  /** Of what is counted, more than 2 is at least 3. */
  private String counted(Test test, IntFunction<String> slots) {
    Comparison comparison = test.comparison();
    if (comparison != null
        && comparison.left() instanceof Value.Slot slot
        && counted.contains(slot.slot())
        && comparison.right().literal() instanceof BigDecimal number) {
      String left = comparison.left().key(slots);
      BigDecimal below = number.setScale(0, RoundingMode.FLOOR);
      BigDecimal above = number.setScale(0, RoundingMode.CEILING);
      switch (comparison.operator()) {
        case MORE -> {
          return left + " >= " + below.add(BigDecimal.ONE).toPlainString();
        }
        case AT_LEAST -> {
          return left + " >= " + above.toPlainString();
        }
        case LESS -> {
          return left + " <= " + above.subtract(BigDecimal.ONE).toPlainString();
        }
        case AT_MOST -> {
          return left + " <= " + below.toPlainString();
        }
        default -> {}
      }
    }
    return written(test, slots);
  }

  private static String grouped(@Nullable GroupedBy grouping, IntFunction<String> slots) {
    if (grouping == null) {
      return "";
    }
    StringBuilder text = new StringBuilder("; by ").append(grouping.key().key(slots));
    for (Step.Function function : grouping.functions()) {
      text.append(' ').append(function.kind()).append(' ');
      text.append(function.argument() == null ? "" : function.argument().key(slots));
      text.append(' ').append(function.slot() - grouping.slot());
    }
    IntFunction<String> own = slot -> "$+" + (slot - grouping.slot());
    return text.append(tests(grouping.tests(), own)).toString();
  }

  private static String tests(List<Test> tests, IntFunction<String> slots) {
    return tests.stream().map(test -> written(test, slots)).sorted().toList().toString();
  }

  /** What is said in two ways is written in one: {@code paid == true}, a list in another order. */
  private static String written(Test test, IntFunction<String> slots) {
    Comparison comparison = test.comparison();
    Object literal = comparison == null ? null : comparison.right().literal();
    if (comparison == null || literal == null) {
      String oneOf = test.formula() instanceof Formula.Or ? oneOf(test.parts(), slots) : null;
      return oneOf == null ? test.key(slots) : oneOf;
    }
    String alone = oneOf(List.of(test), slots);
    if (alone != null) {
      return alone;
    }
    String left = comparison.left().key(slots);
    if (literal instanceof Boolean truth && comparison.operator() == Operator.EQUAL) {
      return truth ? left : "!(" + left + ")";
    }
    if (literal instanceof List<?> list) {
      return left
          + " "
          + comparison.operator().symbol()
          + " "
          + new TreeSet<>(list.stream().map(String::valueOf).toList());
    }
    return test.key(slots);
  }

  /** A value that is one of some, written as a list; null where the tests say something else. */
  private static @Nullable String oneOf(List<Test> tests, IntFunction<String> slots) {
    Set<String> values = new TreeSet<>();
    String left = null;
    for (Test test : tests) {
      Comparison comparison = test.comparison();
      Object literal = comparison == null ? null : comparison.right().literal();
      if (comparison == null || literal == null) {
        return null;
      }
      String own = comparison.left().key(slots);
      if (left != null && !left.equals(own)) {
        return null;
      }
      left = own;
      if (comparison.operator() == Operator.IN && literal instanceof List<?> list) {
        list.forEach(each -> values.add(String.valueOf(each)));
      } else if (comparison.operator() == Operator.EQUAL && literal instanceof String text) {
        values.add(text);
      } else {
        return null;
      }
    }
    return left + " in " + values;
  }
}
