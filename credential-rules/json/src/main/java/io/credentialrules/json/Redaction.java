package io.credentialrules.json;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Waiver;
import io.credentialrules.internal.work.Distinct;
import io.credentialrules.internal.work.OrderedKey;
import io.credentialrules.policy.CredentialSettings.Lapses;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.FieldUse;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.ReviewerRole;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes personal data out of records without changing what the rules decide. Texts that no rule
 * reads are replaced by {@link Pseudonyms} or dropped, a birth date is coarsened to one of the same
 * age or dropped, and what rules read is kept; so are amounts, words, truths and dates, the ids of
 * the policy's requirements and credentials, and all of it is reported. Facts that were different
 * stay different. Immutable and thread-safe.
 *
 * <p>What is kept can still point at somebody who is known well: 200.25 hours that ended on one
 * day.
 */
public final class Redaction {
  private static final String WAIVER = "Waiver";
  private static final String BIRTH_DATE = "birthDate";
  private static final String AGE = "age";

  private final CredentialRules rules;
  private final Pseudonyms pseudonyms;
  private final Set<String> catalogue;
  private final Map<String, Map<String, SourceSpan>> read = new LinkedHashMap<>();
  private final boolean looksBack;

  private Redaction(CredentialRules rules, Pseudonyms pseudonyms) {
    this.rules = rules;
    this.pseudonyms = pseudonyms;
    this.catalogue =
        rules.catalogue().stream().map(Credential::id).collect(Collectors.toUnmodifiableSet());
    for (FieldUse use : rules.policy().fieldUses()) {
      read.computeIfAbsent(use.type(), type -> new LinkedHashMap<>())
          .putIfAbsent(use.field(), use.span());
    }
    this.looksBack =
        rules.policy().rules().stream()
            .anyMatch(
                rule ->
                    rule instanceof CredentialRule credential
                        && credential.settings().lapses() == Lapses.NEVER);
  }

  /** For records that are evaluated by these rules. */
  public static Redaction of(CredentialRules rules, Pseudonyms pseudonyms) {
    return new Redaction(rules, pseudonyms);
  }

  /** What became of a field. */
  public enum Action {
    /** It is as it was. */
    KEPT,
    /** It is less exact. */
    COARSENED,
    /** A pseudonym replaces it. */
    PSEUDONYM,
    /** It is left out. */
    DROPPED
  }

  /** What became of a field and why. */
  public sealed interface Treatment permits StatedTreatment {

    /** The fact type's name, or {@code Waiver}. */
    String type();

    /** The field's name. */
    String field();

    /** What became of it. */
    Action action();

    /** The reason, in lower case, without a full stop. */
    String why();
  }

  /** A record without personal data. */
  public sealed interface Redacted permits StatedRedacted {

    /** Decided as the original is, on the date that it was redacted for. */
    LearnerRecord record();

    /**
     * What became of each text and of the birth date, in the order in which they were met; the same
     * field can be dropped in one fact and replaced in another.
     */
    List<Treatment> treatments();

    /** The fingerprint of the key. */
    String key();

    /**
     * HMAC-SHA-256 of the canonical original, by which who has the key can tell whether a record is
     * it.
     */
    String original();
  }

  /**
   * The record without personal data, for evaluations on one date.
   *
   * @param asOf the date of evaluation, on which the learner's age stays what it is
   * @throws IllegalArgumentException when a fact type of the host refuses a pseudonym, naming the
   *     type, or when JSON has no room for the record, as {@link LearnerRecordWriter#write}
   * @throws LimitExceededException as {@link CredentialRules#evaluate}, for the waivers
   */
  public Redacted redact(LearnerRecord record, ZonedDateTime asOf) {
    Set<Treatment> treatments = new LinkedHashSet<>();
    String original = pseudonyms.seal(CanonicalJson.print(CanonicalRecord.of(record)));
    Learner learner = learner(record.learner(), asOf.toLocalDate(), treatments);
    List<Fact> facts = facts(record.facts(), treatments);
    Set<String> unknown = unknownRequirements(record, asOf);
    List<Waiver> waivers =
        record.waivers().stream()
            .map(waiver -> waiver(waiver, unknown.contains(waiver.requirement()), treatments))
            .toList();
    return new StatedRedacted(
        LearnerRecord.builder(learner)
            .addAll(facts)
            .waive(waivers.toArray(new Waiver[0]))
            .policyDate(record.policyDate())
            .build(),
        List.copyOf(treatments),
        pseudonyms.fingerprint(),
        original);
  }

