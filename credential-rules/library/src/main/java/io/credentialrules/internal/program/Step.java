package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.policy.Condition;
import io.credentialrules.policy.VocabularyType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One condition of a branch, resolved. Alternatives are gone: each is a branch of its own. */
public sealed interface Step {

  /** The condition that it came from. */
  Condition source();

  /** A fact of a type that passes all tests, put into a slot. */
  record Match(int slot, VocabularyType type, List<Test> tests, Condition source) implements Step {
    /** Copies the tests. */
    public Match {
      tests = List.copyOf(tests);
    }

    /** The fact in its slot. */
    public Value.Slot self() {
      return Value.Slot.ofFact(slot, type);
    }

    /** The tests that look at the fact alone. */
    public List<Test> own() {
      return tests.stream().filter(test -> test.readsOnly(slot)).toList();
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
  }

  /** Totals over all combinations that pass the steps, put into slots, which pass all tests. */
  record Total(List<Step> steps, List<Function> functions, List<Test> tests, Condition source)
      implements Step {
    /** Copies the lists. */
    public Total {
      steps = List.copyOf(steps);
      functions = List.copyOf(functions);
      tests = List.copyOf(tests);
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

  /** The slots that the step fills for the steps behind it. */
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
    ImmutableSet.Builder<Integer> read = ImmutableSet.builder();
    ImmutableSet.Builder<Integer> own = ImmutableSet.builder();
    collect(this, read, own);
    ImmutableSet<Integer> inside = own.build();
    return read.build().stream()
        .filter(slot -> !inside.contains(slot))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static void collect(
      Step step, ImmutableSet.Builder<Integer> read, ImmutableSet.Builder<Integer> own) {
    if (step instanceof Match match) {
      own.add(match.slot());
      match.tests().forEach(test -> read.addAll(test.slots()));
    } else if (step instanceof None none) {
      none.steps().forEach(inner -> collect(inner, read, own));
    } else if (step instanceof Some some) {
      some.steps().forEach(inner -> collect(inner, read, own));
    } else if (step instanceof Every every) {
      collect(every.each(), read, own);
      every.fits().forEach(inner -> collect(inner, read, own));
    } else if (step instanceof Total total) {
      total.steps().forEach(inner -> collect(inner, read, own));
      total
          .functions()
          .forEach(
              function -> {
                own.add(function.slot());
                if (function.argument() != null) {
                  read.addAll(function.argument().slots());
                }
              });
      total.tests().forEach(test -> read.addAll(test.slots()));
    }
  }
}
