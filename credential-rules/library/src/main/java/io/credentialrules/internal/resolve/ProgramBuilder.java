package io.credentialrules.internal.resolve;

import com.google.common.collect.ImmutableSortedSet;
import io.credentialrules.Credential;
import io.credentialrules.Limits;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.read.ReadResult;
import io.credentialrules.policy.Condition;
import io.credentialrules.policy.Constraint;
import io.credentialrules.policy.CredentialRule;
import io.credentialrules.policy.CredentialSettings.Lapses;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Expression;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.PolicyModel;
import io.credentialrules.policy.PolicyRule;
import io.credentialrules.policy.Reference;
import io.credentialrules.policy.RequirementRule;
import io.credentialrules.policy.RuleHeader;
import io.credentialrules.policy.Scale;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the program: requirements with their proofs, credentials with the requirements that each
 * of their rules asks for. A condition of a credential rule that names no requirement becomes a
 * requirement of its own.
 */
public final class ProgramBuilder {
  private final PolicyModel model;
  private final Vocabulary vocabulary;
  private final Limits limits;
  private final Findings findings;
  private final Set<String> leftOut;
  private final boolean complete;
  private final Map<String, Draft> requirements = new LinkedHashMap<>();
  private final Map<String, List<CredentialRule>> credentials = new LinkedHashMap<>();

  /** A requirement while its proofs are collected. */
  private static final class Draft {
    private final int number;
    private final String id;
    private final Kind kind;
    private final String name;
    private final List<Proof> proofs = new ArrayList<>();
    private final SourceSpan place;
    private boolean onceEarned;

    private Draft(int number, String id, Kind kind, String name, SourceSpan place) {
      this.number = number;
      this.id = id;
      this.kind = kind;
      this.name = name;
      this.place = place;
    }
  }

  /**
   * Ids of rules that could not be read are known to exist, so that one mistake is not reported
   * twice.
   */
  public ProgramBuilder(
      PolicyModel model,
      Vocabulary vocabulary,
      Limits limits,
      Set<String> leftOut,
      boolean complete,
      Findings findings) {
    this.complete = complete;
    this.model = model;
    this.vocabulary = vocabulary;
    this.limits = limits;
    this.leftOut = leftOut;
    this.findings = findings;
  }

  public Program build() {
    for (PolicyRule rule : model.rules()) {
      if (rule instanceof RequirementRule requirement) {
        requirements.computeIfAbsent(
            requirement.id(),
            id ->
                new Draft(
                    requirements.size(),
                    id,
                    Kind.REQUIREMENT,
                    requirement.header().name(),
                    requirement.idSpan()));
      } else if (rule instanceof CredentialRule credential) {
        credentials.computeIfAbsent(credential.id(), id -> new ArrayList<>()).add(credential);
      }
    }
    Map<String, List<RequirementRule>> byRequirement = new LinkedHashMap<>();
    for (PolicyRule rule : model.rules()) {
      if (rule instanceof RequirementRule requirement) {
        byRequirement.computeIfAbsent(requirement.id(), id -> new ArrayList<>()).add(requirement);
        draft(requirement.id())
            .proofs
            .add(proof(requirement.header(), requirement.versionBy(), requirement.when(), false));
      }
    }
    byRequirement.values().forEach(rules -> Ownership.check("requirement", rules, findings));
    List<Award> awards = new ArrayList<>();
    for (Map.Entry<String, List<CredentialRule>> entry : credentials.entrySet()) {
      awards.add(award(awards.size(), entry.getKey(), entry.getValue()));
    }
    return assemble(awards);
  }

  private Draft draft(String id) {
    return Objects.requireNonNull(requirements.get(id), id);
  }

