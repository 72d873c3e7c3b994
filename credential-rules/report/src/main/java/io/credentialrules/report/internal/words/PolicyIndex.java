package io.credentialrules.report.internal.words;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The policy by places and ids: answers name places, and sentences are made from what is there. */
public final class PolicyIndex {
  private final Map<SourceSpan, PlacedCondition> conditions = new HashMap<>();
  private final Map<SourceSpan, PlacedConstraint> constraints = new HashMap<>();
  private final Map<String, String> requirementNames = new HashMap<>();
  private final Map<String, String> credentialNames = new HashMap<>();
  private final Map<String, PlacedCondition> ofCredentials = new HashMap<>();
  private final Map<String, List<CredentialRule>> rulesOf = new HashMap<>();
  private final Set<VocabularyType> counted = new HashSet<>();

  /** A condition and what its variables stand for. */
  record PlacedCondition(Condition condition, VariableMeanings scope) {}

  /**
   * A constraint, at its place.
   *
   * @param type the type of the pattern around it; null in an accumulate
   * @param accumulate the accumulate around it; null in a pattern
   * @param pattern the place of the pattern around it; null in an accumulate
   */
  record PlacedConstraint(
      Constraint constraint,
      @Nullable VocabularyType type,
      Condition.@Nullable Accumulate accumulate,
      @Nullable SourceSpan pattern,
      VariableMeanings scope) {

    PlacedConstraint with(Constraint part) {
      return new PlacedConstraint(part, type, accumulate, pattern, scope);
    }
  }

  /** Of compiled rules, with the named values that hold on a date. */
  PolicyIndex(CredentialRules rules, LocalDate date, @Nullable LocalDate policyDate) {
    Map<String, List<PolicyRule>> requirements = new HashMap<>();
    for (PolicyRule rule : rules.policy().on(date, policyDate).rules()) {
      VariableMeanings scope = new VariableMeanings(rules.vocabulary(), rule);
      rule.when().parts().forEach(part -> index(part, scope));
      if (rule instanceof RequirementRule) {
        requirements.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(rule);
      } else if (rule instanceof CredentialRule credentialRule) {
        rulesOf.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(credentialRule);
        for (Condition part : rule.when().parts()) {
          ofCredentials.putIfAbsent(
              rule.id() + " " + part.text(), new PlacedCondition(part, scope));
        }
      }
    }
    requirements.forEach((id, own) -> requirementNames.put(id, PolicyRule.nameOf(own)));
    for (Credential credential : rules.catalogue()) {
      credentialNames.put(credential.id(), credential.name());
    }
  }

  private void index(Condition condition, VariableMeanings scope) {
    if (condition instanceof Condition.Pattern pattern) {
      VocabularyType type = scope.type(pattern);
      pattern
          .constraints()
          .forEach(one -> index(new PlacedConstraint(one, type, null, pattern.span(), scope)));
    } else if (condition instanceof Condition.Accumulate accumulate) {
      index(accumulate.source(), scope);
      for (Condition.Aggregate function : accumulate.functions()) {
        VocabularyType type = Summed.typeOf(function, scope);
        if (type != null) {
          counted.add(type);
        }
      }
      accumulate
          .constraints()
          .forEach(one -> index(new PlacedConstraint(one, null, accumulate, null, scope)));
    }
    ConditionParts.of(condition).forEach(part -> index(part, scope));
    conditions.putIfAbsent(condition.span(), new PlacedCondition(condition, scope));
  }

  /** The one type whose field may be meant by a unit in a total; null where there are several. */
  @Nullable VocabularyType counted(String unit) {
    List<VocabularyType> types =
        counted.stream().filter(type -> CountedNouns.isOfField(type, unit)).toList();
    return types.size() == 1 ? types.get(0) : null;
  }

  private void index(PlacedConstraint placed) {
    constraints.putIfAbsent(placed.constraint().span(), placed);
    ConditionParts.of(placed.constraint()).forEach(part -> index(placed.with(part)));
  }

  /** The condition at a place; null where there is none. */
  @Nullable PlacedCondition condition(SourceSpan place) {
    return conditions.get(place);
  }

  /** The constraint at a place; null where there is none. */
  @Nullable PlacedConstraint constraint(SourceSpan place) {
    return constraints.get(place);
  }

  /**
   * The conditions of a credential's rules that a text of the policy is made of: one, or several
   * that share a variable and are one requirement for that. Empty where it is made of something
   * else.
   */
  List<PlacedCondition> conditionsOf(String credential, String text) {
    PlacedCondition one = ofCredentials.get(credential + " " + text);
    if (one != null) {
      return List.of(one);
    }
    List<PlacedCondition> several = new ArrayList<>();
    for (CredentialRule rule : rulesOf.getOrDefault(credential, List.of())) {
      for (Condition part : rule.when().parts()) {
        PlacedCondition placed = ofCredentials.get(credential + " " + part.text());
        if (placed != null && text.contains(part.text()) && !several.contains(placed)) {
          several.add(placed);
        }
      }
    }
    return several;
  }

  /** For how long a credential is valid, by the id and the name of its requirement of validity. */
  Optional<CredentialSettings> validity(String id, String name) {
    int end = id.lastIndexOf('#');
    for (CredentialRule rule :
        rulesOf.getOrDefault(end < 0 ? id : id.substring(0, end), List.of())) {
      if (rule.settings().validFor() != null
          && id.equals(rule.id() + "#validity")
          && name.endsWith(" " + rule.settings().validity())) {
        return Optional.of(rule.settings());
      }
    }
    return Optional.empty();
  }

  /** Whether a credential has several rules: routes to it, or versions. */
  boolean hasSeveralRules(String credential) {
    return rulesOf.getOrDefault(credential, List.of()).size() > 1;
  }

  /** Whether any part that is met again renews what the credential rule at a place awards. */
  boolean isRenewedByAnyPart(SourceSpan rule) {
    return rulesOf.values().stream()
        .flatMap(List::stream)
        .filter(one -> one.header().span().equals(rule))
        .anyMatch(one -> one.settings().renews() == CredentialSettings.Renews.LATEST_PART);
  }

  /** The name of a requirement; null for an unknown one. */
  public @Nullable String requirementName(String id) {
    return requirementNames.get(id);
  }

  /** The name of a credential; null for an unknown one. */
  public @Nullable String credentialName(String id) {
    return credentialNames.get(id);
  }

  /** The name of a credential, or else of a requirement, or else the id. */
  public String name(String id) {
    String credential = credentialNames.get(id);
    return credential != null ? credential : requirementNames.getOrDefault(id, id);
  }
}
