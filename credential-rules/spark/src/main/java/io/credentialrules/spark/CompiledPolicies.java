package io.credentialrules.spark;

import com.google.common.base.Throwables;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import io.credentialrules.CredentialRules;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The rules that this process has compiled: an executor runs many tasks, one after the other and at
 * once, and compiles a policy for the first of them, while the others wait.
 */
final class CompiledPolicies {
  private static final int MOST = 16;
  private static final Cache<PolicyText, CredentialRules> RULES =
      CacheBuilder.newBuilder().maximumSize(MOST).build();
  private static final AtomicLong COMPILED = new AtomicLong();

  private CompiledPolicies() {}

  static CredentialRules of(PolicyText policy) {
    return of(policy, () -> {});
  }

  /** The rules of a policy; says when it had to be compiled. */
  static CredentialRules of(PolicyText policy, Runnable compiled) {
    try {
      return RULES.get(
          policy,
          () -> {
            CredentialRules rules = policy.compile();
            COMPILED.incrementAndGet();
            compiled.run();
            return rules;
          });
    } catch (UncheckedExecutionException | ExecutionException failure) {
      Throwables.throwIfUnchecked(failure.getCause());
      throw new IllegalStateException(failure);
    }
  }

  /** How often this process has compiled a policy. */
  static long compiled() {
    return COMPILED.get();
  }

  /** As in a process that has just begun. */
  static void forget() {
    RULES.invalidateAll();
  }
}
