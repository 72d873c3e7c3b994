package io.credentialrules.oracle;

import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.Waiver;
import io.credentialrules.policy.Condition;
import io.credentialrules.policy.CredentialRule;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.CredentialSettings.Lapses;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.RequirementRule;
import io.credentialrules.policy.RuleHeader;
import io.credentialrules.policy.Scale;
import io.credentialrules.vocabulary.Earned;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Met;
import io.credentialrules.vocabulary.Today;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of one record at one instant. Each question is answered when it is asked, by
 * asking what it depends on; a requirement or credential that depends on itself is an error.
 */
final class Judgement {
  private final Oracle oracle;
  private final LearnerRecord record;
  private final ZonedDateTime asOf;
  private final LocalDate today;
  private final Map<Fact, Set<Reason>> against = new LinkedHashMap<>();
  private final Set<Fact> counted = new LinkedHashSet<>();
  private final Map<Object, Optional<Days>> derived = new HashMap<>();
  private final Set<Object> asked = new HashSet<>();
  private @Nullable Map<String, LocalDate> once;

  /**
   * Of a record at an instant.
   *
   * @param overlooked what speaks against no fact
   * @param once the credentials that were earned before, with the day; null to find them out
   */
  Judgement(
      Oracle oracle,
      LearnerRecord record,
      ZonedDateTime asOf,
      Set<Reason> overlooked,
      @Nullable Map<String, LocalDate> once) {
    this.oracle = oracle;
    this.record = record;
    this.asOf = asOf;
    this.once = once;
    this.today = asOf.toLocalDate();
    Set<Fact> all = new LinkedHashSet<>(record.facts());
    all.add(record.learner());
    for (Fact fact : all) {
      Set<Reason> reasons = Weighing.against(fact, asOf);
      if (overlooked.containsAll(reasons)) {
        counted.add(fact);
      } else {
        against.put(fact, reasons);
      }
    }
  }

  /** The facts that count, each once. */
  Set<Fact> counted() {
    return counted;
  }

  /** The facts that do not count, each with all that speaks against it. */
  Map<Fact, Set<Reason>> against() {
    return against;
  }

  /** The waivers that name nothing that the policy asks for. */
  Set<Waiver> unknownWaivers() {
    Set<Waiver> unknown = new LinkedHashSet<>(record.waivers());
    unknown.removeIf(
        waiver ->
            oracle.requirements().contains(waiver.requirement())
                || oracle.allAsks().containsKey(waiver.requirement()));
    return unknown;
  }

  boolean isMet(String requirement) {
    return days(new Met(requirement)) != null;
  }

  boolean isEarned(String credential) {
    return days(oracle.fact(credential)) != null;
  }

  /** The day from which an earned credential is earned; null where nothing is dated. */
  @Nullable LocalDate since(String credential) {
    Days days = days(oracle.fact(credential));
    return days == null ? null : Days.date(days.first());
  }

  /** The last day on which an earned credential is valid; null for no end. */
  @Nullable LocalDate until(String credential) {
    LocalDate latest = LocalDate.MIN;
    for (CredentialRule rule : oracle.credentialRules(credential)) {
      Days complete = isInForce(rule) ? complete(rule) : null;
      if (complete != null) {
        LocalDate until = until(rule, complete);
        if (until == null) {
          return null;
        }
        latest = until.isAfter(latest) ? until : latest;
      }
    }
    for (HeldCredential held : held(credential)) {
      if (held.provenance().validUntil() == null) {
        return null;
      }
      LocalDate until = held.provenance().validUntil().atZone(asOf.getZone()).toLocalDate();
      latest = until.isAfter(latest) ? until : latest;
    }
    return latest;
  }

  private static @Nullable LocalDate until(CredentialRule rule, Days complete) {
    LocalDate achieved = Days.date(complete.last());
    return rule.settings().validFor() == null || achieved == null
        ? null
        : achieved.plus(rule.settings().validFor());
  }

  boolean isInForce(CredentialRule rule) {
    return isInForce(rule.header(), rule.settings().versionBy());
  }

  private boolean isInForce(RuleHeader header, VersionBy by) {
    LocalDate policyDate = record.policyDate();
    return header
        .window()
        .contains(by == VersionBy.POLICY_DATE && policyDate != null ? policyDate : today);
  }

