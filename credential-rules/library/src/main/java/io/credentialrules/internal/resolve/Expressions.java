package io.credentialrules.internal.resolve;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.Expression;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives each expression its type and the way to compute it. Returns null where it has reported a
 * problem.
 */
final class Expressions {
  private static final Map<String, BiFunction<LocalDate, Long, LocalDate>> DATE_METHODS =
      Map.of(
          "plusDays", LocalDate::plusDays,
          "plusWeeks", LocalDate::plusWeeks,
          "plusMonths", LocalDate::plusMonths,
          "plusYears", LocalDate::plusYears,
          "minusDays", LocalDate::minusDays,
          "minusWeeks", LocalDate::minusWeeks,
          "minusMonths", LocalDate::minusMonths,
          "minusYears", LocalDate::minusYears);
  private static final BigDecimal MOST_UNITS_OF_TIME = BigDecimal.valueOf(10_000);

  private final Scope scope;
  private final @Nullable Value self;
  private final Findings findings;

  /** With the fact of the enclosing pattern, or null within the constraints of an accumulate. */
  Expressions(Scope scope, @Nullable Value self, Findings findings) {
    this.scope = scope;
    this.self = self;
    this.findings = findings;
  }

  @Nullable Value resolve(Expression expression) {
    if (expression instanceof Expression.Text text) {
      return Value.literal(ValueType.of(FieldKind.TEXT), text.value(), quoted(text.value()));
    }
    if (expression instanceof Expression.Number number) {
      String key = "#" + number.value().stripTrailingZeros();
      return Value.literal(ValueType.of(FieldKind.AMOUNT), number.value(), key);
    }
    if (expression instanceof Expression.Truth truth) {
      return Value.literal(ValueType.of(FieldKind.TRUTH), truth.value(), "#" + truth.value());
    }
    if (expression instanceof Expression.Null) {
      return Value.literal(new ValueType.Absent(), null, "#null");
    }
    if (expression instanceof Expression.Field field) {
      return field(field.name(), field.span());
    }
    if (expression instanceof Expression.Variable variable) {
      return variable(variable.name(), variable.span());
    }
    if (expression instanceof Expression.This self) {
      return self(self.span());
    }
    if (expression instanceof Expression.Property property) {
      Value target = resolve(property.target());
      return target == null ? null : property(target, property.name(), property.nameSpan());
    }
    if (expression instanceof Expression.Call call) {
      return call(call);
    }
    findings.error(
        "value-in-parentheses",
        expression.span(),
        "a list of values stands only behind `in`",
        "write `field in ( … )`");
    return null;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private @Nullable Value self(SourceSpan span) {
    if (self == null) {
      findings.error(
          "misplaced-this", span, "`this` is the fact of a pattern, and here is none", "");
    }
    return self;
  }

  private @Nullable Value variable(String name, SourceSpan span) {
    Value bound = scope.variable(name);
    if (bound == null && !scope.isSpoilt(name)) {
      findings.error(
          "unknown-variable",
          span,
          "`" + name + "` is not bound before this place",
          NearestWord.maybe(name, scope.names()));
    }
    return bound;
  }

  private @Nullable Value field(String name, SourceSpan span) {
    Value bound = scope.variable(name);
    if (bound != null) {
      return bound;
    }
    if (self == null || (scope.isSpoilt(name) && !hasField(name))) {
      return variable(name, span);
    }
    return property(self, name, span);
  }

  private boolean hasField(String name) {
    return self != null
        && self.type() instanceof ValueType.OfFact fact
        && fact.type().field(name) != null;
  }

  private @Nullable Value property(Value target, String name, SourceSpan span) {
    if (target.type() instanceof ValueType.OfFact fact) {
      VocabularyField field = fact.type().field(name);
      if (field == null) {
        unknownField(fact.type(), name, span);
        return null;
      }
      return fieldOf(target, field);
    }
    if (isCollection(target.type())) {
      if (name.equals("size")) {
        return size(target);
      }
      findings.error(
          "unknown-field", span, "a collection has no field `" + name + "`", "it has `size`");
      return null;
    }
    findings.error(
        "unknown-field",
        span,
        target.type().described() + " has no fields, so no `" + name + "`",
        "bind the fact itself, such as `$work : WorkExperience()`, and write `$work." + name + "`");
    return null;
  }

  private void unknownField(VocabularyType type, String name, SourceSpan span) {
    List<String> names = type.fields().stream().map(VocabularyField::name).toList();
    String maybe = NearestWord.maybe(name, names);
    findings.error(
        "unknown-field",
        span,
        "unknown field `" + name + "` of " + type.name(),
        maybe.isEmpty() ? "it has " + String.join(", ", names) : maybe);
  }

  private static Value fieldOf(Value target, VocabularyField field) {
    return new Value(
        new ValueType.Plain(field.kind(), field.words()),
        field.unit(),
        target.slots(),
        target.key() + "." + field.name(),
        null,
        field,
        row -> target.in(row) instanceof Candidate candidate ? candidate.value(field) : null);
  }

  private static boolean isCollection(ValueType type) {
    return type instanceof ValueType.Collected || type.is(FieldKind.TEXTS);
  }

  private static Value size(Value target) {
    return new Value(
        ValueType.of(FieldKind.AMOUNT),
        "elements",
        target.slots(),
        target.key() + ".size",
        null,
        null,
        row ->
            target.in(row) instanceof Collection<?> elements
                ? BigDecimal.valueOf(elements.size())
                : null);
  }

  private @Nullable Value call(Expression.Call call) {
    Value target = resolve(call.target());
    if (target == null) {
      return null;
    }
    String method = call.method();
    if (isCollection(target.type()) && method.equals("size") && call.arguments().isEmpty()) {
      return size(target);
    }
    BiFunction<LocalDate, Long, LocalDate> shift = DATE_METHODS.get(method);
    if (shift == null || !target.type().is(FieldKind.DATE)) {
      findings.error(
          "unknown-method",
          call.methodSpan(),
          "`" + method + "` cannot be asked of " + target.type().described(),
          hintForMethod(target, method));
      return null;
    }
    return shifted(call, target, shift);
  }

  private static String hintForMethod(Value target, String method) {
    if (target.type().is(FieldKind.DATE)) {
      String maybe = NearestWord.maybe(method, DATE_METHODS.keySet().stream().sorted().toList());
      return maybe.isEmpty()
          ? "dates have " + String.join(", ", DATE_METHODS.keySet().stream().sorted().toList())
          : maybe;
    }
    return "only dates have methods, such as `$today.minusYears( 2 )`, and collections have `size()`";
  }

  private @Nullable Value shifted(
      Expression.Call call, Value target, BiFunction<LocalDate, Long, LocalDate> shift) {
    if (call.arguments().size() != 1) {
      findings.error(
          "bad-argument",
          call.span(),
          "`" + call.method() + "` takes one whole number",
          "such as `" + call.method() + "( 2 )`");
      return null;
    }
    Value argument = resolve(call.arguments().get(0));
    if (argument == null) {
      return null;
    }
    if (!(argument.literal() instanceof BigDecimal number)
        || number.stripTrailingZeros().scale() > 0
        || number.abs().compareTo(MOST_UNITS_OF_TIME) > 0) {
      findings.error(
          "bad-argument",
          call.arguments().get(0).span(),
          "`" + call.method() + "` takes one whole number up to 10000",
          "such as `" + call.method() + "( 2 )`");
      return null;
    }
    long amount = number.longValueExact();
    Function<Row, @Nullable Object> get =
        row -> target.in(row) instanceof LocalDate date ? shift(shift, date, amount) : null;
    return new Value(
        target.type(),
        "",
        target.slots(),
        target.key() + "." + call.method() + "(" + amount + ")",
        null,
        null,
        get);
  }

  private static @Nullable LocalDate shift(
      BiFunction<LocalDate, Long, LocalDate> shift, LocalDate date, long amount) {
    try {
      return shift.apply(date, amount);
    } catch (DateTimeException beyondTheCalendar) {
      return null;
    }
  }

  /** The fact in a slot. */
  static Value fact(int slot, VocabularyType type) {
    return new Value(
        new ValueType.OfFact(type),
        "",
        ImmutableSet.of(slot),
        "$" + slot,
        null,
        null,
        row -> row.at(slot));
  }
}
