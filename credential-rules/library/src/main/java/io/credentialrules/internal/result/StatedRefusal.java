package io.credentialrules.internal.result;

import io.credentialrules.CredentialRules;
import io.credentialrules.LiveRules;
import io.credentialrules.LiveRules.Refusal;
import io.credentialrules.PolicyException;
import io.credentialrules.policy.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link LiveRules.Refusal} as the library states it. */
public record StatedRefusal(
    Reason reason,
    String message,
    List<Problem> problems,
    List<String> lost,
    @Nullable Exception cause)
    implements Refusal {

  /** Copies the lists. */
  public StatedRefusal {
    problems = List.copyOf(problems);
    lost = List.copyOf(lost);
  }

  /** The packs could not be read. */
  public static StatedRefusal unreadable(Exception cause) {
    return cause instanceof PolicyException problems
        ? problems(problems)
        : new StatedRefusal(
            Reason.UNREADABLE, "the packs cannot be read: " + cause, List.of(), List.of(), cause);
  }

  /** The policy has errors. */
  public static StatedRefusal problems(PolicyException problems) {
    return new StatedRefusal(
        Reason.PROBLEMS,
        String.valueOf(problems.getMessage()),
        problems.problems(),
        List.of(),
        null);
  }

  /** Credentials would be lost that may not be; null where there are none. */
  public static @Nullable StatedRefusal losing(
      CredentialRules before, CredentialRules next, Set<String> mayBeLost) {
    Set<String> lost = new LinkedHashSet<>();
    before.catalogue().forEach(credential -> lost.add(credential.id()));
    next.catalogue().forEach(credential -> lost.remove(credential.id()));
    lost.removeAll(mayBeLost);
    return lost.isEmpty() ? null : loses(List.copyOf(lost));
  }

  private static StatedRefusal loses(List<String> credentials) {
    return new StatedRefusal(
        Reason.LOSES_CREDENTIALS,
        "the policy awards `"
            + String.join("`, `", credentials)
            + "` no longer; where that is meant, reload with leave to lose it",
        List.of(),
        credentials,
        null);
  }

  /** Such as {@code PROBLEMS: horticulture/level-3.drl:12:19: unknown field `hour` …}. */
  @Override
  public String toString() {
    return reason + ": " + message;
  }
}
