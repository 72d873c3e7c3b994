package io.credentialrules.oracle;

import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.Waiver;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.CredentialSettings.Lapses;
import io.credentialrules.policy.CredentialSettings.Renews;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.Including;
import io.credentialrules.policy.syntax.Met;
import io.credentialrules.policy.syntax.RequirementRule;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.Scale;
import io.credentialrules.policy.syntax.Today;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of one record at one instant. Each question is answered when it is asked, by
 * asking what it depends on; a requirement or credential that depends on itself is an error.
 */
final class Judgement {
  private final Oracle oracle;
  private final LearnerRecord record;
  private final LocalDate today;
  private final ZonedDateTime asOf;
  private final Calendar calendar;
  private final @Nullable LocalDate after;
  private final Set<Reason> overlooked;
  private final Map<Fact, Set<Reason>> against = new LinkedHashMap<>();
  private final Set<Fact> counted = new LinkedHashSet<>();
  private final Set<Fact> recent = new LinkedHashSet<>();
  private final Map<Object, Boolean> derived = new HashMap<>();
  private final Set<Object> asked = new HashSet<>();
  private final IdentityHashMap<CredentialRule, Boolean> complete = new IdentityHashMap<>();

  /**
   * Of a record at an instant.
   *
   * @param knownOn the day whose reviews are known
   * @param overlooked what speaks against no fact
   * @param calendar the same record on other days
   * @param after the day after which everything came about; null for all
   */
  Judgement(
      Oracle oracle,
      LearnerRecord record,
      ZonedDateTime asOf,
      LocalDate knownOn,
      Set<Reason> overlooked,
      Calendar calendar,
      @Nullable LocalDate after) {
    this.oracle = oracle;
    this.record = record;
    this.asOf = asOf;
    this.calendar = calendar;
    this.after = after;
    this.overlooked = overlooked;
    this.today = asOf.toLocalDate();
    Set<Fact> all = new LinkedHashSet<>(record.facts());
    all.add(record.learner());
    for (Fact fact : all) {
      Set<Reason> reasons = Weighing.against(fact, asOf, knownOn);
      if (overlooked.containsAll(reasons)) {
        counted.add(fact);
        if (isRecent(fact)) {
          recent.add(fact);
        }
      } else {
        against.put(fact, reasons);
      }
    }
  }

  /** A fact comes about on its day, or later where it is valid later; without either, always. */
  private boolean isRecent(Fact fact) {
    LocalDate occurred = fact.occurredOn();
    Instant from = fact.provenance().validFrom();
    if (after == null || fact instanceof Learner || (occurred == null && from == null)) {
      return true;
    }
    return (occurred != null && occurred.isAfter(after))
        || (from != null
            && ZonedDateTime.of(after, asOf.toLocalTime(), asOf.getZone())
                .toInstant()
                .isBefore(from));
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
    return isTrue(new Met(requirement));
  }

  boolean isEarned(String credential) {
    return isTrue(oracle.fact(credential));
  }

  boolean isInForce(CredentialRule rule) {
    return isInForce(rule.header(), rule.settings().versionBy());
  }

  boolean isInForce(RequirementRule rule) {
    return isInForce(rule.header(), rule.versionBy());
  }

  private boolean isInForce(RuleHeader header, VersionBy by) {
    return header.window().contains(dateOf(by));
  }

  /** The day that chooses among versions and values. */
  private LocalDate dateOf(VersionBy by) {
    LocalDate policyDate = record.policyDate();
    return by == VersionBy.POLICY_DATE && policyDate != null ? policyDate : today;
  }

  /** Whether a rule awards its credential: complete, and still valid. */
  boolean awards(CredentialRule rule) {
    return isInForce(rule) && isComplete(rule) && isValid(rule);
  }

  /** Whether all that a rule asks for is there, be it valid or not. */
  boolean isComplete(CredentialRule rule) {
    Boolean known = complete.get(rule);
    if (known == null) {
      known = findComplete(rule);
      complete.put(rule, known);
    }
    return known;
  }

