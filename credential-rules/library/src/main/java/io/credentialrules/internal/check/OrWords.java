package io.credentialrules.internal.check;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.StatedName;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words by which a name or description says that one of several things is enough. */
final class OrWords {
  private static final ImmutableSet<String> WORDS =
      ImmutableSet.of(
          "or",
          "either",
          "any",
          "unless",
          "otherwise",
          "if",
          "instead",
          "alternatively",
          "alternative",
          "alternatives",
          "ways",
          "choice",
          "except",
          "equivalent",
          "ou",
          "soit",
          "sinon",
          "sauf",
          "si",
          "choix",
          "équivalent");

  private static final Splitter LETTERS =
      Splitter.on(CharMatcher.forPredicate(Character::isLetter).negate()).omitEmptyStrings();

  private OrWords() {}

  static boolean areIn(RuleHeader header) {
    return areIn(header.name()) || areIn(header.called()) || areIn(header.described());
  }

  private static boolean areIn(@Nullable StatedName stated) {
    return stated != null && areIn(stated.text());
  }

  private static boolean areIn(String text) {
    return text.contains("/")
        || LETTERS.splitToStream(text.toLowerCase(Locale.ROOT)).anyMatch(WORDS::contains);
  }
}
