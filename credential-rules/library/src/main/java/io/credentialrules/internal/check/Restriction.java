package io.credentialrules.internal.check;

import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a constraint asks of one value.
 *
 * @param subject of what it asks
 * @param key two constraints with the same key ask of the same value
 * @param domain what the value must be
 * @param natural what it can be, whatever is asked
 * @param kind how to write what it can be; null for what is no value of its own
 */
record Restriction(
    Subject subject, String key, ValueSet domain, ValueSet natural, @Nullable FieldKind kind) {

  /** What has the same key where it is the same value, or the same comparison of two. */
  @FunctionalInterface
  interface Subject {
    String key(IntFunction<String> slotNames);
  }

  Restriction(Subject subject, ValueSet domain, ValueSet natural, @Nullable FieldKind kind) {
    this(subject, subject.key(Value::slotName), domain, natural, kind);
  }

  Restriction with(ValueSet other) {
    return new Restriction(subject, key, other, natural, kind);
  }

  Restriction withNatural(ValueSet other) {
    return new Restriction(subject, key, domain, other, kind);
  }
}
