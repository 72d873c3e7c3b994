package io.credentialrules.internal.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.PatternIndex.Anchor;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Totals;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
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
 * <p>The bound: a look-up costs one access to a table for each combination of fields by which
 * patterns of the fact's type are told apart, and the logarithm of how many branches share the
 * value that leads there. Immutable once built.
 */
final class TouchIndex {
  private final Map<String, OfType> byType = new HashMap<>();
  private final Branches branches;
  private final TouchTable table = new TouchTable();
  private final ImmutableList<Integer> always;
  private boolean hasOwnRules;

  /** What facts of one type find. */
  static final class OfType {
    private final Map<List<String>, TouchFields> byNames = new LinkedHashMap<>();
    private ImmutableList<TouchFields> all = ImmutableList.of();
    private boolean isInNetwork;

    private TouchFields fieldsOf(Anchor anchor) {
      List<String> names = anchor.constants().keySet().stream().map(VocabularyField::name).toList();
      return byNames.computeIfAbsent(
          names, unseen -> new TouchFields(anchor.constants().keySet().asList()));
    }

    /** Whether some rule looks at facts of the type themselves and not at pairs. */
    boolean isInNetwork() {
      return isInNetwork;
    }

    /** The branches that a fact of the type can touch, each once. */
    void touchedBy(Candidate fact, TouchTable table, ObjIntConsumer<Candidate> each) {
      for (int i = 0; i < all.size(); i++) {
        all.get(i).touchedBy(fact, table, each);
      }
    }

    private void close() {
      all = ImmutableList.copyOf(byNames.values());
      byNames.clear();
    }
  }

  TouchIndex(List<Entry> entries, Savings savings) {
    Map<Entry, List<Anchor>> anchors = new LinkedHashMap<>();
    Map<String, Integer> uses = new HashMap<>();
    for (Entry entry : entries) {
      List<Anchor> own = savings.byTouch() ? anchors(entry) : withoutConstants(entry);
      anchors.put(entry, own);
      if (own.size() > 1) {
        own.forEach(anchor -> uses.merge(anchor.key(), 1, Integer::sum));
      }
    }
    ImmutableList.Builder<Integer> awake = ImmutableList.builder();
    Map<Entry, Anchor> chosen = new LinkedHashMap<>();
    anchors.forEach(
        (entry, own) -> {
          Anchor best = rarest(own, uses);
          if (best == null || (entry.hasShape() && !needsFacts(entry))) {
            awake.add(entry.number());
          }
          if (best != null) {
            ofType(best.type()).fieldsOf(best).learn(best.constants().values().asList());
            chosen.put(entry, best);
          }
          if (!entry.hasShape()) {
            hasOwnRules = true;
            entry.types().forEach(type -> ofType(type).isInNetwork = true);
          }
        });
    this.always = awake.build();
    this.branches = new Branches(entries);
    fill(chosen);
  }

  /** In the order of the policy, once it is known which fields lead. */
  private void fill(Map<Entry, Anchor> chosen) {
    List<TouchFields> all =
        byType.values().stream().flatMap(ofType -> ofType.byNames.values().stream()).toList();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).close(i, all.size());
    }
    chosen.forEach(
        (entry, anchor) ->
            ofType(anchor.type())
                .fieldsOf(anchor)
                .add(anchor.constants().values().asList(), entry.number(), table));
    table.close();
    byType.values().forEach(OfType::close);
  }

  private OfType ofType(String name) {
    return byType.computeIfAbsent(name, unseen -> new OfType());
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

  /** A branch with a shape still gets its facts, all of their type; others are always awake. */
  private static List<Anchor> withoutConstants(Entry entry) {
    return entry.hasShape()
        ? anchors(entry).stream()
            .map(anchor -> new Anchor(anchor.type(), ImmutableMap.of()))
            .toList()
        : List.of();
  }

  private static boolean needsFacts(Entry entry) {
    return !(entry.branch().steps().get(0) instanceof Step.Total total) || failsOverNothing(total);
  }

  /** A pattern with constants before one without; of those the one that the fewest share. */
  private static @Nullable Anchor rarest(List<Anchor> anchors, Map<String, Integer> uses) {
    if (anchors.size() == 1) {
      return anchors.get(0);
    }
    return anchors.stream()
        .min(
            Comparator.<Anchor, Boolean>comparing(anchor -> anchor.constants().isEmpty())
                .thenComparing(anchor -> uses.getOrDefault(anchor.key(), 0)))
        .orElse(null);
  }

  private static void collect(List<Step> steps, List<Anchor> anchors) {
    for (Step step : steps) {
      if (step instanceof Step.Match match) {
        anchors.add(Anchor.of(match));
      } else if (step instanceof Step.Some some) {
        collect(some.steps(), anchors);
      } else if (step instanceof Step.Total total && failsOverNothing(total)) {
        collect(total.steps(), anchors);
      }
    }
  }

  /** Whether one of its tests, which looks at nothing else, is false where there is no fact. */
  private static boolean failsOverNothing(Step.Total total) {
    Totals nothing = Totals.of(total, List.of());
    return total.tests().stream()
        .anyMatch(test -> test.slots().stream().allMatch(nothing::fills) && !test.in(nothing));
  }

  /** Whether some branch has no shape: only such a one looks at several facts together. */
  boolean hasOwnRules() {
    return hasOwnRules;
  }

  /** Where facts find branches. */
  TouchTable table() {
    return table;
  }

  /** What evaluations look at of each branch. */
  Branches branches() {
    return branches;
  }

  /** The branches that may hold on no facts at all, by number. */
  List<Integer> always() {
    return always;
  }

  /** What facts of a type find; null where no rule looks at any. */
  @Nullable OfType ofFactsOf(String type) {
    return byType.get(type);
  }
}
