package io.credentialrules;

import org.jspecify.annotations.Nullable;

/** A credential of the catalogue: something that the policy can award. */
public interface Credential {

  /** Its id, from {@code @credential}. */
  String id();

  /** The name of its first rule, or of the newest where rules are versions. */
  String name();

  /** Its pathway; null where its rules name none. */
  @Nullable String pathway();

  /** Its level, at least 1; null where its rules name none. */
  @Nullable Integer level();

  /** The pack that defines it. */
  String pack();
}