  private Proof proof(
      RuleHeader header, VersionBy versionBy, Condition.All when, boolean onceEarned) {
    if (when.parts().isEmpty()) {
      findings.error(
          "no-conditions",
          header.nameSpan(),
          "the rule has no conditions, so it would hold for everybody",
          "write between `when` and `then` what it asks for");
    }
    BigInteger alternatives = Branching.work(when);
    if (Branching.count(when).compareTo(BigInteger.valueOf(limits.maxAlternatives())) > 0
        || alternatives.compareTo(BigInteger.valueOf(20L * limits.maxAlternatives())) > 0) {
      findings.error(
          "limit-alternatives",
          when.span(),
          "the rule has more than "
              + limits.maxAlternatives()
              + " alternatives (limit `maxAlternatives`)",
          "split it into requirements of their own");
      return new Proof(header, versionBy, List.of());
    }
    List<Branch> branches = new ArrayList<>();
    for (List<Condition> conditions : Branching.expand(when)) {
      Scope scope = Scope.empty();
      List<Step> steps =
          new Conditions(vocabulary, header.scale(), onceEarned, findings)
              .resolve(conditions, scope);
      if (steps != null) {
        branches.add(new Branch(steps, scope.slotsUsed()));
      }
    }
    return new Proof(header, versionBy, branches);
  }

