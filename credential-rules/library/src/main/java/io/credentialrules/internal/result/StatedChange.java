package io.credentialrules.internal.result;

import io.credentialrules.Credential;
import io.credentialrules.Difference;
import io.credentialrules.Difference.Change;
import io.credentialrules.Difference.Detail;
import io.credentialrules.Difference.Kind;
import io.credentialrules.Difference.Presence;
import io.credentialrules.Difference.RequirementChange;
import io.credentialrules.RequirementState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Difference.Change} as the library states it. */
public record StatedChange(
    Credential credential,
    Kind kind,
    Presence presence,
    List<RequirementChange> requirements,
    List<Detail> details)
    implements Difference.Change {

  /** Copies the lists. */
  public StatedChange {
    requirements = List.copyOf(requirements);
    details = List.copyOf(details);
  }

  @Override
  public List<RequirementChange> decisive() {
    return switch (kind) {
      case GAINED -> requirements.stream().filter(StatedChange::helps).toList();
      case LOST -> requirements.stream().filter(StatedChange::harms).toList();
      case STILL_EARNED, STILL_NOT_EARNED -> requirements;
    };
  }

  /** The same change, seen from the other side. */
  public static Change reversed(Change change) {
    return new StatedChange(
        change.credential(),
        switch (change.kind()) {
          case GAINED -> Kind.LOST;
          case LOST -> Kind.GAINED;
          case STILL_EARNED, STILL_NOT_EARNED -> change.kind();
        },
        switch (change.presence()) {
          case ONLY_BEFORE -> Presence.ONLY_AFTER;
          case ONLY_AFTER -> Presence.ONLY_BEFORE;
          case BOTH -> change.presence();
        },
        change.requirements().stream().map(StatedChange::reversed).toList(),
        change.details().stream().map(StatedChange::reversed).toList());
  }

  private static RequirementChange reversed(RequirementChange change) {
    return new StatedRequirementChange(
        change.id(),
        change.name(),
        change.after(),
        change.before(),
        change.measureAfter(),
        change.measureBefore());
  }

  private static Detail reversed(Detail detail) {
    return new StatedDetail(detail.name(), detail.after(), detail.before());
  }

  /** Whether it was in the way before and is not after. */
  private static boolean helps(RequirementChange change) {
    return isMissing(change.before()) && !isMissing(change.after());
  }

  private static boolean harms(RequirementChange change) {
    return isMissing(change.after()) && !isMissing(change.before());
  }

  private static boolean isMissing(@Nullable RequirementState state) {
    return state != null && !state.isSatisfied();
  }

  /** Such as {@code horticulture-level-3: GAINED}. */
  @Override
  public String toString() {
    return credential.id() + ": " + kind;
  }
}