  /** Whether a rule awards its credential: complete, and still valid. */
  boolean awards(CredentialRule rule) {
    Days complete = isInForce(rule) ? complete(rule) : null;
    LocalDate until = complete == null ? null : until(rule, complete);
    return complete != null && (until == null || !until.isBefore(today));
  }

  /** Whether all that a rule asks for is there, be it valid or not. */
  boolean isComplete(CredentialRule rule) {
    return complete(rule) != null;
  }

  private @Nullable Days complete(CredentialRule rule) {
    List<Ask> asks = oracle.asks(rule);
    Days days = Days.UNDATED;
    boolean all = true;
    for (Ask ask : asks) {
      Days when = days(rule, ask);
      all &= when != null;
      days = when == null ? days : days.and(when);
    }
    boolean waived = asks.stream().anyMatch(ask -> waived(ask.id(), ask) != null);
    if (!waived && all == search(rule).all(List.of(rule.when())).isEmpty()) {
      throw new AssertionError("the parts of a rule are not the whole of it: " + rule);
    }
    if (!all || rule.settings().evidence() == EvidenceUse.SHARED) {
      return all ? sinceRenewed(rule, days) : null;
    }
    Days together = together(rule);
    return together == null ? null : sinceRenewed(rule, days.and(together));
  }

  /** What lapsed between the first and the last day is held from the last. */
  private static Days sinceRenewed(CredentialRule rule, Days days) {
    LocalDate first = Days.date(days.first());
    LocalDate last = Days.date(days.last());
    Period validFor = rule.settings().validFor();
    return validFor != null && first != null && last != null && first.plus(validFor).isBefore(last)
        ? new Days(days.last(), days.last())
        : days;
  }

  /**
   * The first day whose facts can be shared out so that each serves one of the things asked for;
   * null when all cannot.
   */
  private @Nullable Days together(CredentialRule rule) {
    List<Fact> evidence =
        counted.stream()
            .filter(fact -> !(fact instanceof Learner))
            .filter(oracle::asksFor)
            .toList();
    List<Ask> asks =
        oracle.asks(rule).stream().filter(ask -> waived(ask.id(), ask) == null).toList();
    Set<Long> days = new TreeSet<>(Set.of(Long.MIN_VALUE));
    evidence.forEach(fact -> days.add(Days.on(fact.occurredOn()).first()));
    for (long day : days) {
      List<Fact> until =
          evidence.stream().filter(fact -> Days.on(fact.occurredOn()).first() <= day).toList();
      if (new Sharing(until).isPossible(asks, (ask, given) -> holds(rule, ask, given))) {
        return new Days(day, Long.MIN_VALUE);
      }
    }
    return null;
  }

  private boolean holds(CredentialRule rule, Ask ask, Set<Fact> given) {
    Set<String> asked =
        oracle.asks(rule).stream()
            .filter(one -> one.kind() == Kind.REQUIREMENT)
            .map(Ask::id)
            .collect(Collectors.toCollection(HashSet::new));
    if (ask.kind() == Kind.REQUIREMENT) {
      return isMet(new Met(ask.id()), given, asked);
    }
    return !new Search(new View(this, onceEarned(rule), given, asked), search(rule))
        .all(ask.conditions())
        .isEmpty();
  }

  /**
   * Whether a requirement is met when the only evidence is what is given.
   *
   * @param asked the requirements that have evidence of their own
   */
  boolean isMet(Met met, Set<Fact> given, Set<String> asked) {
    return waived(met.requirement(), null) != null
        || oracle.requirementRules(met.requirement()).stream()
            .filter(rule -> isInForce(rule.header(), rule.versionBy()))
            .anyMatch(
                rule ->
                    !new Search(new View(this, false, given, asked), search(rule.header(), false))
                        .all(List.of(rule.when()))
                        .isEmpty());
  }

  /** When what a rule asks for came about, by facts or by a waiver; null when it did not. */
  @Nullable Days days(CredentialRule rule, Ask ask) {
    if (ask.kind() == Kind.REQUIREMENT) {
      return days(new Met(ask.id()));
    }
    return either(byFacts(search(rule), ask.conditions()), waived(ask.id(), ask));
  }

  private static @Nullable Days byFacts(Search search, List<Condition> conditions) {
    return search.all(conditions).stream().map(Search.Found::days).reduce(Days::or).orElse(null);
  }

  private static boolean onceEarned(CredentialRule rule) {
    return rule.settings().lapses() == Lapses.NEVER;
  }

  private Search search(CredentialRule rule) {
    return search(rule.header(), onceEarned(rule));
  }

