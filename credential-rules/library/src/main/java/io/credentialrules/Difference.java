package io.credentialrules;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What changes between two evaluations, whatever it is that differs: the record, the date, the
 * policy or several of them. Immutable.
 *
 * @param before the evaluation that is compared
 * @param after the one that it is compared with
 * @param changes the credentials about which the two say something different, by id
 */
public record Difference(Side before, Side after, List<Change> changes) {

  /** Copies the changes. */
  public Difference {
    changes = List.copyOf(changes);
  }

  /**
   * One of the two evaluations.
   *
   * @param learner the learner's id
   * @param asOf the instant for which it holds
   * @param policyDigest the digest of the policy
   */
  public record Side(String learner, ZonedDateTime asOf, String policyDigest) {}

  /** What becomes of a credential. */
  public enum Kind {
    /** Earned after, not before. */
    GAINED,
    /** Earned before, not after. */
    LOST,
    /** Earned before and after, otherwise than before. */
    STILL_EARNED,
    /** Not earned before and after, for other reasons than before. */
    STILL_NOT_EARNED
  }

  /** Which of the two policies awards a credential. */
  public enum Presence {
    /** Both. */
    BOTH,
    /** Only the one before. */
    ONLY_BEFORE,
    /** Only the one after. */
    ONLY_AFTER
  }

  /**
   * What changes about one credential.
   *
   * @param credential the credential, as the policy after has it, or else the one before
   * @param kind what becomes of it
   * @param presence which policy awards it
   * @param requirements the requirements that stand otherwise, by id
   * @param details what else differs where both award it, by name: {@code route}, {@code since},
   *     {@code until}, {@code held}, the window in which the route is in force and its settings
   */
  public record Change(
      Credential credential,
      Kind kind,
      Presence presence,
      List<RequirementChange> requirements,
      List<Detail> details) {
    /** Copies the lists. */
    public Change {
      requirements = List.copyOf(requirements);
      details = List.copyOf(details);
    }

    /**
     * The requirements that decide it: for a credential that is gained those that were not
     * satisfied and now are, or are not asked for any more; for one that is lost the opposite;
     * otherwise all that changed.
     */
    public List<RequirementChange> decisive() {
      return switch (kind) {
        case GAINED -> requirements.stream().filter(RequirementChange::helps).toList();
        case LOST -> requirements.stream().filter(change -> change.reversed().helps()).toList();
        case STILL_EARNED, STILL_NOT_EARNED -> requirements;
      };
    }

    Change reversed() {
      return new Change(
          credential,
          switch (kind) {
            case GAINED -> Kind.LOST;
            case LOST -> Kind.GAINED;
            case STILL_EARNED, STILL_NOT_EARNED -> kind;
          },
          switch (presence) {
            case ONLY_BEFORE -> Presence.ONLY_AFTER;
            case ONLY_AFTER -> Presence.ONLY_BEFORE;
            case BOTH -> presence;
          },
          requirements.stream().map(RequirementChange::reversed).toList(),
          details.stream().map(Detail::reversed).toList());
    }
  }

  /**
   * A requirement that stands otherwise.
   *
   * @param id the requirement's id
   * @param name its sentence
   * @param before where it stood; null where the route before does not ask for it
   * @param after where it stands; null where the route after does not ask for it
   * @param measureBefore the amount that decided it; null where there was none
   * @param measureAfter the amount that decides it; null where there is none
   */
  public record RequirementChange(
      String id,
      String name,
      @Nullable RequirementState before,
      @Nullable RequirementState after,
      @Nullable Measure measureBefore,
      @Nullable Measure measureAfter) {

    /** Whether it stood in the way before and does not after. */
    boolean helps() {
      return before != null && !before.isSatisfied() && (after == null || after.isSatisfied());
    }

    RequirementChange reversed() {
      return new RequirementChange(id, name, after, before, measureAfter, measureBefore);
    }
  }

  /**
   * Something else that differs.
   *
   * @param name what it is
   * @param before its value before; null where there was none
   * @param after its value after; null where there is none
   */
  public record Detail(String name, @Nullable String before, @Nullable String after) {
    Detail reversed() {
      return new Detail(name, after, before);
    }
  }

