package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.text.Spellings;
import io.credentialrules.policy.FieldKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a fact is from what is asked for, by one comparison that it fails. */
final class Nearness {
  /** A fact of another identity is farther away than any that only measures short. */
  static final int IDENTITY = 100;

  /** One whose identity is only written in another way is nearer than any of another identity. */
  static final int SPELLING = 2;

  /** One of another kind, or by another role, is nearer than one of another name. */
  private static final int KIND = 20;

  private Nearness() {}

  static int distance(@Nullable Comparison comparison, Row row) {
    if (comparison == null || !comparison.isIdentity()) {
      return 1;
    }
    if (comparison.left().type().is(FieldKind.WORD)) {
      return KIND;
    }
    return comparison.left().in(row) instanceof String has && isSpelledAlike(has, comparison, row)
        ? SPELLING
        : IDENTITY;
  }

  /** The same where it is known which texts are spelled nearly as what is asked for. */
  static int distance(Comparison identity, Row row, Set<String> alike) {
    return alike.contains(identity.left().in(row)) ? SPELLING : IDENTITY;
  }

  private static boolean isSpelledAlike(String has, Comparison comparison, Row row) {
    Object asked = comparison.right().in(row);
    return (asked instanceof Collection<?> several ? several : Arrays.asList(asked))
        .stream().anyMatch(one -> one instanceof String text && Spellings.areAlike(has, text));
  }
}
