package io.credentialrules.internal.explain;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.Decision;
import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Alternative;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.Route;
import io.credentialrules.Shortfall;
import io.credentialrules.Waiver;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Earned;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Met;
import io.credentialrules.vocabulary.SignOff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says why each credential of an evaluation is earned or not. Remembers what it has worked out;
 * used by one thread.
 */
public final class Explanation {
  private static final long UNKNOWN_DAY = Long.MIN_VALUE;

  private final Program program;
  private final Situation situation;
  private final List<NotCounted> notCounted;
  private final Map<Integer, NotCounted> withdrawn;
  private final Map<Integer, Waiver> waivers;
  private final Outlook outlook;
  private final Matcher matcher;
  private final Shortfalls shortfalls;
  private final Witnesses witnesses;
  private final Bearing bearing;
  private final Map<Integer, RequirementResult> results = new HashMap<>();
  private final Map<Integer, Long> firstRequirementDays = new HashMap<>();
  private final Map<Integer, Long> latestRequirementDays = new HashMap<>();
  private final Map<Integer, Long> firstCredentialDays = new HashMap<>();
  private final Map<Integer, Long> latestCredentialDays = new HashMap<>();
  private final Map<Way, Allocation> allocations = new HashMap<>();

  /**
   * Prepares to explain.
   *
   * @param notCounted in canonical order
   * @param withdrawn credentials that were suspended or revoked, by number
   * @param waivers by requirement number
   * @param outlook what would be if further facts counted
   */
  public Explanation(
      Program program,
      Situation situation,
      List<NotCounted> notCounted,
      Map<Integer, NotCounted> withdrawn,
      Map<Integer, Waiver> waivers,
      Outlook outlook) {
    this.program = program;
    this.situation = situation;
    this.notCounted = notCounted;
    this.withdrawn = withdrawn;
    this.waivers = waivers;
    this.outlook = outlook;
    this.matcher = new Matcher(situation);
    this.shortfalls = new Shortfalls(program, situation, matcher);
    this.witnesses = new Witnesses(matcher, this::day);
    this.bearing = new Bearing(situation);
  }

  /** The decision for one credential. */
  public Decision decision(Award award) {
    situation.budget().refill();
    List<Route> routes = new ArrayList<>();
    for (Way way : waysInForce(award)) {
      routes.add(route(award, way));
    }
    HeldCredential held = held(award);
    if (situation.verdicts().earned(award.number())) {
      Route complete =
          routes.stream().filter(route -> route.missing().isEmpty()).findFirst().orElse(null);
      long day = credentialDay(award.number(), false);
      return new Decision.Earned(
          award.credential(),
          complete,
          held,
          day == UNKNOWN_DAY ? null : LocalDate.ofEpochDay(day),
          until(award));
    }
    routes.sort(Comparator.comparingInt(route -> route.missing().size()));
    return new Decision.NotEarned(award.credential(), routes, lapsed(award));
  }

  /** Where one requirement stands. */
  public RequirementResult requirement(int number) {
    RequirementResult known = results.get(number);
    if (known == null) {
      known = explain(program.requirements().get(number));
      results.put(number, known);
    }
    return known;
  }

  private List<Way> waysInForce(Award award) {
    return award.ways().stream()
        .filter(way -> way.rule().header().window().contains(decisiveDate(way)))
        .toList();
  }

  private LocalDate decisiveDate(Way way) {
    return situation.decisive(way.rule().settings().versionBy());
  }

  private Route route(Award award, Way way) {
    List<RequirementResult> requirements = new ArrayList<>();
    for (int requirement : way.requires()) {
      requirements.add(
          isExclusive(way) ? exclusively(award, way, requirement) : requirement(requirement));
    }
    RequirementResult standing = standing(award, way);
    if (standing != null) {
      requirements.add(standing);
    }
    RequirementResult validity = validity(way);
    if (validity != null) {
      requirements.add(validity);
    }
    return new Route(
        way.rule().header().name(),
        way.rule().header().span(),
        requirements,
        way.recommends().stream().map(this::requirement).toList(),
        way.rule().settings(),
        way.rule().header().window(),
        decisiveDate(way));
  }

  /**
   * Whether a way whose requirements are all satisfied, each by itself, is satisfied as a whole:
   * together where evidence is exclusive, and recently enough, counting renewals.
   */
  public boolean isComplete(Way way) {
    LocalDate until = validUntil(way);
    return isSatisfied(way) && (until == null || !until.isBefore(situation.today()));
  }

