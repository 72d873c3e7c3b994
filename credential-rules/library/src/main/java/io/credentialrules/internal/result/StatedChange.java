package io.credentialrules.internal.result;

import io.credentialrules.Credential;
import io.credentialrules.Difference;
import io.credentialrules.Difference.Detail;
import io.credentialrules.Difference.Kind;
import io.credentialrules.Difference.Presence;
import io.credentialrules.Difference.RequirementChange;
import io.credentialrules.RequirementState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Difference.Change} as the library states it. Each side that knows the credential has it
 * as its own policy names it.
 */
public record StatedChange(
    @Nullable Credential credentialBefore,
    @Nullable Credential credentialAfter,
    Kind kind,
    List<StatedRequirementChange> changedRequirements,
    List<Detail> details)
    implements Difference.Change {

  /** Copies the lists. */
  public StatedChange {
    changedRequirements = List.copyOf(changedRequirements);
    details = List.copyOf(details);
    if (credentialBefore == null && credentialAfter == null) {
      throw new IllegalArgumentException("a credential is decided on one side at least");
    }
  }

  /** As it is after, where it is known then. */
  @Override
  public Credential credential() {
    return credentialAfter != null ? credentialAfter : Objects.requireNonNull(credentialBefore);
  }

  @Override
  public Presence presence() {
    return credentialBefore == null
        ? Presence.ONLY_AFTER
        : credentialAfter == null ? Presence.ONLY_BEFORE : Presence.BOTH;
  }

  @Override
  public List<RequirementChange> requirements() {
    return List.copyOf(changedRequirements);
  }

  @Override
  public List<RequirementChange> decisive() {
    return switch (kind) {
      case GAINED -> requirements().stream().filter(StatedChange::helps).toList();
      case LOST -> requirements().stream().filter(StatedChange::harms).toList();
      case STILL_EARNED, STILL_NOT_EARNED -> requirements();
    };
  }

  /** The same change, seen from the other side. */
  StatedChange reversed() {
    return new StatedChange(
        credentialAfter,
        credentialBefore,
        switch (kind) {
          case GAINED -> Kind.LOST;
          case LOST -> Kind.GAINED;
          case STILL_EARNED, STILL_NOT_EARNED -> kind;
        },
        changedRequirements.stream().map(StatedRequirementChange::reversed).toList(),
        details.stream().map(StatedChange::reversed).toList());
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
    return credential().id() + ": " + kind;
  }
}