  private boolean findComplete(CredentialRule rule) {
    List<Ask> asks = oracle.asks(rule);
    boolean all = asks.stream().allMatch(ask -> holds(rule, ask));
    boolean waived = asks.stream().anyMatch(ask -> isWaived(ask.id(), ask));
    if (!waived && all != finds(rule, List.of(rule.when()))) {
      throw new AssertionError("the parts of a rule are not the whole of it: " + rule);
    }
    return all && (rule.settings().evidence() == EvidenceUse.SHARED || isSharedOut(rule));
  }

  /** Whether facts can be shared out so that each serves one of the things asked for. */
  private boolean isSharedOut(CredentialRule rule) {
    return canShare(
        rule, oracle.asks(rule).stream().filter(ask -> !isWaived(ask.id(), ask)).toList());
  }

  /** Whether facts can be shared out so that each serves one of some things asked for. */
  boolean canShare(CredentialRule rule, List<Ask> asks) {
    List<Fact> evidence =
        recent.stream().filter(fact -> !(fact instanceof Learner)).filter(oracle::asksFor).toList();
    return new Sharing(evidence)
        .isPossible(asks, oracle::types, (ask, given) -> holds(rule, ask, given));
  }

  /** Whether what was achieved last, as a whole or in parts, is still valid. */
  boolean isValid(CredentialRule rule) {
    if (rule.settings().validFor() == null) {
      return true;
    }
    List<LocalDate> dated = new ArrayList<>();
    for (Achievements part : calendar.achievements(rule, after)) {
      LocalDate last = part.lastBy(today);
      if (last != null) {
        dated.add(part.end(last));
      }
    }
    return dated.isEmpty()
        || (rule.settings().renews() == Renews.LATEST_PART
            ? dated.stream().anyMatch(end -> !end.isBefore(today))
            : dated.stream().noneMatch(end -> end.isBefore(today)));
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
    VersionBy by = rule.settings().versionBy();
    return hasValues(rule.header(), by, ask.conditions())
        && !new Search(
                new View(this, onceEarned(rule), given, asked),
                absences(rule.header(), by, onceEarned(rule)))
            .all(ask.conditions())
            .isEmpty();
  }

  /**
   * Whether a requirement is met when the only evidence is what is given.
   *
   * @param asked the requirements that have evidence of their own
   */
  boolean isMet(Met met, Set<Fact> given, Set<String> asked) {
    return isWaived(met.requirement(), null)
        || oracle.requirementRules(met.requirement()).stream()
            .filter(this::isInForce)
            .anyMatch(
                rule ->
                    !new Search(
                            new View(this, false, given, asked),
                            absences(rule.header(), rule.versionBy(), false))
                        .all(List.of(rule.when()))
                        .isEmpty());
  }

  /** Whether what a rule asks for is there, by facts or by a waiver. */
  boolean holds(CredentialRule rule, Ask ask) {
    return ask.kind() == Kind.REQUIREMENT
        ? isTrue(new Met(ask.id()))
        : isWaived(ask.id(), ask) || holdsByFacts(rule, ask);
  }

  /** Whether conditions of a rule hold, waived or not. */
  boolean holdsByFacts(CredentialRule rule, Ask ask) {
    return finds(rule, ask.conditions());
  }

  static boolean onceEarned(CredentialRule rule) {
    return rule.settings().lapses() == Lapses.NEVER;
  }

  private boolean finds(CredentialRule rule, List<Condition> conditions) {
    return finds(rule.header(), rule.settings().versionBy(), onceEarned(rule), conditions);
  }

  private boolean finds(
      RuleHeader header, VersionBy by, boolean onceEarned, List<Condition> conditions) {
    return hasValues(header, by, conditions)
        && !new Search(new View(this, onceEarned, null, Set.of()), absences(header, by, onceEarned))
            .all(conditions)
            .isEmpty();
  }