  private boolean isSatisfied(Way way) {
    return way.requires().stream().allMatch(situation.verdicts()::satisfied)
        && (!isExclusive(way) || allocation(way).isComplete());
  }

  private static boolean isExclusive(Way way) {
    return way.rule().settings().evidence() == EvidenceUse.EXCLUSIVE;
  }

  private Allocation allocation(Way way) {
    Allocation known = allocations.get(way);
    if (known == null) {
      known = allocation(way, fact -> true);
      allocations.put(way, known);
    }
    return known;
  }

  private Allocation allocation(Way way, Predicate<Candidate> available) {
    return Allocator.allocate(
        way.requires().stream().filter(situation.verdicts()::satisfied).toList(),
        claims(way),
        available,
        situation.budget());
  }

  private Claims claims(Way way) {
    return new Claims(program, situation, matcher, waivers::containsKey, way.requires());
  }

  /** Where a requirement stands beside the others of a rule whose evidence is exclusive. */
  private RequirementResult exclusively(Award award, Way way, int number) {
    Requirement requirement = program.requirements().get(number);
    if (!situation.verdicts().satisfied(number)) {
      return requirement(number);
    }
    List<Proof> proofs = inForce(requirement);
    Waiver waiver = waivers.get(number);
    if (waiver != null) {
      return waived(requirement, proofs, waiver);
    }
    Allocation allocation = allocation(way);
    ImmutableSet<Candidate> given = allocation.given().get(number);
    if (given == null) {
      return inUse(award, requirement, allocation);
    }
    return Objects.requireNonNull(
        met(requirement, new Witnesses(claims(way).only(given::contains), this::day)),
        requirement.id());
  }

  private RequirementResult inUse(Award award, Requirement requirement, Allocation allocation) {
    Set<Candidate> facts = Objects.requireNonNull(allocation.without().get(requirement.number()));
    Proof proof = inForce(requirement).get(0);
    Shortfall inUse =
        new Shortfall.InUse(
            requirement.name(),
            proof.header().span(),
            Shortfalls.facts(facts),
            allocation.usersOf(facts).stream()
                .map(user -> program.requirements().get(user).id())
                .toList());
    RequirementState state = outlook.ofCredential(award.number());
    return new RequirementResult(
        requirement.id(),
        requirement.kind(),
        requirement.name(),
        state == RequirementState.UNMET ? RequirementState.EVIDENCE_IN_USE : state,
        List.of(),
        null,
        bearing(inForce(requirement)),
        List.of(),
        List.of(new Alternative(proof.header().name(), proof.header().span(), List.of(inUse))),
        null);
  }

  /** That the credential was suspended or revoked; null while it is in good standing. */
  private @Nullable RequirementResult standing(Award award, Way way) {
    NotCounted held = withdrawn.get(award.number());
    if (held == null) {
      return null;
    }
    String condition = "not suspended or revoked";
    SourceSpan place = way.rule().header().span();
    return new RequirementResult(
        way.rule().id() + "#standing",
        Kind.STANDING,
        condition,
        RequirementState.REVOKED,
        List.of(),
        null,
        List.of(held),
        List.of(),
        List.of(
            new Alternative(
                way.rule().header().name(),
                place,
                List.of(new Shortfall.Withdrawn(condition, place, held)))),
        null);
  }

  /**
   * The last day on which a complete way is valid; null for no end, and while it is not complete.
   */
  private @Nullable LocalDate validUntil(Way way) {
    Period validFor = way.rule().settings().validFor();
    LocalDate achieved = validFor == null ? null : achieved(way);
    return achieved == null || validFor == null ? null : achieved.plus(validFor);
  }

  private @Nullable LocalDate achieved(Way way) {
    if (!isSatisfied(way)) {
      return null;
    }
    long latest = UNKNOWN_DAY;
    for (int requirement : way.requires()) {
      latest = Math.max(latest, requirementDay(requirement, true));
    }
    return latest == UNKNOWN_DAY ? null : LocalDate.ofEpochDay(latest);
  }

