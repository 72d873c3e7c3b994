package io.credentialrules.report.internal.words;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of facts and of rules in words. */
final class ValuePhrases {
  private static final Set<String> NAMES_CREDENTIALS =
      Set.of(
          "HeldCredential.credential",
          "Endorsement.credential",
          "SignOff.subject",
          "Earned.credential",
          "Met.requirement");

  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;
  private final PolicyIndex policy;
  private final Totals totals;
  private final CallPhrases calls;

  /** Says what a total is a total of, which takes sentences about conditions. */
  interface Totals {
    String of(VariableMeanings.OfTotal total, VariableMeanings scope);
  }

  ValuePhrases(
      Messages messages, Writing writing, Terms lexicon, PolicyIndex policy, Totals totals) {
    this.messages = messages;
    this.writing = writing;
    this.lexicon = lexicon;
    this.policy = policy;
    this.totals = totals;
    this.calls = new CallPhrases(messages, writing, this);
  }

  /** A value alone and, for a day, with its preposition. */
  record Said(String plain, String at) {
    Said(String both) {
      this(both, both);
    }
  }

  /** A value that a fact has, as {@link VocabularyField#value} gives it. */
  String ofFact(VocabularyType type, VocabularyField field, Object value) {
    if (value instanceof BigDecimal amount) {
      return lexicon.amount(amount, field.unit());
    }
    if (value instanceof LocalDate date) {
      return writing.date(date);
    }
    if (value instanceof Boolean truth) {
      return messages.say(truth ? "value.true" : "value.false");
    }
    if (value instanceof Set<?> texts) {
      List<String> quoted = texts.stream().map(text -> writing.quote(text.toString())).toList();
      return quoted.isEmpty() ? messages.say("value.absent") : writing.and(quoted);
    }
    return text(type, field, value.toString());
  }

  /** A text, word or level of a field, in quotation marks. */
  String text(VocabularyType type, VocabularyField field, String text) {
    if (field.kind() == FieldKind.WORD) {
      return writing.quote(lexicon.word(type, field, text));
    }
    if (NAMES_CREDENTIALS.contains(type.name() + "." + field.name())) {
      return writing.quote(policy.name(text));
    }
    return writing.quote(text);
  }

  /**
   * A value of a rule that is compared with a field.
   *
   * @param type the type of the pattern around it, whose fields it can name; null where there is
   *     none
   * @param field the field that it is compared with; null where there is none
   * @param unit the unit of an amount
   */
  Said ofRule(
      Expression value,
      @Nullable VocabularyType type,
      @Nullable VocabularyField field,
      String unit,
      VariableMeanings scope) {
    if (value instanceof Expression.Text text) {
      return text(text.value(), type, field);
    }
    if (value instanceof Expression.Number number) {
      return new Said(
          unit.isEmpty()
              ? writing.exact(number.value())
              : lexicon.exactAmount(number.value(), unit));
    }
    if (value instanceof Expression.Truth truth) {
      return new Said(messages.say(truth.value() ? "value.true" : "value.false"));
    }
    if (value instanceof Expression.Null) {
      return new Said(messages.say("value.absent"));
    }
    if (value instanceof Expression.Listing listing) {
      List<String> said = new ArrayList<>();
      for (Expression one : listing.values()) {
        said.add(ofRule(one, type, field, unit, scope).plain());
      }
      return new Said(writing.or(said));
    }
    String computed = field == null ? computed(value, type, scope) : day(value, type, scope);
    return new Said(computed, messages.say("value.at", "v", computed));
  }

  /** Whether a value is worked out, rather than written in the rule. */
  static boolean isComputed(Expression value) {
    return value instanceof Expression.Variable
        || value instanceof Expression.Named
        || value instanceof Expression.Field
        || value instanceof Expression.Property
        || value instanceof Expression.Call
        || value instanceof Expression.Calculation;
  }

  private Said text(String text, @Nullable VocabularyType type, @Nullable VocabularyField field) {
    if (field == null || type == null) {
      return new Said(writing.quote(text));
    }
    if (field.kind() == FieldKind.DATE) {
      return day(text);
    }
    return new Said(text(type, field, text));
  }

  private Said day(String text) {
    try {
      String date = writing.date(LocalDate.parse(text));
      return new Said(
          messages.say("value.date", "date", date), messages.say("value.date.at", "date", date));
    } catch (DateTimeParseException notADate) {
      return new Said(writing.quote(text));
    }
  }

