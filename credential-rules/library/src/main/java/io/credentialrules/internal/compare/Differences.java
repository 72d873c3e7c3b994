package io.credentialrules.internal.compare;

import io.credentialrules.Decision;
import io.credentialrules.Difference;
import io.credentialrules.Difference.Detail;
import io.credentialrules.Difference.Kind;
import io.credentialrules.Difference.Side;
import io.credentialrules.Evaluation;
import io.credentialrules.Measure;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import io.credentialrules.internal.result.StatedChange;
import io.credentialrules.internal.result.StatedDifference;
import io.credentialrules.internal.result.StatedRequirementChange;
import io.credentialrules.internal.result.StatedSide;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what two evaluations say differently, credential by credential. */
public final class Differences {
  private Differences() {}

  /** What changes from one evaluation to another. Throws as {@link Evaluation#decisions}. */
  public static Difference between(Evaluation before, Evaluation after) {
    Map<String, Decision> decidedBefore = byId(before);
    Map<String, Decision> decidedAfter = byId(after);
    Map<String, Decision> all = new TreeMap<>(decidedBefore);
    all.putAll(decidedAfter);
    List<StatedChange> changes = new ArrayList<>();
    for (String id : all.keySet()) {
      StatedChange change = change(decidedBefore.get(id), decidedAfter.get(id));
      if (change != null) {
        changes.add(change);
      }
    }
    return new StatedDifference(side(before), side(after), changes);
  }

  private static Side side(Evaluation evaluation) {
    return new StatedSide(
        evaluation.record().learner().id(), evaluation.asOf(), evaluation.policyDigest());
  }

  private static Map<String, Decision> byId(Evaluation evaluation) {
    Map<String, Decision> decisions = new TreeMap<>();
    evaluation.decisions().forEach(decision -> decisions.put(decision.credential().id(), decision));
    return decisions;
  }

  /** What changes about one credential; null when nothing does. At most one side is absent. */
  public static @Nullable StatedChange change(@Nullable Decision before, @Nullable Decision after) {
    List<StatedRequirementChange> requirements = requirements(before, after);
    List<Detail> details = Details.of(before, after);
    Kind kind = kind(before, after);
    boolean isSame =
        before != null
            && after != null
            && kind != Kind.GAINED
            && kind != Kind.LOST
            && requirements.isEmpty()
            && details.isEmpty();
    return isSame
        ? null
        : new StatedChange(
            of(before, Decision::credential),
            of(after, Decision::credential),
            kind,
            requirements,
            details);
  }

  private static Kind kind(@Nullable Decision before, @Nullable Decision after) {
    boolean earnedBefore = before != null && before.isEarned();
    boolean earnedAfter = after != null && after.isEarned();
    if (earnedBefore == earnedAfter) {
      return earnedAfter ? Kind.STILL_EARNED : Kind.STILL_NOT_EARNED;
    }
    return earnedAfter ? Kind.GAINED : Kind.LOST;
  }

  private static List<StatedRequirementChange> requirements(
      @Nullable Decision before, @Nullable Decision after) {
    List<StatedRequirementChange> changes = new ArrayList<>();
    for (ComparedRequirements.Pair pair :
        ComparedRequirements.of(requirements(before), requirements(after))) {
      RequirementResult one = pair.before();
      RequirementResult other = pair.after();
      RequirementState stateBefore = of(one, RequirementResult::state);
      RequirementState stateAfter = of(other, RequirementResult::state);
      Measure measureBefore = of(one, RequirementResult::measure);
      Measure measureAfter = of(other, RequirementResult::measure);
      if (stateBefore != stateAfter || !isSame(measureBefore, measureAfter)) {
        changes.add(
            new StatedRequirementChange(
                pair.id(),
                of(one, RequirementResult::name),
                of(other, RequirementResult::name),
                stateBefore,
                stateAfter,
                measureBefore,
                measureAfter));
      }
    }
    return changes;
  }

  private static <S, T> @Nullable T of(@Nullable S side, Function<S, @Nullable T> part) {
    return side == null ? null : part.apply(side);
  }

  private static List<RequirementResult> requirements(@Nullable Decision decision) {
    return decision == null ? List.of() : decision.requirements();
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
