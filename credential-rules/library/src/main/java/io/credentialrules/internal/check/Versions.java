package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.PolicyFaults;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.StatedName;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds versions of a policy that are in force on the same days, days between two versions on which
 * none is, and versions that are chosen by different dates.
 */
final class Versions {
  /** What ended before it had ended when this check was written, whatever day it is now. */
  private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

  private Versions() {}

  /** The versions: the rules that have a window, by their start. */
  private static List<RuleHeader> versions(List<? extends PolicyRule> rules) {
    List<RuleHeader> versions = new ArrayList<>();
    for (PolicyRule rule : rules) {
      if (!rule.header().window().equals(Window.ALWAYS)) {
        versions.add(rule.header());
      }
    }
    versions.sort(
        Comparator.comparing(
                (RuleHeader header) -> header.window().from(),
                Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(RuleHeader::nameSpan));
    return versions;
  }

  static void check(String id, List<? extends PolicyRule> rules, Findings findings) {
    // Nearly every rule is alone, and in force on all days.
    if (rules.size() > 1 || !rules.get(0).header().window().equals(Window.ALWAYS)) {
      compare(id, rules, findings);
    }
  }

  private static void compare(String id, List<? extends PolicyRule> rules, Findings findings) {
    chosenByOneDate(id, rules, findings);
    calledByOneName(id, rules, findings);
    List<RuleHeader> versions = versions(rules);
    LocalDate end = null;
    boolean open = versions.isEmpty();
    RuleHeader last = null;
    for (RuleHeader version : versions) {
      Window window = version.window();
      if (last != null) {
        if (handsOver(last.window(), window)) {
          overlap(id, version, last, findings);
        } else if (!open && isAfter(window.from(), end) && versions.size() == rules.size()) {
          gap(id, version, last, window.from(), end, findings);
        }
      }
      open |= window.until() == null;
      if (last == null || isAfter(window.until(), end)) {
        end = window.until();
        last = version;
      }
    }
    if (last != null && !open && versions.size() == rules.size() && isAfter(LONG_AGO, end)) {
      Warnings.warn(
          findings, last, last.nameSpan(), PolicyFaults.noLaterVersion(id, String.valueOf(end)));
    }
  }

  private static void calledByOneName(
      String id, List<? extends PolicyRule> rules, Findings findings) {
    StatedName first = null;
    for (PolicyRule rule : rules) {
      StatedName called = rule.header().called();
      if (first != null && called != null && !called.text().equals(first.text())) {
        findings.error(
            called.span(),
            PolicyFaults.contradictingRules(id, "name", called.text(), first.text(), first.span()));
      }
      first = first == null ? called : first;
    }
  }

  /** Where one version goes by another date than the next, both may be in force, or none. */
  private static void chosenByOneDate(
      String id, List<? extends PolicyRule> rules, Findings findings) {
    PolicyRule first = null;
    for (PolicyRule rule : rules) {
      if (rule.header().window().equals(Window.ALWAYS)) {
        continue;
      }
      if (first != null && rule.versionBy() != first.versionBy()) {
        findings.error(
            rule.header().nameSpan(),
            PolicyFaults.contradictingRules(
                id,
                "versionBy",
                written(rule.versionBy()),
                written(first.versionBy()),
                first.header().nameSpan()));
        return;
      }
      first = first == null ? rule : first;
    }
  }

  private static String written(VersionBy by) {
    return by == VersionBy.POLICY_DATE ? "policy-date" : "evaluation-date";
  }

  private static boolean isAfter(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one != null && other != null && one.isAfter(other);
  }

  /** Whether one was meant to end where the other begins: both windows have a part of their own. */
  private static boolean handsOver(Window earlier, Window later) {
    boolean begins = later.from() != null && !later.from().equals(earlier.from());
    boolean ends = earlier.until() != null && !earlier.until().equals(later.until());
    boolean outlasts = later.until() == null || isAfter(later.until(), earlier.until());
    return begins && ends && outlasts && earlier.overlaps(later);
  }

  private static void overlap(String id, RuleHeader version, RuleHeader other, Findings findings) {
    Warnings.warn(
        findings,
        version,
        version.nameSpan(),
        PolicyFaults.overlappingWindows(
            id,
            String.valueOf(version.window().from()),
            String.valueOf(other.window().until()),
            other.nameSpan()));
  }

  private static void gap(
      String id,
      RuleHeader version,
      RuleHeader other,
      @Nullable LocalDate from,
      @Nullable LocalDate end,
      Findings findings) {
    boolean oneDay = from != null && end != null && ChronoUnit.DAYS.between(end, from) == 1;
    SourceSpan place = other.nameSpan();
    String first = String.valueOf(end);
    String last = String.valueOf(from);
    Warnings.warn(
        findings,
        version,
        version.nameSpan(),
        oneDay
            ? PolicyFaults.windowGapOfADay(id, first, place, last)
            : PolicyFaults.windowGap(id, first, last, place));
  }
}