  /**
   * That a complete way is still valid, as a requirement of its own; null where it is valid for
   * ever or not complete.
   */
  private @Nullable RequirementResult validity(Way way) {
    LocalDate until = validUntil(way);
    LocalDate achieved = achieved(way);
    if (until == null || achieved == null) {
      return null;
    }
    String condition = "valid for " + way.rule().settings().validFor();
    boolean isValid = !until.isBefore(situation.today());
    Alternative lapsed =
        new Alternative(
            way.rule().header().name(),
            way.rule().header().span(),
            List.of(new Shortfall.Lapsed(condition, way.rule().header().span(), achieved, until)));
    return new RequirementResult(
        way.rule().id() + "#validity",
        Kind.VALIDITY,
        condition,
        isValid ? RequirementState.MET : RequirementState.EXPIRED,
        List.of(),
        null,
        List.of(),
        List.of(),
        isValid ? List.of() : List.of(lapsed),
        null);
  }

  /**
   * The last day on which an earned credential is valid; of several ways, and the credential as
   * held, the latest.
   */
  private @Nullable LocalDate until(Award award) {
    LocalDate latest = LocalDate.MIN;
    for (Way way : waysInForce(award)) {
      if (isSatisfied(way)) {
        LocalDate until = validUntil(way);
        if (until == null) {
          return null;
        }
        latest = until.isAfter(latest) ? until : latest;
      }
    }
    for (HeldCredential held : allHeld(award)) {
      Instant until = held.provenance().validUntil();
      if (until == null) {
        return null;
      }
      LocalDate day = situation.dateOf(until);
      latest = day.isAfter(latest) ? day : latest;
    }
    return latest;
  }

  private List<Proof> inForce(Requirement requirement) {
    return requirement.proofs().stream().filter(situation::isInForce).toList();
  }

  /** The credential as the learner holds it; the first where it is held several times. */
  private @Nullable HeldCredential held(Award award) {
    List<HeldCredential> all = allHeld(award);
    return all.isEmpty() ? null : all.get(0);
  }

  private List<HeldCredential> allHeld(Award award) {
    return situation.ofType(heldType()).stream()
        .map(candidate -> (HeldCredential) candidate.fact())
        .filter(held -> held.credential().equals(award.credential().id()))
        .toList();
  }

  private io.credentialrules.policy.VocabularyType heldType() {
    return Objects.requireNonNull(program.vocabulary().type(HeldCredential.class.getSimpleName()));
  }

  private List<NotCounted> lapsed(Award award) {
    return notCounted.stream()
        .filter(
            not ->
                not.fact() instanceof HeldCredential held
                    && held.credential().equals(award.credential().id()))
        .toList();
  }

  private RequirementResult explain(Requirement requirement) {
    List<Proof> proofs = inForce(requirement);
    if (situation.verdicts().satisfied(requirement.number())) {
      RequirementResult met = met(requirement, witnesses);
      if (met != null) {
        return met;
      }
      Waiver waiver = waivers.get(requirement.number());
      if (waiver == null) {
        throw new IllegalStateException(
            "the rules say that `" + requirement.id() + "` is met, and no fact shows it");
      }
      return waived(requirement, proofs, waiver);
    }
    return unmet(requirement, proofs);
  }

  private @Nullable RequirementResult met(Requirement requirement, Witnesses found) {
    for (Proof proof : inForce(requirement)) {
      for (Branch branch : proof.branches()) {
        Witness witness = found.of(branch);
        if (witness != null) {
          return met(requirement, branch, witness, found);
        }
      }
    }
    return null;
  }