  /** Whether each name that is used has a value on the day by which the rule goes. */
  boolean hasValues(RuleHeader header, VersionBy by, List<Condition> conditions) {
    return Stream.concat(
            header.namedScales().stream().map(Expression.Named::name),
            conditions.stream().flatMap(condition -> Wishes.named(condition).stream()))
        .allMatch(name -> oracle.value(header.pack(), name, dateOf(by)) != null);
  }

  /** What must not be there is looked for in all of the record. */
  Search absences(RuleHeader header, VersionBy by, boolean onceEarned) {
    return new Search(
        new View(after == null ? this : calendar.at(today, null), onceEarned, null, Set.of()),
        new Values(asOf, scales(header, by), named(header, by)));
  }

  /** The levels of each scale, from low to high. */
  List<List<String>> scales(RuleHeader header, VersionBy by) {
    List<List<String>> scales = new ArrayList<>();
    for (Scale scale : header.scales()) {
      if (scale.named() == null) {
        scales.add(scale.levels());
      } else if (oracle.value(header.pack(), scale.named(), dateOf(by))
          instanceof Expression.Listing list) {
        scales.add(list.values().stream().map(level -> ((Expression.Text) level).value()).toList());
      }
    }
    return scales;
  }

  /** The values of names on the day by which a rule goes. */
  Function<String, @Nullable Expression> named(RuleHeader header, VersionBy by) {
    return name -> oracle.value(header.pack(), name, dateOf(by));
  }

  /** Whether an id is waived; where a requirement has the id, it is that which is waived. */
  boolean isWaived(String id, @Nullable Ask ask) {
    if (ask != null && ask.kind() != Kind.REQUIREMENT && oracle.requirements().contains(id)) {
      return false;
    }
    return record.waivers().stream()
        .filter(waiver -> waiver.requirement().equals(id) && !waiver.on().isAfter(today))
        .anyMatch(waiver -> after == null || waiver.on().isAfter(after));
  }

  Collection<?> possible(Condition.Pattern pattern) {
    String type = pattern.type();
    return switch (type) {
      case "Today" -> List.of(new Today(today));
      case "Met" -> oracle.requirements().stream().map(Met::new).toList();
      case "Earned" ->
          oracle.credentials().stream().map(id -> new Earning(oracle.fact(id), this)).toList();
      default ->
          (pattern.including().isEmpty() ? recent : seen(pattern.including()))
              .stream().filter(fact -> fact.getClass().getSimpleName().equals(type)).toList();
    };
  }

  /** The facts that a pattern sees that asks for more than what counts. */
  private Set<Fact> seen(Set<Including> including) {
    Set<Fact> seen = new LinkedHashSet<>(counted);
    against.forEach(
        (fact, reasons) -> {
          Set<Reason> left = new HashSet<>(reasons);
          left.removeAll(overlooked);
          if (including.stream().anyMatch(kind -> Seen.is(kind, fact, left))) {
            seen.add(fact);
          }
        });
    seen.removeIf(fact -> !isRecentTo(including, fact));
    return seen;
  }

  /**
   * What is planned has no date before which it was not; what is under way has that of validity.
   */
  private boolean isRecentTo(Set<Including> including, Fact fact) {
    if (after == null || (including.contains(Including.PLANNED) && Seen.canBePlanned(fact))) {
      return true;
    }
    if (!including.contains(Including.IN_PROGRESS) || !Seen.isUnderWay(fact)) {
      return isRecent(fact);
    }
    Instant from = fact.provenance().validFrom();
    return from == null
        || ZonedDateTime.of(after, asOf.toLocalTime(), asOf.getZone()).toInstant().isBefore(from);
  }

