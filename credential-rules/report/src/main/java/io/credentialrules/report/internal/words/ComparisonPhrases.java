package io.credentialrules.report.internal.words;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import org.jspecify.annotations.Nullable;

/** What is asked of one field, in words. */
final class ComparisonPhrases {
  private final Messages messages;
  private final Terms lexicon;
  private final ValuePhrases values;

  ComparisonPhrases(Messages messages, Terms lexicon, ValuePhrases values) {
    this.messages = messages;
    this.lexicon = lexicon;
    this.values = values;
  }

  /**
   * What is asked.
   *
   * @param c after a verb: at least 80 percent
   * @param of after a noun, where that differs
   * @param on after a participle, for a day: on March 2
   * @param isComputed whether it is no value of its own but one of another fact
   * @param form which of the messages of a field fits: plain, or with a suffix
   */
  record Wording(String c, String of, String on, boolean isComputed, String form) {}

  /**
   * Whether a fact must be another one than a fact of the rule, or else the same: {@code this !=
   * $first}. Null where a constraint asks for neither.
   */
  static @Nullable Boolean isAnother(Constraint constraint) {
    if (constraint instanceof Constraint.Opposite opposite) {
      Boolean another = isAnother(opposite.part());
      return another == null ? null : !another;
    }
    if (constraint instanceof Constraint.Compare compare
        && (compare.left() instanceof Expression.This
            || compare.right() instanceof Expression.This)) {
      return switch (compare.operator()) {
        case NOT_EQUAL, NOT_IN -> true;
        case EQUAL, IN -> false;
        default -> null;
      };
    }
    return null;
  }

  /** A comparison with a field on the left; literals on the left are turned to the right. */
  static Constraint.Compare turned(Constraint.Compare compare) {
    boolean isLiteral =
        compare.left() instanceof Expression.Text
            || compare.left() instanceof Expression.Number
            || compare.left() instanceof Expression.Truth
            || compare.left() instanceof Expression.Null;
    if (!isLiteral) {
      return compare;
    }
    Operator operator =
        switch (compare.operator()) {
          case LESS -> Operator.MORE;
          case AT_MOST -> Operator.AT_LEAST;
          case MORE -> Operator.LESS;
          case AT_LEAST -> Operator.AT_MOST;
          default -> compare.operator();
        };
    return new Constraint.Compare(
        /* left= */ compare.right(),
        operator,
        /* right= */ compare.left(),
        compare.text(),
        compare.span());
  }

  /** What a comparison asks of a field of a type. */
  Wording asked(
      VocabularyType type,
      VocabularyField field,
      Operator operator,
      Expression right,
      VariableMeanings scope) {
    if (right instanceof Expression.Null) {
      return new Wording("", "", "", false, operator == Operator.EQUAL ? ".absent" : ".present");
    }
    ValuePhrases.Said said = values.ofRule(right, type, field, field.unit(), scope);
    boolean isComputed = ValuePhrases.isComputed(right);
    Wording asked =
        field.kind() == FieldKind.AMOUNT && isComputed
            ? computedAmount(operator, said)
            : asked(field, operator, isBound(operator) ? said : shifted(right, said, scope));
    return new Wording(asked.c(), asked.of(), asked.on(), isComputed, asked.form());
  }

  private ValuePhrases.Said shifted(
      Expression right, ValuePhrases.Said said, VariableMeanings scope) {
    String what = CalendarMethods.shifted(right, false, scope);
    if (what.isEmpty()) {
      return said;
    }
    return new ValuePhrases.Said(
        messages.say("value.shifted." + what, "v", said.plain()),
        messages.say("value.shifted." + what + ".at", "v", said.plain()));
  }

  private Wording asked(VocabularyField field, Operator operator, ValuePhrases.Said said) {
    return switch (field.kind()) {
      case AMOUNT -> amount(operator, said);
      case DATE -> date(operator, said);
      case LEVEL -> plain(field.offScale() ? "c.grade." : "c.level.", operator, said, "");
      case TEXTS -> plain("c.", operator, said, including(operator, "includes"));
      default -> plain("c.", operator, said, including(operator, "contains"));
    };
  }

  /** What is asked of an amount. */
  Wording amount(Operator operator, ValuePhrases.Said said) {
    String key = messages.has("c.amount." + operator) ? "c.amount." : "c.";
    String ofKey = messages.has("of.amount." + operator) ? "of.amount." : "c.";
    return new Wording(
        messages.say(key + operator, "v", said.plain()),
        messages.say(ofKey + operator, "v", said.plain()),
        "",
        false,
        ".amount");
  }

