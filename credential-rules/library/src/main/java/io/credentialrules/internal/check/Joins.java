package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.MeaningFaults;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds patterns that are combined without a value that they share: each fact of one with each of
 * the other. In a total that counts facts several times; elsewhere it costs time and is hardly
 * meant.
 */
final class Joins {
  private static final Set<Operator> KEYS =
      Set.of(Operator.EQUAL, Operator.IN, Operator.MEMBER_OF, Operator.CONTAINS);
  private static final Set<Aggregation> COUNTS_TWICE =
      Set.of(Aggregation.SUM, Aggregation.COUNT, Aggregation.AVERAGE, Aggregation.COLLECT_LIST);

  private final Findings findings;
  private final RuleHeader header;

  Joins(Findings findings, RuleHeader header) {
    this.findings = findings;
    this.header = header;
  }

  void check(List<Step> steps) {
    List<Step.Match> matches = matches(steps);
    if (matches.size() > 1) {
      tiedByOrder(matches);
    }
    for (Step step : steps) {
      if (step instanceof Step.Total total) {
        summed(total);
      }
    }
  }

  private void summed(Step.Total total) {
    boolean countsTwice =
        total.functions().stream().anyMatch(function -> COUNTS_TWICE.contains(function.kind()));
    List<Step.Match> matches = matches(total.steps());
    if (matches.size() < 2) {
      return;
    }
    Groups groups = new Groups(matches);
    for (Step.Match match : matches) {
      keys(match, groups);
    }
    for (int i = 1; countsTwice && i < matches.size(); i++) {
      Step.Match match = matches.get(i);
      if (!groups.joined(matches.get(0).slot(), match.slot())) {
        Warnings.warn(findings, header, match.source().span(), counted(match, matches.get(0)));
      }
    }
  }

  private void tiedByOrder(List<Step.Match> matches) {
    Map<Integer, Step.Match> unselective = new LinkedHashMap<>();
    for (Step.Match match : matches) {
      if (!isSelective(match)) {
        unselective.put(match.slot(), match);
      }
    }
    Groups keyed = new Groups(matches);
    for (Step.Match match : matches) {
      keys(match, keyed);
    }
    for (Step.Match match : unselective.values()) {
      for (Test test : match.tests()) {
        if (tellsApart(test)) {
          continue;
        }
        for (int slot : test.slots()) {
          Step.Match other = unselective.get(slot);
          if (other != null && other.slot() != match.slot() && !keyed.joined(slot, match.slot())) {
            Warnings.warn(
                findings,
                header,
                test.source().span(),
                compared(test.source().text(), match.type(), other.type()));
          }
        }
      }
    }
  }

  private static Fault counted(Step.Match match, Step.Match first) {
    String text = match.source().text();
    String shared = shared(match.type(), first.type());
    return shared == null
        ? MeaningFaults.joinWithoutKeyTotalUnshared(text)
        : MeaningFaults.joinWithoutKeyTotal(text, shared, "$" + shared);
  }

  private static Fault compared(String text, VocabularyType one, VocabularyType other) {
    String shared = shared(one, other);
    return shared == null
        ? MeaningFaults.joinWithoutKeyUnshared(text, one.noun(), other.noun())
        : MeaningFaults.joinWithoutKey(text, one.noun(), other.noun(), shared, "$" + shared);
  }

  /** The first text that facts of both types have; null where there is none. */
  private static @Nullable String shared(VocabularyType one, VocabularyType other) {
    for (VocabularyField field : one.fields()) {
      VocabularyField same = other.field(field.name());
      if (isText(field) && same != null && isText(same)) {
        return field.name();
      }
    }
    return null;
  }

  private static boolean isText(VocabularyField field) {
    return field.kind() == FieldKind.TEXT && !field.ofProvenance();
  }

  /** Whoever asks for two different things means to compare each with each. */
  private static boolean tellsApart(Test test) {
    Comparison comparison = test.comparison();
    return comparison != null
        && (comparison.operator() == Operator.NOT_EQUAL
            || comparison.operator() == Operator.NOT_IN);
  }

  /** Patterns of which there can be many facts. */
  private static List<Step.Match> matches(List<Step> steps) {
    List<Step.Match> matches = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Match match
          && !match.type().name().equals(Vocabulary.TODAY)
          && match.type().record() != io.credentialrules.vocabulary.Learner.class) {
        matches.add(match);
      }
    }
    return matches;
  }

  /** Whether a text field must equal a literal, so that few facts fit. */
  private static boolean isSelective(Step.Match match) {
    return match.tests().stream()
        .map(Test::comparison)
        .anyMatch(
            comparison ->
                comparison != null
                    && comparison.isIdentity()
                    && comparison.left().type().is(FieldKind.TEXT));
  }

  private static void keys(Step.Match match, Groups groups) {
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null && KEYS.contains(comparison.operator())) {
        test.slots().forEach(slot -> groups.join(match.slot(), slot));
      }
    }
  }

  /** Slots that share a value, each through some other. */
  private static final class Groups {
    private final Map<Integer, Integer> leaders = new HashMap<>();

    private Groups(List<Step.Match> matches) {
      matches.forEach(match -> leaders.put(match.slot(), match.slot()));
    }

    private int leader(int slot) {
      int leader = slot;
      Integer next = leaders.get(leader);
      while (next != null && next != leader) {
        leaders.put(leader, leaders.getOrDefault(next, next));
        leader = next;
        next = leaders.get(leader);
      }
      return leader;
    }

    private void join(int one, int other) {
      leaders.put(leader(one), leader(other));
    }

    private boolean joined(int one, int other) {
      return leader(one) == leader(other);
    }
  }
}
