package io.credentialrules.cli;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.Scale;
import java.util.ArrayList;
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

    /** Such as {@code completedOn of TrainingCompletion first-aid}; of the same fact the field. */
    String described(TemplateFact of) {
      return field == null ? fact.called() : fact == of ? field : field + " of " + fact.called();
    }
  }

  private final RuleHeader rule;
  private final Map<String, Meaning> meanings = new HashMap<>();
  private final Map<String, String> phrases = new HashMap<>();

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

  /**
   * Binds the day since when a credential is earned.
   *
   * @param held the fact of the template that says that the learner holds it; null where rules
   *     award it
   */
  void bindEarned(
      Condition.Pattern pattern, List<String> credentials, @Nullable TemplateFact held) {
    for (Constraint constraint : pattern.constraints()) {
      if (constraint instanceof Constraint.Bind bind
          && bind.value() instanceof Expression.Field field
          && field.name().equals("since")) {
        if (held == null) {
          phrases.put(
              bind.variable(),
              "the day since when " + String.join(" or ", credentials) + " is earned");
        } else {
          held.field("awardedOn");
          meanings.put(bind.variable(), new Meaning(held, "awardedOn"));
        }
      }
    }
  }

  /**
   * Writes beside a date how far from the date of the decision it has to be. What no fact of the
   * template has room for is returned as sentences.
   */
  List<String> tellToday(Condition.Pattern pattern) {
    List<String> sentences = new ArrayList<>();
    for (Constraint constraint : pattern.constraints()) {
      if (constraint instanceof Constraint.Compare compare
          && compare.right() instanceof Expression.Call call
          && call.method().startsWith("plus")
          && call.target() instanceof Expression.Variable variable) {
        String needed =
            distance(compare.operator()) + " " + length(call) + " before the date of the decision";
        Meaning meaning = meaning(variable.name());
        if (meaning != null && meaning.field() != null) {
          meaning.fact().field(meaning.field()).needs(needed);
        } else if (phrases.containsKey(variable.name())) {
          sentences.add("for “" + rule() + "”: " + phrases.get(variable.name()) + ", " + needed);
        }
      }
    }
    return sentences;
  }

  private static String distance(Operator operator) {
    return switch (operator) {
      case AT_LEAST -> "at least";
      case MORE -> "more than";
      case AT_MOST -> "at most";
      case LESS -> "less than";
      default -> "exactly";
    };
  }

  /** The amount and unit that a date is moved by. */
  private String length(Expression.Call call) {
    String amount =
        call.arguments().get(0) instanceof Expression.Number number
            ? number.value().toPlainString()
            : "so many";
    String units = call.method().replaceAll("plus|minus", "").toLowerCase(Locale.ROOT);
    return amount + " " + (amount.equals("1") ? units.replaceAll("s$", "") : units);
  }

  /** A value that a fact is compared with, with what its names mean in their place. */
  String described(Expression value, TemplateFact of) {
    if (value instanceof Expression.Variable variable) {
      Meaning meaning = meaning(variable.name());
      return meaning != null
          ? meaning.described(of)
          : phrases.getOrDefault(variable.name(), "what the rule says");
    }
    if (value instanceof Expression.Property property) {
      return property.name() + " of " + described(property.target(), of);
    }
    if (value instanceof Expression.Call call) {
      return described(call.target(), of)
          + call.method().replaceAll("(plus|minus)\\w+", " $1 ")
          + length(call);
    }
    if (value instanceof Expression.Listing listing) {
      return String.join(
          " or ", listing.values().stream().map(each -> described(each, of)).toList());
    }
    if (value instanceof Expression.Number number) {
      return number.value().toPlainString();
    }
    return value instanceof Expression.Field field
        ? field.name()
        : value instanceof Expression.Text text ? text.value() : "what the rule says";
  }
}
