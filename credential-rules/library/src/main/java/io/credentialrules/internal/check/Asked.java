package io.credentialrules.internal.check;

import io.credentialrules.policy.FieldKind;
import org.jspecify.annotations.Nullable;

/**
 * What a constraint asks of one value.
 *
 * @param key two constraints with the same key ask of the same value
 * @param domain what the value must be
 * @param natural what it can be, whatever is asked
 * @param kind how to write what it can be; null for what is no value of its own
 */
record Asked(String key, Domain domain, Domain natural, @Nullable FieldKind kind) {

  Asked with(Domain other) {
    return new Asked(key, other, natural, kind);
  }
}