  /** What changes from one evaluation to another. Throws as {@link Evaluation#decisions}. */
  public static Difference between(Evaluation before, Evaluation after) {
    Map<String, Decision> decidedBefore = byId(before);
    Map<String, Decision> decidedAfter = byId(after);
    Map<String, Decision> all = new TreeMap<>(decidedBefore);
    all.putAll(decidedAfter);
    List<Change> changes = new ArrayList<>();
    for (String id : all.keySet()) {
      Change change = change(decidedBefore.get(id), decidedAfter.get(id));
      if (change != null) {
        changes.add(change);
      }
    }
    return new Difference(side(before), side(after), changes);
  }

  /** Whether the two say the same of every credential. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** What becomes of the credentials that are gained, lost or otherwise of a kind. */
  public List<Change> changes(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }

  /** The same difference, seen from the other side. */
  public Difference reversed() {
    return new Difference(after, before, changes.stream().map(Change::reversed).toList());
  }

  private static Side side(Evaluation evaluation) {
    return new Side(
        evaluation.record().learner().id(), evaluation.asOf(), evaluation.policyDigest());
  }

  private static Map<String, Decision> byId(Evaluation evaluation) {
    Map<String, Decision> decisions = new TreeMap<>();
    evaluation.decisions().forEach(decision -> decisions.put(decision.credential().id(), decision));
    return decisions;
  }

  /** What changes about one credential; null when nothing does. At most one side is absent. */
  static @Nullable Change change(@Nullable Decision before, @Nullable Decision after) {
    Decision known = after != null ? after : before;
    if (known == null) {
      throw new IllegalArgumentException("a credential is decided on one side at least");
    }
    List<RequirementChange> requirements = requirements(before, after);
    List<Detail> details = Details.of(before, after);
    Kind kind = kind(before, after);
    Presence presence =
        before == null ? Presence.ONLY_AFTER : after == null ? Presence.ONLY_BEFORE : Presence.BOTH;
    boolean isSame =
        presence == Presence.BOTH
            && kind != Kind.GAINED
            && kind != Kind.LOST
            && requirements.isEmpty()
            && details.isEmpty();
    return isSame ? null : new Change(known.credential(), kind, presence, requirements, details);
  }

  private static Kind kind(@Nullable Decision before, @Nullable Decision after) {
    boolean earnedBefore = before != null && before.isEarned();
    boolean earnedAfter = after != null && after.isEarned();
    if (earnedBefore == earnedAfter) {
      return earnedAfter ? Kind.STILL_EARNED : Kind.STILL_NOT_EARNED;
    }
    return earnedAfter ? Kind.GAINED : Kind.LOST;
  }

  private static List<RequirementChange> requirements(
      @Nullable Decision before, @Nullable Decision after) {
    Map<String, RequirementResult> askedBefore = requirements(before);
    Map<String, RequirementResult> askedAfter = requirements(after);
    Map<String, RequirementResult> all = new TreeMap<>(askedBefore);
    all.putAll(askedAfter);
    List<RequirementChange> changes = new ArrayList<>();
    all.forEach(
        (id, result) -> {
          RequirementResult one = askedBefore.get(id);
          RequirementResult other = askedAfter.get(id);
          RequirementState stateBefore = of(one, RequirementResult::state);
          RequirementState stateAfter = of(other, RequirementResult::state);
          Measure measureBefore = of(one, RequirementResult::measure);
          Measure measureAfter = of(other, RequirementResult::measure);
          if (stateBefore != stateAfter || !isSame(measureBefore, measureAfter)) {
            changes.add(
                new RequirementChange(
                    id, result.name(), stateBefore, stateAfter, measureBefore, measureAfter));
          }
        });
    return changes;
  }

  private static <T> @Nullable T of(
      @Nullable RequirementResult result, Function<RequirementResult, @Nullable T> part) {
    return result == null ? null : part.apply(result);
  }

  private static Map<String, RequirementResult> requirements(@Nullable Decision decision) {
    Map<String, RequirementResult> results = new TreeMap<>();
    if (decision != null) {
      decision.requirements().forEach(result -> results.put(result.id(), result));
    }
    return results;
  }

  /** 200 and 200.0 hours are the same. */
  private static boolean isSame(@Nullable Measure one, @Nullable Measure other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.operator() == other.operator()
        && one.unit().equals(other.unit())
        && isSame(one.needs(), other.needs())
        && isSame(one.has(), other.has());
  }

  private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }
}