  private Learner learner(Learner learner, LocalDate today, Set<Treatment> treatments) {
    Learner replaced = (Learner) fact(learner, true, treatments);
    LocalDate birth = learner.birthDate();
    if (birth == null) {
      return replaced;
    }
    Treatment treatment = birthDate(birth, today);
    treatments.add(treatment);
    return switch (treatment.action()) {
      case KEPT -> replaced;
      case COARSENED -> replaced.toBuilder().birthDate(coarser(birth, today)).build();
      default -> replaced.toBuilder().birthDate(null).build();
    };
  }

  private Treatment birthDate(LocalDate birth, LocalDate today) {
    SourceSpan readItself = place(Learner.class.getSimpleName(), BIRTH_DATE);
    SourceSpan readAge = place(Learner.class.getSimpleName(), AGE);
    if (readItself != null) {
      return birthDate(Action.KEPT, "a rule reads it at " + readItself);
    } else if (readAge == null) {
      return birthDate(Action.DROPPED, "no rule reads it, nor the age");
    } else if (birth.isAfter(today)) {
      return birthDate(Action.DROPPED, "it is after the date, and says no age");
    } else if (looksBack) {
      return birthDate(
          Action.KEPT, "a rule reads the age at " + readAge + ", and asks for earlier days too");
    } else if (age(coarser(birth, today), today) != age(birth, today)) {
      return birthDate(Action.KEPT, "no coarser date gives the same age");
    }
    return birthDate(
        Action.COARSENED, "a rule reads the age at " + readAge + ", which is the same on the date");
  }

  private static Treatment birthDate(Action action, String why) {
    return new StatedTreatment(Learner.class.getSimpleName(), BIRTH_DATE, action, why);
  }

  /** The first day of the year in which somebody of this age has their birthday behind them. */
  private static LocalDate coarser(LocalDate birth, LocalDate today) {
    return LocalDate.of(today.getYear() - age(birth, today), 1, 1);
  }

  private static int age(LocalDate birth, LocalDate today) {
    return Period.between(birth, today).getYears();
  }

  /** Texts are not dropped where only they tell facts apart: two facts must not become one. */
  private List<Fact> facts(List<Fact> facts, Set<Treatment> treatments) {
    Map<OrderedKey, Distinct<Fact>> originals = new LinkedHashMap<>();
    for (Fact fact : facts) {
      originals
          .computeIfAbsent(
              new OrderedKey(fact(fact, true, new LinkedHashSet<>())), same -> new Distinct<>())
          .add(fact);
    }
    List<Fact> redacted = new ArrayList<>();
    originals
        .values()
        .forEach(
            alike ->
                alike.forEach(fact -> redacted.add(fact(fact, alike.size() == 1, treatments))));
    return redacted;
  }

  private Fact fact(Fact fact, boolean mayDrop, Set<Treatment> treatments) {
    return new FactRedaction(pseudonyms, this::place, catalogue, mayDrop, treatments).redact(fact);
  }

  /**
   * What waivers name that is no requirement of the policy, and can be anything. The rules tell it
   * of waivers that somebody gave who may.
   */
  private Set<String> unknownRequirements(LearnerRecord record, ZonedDateTime asOf) {
    if (record.waivers().isEmpty()) {
      return Set.of();
    }
    List<Waiver> authorised =
        record.waivers().stream()
            .map(Waiver::requirement)
            .distinct()
            .map(id -> Waiver.of(id, WAIVER, ReviewerRole.REGISTRAR, WAIVER, asOf.toLocalDate()))
            .toList();
    return rules
        .evaluate(
            LearnerRecord.builder(record.learner())
                .waive(authorised.toArray(new Waiver[0]))
                .build(),
            asOf)
        .unknownWaivers()
        .stream()
        .map(Waiver::requirement)
        .collect(Collectors.toSet());
  }

  private Waiver waiver(Waiver waiver, boolean isUnknown, Set<Treatment> treatments) {
    String why = "no rule reads it";
    treatments.add(
        isUnknown
            ? new StatedTreatment(
                WAIVER, "requirement", Action.PSEUDONYM, "no requirement of the policy has this id")
            : new StatedTreatment(WAIVER, "requirement", Action.KEPT, "it names what is waived"));
    treatments.add(new StatedTreatment(WAIVER, "by", Action.PSEUDONYM, why));
    treatments.add(new StatedTreatment(WAIVER, "why", Action.PSEUDONYM, why));
    return Waiver.of(
        isUnknown ? pseudonyms.of(waiver.requirement()) : waiver.requirement(),
        pseudonyms.of(waiver.by()),
        waiver.role(),
        pseudonyms.of(waiver.why()),
        waiver.on());
  }

  /** Where a rule first reads a field; null where none does. */
  private @Nullable SourceSpan place(String type, String field) {
    return read.getOrDefault(type, Map.of()).get(field);
  }

  /** By which rules it knows what decides. */
  @Override
  public String toString() {
    return "redaction by " + rules;
  }
}
