package io.credentialrules.internal.engine;

import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The windows of a policy's rules, numbered, so that rules ask only whether theirs is in force. */
final class Windows {
  private final Map<Key, Integer> numbers = new LinkedHashMap<>();

  private record Key(Window window, VersionBy versionBy) {}

  /** The number of a window; null for a rule that is always in force. */
  @Nullable Integer number(Window window, VersionBy versionBy) {
    return window.equals(Window.ALWAYS)
        ? null
        : numbers.computeIfAbsent(new Key(window, versionBy), key -> numbers.size());
  }

  /** The numbers of the windows that are in force. */
  void inForce(LocalDate today, @Nullable LocalDate policyDate, IntConsumer each) {
    numbers.forEach(
        (key, number) -> {
          if (key.window().contains(decisive(key.versionBy(), today, policyDate))) {
            each.accept(number);
          }
        });
  }

  /** The date that chooses the version. */
  static LocalDate decisive(VersionBy by, LocalDate today, @Nullable LocalDate policyDate) {
    return by == VersionBy.POLICY_DATE && policyDate != null ? policyDate : today;
  }
}
