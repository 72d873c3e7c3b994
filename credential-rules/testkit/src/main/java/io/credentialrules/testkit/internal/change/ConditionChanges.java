package io.credentialrules.testkit.internal.change;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.testkit.internal.change.RuleChange.Kind;
import java.util.ArrayList;
import java.util.List;

/** Changes of what is asked for: conditions, alternatives and constraints that are left out. */
final class ConditionChanges {
  private final ChangeCollector found;

  ConditionChanges(ChangeCollector found) {
    this.found = found;
  }

  /** All of a rule's conditions. */
  void of(Condition.All when) {
    condition(when);
  }

  private void condition(Condition condition) {
    if (condition instanceof Condition.All all) {
      several(Kind.WITHOUT_CONDITION, all.parts());
    } else if (condition instanceof Condition.Any any) {
      several(Kind.WITHOUT_ALTERNATIVE, any.parts());
    } else if (condition instanceof Condition.Pattern pattern && !namesOneId(pattern)) {
      constraints(pattern);
    }
    condition.parts().forEach(this::condition);
  }

  /** A reference to a requirement or a credential: without its id it means nothing. */
  private static boolean namesOneId(Condition.Pattern pattern) {
    return pattern.type().equals(Vocabulary.MET)
        || (pattern.type().equals(Vocabulary.EARNED) && pattern.constraints().size() == 1);
  }

  private void several(Kind kind, List<Condition> parts) {
    if (parts.size() > 1) {
      found.leaveOutEach(kind, parts.stream().map(Condition::span).toList());
    }
  }

  private void constraints(Condition.Pattern pattern) {
    List<List<Constraint>> groups = groups(pattern.constraints());
    List<SourceSpan> spans =
        groups.stream()
            .map(group -> group.get(0).span().to(group.get(group.size() - 1).span()))
            .toList();
    List<int[]> extents = found.text().extents(spans);
    for (int i = 0; i < groups.size(); i++) {
      List<Constraint> group = groups.get(i);
      if (group.size() > 1) {
        comparison(group.get(1), group.get(0).span());
      } else if (!(group.get(0) instanceof Constraint.Bind)) {
        found.leaveOut(Kind.WITHOUT_CONDITION, spans, extents, i);
      }
      group.forEach(this::within);
    }
  }

  /** {@code $hours : hours >= 3} is two constraints at one place, which are a group. */
  private List<List<Constraint>> groups(List<Constraint> constraints) {
    List<List<Constraint>> groups = new ArrayList<>();
    int end = -1;
    for (Constraint constraint : constraints) {
      if (found.text().start(constraint.span()) < end) {
        groups.get(groups.size() - 1).add(constraint);
      } else {
        groups.add(new ArrayList<>(List.of(constraint)));
      }
      end = found.text().end(constraint.span());
    }
    return groups;
  }

  /** Of what is named and compared, only what compares is left out. */
  private void comparison(Constraint constraint, SourceSpan bind) {
    found.replace(
        Kind.WITHOUT_CONDITION,
        constraint.span(),
        found.text().end(bind),
        found.text().end(constraint.span()),
        "",
        Window.ALWAYS);
  }

  private void within(Constraint constraint) {
    List<Constraint> parts = parts(constraint);
    if (parts.size() > 1) {
      found.leaveOutEach(
          constraint instanceof Constraint.Either
              ? Kind.WITHOUT_ALTERNATIVE
              : Kind.WITHOUT_CONDITION,
          parts.stream().map(Constraint::span).toList());
    }
    parts.forEach(this::within);
  }

  private static List<Constraint> parts(Constraint constraint) {
    if (constraint instanceof Constraint.Both both) {
      return both.parts();
    }
    return constraint instanceof Constraint.Either either ? either.parts() : constraint.parts();
  }
}
