package io.credentialrules.internal.engine;

import com.google.common.collect.ImmutableList;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Totals;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which branches a fact can touch.
 *
 * <p>The idea: a branch holds only if each of its patterns finds a fact, so it is enough to wake it
 * when one of them can. For each branch one pattern is chosen, its anchor, and one value that a
 * text or word of the anchor must equal; the branch is found by the type of a fact, that field and
 * that value. Of several patterns and values the one that the fewest branches share is taken.
 *
 * <p>The invariant: a branch that is not woken does not hold. A pattern within {@code not} or
 * {@code forall} is therefore never an anchor. A pattern within a total is one only if the total
 * fails over nothing, which is tried here, once. A branch without any anchor is always awake: it
 * may hold on no facts at all.
 *
 * <p>Immutable once built. A look-up costs one access to a map for each field by which some branch
 * of the fact's type is found, whatever the number of branches.
 */
final class TouchIndex {
  private final Map<String, OfType> byType = new HashMap<>();
  private final ImmutableList<Entry> always;

  /** What a branch can be found by; without a field, by every fact of the type. */
  private record Anchor(String type, @Nullable VocabularyField field, @Nullable String value) {}

  /** The branches that are found by facts of one type. */
  private static final class OfType {
    private final List<VocabularyField> fields = new ArrayList<>();
    private final List<Map<Object, List<Entry>>> byValue = new ArrayList<>();
    private final List<Entry> byAny = new ArrayList<>();

    void add(Anchor anchor, Entry entry) {
      if (anchor.field() == null) {
        byAny.add(entry);
        return;
      }
      int at = fields.indexOf(anchor.field());
      if (at < 0) {
        at = fields.size();
        fields.add(anchor.field());
        byValue.add(new HashMap<>());
      }
      byValue.get(at).computeIfAbsent(anchor.value(), value -> new ArrayList<>(1)).add(entry);
    }
  }

  TouchIndex(List<Entry> entries) {
    Map<Entry, List<Anchor>> anchors = new LinkedHashMap<>();
    Map<Anchor, Integer> uses = new HashMap<>();
    for (Entry entry : entries) {
      List<Anchor> own = anchors(entry);
      anchors.put(entry, own);
      own.forEach(anchor -> uses.merge(anchor, 1, Integer::sum));
    }
    ImmutableList.Builder<Entry> awake = ImmutableList.builder();
    anchors.forEach(
        (entry, own) -> {
          Anchor best = rarest(own, uses);
          if (best == null || (entry.hasShape() && !needsFacts(entry))) {
            awake.add(entry);
          }
          if (best != null) {
            byType.computeIfAbsent(best.type(), type -> new OfType()).add(best, entry);
          }
        });
    this.always = awake.build();
  }

  /** Facts of a branch with a shape are found by its one pattern, whether it needs them or not. */
  private static List<Anchor> anchors(Entry entry) {
    List<Anchor> anchors = new ArrayList<>();
    List<Step> steps = entry.branch().steps();
    collect(
        entry.hasShape() && steps.get(0) instanceof Step.Total total ? total.steps() : steps,
        anchors);
    return anchors;
  }

  private static boolean needsFacts(Entry entry) {
    return !(entry.branch().steps().get(0) instanceof Step.Total total) || failsOverNothing(total);
  }

  private static @Nullable Anchor rarest(List<Anchor> anchors, Map<Anchor, Integer> uses) {
    Anchor best = null;
    for (Anchor anchor : anchors) {
      if (best == null
          || (best.field() == null && anchor.field() != null)
          || ((best.field() == null) == (anchor.field() == null)
              && uses.getOrDefault(anchor, 0) < uses.getOrDefault(best, 0))) {
        best = anchor;
      }
    }
    return best;
  }

  private static void collect(List<Step> steps, List<Anchor> anchors) {
    for (Step step : steps) {
      if (step instanceof Step.Match match) {
        collect(match, anchors);
      } else if (step instanceof Step.Some some) {
        collect(some.steps(), anchors);
      } else if (step instanceof Step.Total total && failsOverNothing(total)) {
        collect(total.steps(), anchors);
      }
    }
  }

  private static void collect(Step.Match match, List<Anchor> anchors) {
    String type = match.type().name();
    anchors.add(new Anchor(type, null, null));
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null
          && comparison.operator() == Operator.EQUAL
          && test.slots().size() == 1
          && test.slots().contains(match.slot())
          && comparison.left().field() != null
          && isName(comparison.left().field())
          && comparison.right().literal() instanceof String value) {
        anchors.add(new Anchor(type, comparison.left().field(), value));
      }
    }
  }

  private static boolean isName(VocabularyField field) {
    return field.kind() == FieldKind.TEXT || field.kind() == FieldKind.WORD;
  }

  /** Whether one of its tests, which looks at nothing else, is false where there is no fact. */
  private static boolean failsOverNothing(Step.Total total) {
    Totals nothing = Totals.of(total.functions(), List.of());
    return total.tests().stream()
        .anyMatch(test -> test.slots().stream().allMatch(nothing::fills) && !test.in(nothing));
  }

  /** The branches that may hold on no facts at all. */
  List<Entry> always() {
    return always;
  }

  /** The branches that a fact can touch, some of them more than once. */
  void touchedBy(Candidate fact, Consumer<Entry> each) {
    OfType ofType = byType.get(fact.typeName());
    if (ofType == null) {
      return;
    }
    for (int i = 0; i < ofType.fields.size(); i++) {
      Object value = fact.value(ofType.fields.get(i));
      if (value != null) {
        List<Entry> found = ofType.byValue.get(i).get(value);
        if (found != null) {
          found.forEach(each);
        }
      }
    }
    ofType.byAny.forEach(each);
  }
}
