package io.credentialrules.internal.engine;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Components;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.drools.model.AlphaIndex;
import org.drools.model.DSL;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.view.ViewItem;
import org.jspecify.annotations.Nullable;

/**
 * Turns the steps of one branch into conditions of the engine. Only whether there is a match
 * matters, never how many: conditions that share no variable with others become {@code exists}, so
 * that repeated facts do not multiply.
 */
final class BranchBuilder {
  private final String name;
  private final Variable<Object> touched;
  private final FieldNumbers numbers;
  private final boolean inOne;
  private final SlotVariables variables = new SlotVariables();
  private final Map<Integer, PatternDef<Object>> patterns = new HashMap<>();
  private boolean isWithinTotal;
  private int next;

  /**
   * For one branch.
   *
   * @param touched the variable of what wakes its rule
   * @param inOne whether what a pattern compares with other facts is one condition of the engine
   */
  BranchBuilder(String name, Variable<Object> touched, FieldNumbers numbers, boolean inOne) {
    this.name = name;
    this.touched = touched;
    this.numbers = numbers;
    this.inOne = inOne;
  }

  List<RuleItemBuilder<?>> build(Branch branch) {
    List<RuleItemBuilder<?>> items = new ArrayList<>();
    for (List<Step> component : Components.of(branch.steps())) {
      if (component.size() == 1 && component.get(0) instanceof Step.Match match) {
        items.add(DSL.exists(match(match, null)));
      } else {
        items.addAll(group(component, null));
      }
    }
    return items;
  }

  /**
   * The steps side by side. Each pattern after another spends from the budget for every
   * combination, because the engine bounds neither how many there are nor how long it takes.
   */
  private List<ViewItem<?>> group(List<Step> steps, @Nullable Variable<Object> before) {
    List<ViewItem<?>> items = new ArrayList<>();
    Variable<Object> previous = before;
    for (Step step : steps) {
      if (step instanceof Step.Match match) {
        items.add(match(match, previous));
        previous = variables.of(match.slot());
      } else if (step instanceof Step.None none) {
        items.addAll(none(none.steps(), previous));
      } else if (step instanceof Step.Some some) {
        items.addAll(some(some.steps(), previous));
      } else if (step instanceof Step.Every every) {
        items.addAll(every(every, previous));
      } else if (step instanceof Step.Total total) {
        items.addAll(total(total, previous));
      }
    }
    return items;
  }

  private List<ViewItem<?>> none(List<Step> steps, @Nullable Variable<Object> previous) {
    return absent(group(steps, previous));
  }

  private List<ViewItem<?>> absent(List<ViewItem<?>> items) {
    return isWithinTotal && items.size() > 1
        ? counted(items, count -> count.signum() == 0)
        : List.of(DSL.not(together(items)));
  }

  private List<ViewItem<?>> some(List<Step> steps, @Nullable Variable<Object> previous) {
    List<ViewItem<?>> items = group(steps, previous);
    return isWithinTotal && items.size() > 1
        ? counted(items, count -> count.signum() > 0)
        : List.of(DSL.exists(together(items)));
  }

  /**
   * Each one has what fits it: there is none without it. Where it has to fit itself, whether it
   * does is a condition of the one pattern, and nothing is looked for beside it. It is asked for
   * the branch that is touched, or else the engine asks it of each fact for each rule that sleeps.
   */
  private List<ViewItem<?>> every(Step.Every every, @Nullable Variable<Object> previous) {
    PatternDef<Object> each = match(every.each(), previous);
    Step.Match itself = inOne ? every.itself() : null;
    if (itself != null && itself.type().name().equals(every.each().type().name())) {
      Variable<Object> own = variables.of(every.each().slot());
      variables.put(itself.slot(), own);
      List<Test> fits = every.fitsItself();
      Comparands comparands = comparands(fits, own).or(previous == null ? touched : previous);
      if (comparands.areFew()) {
        int work = Test.work(fits);
        comparands.test(
            each,
            unique("misfit"),
            (fact, row) -> {
              ((Candidate) fact).budget().spendComparisons(work);
              return !Test.all(fits, row);
            });
        return absent(List.of(each));
      }
    }
    List<ViewItem<?>> counterexample = new ArrayList<>();
    counterexample.add(each);
    counterexample.addAll(none(every.fits(), variables.of(every.each().slot())));
    return absent(counterexample);
  }

  /**
   * Whether several conditions hold together, by how often they do: within the source of an
   * accumulate the engine takes {@code not} and {@code exists} of one condition only.
   */
  private List<ViewItem<?>> counted(List<ViewItem<?>> items, Predicate<BigDecimal> enough) {
    Step.Function count = new Step.Function(0, Aggregation.COUNT, null, "");
    Variable<Object> result = variable(Object.class);
    return List.of(
        DSL.accumulate(together(items), DSL.accFunction(() -> new TotalFunction(count)).as(result)),
        pattern(result)
            .expr(
                unique("count"),
                totals -> enough.test((BigDecimal) ((Totals) totals).at(count.slot()))));
  }

