package io.credentialrules.cli;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import io.credentialrules.CredentialRules;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a learner needs for credentials, to be filled in by hand. Of alternatives it takes
 * the first, and tells the others; patterns that one fact can satisfy, and that have a value in
 * common, become one fact. Each rule is visited once, a count asks for at most {@link
 * #MOST_OF_A_KIND} facts, and of more than {@link #MOST_FACTS} facts in all there is no template:
 * each is compared with all others, and nobody would fill them in.
 */
final class RecordTemplate {
  static final int MOST_FACTS = 2_000;

  private static final int MOST_OF_A_KIND = 100;

  private final CredentialRules rules;
  private final ListMultimap<String, PolicyRule> credentials;
  private final ListMultimap<String, PolicyRule> requirements;
  private final TemplateFact learner;
  private final List<TemplateFact> facts = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Set<String> visited = new HashSet<>();
  private final Map<String, TemplateFact> held = new HashMap<>();
  private final TemplateTotals totals = new TemplateTotals();
  private final List<TemplateEach> each = new ArrayList<>();
  private int identities;
  private boolean isTooLarge;

  private RecordTemplate(CredentialRules rules) {
    this.rules = rules;
    // Of values with dates the last, as of versions that which has no end.
    List<PolicyRule> policy = rules.policy().on(LocalDate.MAX, null).rules();
    this.credentials = byId(policy, CredentialRule.class);
    this.requirements = byId(policy, RequirementRule.class);
    this.learner =
        new TemplateFact(
            Objects.requireNonNull(rules.vocabulary().type("Learner")), "the learner", false);
    learner.field("id");
  }

  private static ListMultimap<String, PolicyRule> byId(
      List<PolicyRule> policy, Class<? extends PolicyRule> kind) {
    return policy.stream()
        .filter(kind::isInstance)
        .collect(
            ImmutableListMultimap.toImmutableListMultimap(PolicyRule::id, Function.identity()));
  }

  static RecordTemplate of(CredentialRules rules, List<String> credentials) {
    RecordTemplate template = new RecordTemplate(rules);
    credentials.forEach(template::credential);
    if (!template.isTooLarge) {
      template.each.forEach(all -> all.tell(template.facts));
      template.totals.tell(template.facts);
    }
    return template;
  }

  TemplateFact learner() {
    return learner;
  }

  List<TemplateFact> facts() {
    return List.copyOf(facts);
  }

  /** Whether there are names that were made up, so that facts which belong together have one. */
  boolean joinsFacts() {
    return identities > 0;
  }

  /** Whether it would have more than {@link #MOST_FACTS} facts, so that some are not here. */
  boolean isTooLarge() {
    return isTooLarge;
  }

  /** What would do in place of something in the template, and what it has no room for. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  private void credential(String id) {
    if (visited.add("credential " + id)) {
      List<PolicyRule> routes = credentials.get(id);
      if (routes.isEmpty()) {
        held(List.of(id), id);
      } else {
        visit(current(routes));
        tellOthers(routes);
      }
    }
  }

  private void requirement(String id) {
    if (visited.add("requirement " + id)) {
      List<PolicyRule> ways = requirements.get(id);
      visit(current(ways));
      tellOthers(ways);
    }
  }

  /** Of versions, the one that has no end. */
  private static PolicyRule current(List<PolicyRule> ways) {
    return ways.stream()
        .filter(rule -> rule.header().window().until() == null)
        .findFirst()
        .orElse(ways.get(0));
  }

  private void tellOthers(List<PolicyRule> ways) {
    PolicyRule taken = current(ways);
    for (PolicyRule way : ways) {
      if (way != taken && way.header().window().until() == null) {
        remarks.add("instead of “" + taken.header().name() + "”: “" + way.header().name() + "”");
      }
    }
  }

  private void visit(PolicyRule rule) {
    condition(rule.when(), new TemplateScope(rule.header()), TemplatePlace.single());
  }

  private void condition(Condition condition, TemplateScope scope, TemplatePlace place) {
    if (isTooLarge) {
      return;
    }
    if (condition instanceof Condition.Pattern pattern) {
      pattern(pattern, scope, place);
    } else if (condition instanceof Condition.Any any) {
      condition(any.parts().get(0), scope, place);
      any.parts()
          .subList(1, any.parts().size())
          .forEach(
              part ->
                  remarks.add(
                      "or for “"
                          + scope.rule()
                          + "”: "
                          + String.join(" and ", described(part, scope))));
    } else if (condition instanceof Condition.Accumulate accumulate) {
      int count = Math.min(MOST_OF_A_KIND, TemplateTotals.count(accumulate));
      TemplatePlace within = place.within(accumulate);
      for (int i = 0; i < count; i++) {
        condition(accumulate.source(), scope, count == 1 ? within : within.counted(i));
        if (count > 1) {
          TemplateTotals.tellDifferent(accumulate, scope);
        }
      }
      totals.add(accumulate, scope);
    } else if (condition instanceof Condition.ForAll all) {
      each.add(new TemplateEach(all, draft(all.each(), scope, place), scope, () -> ++identities));
    } else if (!(condition instanceof Condition.Not)) {
      condition.parts().forEach(part -> condition(part, scope, place));
    }
  }

  private void pattern(Condition.Pattern pattern, TemplateScope scope, TemplatePlace place) {
    switch (pattern.type()) {
      case Vocabulary.EARNED -> earned(pattern, scope);
      case Vocabulary.MET -> named(pattern).stream().limit(1).forEach(this::requirement);
      case Vocabulary.TODAY -> remarks.addAll(scope.tellToday(pattern));
      default -> {
        TemplateFact draft = draft(pattern, scope, place);
        scope.bind(pattern, draft);
        TemplateConstraints constraints =
            new TemplateConstraints(draft, scope, place.nth(), () -> ++identities);
        pattern.constraints().forEach(constraints::apply);
        TemplateFact fact = settled(draft, constraints.sameAs(), place);
        place.siblings().add(fact);
        scope.bind(pattern, fact);
      }
    }
  }

  /** The facts that a condition asks for, in words. */
  private List<String> described(Condition condition, TemplateScope scope) {
    if (condition instanceof Condition.Pattern pattern) {
      if (pattern.type().equals(Vocabulary.EARNED) || pattern.type().equals(Vocabulary.MET)) {
        return List.of(String.join(" or ", named(pattern)));
      }
      if (pattern.type().equals(Vocabulary.TODAY)) {
        return List.of();
      }
      TemplatePlace place = TemplatePlace.single();
      TemplateFact fact = draft(pattern, scope, place);
      TemplateConstraints constraints =
          new TemplateConstraints(fact, scope, place.nth(), () -> ++identities);
      pattern.constraints().forEach(constraints::apply);
      return List.of(fact.described());
    }
    if (condition instanceof Condition.Not || condition instanceof Condition.ForAll) {
      return List.of();
    }
    return condition.parts().stream().flatMap(part -> described(part, scope).stream()).toList();
  }

  private TemplateFact draft(Condition.Pattern pattern, TemplateScope scope, TemplatePlace place) {
    return new TemplateFact(
        Objects.requireNonNull(rules.vocabulary().type(pattern.type())),
        scope.rule(),
        place.isSeveral());
  }

  private TemplateFact settled(
      TemplateFact draft, @Nullable TemplateFact sameAs, TemplatePlace place) {
    TemplateFact into =
        draft.type() == learner.type()
            ? learner
            : sameAs != null
                ? sameAs
                : facts.stream()
                    .filter(fact -> !place.siblings().contains(fact) && fact.isOneWith(draft))
                    .findFirst()
                    .orElse(null);
    if (into == null) {
      isTooLarge = facts.size() == MOST_FACTS;
      if (!isTooLarge) {
        facts.add(draft);
      }
      return draft;
    }
    into.take(draft);
    return into;
  }

  private void earned(Condition.Pattern pattern, TemplateScope scope) {
    List<String> credentials = named(pattern);
    if (credentials.size() == 1) {
      credential(credentials.get(0));
    } else if (!credentials.isEmpty()) {
      held(credentials, scope.rule());
    }
    scope.bindEarned(
        pattern, credentials, credentials.size() == 1 ? held.get(credentials.get(0)) : null);
  }

  private void held(List<String> credentials, String purpose) {
    TemplateFact fact =
        new TemplateFact(
            Objects.requireNonNull(rules.vocabulary().type("HeldCredential")), purpose, false);
    fact.field("credential").isOneOf(credentials);
    facts.add(fact);
    credentials.forEach(credential -> held.putIfAbsent(credential, fact));
  }

  /** The credentials or requirements that a pattern names. */
  private static List<String> named(Condition.Pattern pattern) {
    List<String> named = new ArrayList<>();
    for (Constraint constraint : pattern.constraints()) {
      if (constraint instanceof Constraint.Compare compare) {
        texts(compare.right(), named);
        texts(compare.left(), named);
      }
    }
    return named;
  }

  private static void texts(Expression expression, List<String> texts) {
    if (expression instanceof Expression.Text text) {
      texts.add(text.value());
    }
    expression.parts().forEach(part -> texts(part, texts));
  }
}
