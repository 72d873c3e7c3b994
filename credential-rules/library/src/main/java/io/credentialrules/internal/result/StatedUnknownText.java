package io.credentialrules.internal.result;

import io.credentialrules.UnknownText;
import io.credentialrules.vocabulary.Fact;
import org.jspecify.annotations.Nullable;

/** An {@link UnknownText} as the library states it. */
public record StatedUnknownText(
    Fact fact, String factType, String field, String text, @Nullable String nearest)
    implements UnknownText {

  /** Such as {@code training "Safety" is named by no rule; "safety" is}. */
  @Override
  public String toString() {
    return field
        + " \""
        + text
        + "\" is named by no rule"
        + (nearest == null ? "" : "; \"" + nearest + "\" is");
  }
}
