package io.credentialrules.internal.explain;

import com.google.common.collect.ImmutableSortedMap;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Identified;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.timeline.Moment;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds in an evaluation: the facts that count, in canonical order, and what the rules have
 * derived from them so far.
 */
public final class Situation implements Moment {
  private final Verdicts verdicts;
  private final LocalDate today;
  private final @Nullable LocalDate policyDate;
  private final Budget budget;
  private final ZonedDateTime asOf;
  private final ImmutableSortedMap<Integer, LocalDate> once;
  private final Map<String, Identified<Candidate>> byType;
  private final Derived derived;

  /**
   * From facts in canonical order.
   *
   * @param once the credentials that were earned before, by number, with the day
   */
  public Situation(
      List<Candidate> facts,
      Derived derived,
      Verdicts verdicts,
      ImmutableSortedMap<Integer, LocalDate> once,
      ZonedDateTime asOf,
      @Nullable LocalDate policyDate,
      Budget budget) {
    this.verdicts = verdicts;
    this.today = asOf.toLocalDate();
    this.policyDate = policyDate;
    this.budget = budget;
    this.asOf = asOf;
    this.once = once;
    this.byType = Identified.byType(facts, fact -> fact);
    this.derived = derived;
  }

  @Override
  public List<Candidate> candidates(Step.Match match) {
    if (isSettled(match.type())) {
      return derived.of(match);
    }
    Identified<Candidate> ofType = byType.get(match.type().name());
    return ofType == null ? List.of() : ofType.of(match);
  }

  /** The facts of a type that have a value. */
  List<Candidate> having(VocabularyType type, VocabularyField field, Object value) {
    Identified<Candidate> ofType = byType.get(type.name());
    return ofType == null ? List.of() : ofType.having(field, value);
  }

  /** The facts of a type of the record; null where it has none. */
  @Nullable Identified<Candidate> identified(VocabularyType type) {
    return byType.get(type.name());
  }

  @Override
  public boolean isSatisfied(int requirement) {
    return verdicts.satisfied(requirement);
  }

  List<Candidate> ofType(VocabularyType type) {
    if (isSettled(type)) {
      return derived.ofType(type);
    }
    Identified<Candidate> ofType = byType.get(type.name());
    return ofType == null ? List.of() : ofType.all();
  }

  private static boolean isSettled(VocabularyType type) {
    return type.isDerived() && !type.name().equals(Vocabulary.TODAY);
  }

  /** The day on which a credential was first earned, by its number; null where it never was. */
  @Nullable LocalDate earnedBefore(int credential) {
    return once.get(credential);
  }

  private boolean isInForce(Program.Proof proof) {
    return isInForce(proof.header().window(), proof.versionBy());
  }

  private boolean isInForce(Program.Way way) {
    return isInForce(way.rule().header().window(), way.rule().settings().versionBy());
  }

  private boolean isInForce(Window window, VersionBy by) {
    return window.equals(Window.ALWAYS) || window.contains(decisive(by));
  }

  @Override
  public List<Program.Proof> proofsInForce(Program.Requirement requirement) {
    List<Program.Proof> proofs = requirement.proofs();
    for (Program.Proof proof : proofs) {
      if (!isInForce(proof)) {
        return proofs.stream().filter(this::isInForce).toList();
      }
    }
    return proofs;
  }

  /** The rules that award a credential and are in force. */
  List<Program.Way> waysInForce(Program.Award award) {
    List<Program.Way> ways = award.ways();
    for (Program.Way way : ways) {
      if (!isInForce(way)) {
        return ways.stream().filter(this::isInForce).toList();
      }
    }
    return ways;
  }

  /** The date that chooses among versions. */
  LocalDate decisive(VersionBy by) {
    return by.date(policyDate, today);
  }

  /** A fact as if it were among them. */
  Candidate candidate(Object fact, VocabularyType type) {
    return new Candidate(fact, type, asOf, budget);
  }

  Verdicts verdicts() {
    return verdicts;
  }

  @Override
  public Budget budget() {
    return budget;
  }
}
