package io.credentialrules.internal.resolve;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.result.StatedCredential;
import io.credentialrules.policy.CredentialSettings.Lapses;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Splits credential rules into the requirements that they ask for. A condition that names no
 * requirement becomes a requirement of its own.
 */
final class Awards {
  private final ReadPolicy read;
  private final Map<String, List<CredentialRule>> credentials;
  private final CollectedRequirements drafts;
  private final Proofs proofs;
  private final Findings findings;

  /** Of all credential rules, by the id of the credential. */
  Awards(
      ReadPolicy read,
      Map<String, List<CredentialRule>> credentials,
      CollectedRequirements drafts,
      Proofs proofs,
      Findings findings) {
    this.read = read;
    this.credentials = credentials;
    this.drafts = drafts;
    this.proofs = proofs;
    this.findings = findings;
  }

  Award award(int number, String id, List<CredentialRule> rules) {
    Ownership.check("credential", rules, findings);
    List<Way> ways = new ArrayList<>();
    Map<String, String> known = new LinkedHashMap<>();
    for (CredentialRule rule : rules) {
      if (rule.when().parts().isEmpty()) {
        findings.error(rule.header().nameSpan(), RuleFaults.noConditionsAward(id));
      }
      List<Integer> requires = new ArrayList<>();
      for (List<Condition> group : TodayEverywhere.split(rule.when())) {
        CollectedRequirements.Requirement draft = requirementOf(rule, group, known);
        if (draft != null && !requires.contains(draft.number)) {
          requires.add(draft.number);
        }
      }
      ways.add(new Way(rule, requires, recommended(rule)));
    }
    CredentialRule first = rules.get(0);
    String pathway = null;
    Integer level = null;
    for (CredentialRule rule : rules) {
      pathway = pathway == null ? rule.pathway() : pathway;
      level = level == null ? rule.level() : level;
    }
    return new Award(
        number,
        new StatedCredential(id, PolicyRule.nameOf(rules), pathway, level, first.header().pack()),
        0,
        ways);
  }

  private List<Integer> recommended(CredentialRule rule) {
    List<Integer> numbers = new ArrayList<>();
    for (Reference reference : rule.recommends()) {
      CollectedRequirements.Requirement draft = drafts.named(reference.id());
      if (draft == null) {
        unknownRequirement(reference.id(), reference.span());
      } else {
        numbers.add(draft.number);
      }
    }
    return numbers;
  }

  private void unknownRequirement(String id, SourceSpan span) {
    if (!read.leftOut().contains(id)) {
      UnknownIds.add(
          "requirement",
          id,
          span,
          drafts.numbersOfNamed().keySet(),
          credentials.containsKey(id),
          read,
          findings);
    }
  }

  private CollectedRequirements.@Nullable Requirement requirementOf(
      CredentialRule rule, List<Condition> group, Map<String, String> known) {
    Condition first = group.get(0);
    if (group.size() == 1 && first instanceof Condition.Pattern pattern) {
      Expression.Text met = onlyId(pattern, Vocabulary.MET, "requirement");
      if (met != null) {
        CollectedRequirements.Requirement draft = drafts.named(met.value());
        if (draft == null) {
          unknownRequirement(met.value(), met.span());
        }
        return draft;
      }
      Expression.Text earned = onlyId(pattern, Vocabulary.EARNED, "credential");
      if (earned != null) {
        return unnamed(
            rule,
            group,
            "earned " + earned.value(),
            earned.value(),
            Kind.PREREQUISITE,
            prerequisiteName(earned));
      }
    }
    String text = String.join("; ", group.stream().map(Condition::text).toList());
    List<Scale> scales = rule.header().scales();
    String meaning =
        scales.isEmpty() ? text : text + " on " + scales.stream().map(Scale::written).toList();
    if (namesValues(rule, group)) {
      meaning += " by " + rule.settings().versionBy();
    }
    String id = known.computeIfAbsent(meaning, same -> rule.id() + "#" + (known.size() + 1));
    return unnamed(rule, group, "condition " + id, id, Kind.CONDITION, text);
  }

  private boolean namesValues(CredentialRule rule, List<Condition> group) {
    return !read.model().values().isEmpty()
        && (!rule.header().namedScales().isEmpty()
            || group.stream().anyMatch(condition -> !condition.namedValues().isEmpty()));
  }

  private String prerequisiteName(Expression.Text earned) {
    List<CredentialRule> rules = credentials.get(earned.value());
    return rules == null ? earned.value() : PolicyRule.nameOf(rules);
  }

  private CollectedRequirements.Requirement unnamed(
      CredentialRule rule, List<Condition> group, String key, String id, Kind kind, String name) {
    boolean onceEarned = rule.settings().lapses() == Lapses.NEVER;
    SourceSpan place = group.get(0).span();
    return drafts.unnamed(
        key,
        id,
        kind,
        name,
        place,
        onceEarned,
        draft ->
            draft.proofs.addAll(
                proofs.of(
                    header(rule.header(), place),
                    namesValues(rule, group)
                        ? rule.settings().versionBy()
                        : VersionBy.EVALUATION_DATE,
                    new Condition.All(group, name, place),
                    onceEarned)));
  }

  /** The header of a rule for one of its conditions, which has no window of its own. */
  private static RuleHeader header(RuleHeader rule, SourceSpan place) {
    return new RuleHeader(
        rule.pack(),
        rule.name(),
        rule.nameSpan(),
        place,
        rule.source(),
        Window.ALWAYS,
        rule.scales(),
        rule.called(),
        rule.described(),
        rule.alignments(),
        rule.silences());
  }

  /** The id when a pattern asks for nothing but one id, otherwise null. */
  private static Expression.@Nullable Text onlyId(
      Condition.Pattern pattern, String type, String field) {
    if (pattern.type().equals(type)
        && pattern.variable() == null
        && pattern.constraints().size() == 1
        && pattern.constraints().get(0) instanceof Constraint.Compare compare
        && compare.operator() == Operator.EQUAL
        && compare.left() instanceof Expression.Field left
        && left.name().equals(field)
        && compare.right() instanceof Expression.Text id) {
      return id;
    }
    return null;
  }
}
