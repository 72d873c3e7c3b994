package io.credentialrules.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.NameFaults;
import io.credentialrules.internal.fault.NamedValueFaults;
import io.credentialrules.internal.fault.ValueFaults;
import io.credentialrules.internal.program.DateMethod;
import io.credentialrules.internal.program.StartOf;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives each expression its type and the way to compute it. Returns null where it has reported a
 * problem.
 */
final class Expressions {
  private static final BigDecimal MOST_UNITS_OF_TIME = BigDecimal.valueOf(10_000);

  private static final ImmutableList<String> METHODS_OF_DATES =
      ImmutableList.<String>builder()
          .addAll(DateMethod.names())
          .addAll(StartOf.Span.names())
          .build();

  private final Vocabulary vocabulary;
  private final Scope scope;
  private final @Nullable Value self;
  private final Findings findings;

  /** With the fact of the enclosing pattern, or null outside of patterns. */
  Expressions(Vocabulary vocabulary, Scope scope, @Nullable Value self, Findings findings) {
    this.vocabulary = vocabulary;
    this.scope = scope;
    this.self = self;
    this.findings = findings;
  }

  @Nullable Value resolve(Expression expression) {
    if (expression instanceof Expression.Text text) {
      return scope.shared(Value.Literal.of(FieldKind.TEXT, text.value()));
    }
    if (expression instanceof Expression.Number number) {
      return scope.shared(Value.Literal.of(FieldKind.AMOUNT, number.value()));
    }
    if (expression instanceof Expression.Truth truth) {
      return scope.shared(Value.Literal.of(FieldKind.TRUTH, truth.value()));
    }
    if (expression instanceof Expression.Null) {
      return new Value.Literal(new ValueType.Absent(), null);
    }
    if (expression instanceof Expression.Field field) {
      return field(field.name(), field.span());
    }
    if (expression instanceof Expression.Variable variable) {
      return variable(variable.name(), variable.span());
    }
    if (expression instanceof Expression.Named list) {
      findings.error(list.span(), NamedValueFaults.listValue(list.name()));
      return null;
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
    if (expression instanceof Expression.Calculation calculation) {
      return new Calculations(vocabulary, this, findings).resolve(calculation);
    }
    findings.error(expression.span(), ConstraintFaults.valueInParenthesesList());
    return null;
  }

  /** One of all equal values. */
  <T> T shared(T value) {
    return scope.shared(value);
  }

  private @Nullable Value self(SourceSpan span) {
    if (self == null) {
      findings.error(span, ConstraintFaults.misplacedThis());
    }
    return self;
  }

  private @Nullable Value variable(String name, SourceSpan span) {
    Value bound = scope.variable(name);
    if (bound == null && !scope.isSpoilt(name)) {
      findings.error(
          span, NameFaults.unknownVariable(name, MeantValues.hint(name, hintForVariable(name))));
    }
    return bound;
  }

  private String hintForVariable(String name) {
    String maybe = NearestWord.maybe(name, scope.names());
    boolean isPlain = !name.startsWith("$") && !NamedValue.isName(name);
    return maybe.isEmpty() && isPlain
        ? "write `$%1$s : %1$s` in the pattern, and `$%1$s` here".formatted(name)
        : maybe;
  }

  private @Nullable Value field(String name, SourceSpan span) {
    Value bound = scope.variable(name);
    if (bound != null) {
      return bound;
    }
    if (self == null || (scope.isSpoilt(name) && !hasField(name))) {
      return variable(name, span);
    }
    if (scope.variable("$" + name) != null
        && self.type() instanceof ValueType.OfFact fact
        && fact.type().field(name) == null) {
      findings.error(span, NameFaults.unknownFieldVariable(name, fact.type().name(), "$" + name));
      return null;
    }
    return property(self, name, span);
  }

  private boolean hasField(String name) {
    return self != null
        && self.type() instanceof ValueType.OfFact fact
        && fact.type().field(name) != null;
  }

  private @Nullable Value property(Value target, String name, SourceSpan span) {
    if (target instanceof Value.Slot slot && slot.type() instanceof ValueType.OfFact fact) {
      VocabularyField field = fact.type().field(name);
      if (field == null) {
        unknownField(fact.type(), name, span);
        return null;
      }
      return scope.shared(new Value.Field(slot, field));
    }
    if (isCollection(target.type())) {
      if (name.equals("size")) {
        return new Value.Size(target);
      }
      findings.error(span, NameFaults.unknownFieldOfCollection(name));
      return null;
    }
    String meant = MeantValues.method(name);
    if (meant != null) {
      findings.error(span, NameFaults.unknownFieldInstead(target.type().described(), name, meant));
      return null;
    }
    findings.error(span, NameFaults.unknownFieldOfValue(target.type().described(), name));
    return null;
  }

  private void unknownField(VocabularyType type, String name, SourceSpan span) {
    findings.error(
        span,
        NameFaults.unknownField(
            name, type.name(), MeantValues.hint(name, hintForField(type, name))));
  }

  private String hintForField(VocabularyType type, String name) {
    List<String> names = type.fields().stream().map(VocabularyField::name).toList();
    List<String> hints =
        List.of(
            NearestWord.maybe(name, scope.values()),
            MeantFields.hint(type, name),
            NearestWord.maybe(name, names));
    for (String hint : hints) {
      if (!hint.isEmpty()) {
        return hint;
      }
    }
    if (type.isDerived() && names.size() == 1) {
      return "write `" + names.get(0) + " == \"" + name + "\"`";
    }
    return NamedValue.isName(name)
        ? "maybe `\"" + name + "\"` in quotes; or declare a value of this name"
        : "it has " + String.join(", ", names);
  }

  private static boolean isCollection(ValueType type) {
    return type instanceof ValueType.Collected || type.is(FieldKind.TEXTS);
  }

  private @Nullable Value call(Expression.Call call) {
    Value target = resolve(call.target());
    if (target == null) {
      return null;
    }
    String method = call.method();
    StartOf.Span span = StartOf.Span.of(method);
    if (span != null && target.type().is(FieldKind.DATE)) {
      if (!call.arguments().isEmpty()) {
        findings.error(call.span(), ValueFaults.badArgumentNothing(method));
        return null;
      }
      return new StartOf(target, span);
    }
    if (isCollection(target.type()) && method.equals("size") && call.arguments().isEmpty()) {
      return new Value.Size(target);
    }
    DateMethod shift = DateMethod.of(method);
    if (shift == null || !target.type().is(FieldKind.DATE)) {
      findings.error(
          call.methodSpan(),
          NameFaults.unknownMethod(
              target.type().described(), method, hintForMethod(target, method)));
      return null;
    }
    return shifted(call, target, shift);
  }

  private static String hintForMethod(Value target, String method) {
    if (target.type().is(FieldKind.DATE)) {
      String maybe = NearestWord.maybe(method, METHODS_OF_DATES);
      String meant = MeantValues.method(method);
      return maybe.isEmpty() && meant != null
          ? meant
          : maybe.isEmpty() ? "dates have " + String.join(", ", METHODS_OF_DATES) : maybe;
    }
    String meant = isCollection(target.type()) ? null : MeantValues.method(method);
    if (meant != null) {
      return meant;
    }
    return "only dates have methods, such as `$today.minusYears( 2 )`, and collections have"
        + " `size()`";
  }

  private @Nullable Value shifted(Expression.Call call, Value target, DateMethod method) {
    if (call.arguments().size() != 1) {
      findings.error(call.span(), ValueFaults.badArgumentNumber(call.method()));
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
          call.arguments().get(0).span(), ValueFaults.badArgumentLarge(call.method(), 10_000));
      return null;
    }
    return new Value.Shift(target, method, number.intValueExact());
  }
}
