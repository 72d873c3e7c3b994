package io.credentialrules.testkit.internal.change;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.testkit.internal.change.RuleChange.Kind;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes of what is above the conditions: when a rule is in force, how long its credential is
 * valid, and the settings. They decide credentials, not conditions, so that only a policy of its
 * own shows what becomes of them.
 */
final class HeaderChanges {
  private static final Pattern DATE =
      Pattern.compile("date-(?:effective|expires)\\s+\"(\\d{4}-\\d{2}-\\d{2})\"");
  private static final Pattern VALIDITY = Pattern.compile("@validFor\\(\\s*\"P(\\d+)[YMWD]\"");
  private static final Pattern SETTING =
      Pattern.compile("@(?:validFor|renews|lapses|versionBy|evidence)\\([^)]*\\)");

  private final ChangeCollector found;

  HeaderChanges(ChangeCollector found) {
    this.found = found;
  }

  void find() {
    SourceSpan rule = found.rule().header().span();
    int from = found.text().start(rule);
    int to = found.text().start(found.rule().when().span());
    String header = found.text().code(from, to);
    Matcher dates = DATE.matcher(header);
    while (dates.find()) {
      LocalDate date = LocalDate.parse(dates.group(1));
      replace(Kind.WINDOW, from, dates.toMatchResult(), date.plusDays(1).toString());
      replace(Kind.WINDOW, from, dates.toMatchResult(), date.minusDays(1).toString());
    }
    Matcher validities = VALIDITY.matcher(header);
    while (validities.find()) {
      int count = Integer.parseInt(validities.group(1));
      replace(Kind.SETTING, from, validities.toMatchResult(), String.valueOf(count + 1));
      replace(
          Kind.SETTING, from, validities.toMatchResult(), String.valueOf(Math.max(1, count - 1)));
    }
    Matcher settings = SETTING.matcher(header);
    while (settings.find()) {
      found.replace(
          Kind.SETTING,
          found.rule().header().nameSpan(),
          from + settings.start(),
          from + settings.end(),
          "",
          Window.ALWAYS);
    }
  }

  private void replace(Kind kind, int from, MatchResult match, String by) {
    if (!match.group(1).equals(by)) {
      found.replace(
          kind,
          found.rule().header().nameSpan(),
          from + match.start(1),
          from + match.end(1),
          by,
          Window.ALWAYS);
    }
  }
}