  /** What a computed value is, such as: one year after the completion date of the training. */
  String computed(Expression value, @Nullable VocabularyType type, VariableMeanings scope) {
    if (value instanceof Expression.Field field && type != null) {
      VocabularyField known = type.field(field.name());
      return known == null ? Terms.split(field.name()) : lexicon.label(type, known).the();
    }
    if (value instanceof Expression.Variable variable) {
      return variable(variable, scope);
    }
    if (value instanceof Expression.Property property) {
      return property(property, type, scope);
    }
    if (value instanceof Expression.Call call) {
      return calls.of(call, type, scope, false);
    }
    if (value instanceof Expression.Named named) {
      return writing.quote(Terms.split(named.name()));
    }
    if (value instanceof Expression.Calculation calculation) {
      return calculation(calculation, type, scope);
    }
    return value instanceof Expression.This && type != null
        ? lexicon.noun(type).a()
        : ofRule(value, null, null, "", scope).plain();
  }

  /** The same, where the first day of a week, month or year is meant as a day, not as all of it. */
  String day(Expression value, @Nullable VocabularyType type, VariableMeanings scope) {
    if (value instanceof Expression.Text text) {
      return day(text.value()).plain();
    }
    if (value instanceof Expression.Variable variable
        && scope.meaning(variable.name()) instanceof VariableMeanings.OfValue named
        && named.value() instanceof Expression.Call) {
      return day(named.value(), named.type(), scope);
    }
    return value instanceof Expression.Call call
        ? calls.of(call, type, scope, true)
        : computed(value, type, scope);
  }

  private String calculation(
      Expression.Calculation calculation, @Nullable VocabularyType type, VariableMeanings scope) {
    String key =
        switch (calculation.operation()) {
          case PLUS -> "value.plus";
          case MINUS -> "value.minus";
          case TIMES -> "value.times";
          case DIVIDED_BY -> "value.divided";
        };
    return messages.say(
        key,
        "one",
        part(calculation, calculation.left(), false, type, scope),
        "other",
        part(calculation, calculation.right(), true, type, scope));
  }

  /** What is joined: in parentheses where it would else be read as joined to something else. */
  private String part(
      Expression.Calculation whole,
      Expression part,
      boolean isRight,
      @Nullable VocabularyType type,
      VariableMeanings scope) {
    String said = computed(part, type, scope);
    if (!(part instanceof Expression.Calculation inner)) {
      return said;
    }
    boolean joinsProduct = !whole.operation().isSum();
    boolean bindsLess = isRight || (joinsProduct && inner.operation().isSum());
    return bindsLess ? "(" + said + ")" : said;
  }

  private String variable(Expression.Variable variable, VariableMeanings scope) {
    VariableMeanings.Meaning meaning = scope.meaning(variable.name());
    if (meaning instanceof VariableMeanings.OfFact fact) {
      return lexicon.noun(fact.type()).a();
    }
    if (meaning instanceof VariableMeanings.OfTotal total) {
      return totals.of(total, scope);
    }
    if (meaning instanceof VariableMeanings.OfValue value) {
      if (value.value() instanceof Expression.Field field) {
        boolean isOther = scope.isOfOther(variable.span(), value.type(), value.pattern());
        return fieldOf(value.type(), field.name(), isOther);
      }
      return computed(value.value(), value.type(), scope);
    }
    return Terms.split(variable.name().replace("$", ""));
  }

  /** How much of a total counts, in words. */
  CapPhrases caps() {
    return new CapPhrases(messages, lexicon, this);
  }

  private String fieldOf(VocabularyType type, String name, boolean isOfOther) {
    VocabularyField field = type.field(name);
    if (field == null) {
      return Terms.split(name);
    }
    if (type.name().equals(io.credentialrules.policy.Vocabulary.TODAY)) {
      return lexicon.label(type, field).the();
    }
    Noun noun = lexicon.noun(type);
    return messages.say(
        isOfOther ? "value.of-other" : "value.of",
        "the",
        lexicon.label(type, field).the(),
        "one",
        noun.one(),
        "ofThe",
        noun.ofThe());
  }

  private String property(
      Expression.Property property, @Nullable VocabularyType type, VariableMeanings scope) {
    if (property.target() instanceof Expression.Variable variable
        && scope.meaning(variable.name()) instanceof VariableMeanings.OfFact fact) {
      boolean isOther = scope.isOfOther(variable.span(), fact.type(), fact.pattern());
      return fieldOf(fact.type(), property.name(), isOther);
    }
    if (property.target() instanceof Expression.This && type != null) {
      return computed(new Expression.Field(property.name(), property.nameSpan()), type, scope);
    }
    String target = computed(property.target(), type, scope);
    return messages.say(
        property.name().equals("size") ? "value.size" : "value.worked-out", "v", target);
  }
}
