package io.credentialrules.internal.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Totals;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which branches a fact can touch.
 *
 * <p>The idea: a branch holds only if each of its patterns finds a fact, so it is enough to wake it
 * when one of them can. For each branch one pattern is chosen, its anchor; the branch is found by
 * the type of a fact and all texts and words that the anchor's fields must equal. Of several
 * patterns the one whose constants the fewest branches share is taken.
 *
 * <p>The invariant: a branch that is not woken does not hold. A pattern within {@code not} or
 * {@code forall} is therefore never an anchor. A pattern within a total is one only if the total
 * fails over nothing, which is tried here, once. A branch without any anchor is always awake: it
 * may hold on no facts at all.
 *
 * <p>The bound: a look-up costs one access to a map for each combination of fields by which
 * patterns of the fact's type are told apart, whatever the number of branches. Immutable once
 * built.
 */
final class TouchIndex {
  private final Map<String, OfType> byType = new HashMap<>();
  private final ImmutableList<Entry> always;

  /** What the facts of a pattern have in common: their type, and what some fields must equal. */
  private record Anchor(String type, ImmutableMap<VocabularyField, String> constants) {

    /** What tells it apart; fields are compared by name, because they belong to one type. */
    String key() {
      StringBuilder key = new StringBuilder(type);
      constants.forEach(
          (field, value) -> key.append(' ').append(field.name()).append('=').append(value));
      return key.toString();
    }
  }

  /** The branches that are found by the same fields of a type. */
  private static final class ByFields {
    private final ImmutableList<VocabularyField> fields;
    private final Map<Object, List<Entry>> byValues = new HashMap<>();

    private ByFields(ImmutableList<VocabularyField> fields) {
      this.fields = fields;
    }

    private void add(Collection<String> values, Entry entry) {
      byValues
          .computeIfAbsent(key(ImmutableList.copyOf(values)), key -> new ArrayList<>(1))
          .add(entry);
    }

    private static Object key(List<?> values) {
      return values.size() == 1 ? values.get(0) : values;
    }

    private List<Entry> of(Candidate fact) {
      if (fields.size() == 1) {
        Object value = fact.value(fields.get(0));
        return value == null ? List.of() : byValues.getOrDefault(value, List.of());
      }
      Object[] values = new Object[fields.size()];
      for (int i = 0; i < values.length; i++) {
        Object value = fact.value(fields.get(i));
        if (value == null) {
          return List.of();
        }
        values[i] = value;
      }
      return byValues.getOrDefault(Arrays.asList(values), List.of());
    }
  }

  /** The branches that are found by facts of one type. */
  private static final class OfType {
    private final Map<List<String>, ByFields> byNames = new HashMap<>();
    private final List<ByFields> all = new ArrayList<>();

    private void add(Anchor anchor, Entry entry) {
      List<String> names = anchor.constants().keySet().stream().map(VocabularyField::name).toList();
      ByFields byFields = byNames.get(names);
      if (byFields == null) {
        byFields = new ByFields(anchor.constants().keySet().asList());
        byNames.put(names, byFields);
        all.add(byFields);
      }
      byFields.add(anchor.constants().values(), entry);
    }
  }

  TouchIndex(List<Entry> entries) {
    Map<Entry, List<Anchor>> anchors = new LinkedHashMap<>();
    Map<String, Integer> uses = new HashMap<>();
    for (Entry entry : entries) {
      List<Anchor> own = anchors(entry);
      anchors.put(entry, own);
      if (own.size() > 1) {
        own.forEach(anchor -> uses.merge(anchor.key(), 1, Integer::sum));
      }
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

  /** A pattern with constants before one without; of those the one that the fewest share. */
  private static @Nullable Anchor rarest(List<Anchor> anchors, Map<String, Integer> uses) {
    return anchors.stream()
        .min(
            Comparator.<Anchor, Boolean>comparing(anchor -> anchor.constants().isEmpty())
                .thenComparing(anchor -> uses.getOrDefault(anchor.key(), 0)))
        .orElse(null);
  }

  private static void collect(List<Step> steps, List<Anchor> anchors) {
    for (Step step : steps) {
      if (step instanceof Step.Match match) {
        anchors.add(anchor(match));
      } else if (step instanceof Step.Some some) {
        collect(some.steps(), anchors);
      } else if (step instanceof Step.Total total && failsOverNothing(total)) {
        collect(total.steps(), anchors);
      }
    }
  }

  private static Anchor anchor(Step.Match match) {
    Map<VocabularyField, String> constants =
        new TreeMap<>(Comparator.comparing(VocabularyField::name));
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null
          && comparison.operator() == Operator.EQUAL
          && test.readsOnly(match.slot())
          && comparison.left().field() != null
          && isName(comparison.left().field())
          && comparison.right().literal() instanceof String value) {
        constants.putIfAbsent(comparison.left().field(), value);
      }
    }
    return new Anchor(match.type().name(), ImmutableMap.copyOf(constants));
  }

  private static boolean isName(VocabularyField field) {
    return field.kind() == FieldKind.TEXT || field.kind() == FieldKind.WORD;
  }

  /** Whether one of its tests, which looks at nothing else, is false where there is no fact. */
  private static boolean failsOverNothing(Step.Total total) {
    Totals nothing = Totals.of(total, List.of());
    return total.tests().stream()
        .anyMatch(test -> test.slots().stream().allMatch(nothing::fills) && !test.in(nothing));
  }

  /** The branches that may hold on no facts at all. */
  List<Entry> always() {
    return always;
  }

  /** The branches that a fact can touch, each once. */
  void touchedBy(Candidate fact, Consumer<Entry> each) {
    OfType ofType = byType.get(fact.typeName());
    if (ofType != null) {
      for (ByFields byFields : ofType.all) {
        byFields.of(fact).forEach(each);
      }
    }
  }
}
