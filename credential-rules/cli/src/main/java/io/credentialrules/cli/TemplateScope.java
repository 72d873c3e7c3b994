package io.credentialrules.cli;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.Scale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the names of one rule mean in a template: facts, and fields of facts. */
final class TemplateScope {

  /**
   * A field of a fact, or the fact itself.
   *
   * @param field null for the fact itself
   */
  record Meaning(TemplateFact fact, @Nullable String field) {

    /** Such as {@code completedOn of TrainingCompletion first-aid}. */
    String described() {
      return field == null ? fact.called() : field + " of " + fact.called();
    }
  }

  private final RuleHeader rule;
  private final Map<String, Meaning> meanings = new HashMap<>();

  TemplateScope(RuleHeader rule) {
    this.rule = rule;
  }

  /** The name of the rule. */
  String rule() {
    return rule.name();
  }

  /** The levels of the rule's scale that compare with one as asked; that one if it has none. */
  List<String> levels(Operator operator, String level) {
    Scale scale = rule.scaleOf(level);
    if (scale == null) {
      return List.of(level);
    }
    List<String> levels = scale.levels();
    int at = levels.indexOf(level);
    List<String> fitting =
        IntStream.range(0, levels.size())
            .filter(each -> operator.accepts(Integer.compare(each, at)))
            .mapToObj(levels::get)
            .toList();
    return fitting.isEmpty() ? List.of(level) : fitting;
  }

  @Nullable Meaning meaning(String variable) {
    return meanings.get(variable);
  }

  /** Binds what a pattern names. */
  void bind(Condition.Pattern pattern, TemplateFact fact) {
    if (pattern.variable() != null) {
      meanings.put(Objects.requireNonNull(pattern.variable()), new Meaning(fact, null));
    }
    for (Constraint constraint : pattern.constraints()) {
      if (constraint instanceof Constraint.Bind bind
          && bind.value() instanceof Expression.Field field) {
        meanings.put(bind.variable(), new Meaning(fact, TemplateConstraints.written(field.name())));
      }
    }
  }

  /** A value that a condition compares with, with what its names mean in their place. */
  String described(Expression value) {
    if (value instanceof Expression.Variable variable) {
      Meaning meaning = meaning(variable.name());
      return meaning == null ? variable.name() : meaning.described();
    }
    if (value instanceof Expression.Property property) {
      return property.name() + " of " + described(property.target());
    }
    if (value instanceof Expression.Call call) {
      String amount = described(call.arguments().get(0));
      String units = call.method().replaceAll("plus|minus", "").toLowerCase(Locale.ROOT);
      return described(call.target())
          + " "
          + call.method().replaceAll("(plus|minus)(\\w+)", "$1 ")
          + amount
          + " "
          + (amount.equals("1") ? units.replaceAll("s$", "") : units);
    }
    if (value instanceof Expression.Listing listing) {
      return String.join(" or ", listing.values().stream().map(this::described).toList());
    }
    if (value instanceof Expression.Number number) {
      return number.value().toPlainString();
    }
    return value instanceof Expression.Field field
        ? field.name()
        : value instanceof Expression.Text text ? text.value() : "what the rule says";
  }
}
