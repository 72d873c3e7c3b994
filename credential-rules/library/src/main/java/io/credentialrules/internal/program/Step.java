package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One condition of a branch, resolved. Alternatives are gone: each is a branch of its own. */
public sealed interface Step {

  /** The condition that it came from. */
  Condition source();

  /**
   * A fact of a type that passes all tests, put into a slot.
   *
   * @param referents of a pattern on {@code Met} or {@code Earned}, the numbers of the requirements
   *     or credentials that pass the tests that look at the fact alone; otherwise empty
   */
  record Match(
      int slot, VocabularyType type, List<Test> tests, Condition source, List<Integer> referents)
      implements Step {
    /** Copies the lists. */
    public Match {
      tests = List.copyOf(tests);
      referents = List.copyOf(referents);
    }

    /** A pattern of which it is not yet known, or of no interest, what it can stand for. */
    public Match(int slot, VocabularyType type, List<Test> tests, Condition source) {
      this(slot, type, tests, source, List.of());
    }

    /** The same with what it can stand for. */
    public Match referringTo(List<Integer> numbers) {
      return new Match(slot, type, tests, source, numbers);
    }

    /** The fact in its slot. */
    public Value.Slot self() {
      return Value.Slot.ofFact(slot, type);
    }

    /** The tests that look at the fact alone. */
    public List<Test> own() {
      for (Test test : tests) {
        if (!test.readsOnly(slot)) {
          return tests.stream().filter(each -> each.readsOnly(slot)).toList();
        }
      }
      return tests;
    }

    /** All tests, those that look at the fact alone first. */
    public List<Test> ownFirst() {
      for (int i = 1; i < tests.size(); i++) {
        if (tests.get(i).readsOnly(slot) && !tests.get(i - 1).readsOnly(slot)) {
          List<Test> first = new ArrayList<>(own());
          tests.stream().filter(test -> !test.readsOnly(slot)).forEach(first::add);
          return first;
        }
      }
      return tests;
    }
  }

  /** No combination passes the steps. */
  record None(List<Step> steps, Condition source) implements Step {
    /** Copies the steps. */
    public None {
      steps = List.copyOf(steps);
    }
  }

  /** Some combination passes the steps. */
  record Some(List<Step> steps, Condition source) implements Step {
    /** Copies the steps. */
    public Some {
      steps = List.copyOf(steps);
    }
  }

  /** Each match of the first has matches of the others. */
  record Every(Match each, List<Step> fits, Condition source) implements Step {
    /** Copies the steps. */
    public Every {
      fits = List.copyOf(fits);
    }

    /** The one pattern that each has to match itself, so that no other fact can help; or null. */
    public @Nullable Match itself() {
      return fits.size() == 1
              && fits.get(0) instanceof Match match
              && match.tests().stream().anyMatch(test -> isSame(match, test))
          ? match
          : null;
    }

    /** The tests of that pattern, without the one that it is the same fact. */
    public List<Test> fitsItself() {
      Match match = Objects.requireNonNull(itself(), "each has to fit itself");
      return match.tests().stream().filter(test -> !isSame(match, test)).toList();
    }

    private boolean isSame(Match match, Test test) {
      Formula formula = test.formula();
      return formula instanceof Formula.SameFact same
          ? isFactOf(match, same.one()) && isFactOf(each, same.other())
          : formula instanceof Comparison equal
              && equal.operator() == Operator.EQUAL
              && isFactOf(match, equal.left())
              && isFactOf(each, equal.right());
    }

    private static boolean isFactOf(Match match, Value value) {
      return value instanceof Value.Slot slot && slot.slot() == match.slot();
    }
  }