  private RequirementResult met(
      Requirement requirement, Branch branch, Witness witness, Witnesses found) {
    Set<Fact> evidence = new LinkedHashSet<>();
    for (Candidate candidate : witness.candidates()) {
      if (candidate.fact() instanceof Fact fact) {
        evidence.add(fact);
      } else if (candidate.fact() instanceof Met met) {
        evidence.addAll(evidence(met, found));
      } else if (candidate.fact() instanceof Earned earned) {
        evidence.addAll(heldAs(earned));
      }
    }
    return new RequirementResult(
        requirement.id(),
        requirement.kind(),
        requirement.name(),
        RequirementState.MET,
        List.copyOf(evidence),
        shortfalls.measureOf(branch),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** What a requirement rests on that another asks for. */
  private List<Fact> evidence(Met met, Witnesses found) {
    int number = requirementNumber(met);
    RequirementResult asked =
        found == witnesses || waivers.containsKey(number)
            ? requirement(number)
            : met(program.requirements().get(number), found);
    return asked == null ? List.of() : asked.evidence();
  }

  /** The credential as it is held, or was while it was valid. */
  private List<Fact> heldAs(Earned earned) {
    Award award = program.credentials().get(credentialNumber(earned.credential()));
    HeldCredential held = held(award);
    if (held != null) {
      return List.of(held);
    }
    return situation.verdicts().earned(award.number())
        ? List.of()
        : lapsed(award).stream()
            .filter(not -> not.reason() == NotCounted.Reason.EXPIRED)
            .map(NotCounted::fact)
            .toList();
  }

  private int requirementNumber(Met met) {
    return Objects.requireNonNull(program.requirementNumbers().get(met.requirement()));
  }

  private int credentialNumber(String id) {
    return Objects.requireNonNull(program.credentialNumbers().get(id));
  }

  private RequirementResult waived(Requirement requirement, List<Proof> proofs, Waiver waiver) {
    return new RequirementResult(
        requirement.id(),
        requirement.kind(),
        requirement.name(),
        RequirementState.WAIVED,
        List.of(),
        null,
        bearing(proofs),
        List.of(),
        alternatives(proofs),
        waiver);
  }

  private RequirementResult unmet(Requirement requirement, List<Proof> proofs) {
    List<Alternative> alternatives = alternatives(proofs);
    if (alternatives.isEmpty()) {
      return new RequirementResult(
          requirement.id(),
          requirement.kind(),
          requirement.name(),
          RequirementState.NOT_APPLICABLE,
          List.of(),
          null,
          List.of(),
          List.of(),
          List.of(),
          null);
    }
    Set<String> blockedBy = blockedBy(alternatives);
    RequirementState state = outlook.ofRequirement(requirement.number());
    if (state == RequirementState.UNMET) {
      if (awaitsSignOff(alternatives)) {
        state = RequirementState.PENDING_REVIEW;
      } else if (!blockedBy.isEmpty()) {
        state = RequirementState.BLOCKED;
      }
    }
    return new RequirementResult(
        requirement.id(),
        requirement.kind(),
        requirement.name(),
        state,
        List.of(),
        measure(alternatives.get(0).shortfalls()),
        bearing(proofs),
        List.copyOf(blockedBy),
        alternatives,
        null);
  }

  private List<Alternative> alternatives(List<Proof> proofs) {
    List<Alternative> alternatives = new ArrayList<>();
    for (Proof proof : proofs) {
      for (Branch branch : proof.branches()) {
        List<Shortfall> lacking = shortfalls.of(branch);
        if (!lacking.isEmpty()) {
          alternatives.add(new Alternative(proof.header().name(), proof.header().span(), lacking));
        }
      }
    }
    alternatives.sort(Comparator.comparingInt(one -> Distance.of(one.shortfalls())));
    return alternatives;
  }

  /** The credentials that come first, when some alternative lacks nothing else. */
  private static Set<String> blockedBy(List<Alternative> alternatives) {
    Set<String> credentials = new LinkedHashSet<>();
    for (Alternative alternative : alternatives) {
      if (alternative.shortfalls().stream()
          .allMatch(Shortfall.MissingCredential.class::isInstance)) {
        for (Shortfall shortfall : alternative.shortfalls()) {
          credentials.addAll(((Shortfall.MissingCredential) shortfall).credentials());
        }
      }
    }
    return credentials;
  }

  private static boolean awaitsSignOff(List<Alternative> alternatives) {
    return alternatives.stream()
        .anyMatch(
            alternative ->
                alternative.shortfalls().stream()
                    .allMatch(
                        shortfall ->
                            shortfall instanceof Shortfall.MissingFact missing
                                && missing.factType().equals(SignOff.class.getSimpleName())));
  }

  /** The amount that decides: a total, or else what the nearest fact misses. */
  private static @Nullable Measure measure(List<Shortfall> lacking) {
    for (Shortfall shortfall : lacking) {
      if (shortfall instanceof Shortfall.Amount amount) {
        return amount.measure();
      }
    }
    for (Shortfall shortfall : lacking) {
      if (shortfall instanceof Shortfall.MissingFact missing && !missing.nearest().isEmpty()) {
        List<Shortfall.Miss> misses = missing.nearest().get(0).misses();
        if (misses.size() == 1) {
          return misses.get(0).measure();
        }
      }
    }
    return null;
  }

  private List<NotCounted> bearing(List<Proof> proofs) {
    return notCounted.stream().filter(not -> bearing.on(proofs, not.fact())).toList();
  }

  private long day(Candidate candidate, boolean isLatest) {
    if (candidate.fact() instanceof Fact fact) {
      LocalDate occurred = fact.occurredOn();
      return occurred == null ? UNKNOWN_DAY : occurred.toEpochDay();
    }
    if (candidate.fact() instanceof Earned earned) {
      int number = credentialNumber(earned.credential());
      LocalDate before = situation.earnedBefore(number);
      return candidate.hasLapsed() && before != null
          ? before.toEpochDay()
          : credentialDay(number, isLatest);
    }
    if (candidate.fact() instanceof Met met) {
      return requirementDay(requirementNumber(met), isLatest);
    }
    return UNKNOWN_DAY;
  }

  /**
   * The day on which a requirement was met: of all alternatives, the waiver among them, the first,
   * or the latest, by which a credential is renewed.
   */
  private long requirementDay(int number, boolean isLatest) {
    Map<Integer, Long> known = isLatest ? latestRequirementDays : firstRequirementDays;
    Long day = known.get(number);
    if (day == null) {
      List<Long> days = new ArrayList<>();
      for (Proof proof : inForce(program.requirements().get(number))) {
        for (Branch branch : proof.branches()) {
          Witness witness = isLatest ? witnesses.latest(branch) : witnesses.of(branch);
          if (witness != null) {
            days.add(lastDay(witness, isLatest));
          }
        }
      }
      Waiver waiver = waivers.get(number);
      if (waiver != null) {
        days.add(waiver.on().toEpochDay());
      }
      day = chosen(days, isLatest);
      known.put(number, day);
    }
    return day;
  }

  private long lastDay(Witness witness, boolean isLatest) {
    long last = UNKNOWN_DAY;
    for (Candidate candidate : witness.candidates()) {
      last = Math.max(last, day(candidate, isLatest));
    }
    return last;
  }

  private static long chosen(List<Long> days, boolean isLatest) {
    if (days.isEmpty()) {
      return UNKNOWN_DAY;
    }
    return isLatest ? Collections.max(days) : Collections.min(days);
  }

  /** The day from which the facts of a rule whose evidence is exclusive suffice together. */
  private long firstDayTogether(Way way) {
    Set<Long> days = new TreeSet<>();
    for (int requirement : way.requires()) {
      claims(way).usable(requirement).forEach(fact -> days.add(day(fact, false)));
    }
    for (long last : days) {
      if (allocation(way, fact -> day(fact, false) <= last).given().size()
          == allocation(way).given().size()) {
        return last;
      }
    }
    return UNKNOWN_DAY;
  }

  /** Where the first validity ended before the latest began, the day from which it is held anew. */
  private long sinceRenewed(Way way, long first) {
    Period validFor = way.rule().settings().validFor();
    LocalDate latest = validFor == null ? null : achieved(way);
    return validFor == null
            || latest == null
            || first == UNKNOWN_DAY
            || !LocalDate.ofEpochDay(first).plus(validFor).isBefore(latest)
        ? first
        : latest.toEpochDay();
  }

  /**
   * The day on which the last fact came about that the credential rests on: of all ways that award
   * it, and of the credential as it is held, the first, or the latest.
   */
  private long credentialDay(int number, boolean isLatest) {
    Map<Integer, Long> known = isLatest ? latestCredentialDays : firstCredentialDays;
    Long day = known.get(number);
    if (day == null) {
      Award award = program.credentials().get(number);
      List<Long> days = new ArrayList<>();
      for (Way way : waysInForce(award)) {
        if (isComplete(way)) {
          long last = isExclusive(way) && !isLatest ? firstDayTogether(way) : UNKNOWN_DAY;
          for (int requirement : way.requires()) {
            last = Math.max(last, requirementDay(requirement, isLatest));
          }
          days.add(isLatest ? last : sinceRenewed(way, last));
        }
      }
      for (HeldCredential held : allHeld(award)) {
        if (held.awardedOn() != null) {
          days.add(held.awardedOn().toEpochDay());
        }
      }
      day = chosen(days, isLatest);
      known.put(number, day);
    }
    return day;
  }
}
