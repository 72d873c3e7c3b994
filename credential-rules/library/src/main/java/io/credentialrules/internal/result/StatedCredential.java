package io.credentialrules.internal.result;

import io.credentialrules.Credential;
import org.jspecify.annotations.Nullable;

/** A {@link Credential} as the library states it. */
public record StatedCredential(
    String id, String name, @Nullable String pathway, @Nullable Integer level, String pack)
    implements Credential {

  /** Its id. */
  @Override
  public String toString() {
    return id;
  }
}
