package io.credentialrules.cli;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the constraints of one pattern into what a template asks of the fields of a fact. */
final class TemplateConstraints {
  private static final String REVIEWER = "reviewerRole";
  private static final String ANY_ENDING = ".+";
  private static final Pattern BEGINNING = Pattern.compile("[A-Za-z0-9 _-]+\\.\\+");

  private final TemplateFact fact;
  private final TemplateScope scope;
  private final int nth;
  private final IntSupplier identities;
  private @Nullable TemplateFact sameAs;

  /**
   * Of a pattern.
   *
   * @param nth which of several facts this is, from 0; negative for a single one
   */
  TemplateConstraints(TemplateFact fact, TemplateScope scope, int nth, IntSupplier identities) {
    this.fact = fact;
    this.scope = scope;
    this.nth = nth;
    this.identities = identities;
  }

  /** The fact that the pattern says it is; null where it says none. */
  @Nullable TemplateFact sameAs() {
    return sameAs;
  }

  /** The field that is written for one that rules read: an age is written as a date of birth. */
  static String written(String field) {
    return field.equals("age") ? "birthDate" : field;
  }

  void apply(Constraint constraint) {
    if (constraint instanceof Constraint.Bind bind) {
      if (bind.value() instanceof Expression.Field field && isWritten(field.name())) {
        fact.field(written(field.name()));
      }
    } else if (constraint instanceof Constraint.IsTrue isTrue) {
      if (isTrue.value() instanceof Expression.Field field && isWritten(field.name())) {
        fact.field(field.name()).is("true");
      }
    } else if (constraint instanceof Constraint.Compare compare) {
      compare(
          compare.left() instanceof Expression.Field || compare.left() instanceof Expression.This
              ? compare
              : compare.operator().isOrdering() || compare.operator() == Operator.EQUAL
                  ? compare.mirrored()
                  : compare);
    } else if (constraint instanceof Constraint.Both both) {
      both.parts().forEach(this::apply);
    } else if (constraint instanceof Constraint.Either either) {
      either.parts().stream().filter(part -> !isAbsence(part)).findFirst().ifPresent(this::apply);
    }
  }

  private static boolean isAbsence(Constraint constraint) {
    return constraint instanceof Constraint.Compare compare
        && compare.operator() == Operator.EQUAL
        && compare.right() instanceof Expression.Null;
  }

  private boolean isWritten(String field) {
    VocabularyField known = fact.type().field(field);
    return known != null && !known.ofProvenance();
  }

  private void compare(Constraint.Compare compare) {
    if (compare.left() instanceof Expression.This) {
      if (compare.operator() == Operator.EQUAL
          && compare.right() instanceof Expression.Variable variable) {
        TemplateScope.Meaning meaning = scope.meaning(variable.name());
        sameAs = meaning == null ? null : meaning.fact();
      }
    } else if (compare.left() instanceof Expression.Field read) {
      if (read.name().equals(REVIEWER)) {
        constants(fact.reviewer(), compare);
      } else if (isWritten(read.name())) {
        TemplateField field = fact.field(written(read.name()));
        if (!isItself(read, compare.right())
            && !constants(field, compare)
            && !joined(field, compare)) {
          boolean isAge = !written(read.name()).equals(read.name());
          field.needs(
              (isAge ? "age " : "")
                  + (isBeginning(compare)
                      ? TemplateField.BEGINS
                      : word(compare.operator(), isAge ? FieldKind.AMOUNT : field.kind()))
                  + " "
                  + described(compare));
        }
      }
    }
  }

  /** Whether a field is compared with what is bound to it. */
  private boolean isItself(Expression.Field field, Expression right) {
    TemplateScope.Meaning meaning =
        right instanceof Expression.Variable variable ? scope.meaning(variable.name()) : null;
    return meaning != null
        && meaning.fact() == fact
        && written(field.name()).equals(meaning.field());
  }

  private String described(Constraint.Compare compare) {
    String described = scope.described(compare.right(), fact);
    return isBeginning(compare)
        ? described.substring(0, described.length() - ANY_ENDING.length())
        : described;
  }