  private Search search(RuleHeader header, boolean onceEarned) {
    Scale scale = header.scale();
    return new Search(
        new View(this, onceEarned, null, Set.of()),
        new Values(asOf, scale == null ? List.of() : scale.levels()));
  }

  /** The earliest waiver of an id; where a requirement has the id, it is that which is waived. */
  private @Nullable Days waived(String id, @Nullable Ask ask) {
    if (ask != null && ask.kind() != Kind.REQUIREMENT && oracle.requirements().contains(id)) {
      return null;
    }
    return record.waivers().stream()
        .filter(waiver -> waiver.requirement().equals(id) && !waiver.on().isAfter(today))
        .map(Waiver::on)
        .min(LocalDate::compareTo)
        .map(Days::on)
        .orElse(null);
  }

  private static @Nullable Days either(@Nullable Days one, @Nullable Days other) {
    return one == null ? other : other == null ? one : one.or(other);
  }

  Collection<?> possible(String type) {
    return switch (type) {
      case "Today" -> List.of(new Today(today));
      case "Met" -> oracle.requirements().stream().map(Met::new).toList();
      case "Earned" -> oracle.credentials().stream().map(oracle::fact).toList();
      default ->
          counted.stream().filter(fact -> fact.getClass().getSimpleName().equals(type)).toList();
    };
  }

  /** When a fact came about; null when it is not true. */
  @Nullable Days days(Object fact) {
    if (fact instanceof Fact known) {
      return Days.on(known.occurredOn());
    }
    if (fact instanceof Today) {
      return Days.UNDATED;
    }
    Optional<Days> answer = derived.get(fact);
    if (answer == null) {
      if (!asked.add(fact)) {
        throw new AssertionError(fact + " depends on itself");
      }
      answer = Optional.ofNullable(fact instanceof Met met ? met(met) : earned((Earned) fact));
      derived.put(fact, answer);
    }
    return answer.orElse(null);
  }

  private @Nullable Days met(Met met) {
    Days days = waived(met.requirement(), null);
    for (RequirementRule rule : oracle.requirementRules(met.requirement())) {
      if (isInForce(rule.header(), rule.versionBy())) {
        days = either(days, byFacts(search(rule.header(), false), List.of(rule.when())));
      }
    }
    return days;
  }

  private @Nullable Days earned(Earned earned) {
    Days days = null;
    if (isWithdrawn(earned.credential())) {
      return null;
    }
    for (CredentialRule rule : oracle.credentialRules(earned.credential())) {
      if (awards(rule)) {
        days = either(days, complete(rule));
      }
    }
    List<HeldCredential> held = held(earned.credential());
    for (HeldCredential credential : held) {
      if (credential.awardedOn() != null) {
        days = either(days, Days.on(credential.awardedOn()));
      }
    }
    return days == null && !held.isEmpty() ? Days.UNDATED : days;
  }

  /**
   * Whether the issuer suspended or revoked the credential, as it was issued last: it counts again
   * once a later one is issued.
   */
  boolean isWithdrawn(String credential) {
    LocalDate last = null;
    for (Fact fact : against.keySet()) {
      FactStatus status = fact.provenance().status();
      if (fact instanceof HeldCredential held
          && held.credential().equals(credential)
          && (status == FactStatus.SUSPENDED || status == FactStatus.REVOKED)
          && !against.get(fact).contains(Reason.IN_THE_FUTURE)) {
        LocalDate day = held.awardedOn() == null ? LocalDate.MIN : held.awardedOn();
        last = last == null || day.isAfter(last) ? day : last;
      }
    }
    LocalDate withdrawn = last;
    return withdrawn != null
        && held(credential).stream()
            .noneMatch(held -> held.awardedOn() != null && held.awardedOn().isAfter(withdrawn));
  }

  /** When a credential was earned before that is not earned any more; null when it never was. */
  @Nullable Days lapsed(Earned earned) {
    if (once == null) {
      once = new History(oracle, record, asOf).earnedBefore();
    }
    LocalDate day = once.get(earned.credential());
    return day == null || isWithdrawn(earned.credential()) ? null : Days.on(day);
  }

  private List<HeldCredential> held(String credential) {
    return counted.stream()
        .filter(HeldCredential.class::isInstance)
        .map(HeldCredential.class::cast)
        .filter(held -> held.credential().equals(credential))
        .toList();
  }
}
