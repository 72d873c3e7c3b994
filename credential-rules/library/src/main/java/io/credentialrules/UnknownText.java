package io.credentialrules;

import io.credentialrules.vocabulary.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A text of a record that no rule names, in a field in which rules name texts: an id that was
 * mistyped, or something that this policy says nothing about. It is reported, and changes no
 * answer.
 */
public interface UnknownText {

  /** The first fact of the record that has it, in canonical order. */
  Fact fact();

  /** The name of the fact's type in rules. */
  String factType();

  /** The name of the field. */
  String field();

  /** The text as the record has it. */
  String text();

  /**
   * A text that rules name in this field and that is likely to be meant, because it differs in
   * capitals, spaces or dashes only, or in a letter or two; null where there is none.
   */
  @Nullable String nearest();
}