  /** What is asked of an amount by another amount, which has a name rather than a number. */
  Wording computedAmount(Operator operator, ValuePhrases.Said said) {
    String key = "c.amount.computed." + operator;
    if (!messages.has(key)) {
      return amount(operator, said);
    }
    String asked = messages.say(key, "v", said.plain());
    return new Wording(asked, asked, "", false, ".amount");
  }

  /** A comparison as a sentence: what is compared, and what is asked of it. */
  record Sides(String left, String c) {}

  /** A comparison of a date that is no field of its own; null where no dates are compared. */
  @Nullable Sides dates(
      Constraint.Compare compare, @Nullable VocabularyType type, VariableMeanings scope) {
    Expression left = compare.left();
    Expression right = compare.right();
    boolean isOneDate = right instanceof Expression.Text || ValuePhrases.isComputed(right);
    if (!isOneDate || !CalendarMethods.isDate(left, type, scope)) {
      return null;
    }
    String key =
        switch (compare.operator()) {
          case LESS, AT_MOST, MORE, AT_LEAST -> "c.date." + compare.operator();
          case EQUAL, NOT_EQUAL -> "c." + compare.operator();
          default -> null;
        };
    if (key == null) {
      return null;
    }
    boolean areSpans = CalendarMethods.areSpans(left, right, scope);
    String from = areSpans ? values.computed(left, type, scope) : values.day(left, type, scope);
    String asked = areSpans ? values.computed(right, type, scope) : values.day(right, type, scope);
    return new Sides(
        shifted(CalendarMethods.shifted(left, areSpans, scope), from),
        messages.say(
            key,
            "v",
            compare.operator() == Operator.LESS || compare.operator() == Operator.MORE
                ? shifted(CalendarMethods.shifted(right, areSpans, scope), asked)
                : asked));
  }

  /** Whether a date is a bound that counts itself: no later than two years before another. */
  private static boolean isBound(Operator operator) {
    return operator == Operator.AT_MOST || operator == Operator.AT_LEAST;
  }

  /** The day, week, month or year that lies there: not after two years before another. */
  private String shifted(String what, String said) {
    return what.isEmpty() ? said : messages.say("value.shifted." + what, "v", said);
  }

  private Wording date(Operator operator, ValuePhrases.Said said) {
    if (!messages.has("c.date." + operator)) {
      return plain("c.", operator, said, "");
    }
    String asked = messages.say("c.date." + operator, "v", said.plain(), "at", said.at());
    return new Wording(
        asked,
        asked,
        messages.say("on.date." + operator, "v", said.plain(), "at", said.at()),
        false,
        "");
  }

  private Wording plain(String prefix, Operator operator, ValuePhrases.Said said, String form) {
    String key = messages.has(prefix + operator) ? prefix + operator : "c." + operator;
    String asked = messages.has(key) ? messages.say(key, "v", said.plain()) : said.plain();
    return new Wording(asked, asked, "", false, form);
  }

  private static String including(Operator operator, String verb) {
    return switch (operator) {
      case CONTAINS -> "." + verb;
      case NOT_CONTAINS -> "." + verb + "Not";
      default -> "";
    };
  }

  /** A phrase after a noun: with a score of at least 80 percent. */
  String phrase(VocabularyType type, VocabularyField field, Operator operator, Wording asked) {
    String own = isPositive(operator) && !isIncluding(asked) ? lexicon.phrase(type, field) : null;
    boolean isDay = field.kind() == FieldKind.DATE;
    boolean fits = isDay ? !asked.on().isEmpty() : !asked.isComputed();
    boolean areSeveral = field.kind() == FieldKind.TEXTS && asked.form().isEmpty();
    String any = "with.any" + (areSeveral ? ".texts" : asked.form());
    String key = own != null && fits ? own : any;
    Terms.Label label = lexicon.label(type, field);
    return messages.say(
        key,
        "one",
        label.one(),
        "the",
        label.the(),
        "many",
        label.many(),
        "c",
        asked.c(),
        "of",
        asked.of(),
        "on",
        asked.on());
  }

  private static boolean isIncluding(Wording asked) {
    return !asked.form().isEmpty() && !asked.form().equals(".amount");
  }

  private static boolean isPositive(Operator operator) {
    return switch (operator) {
      case NOT_EQUAL, NOT_IN, NOT_CONTAINS, NOT_MEMBER_OF, MATCHES, NOT_MATCHES -> false;
      default -> true;
    };
  }

  /** The field that a comparison asks about; null where it is none of the type's own. */
  static @Nullable VocabularyField field(@Nullable VocabularyType type, Expression left) {
    return type != null && left instanceof Expression.Field field ? type.field(field.name()) : null;
  }
}
