package io.credentialrules.internal.resolve;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The requirements of a policy while their proofs are collected: first those that rules name, and
 * then those that conditions of credential rules are.
 */
final class CollectedRequirements {
  private final Map<String, Requirement> named = new LinkedHashMap<>();
  private final Map<String, Requirement> unnamed = new LinkedHashMap<>();
  private final List<Requirement> all = new ArrayList<>();

  /** A requirement whose proofs are not all there. */
  static final class Requirement {
    final int number;
    final String id;
    final Kind kind;
    final String name;
    final SourceSpan place;
    final boolean onceEarned;
    final List<Proof> proofs = new ArrayList<>();

    private Requirement(
        int number, String id, Kind kind, String name, SourceSpan place, boolean onceEarned) {
      this.number = number;
      this.id = id;
      this.kind = kind;
      this.name = name;
      this.place = place;
      this.onceEarned = onceEarned;
    }
  }

  /** The requirement that some rules prove. */
  Requirement of(List<RequirementRule> rules) {
    RequirementRule first = rules.get(0);
    return named.computeIfAbsent(
        first.id(),
        id -> added(id, Kind.REQUIREMENT, PolicyRule.nameOf(rules), first.idSpan(), false));
  }

  /** The requirement that some rule proves; null where none does. */
  @Nullable Requirement named(String id) {
    return named.get(id);
  }

  /** The numbers of the requirements that rules name, by id. */
  Map<String, Integer> numbersOfNamed() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    named.forEach((id, requirement) -> numbers.put(id, requirement.number));
    return numbers;
  }

  /**
   * A requirement that is a condition of a credential rule.
   *
   * @param key what two conditions share that are one requirement
   * @param first what is done with it when it is new
   */
  Requirement unnamed(
      String key,
      String id,
      Kind kind,
      String name,
      SourceSpan place,
      boolean onceEarned,
      Consumer<Requirement> first) {
    String ownKey = onceEarned ? "once " + key : key;
    Requirement known = unnamed.get(ownKey);
    if (known == null) {
      known = added(id, kind, name, place, onceEarned);
      unnamed.put(ownKey, known);
      first.accept(known);
    }
    return known;
  }

  private Requirement added(
      String id, Kind kind, String name, SourceSpan place, boolean onceEarned) {
    Requirement requirement = new Requirement(all.size(), id, kind, name, place, onceEarned);
    all.add(requirement);
    return requirement;
  }

  /** All, by number. */
  List<Requirement> all() {
    return all;
  }
}