  private static ViewItem<?> together(List<ViewItem<?>> items) {
    return items.size() == 1
        ? items.get(0)
        : DSL.and(items.get(0), items.subList(1, items.size()).toArray(new ViewItem<?>[0]));
  }

  private PatternDef<Object> match(Step.Match match, @Nullable Variable<Object> previous) {
    Variable<Object> own = variable(Candidate.class);
    variables.put(match.slot(), own);
    String type = match.type().name();
    PatternDef<Object> pattern =
        pattern(own)
            .expr(
                "type " + type,
                new Keyed<>("type " + type, fact -> ((Candidate) fact).typeName().equals(type)),
                alphaIndexedBy(
                    String.class,
                    ConstraintType.EQUAL,
                    FieldNumbers.TYPE,
                    new IndexedBy<>(fact -> ((Candidate) fact).typeName()),
                    type));
    patterns.put(match.slot(), pattern);
    for (Test test : match.tests()) {
      if (test.readsOnly(match.slot())) {
        own(pattern, match, test);
      }
    }
    List<Test> joined =
        match.tests().stream().filter(test -> !test.readsOnly(match.slot())).toList();
    if (!inOne || !joinedInOne(pattern, own, joined, previous)) {
      if (previous != null) {
        pattern.expr(unique("spend"), previous, (fact, other) -> spend(fact, joined));
      }
      joined.forEach(test -> joined(pattern, own, test));
    }
    return pattern;
  }

  private static boolean spend(Object fact, List<Test> joined) {
    ((Candidate) fact).budget().spendRow(joined);
    return true;
  }

  /**
   * A test of the fact alone: the engine shares it between rules, and hashes it when a field must
   * equal one word or text.
   */
  private void own(PatternDef<Object> pattern, Step.Match match, Test test) {
    String key = match.type().name() + " " + test.key(slot -> "");
    Keyed<Object> keyed = new Keyed<>(key, fact -> ((Candidate) fact).passes(test));
    AlphaIndex<Object, String> index = numbers.index(test);
    if (index == null) {
      pattern.expr(key, keyed);
    } else {
      pattern.expr(key, keyed, index);
    }
  }

  /** What is spent and compared for a combination in one condition, if that is possible. */
  private boolean joinedInOne(
      PatternDef<Object> pattern,
      Variable<Object> own,
      List<Test> joined,
      @Nullable Variable<Object> previous) {
    Comparands comparands = comparands(joined, own).or(previous);
    if (comparands.areFew() && (previous != null || !joined.isEmpty())) {
      comparands.test(
          pattern,
          unique("join"),
          (fact, row) -> (previous == null || spend(fact, joined)) && Test.all(joined, row));
    }
    return comparands.areFew();
  }

  private void joined(PatternDef<Object> pattern, Variable<Object> own, Test test) {
    comparands(List.of(test), own).test(pattern, unique("join"), (fact, row) -> test.in(row));
  }

  private Comparands comparands(List<Test> tests, Variable<Object> own) {
    Set<Integer> slots = new LinkedHashSet<>();
    tests.forEach(test -> slots.addAll(test.slots()));
    List<Variable<Object>> others = variables.others(slots, own);
    return new Comparands(others, variables.layout(slots, own, others));
  }

  private List<ViewItem<?>> total(Step.Total total, @Nullable Variable<Object> previous) {
    boolean wasWithinTotal = isWithinTotal;
    isWithinTotal = true;
    List<ViewItem<?>> source = group(total.steps(), previous);
    isWithinTotal = wasWithinTotal;
    Variable<Object> row = rowOf(total);
    Variable<Object> result = variable(Object.class);
    total.functions().forEach(function -> variables.put(function.slot(), result));
    List<ViewItem<?>> items = new ArrayList<>();
    items.add(
        DSL.accumulate(
            together(source), DSL.accFunction(() -> new TotalFunction(total), row).as(result)));
    if (!total.tests().isEmpty()) {
      PatternDef<Object> tests = pattern(result);
      for (Test test : total.tests()) {
        joined(tests, result, test);
      }
      items.add(tests);
    }
    return items;
  }

  /**
   * One value that stands for the whole combination of facts: the fact itself where there is one
   * only.
   */
  private Variable<Object> rowOf(Step.Total total) {
    List<Integer> slots =
        total.steps().stream()
            .filter(Step.Match.class::isInstance)
            .map(step -> ((Step.Match) step).slot())
            .toList();
    Variable<Object> last = variables.of(slots.get(slots.size() - 1));
    if (slots.size() == 1) {
      return last;
    }
    List<Variable<Object>> others = variables.others(slots, last);
    SlotVariables.Layout layout = variables.layout(slots, last, others);
    Variable<Object> row = variable(Row.class);
    new Comparands(others, layout)
        .bind(
            Objects.requireNonNull(
                patterns.get(slots.get(slots.size() - 1)), "the pattern was built"),
            row);
    return row;
  }

  private Variable<Object> variable(Class<?> type) {
    @SuppressWarnings("unchecked") // the engine only checks instances against the class
    Class<Object> raw = (Class<Object>) type;
    return DSL.declarationOf(raw, unique("v"));
  }

  private String unique(String what) {
    return name + "." + what + next++;
  }
}