  /** Totals over all combinations that pass the steps, put into slots, which pass all tests. */
  record Total(
      List<Step> steps,
      @Nullable GroupedBy grouping,
      List<Function> functions,
      List<Test> tests,
      Condition source)
      implements Step {
    /** Copies the lists. */
    public Total {
      steps = List.copyOf(steps);
      functions = List.copyOf(functions);
      tests = List.copyOf(tests);
    }

    /** A total over the combinations themselves. */
    public Total(List<Step> steps, List<Function> functions, List<Test> tests, Condition source) {
      this(steps, null, functions, tests, source);
    }

    /** The values that functions are given, and by which combinations are grouped. */
    public List<Value> arguments() {
      List<Value> arguments = new ArrayList<>();
      if (grouping != null) {
        arguments.add(grouping.key());
        grouping.functions().forEach(function -> add(function, arguments));
      }
      functions.forEach(function -> add(function, arguments));
      return arguments;
    }

    /** The patterns whose combinations are summed up. */
    public List<Match> patterns() {
      return steps.stream().filter(Match.class::isInstance).map(Match.class::cast).toList();
    }

    private static void add(Function function, List<Value> arguments) {
      if (function.argument() != null) {
        arguments.add(function.argument());
      }
    }
  }

  /**
   * A function of a total.
   *
   * @param slot where its result goes
   * @param argument what is summed up; null to count combinations
   * @param unit the unit of its result; empty where it is no amount
   */
  record Function(int slot, Aggregation kind, @Nullable Value argument, String unit) {}

  /** The steps directly within; empty for a pattern. */
  default List<Step> parts() {
    if (this instanceof None none) {
      return none.steps();
    }
    if (this instanceof Some some) {
      return some.steps();
    }
    if (this instanceof Every every) {
      return ImmutableList.<Step>builder().add(every.each()).addAll(every.fits()).build();
    }
    return this instanceof Total total ? total.steps() : List.of();
  }

  /** Whether it looks at since when or until when a credential is earned, apart from its parts. */
  default boolean asksWhenEarned() {
    if (this instanceof Match match) {
      return match.tests().stream().anyMatch(Test::asksWhenEarned);
    }
    return this instanceof Total total
        && (total.tests().stream().anyMatch(Test::asksWhenEarned)
            || total.arguments().stream().anyMatch(Value::asksWhenEarned));
  }

  /** Visits the step and those within, from left to right. */
  default void visit(Consumer<Step> visitor) {
    visitor.accept(this);
    parts().forEach(part -> part.visit(visitor));
  }

  /** The same step with each of its patterns replaced. */
  default Step map(UnaryOperator<Match> patterns) {
    if (this instanceof Match match) {
      return patterns.apply(match);
    }
    if (this instanceof None none) {
      return new None(map(none.steps(), patterns), none.source());
    }
    if (this instanceof Some some) {
      return new Some(map(some.steps(), patterns), some.source());
    }
    if (this instanceof Every every) {
      return new Every(patterns.apply(every.each()), map(every.fits(), patterns), every.source());
    }
    Total total = (Total) this;
    return new Total(
        map(total.steps(), patterns),
        total.grouping(),
        total.functions(),
        total.tests(),
        total.source());
  }

  /** The same steps with each of their patterns replaced. */
  static List<Step> map(List<Step> steps, UnaryOperator<Match> patterns) {
    List<Step> mapped = new ArrayList<>(steps.size());
    for (Step step : steps) {
      mapped.add(step.map(patterns));
    }
    return List.copyOf(mapped);
  }

  /** The slots that the step fills for the steps after it. */
  default ImmutableSet<Integer> fills() {
    if (this instanceof Match match) {
      return ImmutableSet.of(match.slot());
    }
    if (this instanceof Total total) {
      return total.functions().stream().map(Function::slot).collect(ImmutableSet.toImmutableSet());
    }
    return ImmutableSet.of();
  }

  /** The slots of other steps that the step reads. */
  default ImmutableSet<Integer> reads() {
    Set<Integer> read = new LinkedHashSet<>();
    Set<Integer> inside = new HashSet<>();
    visit(
        step -> {
          inside.addAll(step.fills());
          if (step instanceof Match match) {
            match.tests().forEach(test -> read.addAll(test.slots()));
          } else if (step instanceof Total total) {
            total.tests().forEach(test -> read.addAll(test.slots()));
            total.arguments().forEach(argument -> read.addAll(argument.slots()));
            if (total.grouping() != null) {
              inside.addAll(total.grouping().fills());
            }
          }
        });
    read.removeAll(inside);
    return ImmutableSet.copyOf(read);
  }
}