  /** Whether an expression says how a text begins, and that something follows. */
  private static boolean isBeginning(Constraint.Compare compare) {
    return compare.operator() == Operator.MATCHES
        && compare.right() instanceof Expression.Text text
        && BEGINNING.matcher(text.value()).matches();
  }

  private static String word(Operator operator, FieldKind kind) {
    boolean isDate = kind == FieldKind.DATE;
    return switch (operator) {
      case AT_LEAST -> isDate ? "not before" : "at least";
      case AT_MOST -> isDate ? "not after" : "at most";
      case MORE -> isDate ? "after" : "more than";
      case LESS -> isDate ? "before" : "less than";
      case NOT_EQUAL, NOT_IN -> "not";
      case EQUAL -> "the";
      default -> operator.symbol();
    };
  }

  /** Whether the comparison names the values that will do. */
  private boolean constants(TemplateField field, Constraint.Compare compare) {
    List<String> values = values(compare.right());
    if (values.isEmpty()) {
      return compare.right() instanceof Expression.Null;
    }
    switch (compare.operator()) {
      case EQUAL, IN -> {
        boolean isOneOfSeveral = compare.operator() == Operator.IN && nth >= 0;
        if (isOneOfSeveral) {
          field.is(values.get(nth % values.size()));
        } else {
          field.isOneOf(values);
        }
        return true;
      }
      case NOT_EQUAL, NOT_IN -> {
        List<String> words = words(field, compare);
        if (words.isEmpty()) {
          return false;
        }
        field.isOneOf(words.stream().filter(word -> !values.contains(word)).toList());
        return true;
      }
      case CONTAINS -> {
        if (field.kind() == FieldKind.TEXTS) {
          field.contains(values.get(0));
          return true;
        }
        return false;
      }
      case AT_LEAST, AT_MOST, MORE, LESS -> {
        if (field.kind() == FieldKind.LEVEL) {
          field.isOneOf(scope.levels(compare.operator(), values.get(0)));
          return true;
        }
        return false;
      }
      default -> {
        return false;
      }
    }
  }

  private List<String> words(TemplateField field, Constraint.Compare compare) {
    if (!field.choices().isEmpty()) {
      return field.choices();
    }
    String name = ((Expression.Field) compare.left()).name();
    return Objects.requireNonNull(fact.type().field(name)).words();
  }

  /** Whether the comparison asks for the value of another fact. */
  private boolean joined(TemplateField field, Constraint.Compare compare) {
    if (field.kind() != FieldKind.TEXT
        || !(compare.right() instanceof Expression.Variable variable)) {
      return false;
    }
    TemplateScope.Meaning meaning = scope.meaning(variable.name());
    if (meaning == null || meaning.field() == null) {
      return false;
    }
    String identity = identity(meaning.fact(), meaning.field());
    switch (compare.operator()) {
      case EQUAL -> {
        if (meaning.fact().field(meaning.field()).isMadeUp()) {
          field.isMadeUp(identity);
        } else {
          field.is(identity);
        }
      }
      case CONTAINS -> field.isMadeUp(identity + "-" + (Math.max(nth, 0) + 1));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** What the field of another fact is; where nothing says so, a name that is made up. */
  private String identity(TemplateFact other, String name) {
    TemplateField field = other.field(name);
    String value = field.value();
    if (value == null) {
      value =
          other.type().noun().replace(' ', '-').toLowerCase(Locale.ROOT)
              + "-"
              + identities.getAsInt();
      field.isMadeUp(value);
    }
    return value;
  }

  private static List<String> values(Expression expression) {
    List<String> values = new ArrayList<>();
    if (expression instanceof Expression.Text text) {
      values.add(text.value());
    } else if (expression instanceof Expression.Truth truth) {
      values.add(String.valueOf(truth.value()));
    } else if (expression instanceof Expression.Listing listing) {
      listing.values().forEach(value -> values.addAll(values(value)));
    }
    return values;
  }
}
