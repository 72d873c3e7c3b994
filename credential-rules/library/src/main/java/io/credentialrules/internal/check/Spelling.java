package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.MeaningFaults;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is easily written and easily misread. Keeps in mind how other rules spell a text. */
final class Spelling {
  private final NearSpellings near;
  private final Findings findings;
  private final Map<String, Expression.Text> spellings = new HashMap<>();

  Spelling(NearSpellings near, Findings findings) {
    this.near = near;
    this.findings = findings;
  }

  void check(RuleHeader header, Condition.All when) {
    new OfRule(header).condition(when);
  }

  private final class OfRule implements PolicyWalk {
    private final RuleHeader header;

    private OfRule(RuleHeader header) {
      this.header = header;
    }

    @Override
    public void condition(Condition condition) {
      if (condition instanceof Condition.All all) {
        repeated(all.parts());
      } else if (condition instanceof Condition.Any any) {
        repeated(any.parts());
        any.parts().stream()
            .filter(
                part ->
                    part instanceof Condition.All && MixedFields.isBare(part.text(), any.text()))
            .forEach(part -> mixed(part.span(), "and", "or"));
      }
      if (condition instanceof Condition.Pattern pattern) {
        mixedFields(pattern);
      }
      PolicyWalk.super.condition(condition);
    }

    @Override
    public void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
      if (constraint instanceof Constraint.Either either) {
        either.parts().stream()
            .filter(
                part ->
                    part instanceof Constraint.Both
                        && MixedFields.isBare(part.text(), either.text()))
            .forEach(part -> mixed(part.span(), "&&", "||"));
      } else if (constraint instanceof Constraint.Compare compare) {
        compared(compare, pattern);
      }
      PolicyWalk.super.constraint(constraint, pattern);
    }

    private void mixedFields(Condition.Pattern pattern) {
      List<Constraint> mixed = MixedFields.in(pattern);
      for (Constraint either : mixed) {
        warn(either.span(), MeaningFaults.mixedAndOrFields(either.text()));
      }
      for (Constraint either : MixedFields.alone(pattern)) {
        if (!mixed.contains(either) && !OrWords.areIn(header)) {
          warn(either.span(), MeaningFaults.mixedAndOrUnnamed(either.text()));
        }
      }
    }

    private void repeated(List<Condition> parts) {
      Set<String> seen = new HashSet<>();
      for (Condition part : parts) {
        if (!seen.add(part.text())) {
          warn(part.span(), MeaningFaults.duplicateCondition(part.text()));
        }
      }
    }

    private void mixed(SourceSpan span, String inner, String outer) {
      warn(span, MeaningFaults.mixedAndOr(inner, outer));
    }

    private void compared(Constraint.Compare compare, Condition.@Nullable Pattern pattern) {
      boolean isWhole =
          compare.operator() != Operator.MATCHES && compare.operator() != Operator.NOT_MATCHES;
      if (compare.right() instanceof Expression.Text text) {
        text(text, field(compare, pattern), isWhole);
      } else if (compare.right() instanceof Expression.Listing listing) {
        Set<Object> seen = new HashSet<>();
        for (Expression value : listing.values()) {
          if (value instanceof Expression.Text text) {
            text(text, field(compare, pattern), isWhole);
          }
          Object literal = literal(value);
          if (literal != null && !seen.add(literal)) {
            warn(value.span(), MeaningFaults.duplicateValue(literal.toString()));
          }
        }
      }
    }

    private static @Nullable Object literal(Expression value) {
      if (value instanceof Expression.Text text) {
        return text.value();
      }
      return value instanceof Expression.Number number
          ? number.value().stripTrailingZeros().toPlainString()
          : null;
    }

    private static @Nullable String field(
        Constraint.Compare compare, Condition.@Nullable Pattern pattern) {
      return pattern != null && compare.left() instanceof Expression.Field field
          ? pattern.type() + "." + field.name()
          : null;
    }

    private void text(Expression.Text text, @Nullable String field, boolean isWhole) {
      String value = text.value();
      if (!value.equals(value.strip()) || value.isEmpty()) {
        warn(
            text.span(),
            value.isBlank() ? MeaningFaults.straySpaceBlank() : MeaningFaults.straySpace(value));
      } else if (field != null) {
        if (isWhole) {
          near.add(value, header, text.span());
        }
        Expression.Text other =
            spellings.putIfAbsent(field + "=" + value.toLowerCase(Locale.ROOT), text);
        if (other != null && !other.value().equals(value)) {
          warn(text.span(), MeaningFaults.twoSpellings(value, other.value(), other.span()));
        }
      }
    }

    private void warn(SourceSpan span, Fault fault) {
      Warnings.warn(findings, header, span, fault);
    }
  }
}