  private Award award(int number, String id, List<CredentialRule> rules) {
    Ownership.check("credential", rules, findings);
    List<Way> ways = new ArrayList<>();
    Map<String, String> known = new LinkedHashMap<>();
    for (CredentialRule rule : rules) {
      if (rule.when().parts().isEmpty()) {
        findings.error(
            "no-conditions",
            rule.header().nameSpan(),
            "the rule has no conditions, so it would award `" + id + "` to everybody",
            "write between `when` and `then` what it asks for");
      }
      List<Integer> requires = new ArrayList<>();
      for (List<Condition> group : TodayEverywhere.split(rule.when())) {
        Draft draft = requirementOf(rule, group, known);
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
        number, new Credential(id, nameOf(rules), pathway, level, first.header().pack()), 0, ways);
  }

  /** The name of the newest version; of several the first. */
  private static String nameOf(List<CredentialRule> rules) {
    CredentialRule newest = rules.get(0);
    for (CredentialRule rule : rules) {
      LocalDate from = rule.header().window().from();
      LocalDate newestFrom = newest.header().window().from();
      if (from != null && (newestFrom == null || from.isAfter(newestFrom))) {
        newest = rule;
      }
    }
    return newest.header().name();
  }

  private List<Integer> recommended(CredentialRule rule) {
    List<Integer> numbers = new ArrayList<>();
    for (Reference reference : rule.recommends()) {
      Draft draft = requirements.get(reference.id());
      if (draft == null || draft.kind != Kind.REQUIREMENT) {
        unknownRequirement(reference.id(), reference.span());
      } else {
        numbers.add(draft.number);
      }
    }
    return numbers;
  }

  private void unknownRequirement(String id, SourceSpan span) {
    if (leftOut.contains(id)) {
      return;
    }
    References.unknown(
        "requirement",
        id,
        span,
        named(),
        credentials.containsKey(id),
        leftOut.contains(ReadResult.UNNAMED),
        findings);
  }

  private List<String> named() {
    return requirements.values().stream()
        .filter(draft -> draft.kind == Kind.REQUIREMENT)
        .map(draft -> draft.id)
        .toList();
  }

  private @Nullable Draft requirementOf(
      CredentialRule rule, List<Condition> group, Map<String, String> known) {
    Condition first = group.get(0);
    if (group.size() == 1 && first instanceof Condition.Pattern pattern) {
      Expression.Text met = onlyId(pattern, Vocabulary.MET, "requirement");
      if (met != null) {
        Draft draft = requirements.get(met.value());
        if (draft == null || draft.kind != Kind.REQUIREMENT) {
          unknownRequirement(met.value(), met.span());
          return null;
        }
        return draft;
      }
      Expression.Text earned = onlyId(pattern, Vocabulary.EARNED, "credential");
      if (earned != null) {
        return synthetic(
            rule,
            group,
            "earned " + earned.value(),
            earned.value(),
            Kind.PREREQUISITE,
            prerequisiteName(earned));
      }
    }
    String text = String.join("; ", group.stream().map(Condition::text).toList());
    Scale scale = rule.header().scale();
    String meaning = scale == null ? text : text + " on " + scale.levels();
    String id = known.computeIfAbsent(meaning, same -> rule.id() + "#" + (known.size() + 1));
    return synthetic(rule, group, "condition " + id, id, Kind.CONDITION, text);
  }

  private String prerequisiteName(Expression.Text earned) {
    List<CredentialRule> rules = credentials.get(earned.value());
    return rules == null ? earned.value() : nameOf(rules);
  }

  private Draft synthetic(
      CredentialRule rule, List<Condition> group, String key, String id, Kind kind, String name) {
    boolean onceEarned = rule.settings().lapses() == Lapses.NEVER;
    String ownKey = onceEarned ? "once " + key : key;
    Draft draft = requirements.get(ownKey);
    if (draft == null) {
      draft = new Draft(requirements.size(), id, kind, name, group.get(0).span());
      draft.onceEarned = onceEarned;
      requirements.put(ownKey, draft);
      RuleHeader header =
          new RuleHeader(
              rule.header().pack(),
              rule.header().name(),
              rule.header().nameSpan(),
              group.get(0).span(),
              rule.header().source(),
              io.credentialrules.policy.Window.ALWAYS,
              rule.header().scale(),
              rule.header().silences());
      Condition.All all = new Condition.All(group, name, group.get(0).span());
      draft.proofs.add(proof(header, VersionBy.EVALUATION_DATE, all, onceEarned));
    }
    return draft;
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

  private Program assemble(List<Award> awards) {
    List<String> named = named();
    References references =
        new References(
            vocabulary, named, awards.stream().map(Award::credential).toList(), leftOut, complete);
    List<Draft> drafts = List.copyOf(requirements.values());
    Set<Integer> askedOnce = new HashSet<>();
    Strata strata = new Strata(drafts.size() + awards.size());
    for (Draft draft : drafts) {
      strata.node(draft.number, draft.id, draft.kind == Kind.REQUIREMENT, draft.place);
      for (Proof proof : draft.proofs) {
        for (Branch branch : proof.branches()) {
          references
              .of(branch.steps(), findings)
              .forEach(
                  (reference, negative) -> {
                    int target =
                        reference.isCredential()
                            ? drafts.size() + reference.number()
                            : draft(named.get(reference.number())).number;
                    strata.dependsOn(draft.number, target, negative);
                    if (draft.onceEarned && reference.isCredential()) {
                      askedOnce.add(reference.number());
                    }
                  });
        }
      }
    }
    for (Award award : awards) {
      int node = drafts.size() + award.number();
      strata.node(node, award.credential().id(), true, award.ways().get(0).rule().idSpan());
      award.ways().forEach(way -> way.requires().forEach(r -> strata.dependsOn(node, r, false)));
    }
    int[] levels = strata.settle(findings);
    return program(awards, drafts, levels, askedOnce);
  }

  private Program program(
      List<Award> awards, List<Draft> drafts, int[] levels, Set<Integer> askedOnce) {
    List<Requirement> resolved = new ArrayList<>();
    Map<String, Integer> requirementNumbers = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      resolved.add(
          new Requirement(
              draft.number, draft.id, draft.kind, draft.name, levels[draft.number], draft.proofs));
      requirementNumbers.putIfAbsent(draft.id, draft.number);
    }
    List<Award> settled = new ArrayList<>();
    Map<String, Integer> credentialNumbers = new LinkedHashMap<>();
    for (Award award : awards) {
      settled.add(
          new Award(
              award.number(),
              award.credential(),
              levels[drafts.size() + award.number()],
              award.ways()));
      credentialNumbers.put(award.credential().id(), award.number());
    }
    return new Program(
        model,
        vocabulary,
        resolved,
        settled,
        requirementNumbers,
        credentialNumbers,
        ImmutableSortedSet.copyOf(askedOnce));
  }
}
