package io.credentialrules.internal.check;

import com.google.common.base.CharMatcher;
import com.google.re2j.Pattern;
import io.credentialrules.internal.fault.TextFaults;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.RuleHeader;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts with a wildcard, as file names and SQL have them: a regular expression of them says
 * something else, and a comparison takes the wildcard for a letter.
 */
final class Globs implements PolicyWalk {
  /** A star or question mark after a letter, digit or hyphen, and no sign of an expression. */
  private static final Pattern GLOB =
      Pattern.compile("[^.\\[\\](){}|\\\\+^$*?%]*[\\w-][*?][^.\\[\\](){}|\\\\+^$]*");

  /** What SQL and lists of courses write, without a sign of an expression. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "%[^.\\[\\](){}|\\\\+^$*?%]+%?|[^.\\[\\](){}|\\\\+^$*?%\\d]+%|[^.\\[\\](){}|\\\\+^$*?%]*##+");

  private static final Pattern WILDCARD =
      Pattern.compile(
          "\\S*\\*|\\*\\S*|\\S*%|%\\S+|[^*]*[\\w-]\\*{1,3}|.*\\b\\d(?:xx+|XX+)|.*\\w ?##+|[\\w-]+[-_]\\?+|[\\w-]+[*?][\\w-]+[*?]?|[A-Z0-9-]{2,}\\?+");

  /** A word with wildcards around it, where a part of a text is looked for anyway. */
  private static final Pattern CONTAINED =
      Pattern.compile("[*%]*[a-z0-9_-]+[?*%]+|[*%]+[\\w -]+[?*%]*|[A-Z0-9_-]{2,}\\?*[*%?]+");

  /** A regular expression, where none is expected. */
  private static final Pattern EXPRESSION =
      Pattern.compile(".*(?:\\.[*+]|\\[[0-9A-Za-z]-[0-9A-Za-z]]|\\\\d).*|\\^.+|.*\\d\\.\\.");

  /** An anchored beginning or end alone, which the whole text has to be. */
  private static final Pattern PARTIAL = Pattern.compile("\\^([\\w -]+)|([\\w -]+)\\$");

  /** What every wildcard and expression that is looked for in a plain text has one of. */
  private static final CharMatcher SIGNS = CharMatcher.anyOf("*?%#.[\\^xX").precomputed();

  /** Of a text, so many characters cost as much as one value. */
  private static final int CHARACTERS = 32;

  private final RuleHeader header;
  private final Work work;
  private final Findings findings;

  private Globs(RuleHeader header, Work work, Findings findings) {
    this.header = header;
    this.work = work;
    this.findings = findings;
  }

  static void check(RuleHeader header, Condition.All when, Work work, Findings findings) {
    new Globs(header, work, findings).condition(when);
  }

  @Override
  public void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
    if (constraint instanceof Constraint.Compare compare) {
      compared(compare.operator(), compare.right());
    }
    PolicyWalk.super.constraint(constraint, pattern);
  }

  private void compared(Operator operator, Expression value) {
    if (value instanceof Expression.Listing listing) {
      listing.values().forEach(each -> compared(operator, each));
    } else if (value instanceof Expression.Text text
        && work.spend(1 + text.value().length() / CHARACTERS)) {
      if (operator == Operator.MATCHES || operator == Operator.NOT_MATCHES) {
        expression(text, operator.symbol());
      } else {
        plain(text, operator.symbol());
      }
    }
  }

  private void expression(Expression.Text text, String operator) {
    String value = text.value();
    if (GLOB.matches(value) || FOREIGN.matches(value)) {
      Warnings.warn(
          findings,
          header,
          text.span(),
          FOREIGN.matches(value)
              ? TextFaults.globCompared(value, operator, expression(value))
              : TextFaults.glob(value, expression(value)));
    } else if (PARTIAL.matches(value)) {
      String whole = value.startsWith("^") ? value.substring(1) + ".*" : ".*" + value;
      Warnings.warn(
          findings, header, text.span(), TextFaults.globPartial(value, whole.replace("$", "")));
    }
  }

  private void plain(Expression.Text text, String operator) {
    String value = text.value();
    if (SIGNS.matchesNoneOf(value)) {
      return;
    }
    if (EXPRESSION.matches(value)) {
      Warnings.warn(findings, header, text.span(), TextFaults.globExpression(value, operator));
    } else if (operator.equals(Operator.CONTAINS.symbol()) && CONTAINED.matches(value)) {
      Warnings.warn(
          findings,
          header,
          text.span(),
          TextFaults.globContained(value, value.replaceAll("[?*%]+", "")));
    } else if (isWildcard(value)) {
      Warnings.warn(
          findings,
          header,
          text.span(),
          TextFaults.globCompared(value, operator, expression(value)));
    }
  }

  /** The same of a text that a named value lists. */
  static void check(RuleHeader header, Expression value, Work work, Findings findings) {
    new Globs(header, work, findings).compared(Operator.MEMBER_OF, value);
  }

  private static boolean isWildcard(String text) {
    return text.length() > 1 && WILDCARD.matches(text) && !text.endsWith("0%");
  }

  private static String expression(String glob) {
    return glob.replaceFirst("\\*+$", ".*")
        .replaceAll("(?<!\\.)\\*", ".*")
        .replace("%", ".*")
        .replace("?", ".")
        .replace("#", "[0-9]")
        .replaceFirst("(?<=\\d)(?:xx+|XX+)$", ".+");
  }
}