  /** Whether a fact is true. */
  boolean isTrue(Object fact) {
    if (fact instanceof Fact || fact instanceof Today) {
      return true;
    }
    if (fact instanceof Earning earning) {
      return isTrue(earning.earned());
    }
    Boolean answer = derived.get(fact);
    if (answer == null) {
      if (!asked.add(fact)) {
        throw new AssertionError(fact + " depends on itself");
      }
      answer = fact instanceof Met met ? isMet(met) : isEarned((Earned) fact);
      derived.put(fact, answer);
    }
    return answer;
  }

  private boolean isMet(Met met) {
    return isWaived(met.requirement(), null) || isMetByFacts(met.requirement());
  }

  /** Whether a requirement is met, waived or not. */
  boolean isMetByFacts(String requirement) {
    return oracle.requirementRules(requirement).stream()
        .filter(this::isInForce)
        .anyMatch(rule -> finds(rule.header(), rule.versionBy(), false, List.of(rule.when())));
  }

  private boolean isEarned(Earned earned) {
    return !isWithdrawn(earned.credential())
        && (oracle.credentialRules(earned.credential()).stream().anyMatch(this::awards)
            || held(earned.credential()).stream().anyMatch(recent::contains));
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
        LocalDate day = held.awardedOn();
        if (day == null) {
          return true;
        }
        last = last == null || day.isAfter(last) ? day : last;
      }
    }
    LocalDate withdrawn = last;
    return withdrawn != null
        && held(credential).stream()
            .noneMatch(held -> held.awardedOn() != null && held.awardedOn().isAfter(withdrawn));
  }

  /** Whether a credential was earned before that is not earned any more. */
  boolean hasLapsed(Earned earned) {
    if (isWithdrawn(earned.credential())) {
      return false;
    }
    LocalDate start = after == null ? calendar.days().first() : after;
    return start.isBefore(today)
        && (calendar.at(start, after).isTrue(earned)
            || calendar.days().subSet(start, false, today, false).stream()
                .anyMatch(day -> calendar.at(day, after).isTrue(earned)));
  }

  /** The first day of the last time up to this day in which a credential is earned. */
  @Nullable LocalDate since(String credential) {
    LocalDate first = null;
    for (LocalDate day : before(true).descendingSet()) {
      boolean is = calendar.at(day, after).isEarned(credential);
      if (!is && first != null) {
        return first;
      }
      first = is ? day : first;
    }
    return calendar.at(start(), after).isEarned(credential) ? null : first;
  }

  /** The last day of the last time, begun by this day, in which a credential is earned. */
  @Nullable LocalDate until(String credential) {
    LocalDate end = null;
    if (isEarned(credential)) {
      for (LocalDate day : calendar.days().tailSet(today, false)) {
        if (!calendar.at(day, after).isEarned(credential)) {
          return day.minusDays(1);
        }
      }
      return null;
    }
    for (LocalDate day : before(true).descendingSet()) {
      if (calendar.at(day, after).isEarned(credential)) {
        return Objects.requireNonNull(end, "it is not earned today").minusDays(1);
      }
      end = day;
    }
    return end != null && calendar.at(start(), after).isEarned(credential)
        ? end.minusDays(1)
        : null;
  }

  /** A date that a rule reads; it may be compared with the day. */
  @Nullable LocalDate learnt(@Nullable LocalDate date) {
    if (date != null) {
      calendar.learnDate(date);
    }
    return date;
  }

  /** The day that stands for all time before anything happened. */
  private LocalDate start() {
    return after == null ? calendar.days().first() : after;
  }

  /** The days after the start on which something can change, up to this one. */
  private NavigableSet<LocalDate> before(boolean thisToo) {
    NavigableSet<LocalDate> days = calendar.days().tailSet(start(), false);
    return start().isBefore(today) ? days.headSet(today, thisToo) : new TreeSet<>();
  }

  private List<HeldCredential> held(String credential) {
    return counted.stream()
        .filter(HeldCredential.class::isInstance)
        .map(HeldCredential.class::cast)
        .filter(held -> held.credential().equals(credential))
        .toList();
  }
}
