package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.internal.text.NearestWord;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What authors write in words where an operator is needed, and what to write instead. */
final class OperatorWords {
  private static final String BEGINS = "write `matches \"lab.*\"` for a text that begins so";
  private static final String CONTAINS = "write `contains`";
  private static final String KNOWN = "write `!= null` for what must be known";
  private static final String ONE_OF = "write `in ( \"A\", \"B\" )`";

  /** What to write for words of sentences. */
  private static final ImmutableMap<String, String> OF_SENTENCES =
      ImmutableMap.<String, String>builder()
          .put("is", "write `==`")
          .put("is not", "write `!=`")
          .put("equals", "write `==`")
          .put("at least", "write `>=`")
          .put("at most", "write `<=`")
          .put("more", "write `>`")
          .put("greater", "write `>`")
          .put("over", "write `>`")
          .put("above", "write `>`")
          .put("less", "write `<`")
          .put("fewer", "write `<`")
          .put("under", "write `<`")
          .put("below", "write `<`")
          .put("like", BEGINS)
          .put("begins", BEGINS)
          .put("starts", BEGINS)
          .put("startswith", BEGINS)
          .put("ends", "write `matches \".*lab\"` for a text that ends so")
          .put("endswith", "write `matches \".*lab\"` for a text that ends so")
          .put("has", CONTAINS)
          .put("have", CONTAINS)
          .put("includes", CONTAINS)
          .put("including", CONTAINS)
          .put("contient", CONTAINS)
          .put("is null", "write `== null`")
          .put("is empty", "write `== null`")
          .put("is blank", "write `== null`")
          .put("is in", ONE_OF)
          .put("is one", ONE_OF)
          .put("is either", ONE_OF)
          .put("is among", ONE_OF)
          .put("among", ONE_OF)
          .put("parmi", ONE_OF)
          .put("dans", ONE_OF)
          .put("notin", "write `not in ( \"A\", \"B\" )`")
          .put("is set", KNOWN)
          .put("is known", KNOWN)
          .put("is present", KNOWN)
          .put("exists", KNOWN)
          .put("is missing", "write `== null`")
          .put("is absent", "write `== null`")
          .put("one of", ONE_OF)
          .put("any of", ONE_OF)
          .put("either", ONE_OF)
          .put("not in", "write `not in ( \"A\", \"B\" )`, in small letters")
          .put("not like", "write `not matches \"lab.*\"`")
          .put("not equal", "write `!=`")
          .put("isn", "write `!=`")
          .put("equal", "write `==`")
          .put("eq", "write `==`")
          .put("ne", "write `!=`")
          .put("gt", "write `>`")
          .put("ge", "write `>=`")
          .put("gte", "write `>=`")
          .put("lt", "write `<`")
          .put("le", "write `<=`")
          .put("lte", "write `<=`")
          .put("minimum", "write `>=`")
          .put("maximum", "write `<=`")
          .put("before", "write `<`")
          .put("after", "write `>`")
          .put("since", "write `>=`")
          .put("until", "write `<=`")
          .put("within", "write `>= $today.minusYears( 2 )` after `Today( $today : date )`")
          .put("must", "write the comparison alone: `==`, or `>=` for at least")
          .put("should", "write the comparison alone: `==`, or `>=` for at least")
          .put("est", "write `==`")
          .put("et", "write `&&` or a comma")
          .put("ou", "write `||`")
          .put("plus", "write `>`")
          .put("moins", "write `<`")
          .put("is at least", "write `>=`")
          .put("is at most", "write `<=`")
          .put("is no", "write `>=`")
          .put("is more", "write `>`")
          .put("is greater", "write `>`")
          .put("is over", "write `>`")
          .put("is above", "write `>`")
          .put("is less", "write `<`")
          .put("is under", "write `<`")
          .put("is below", "write `<`")
          .put("is before", "write `<`")
          .put("is after", "write `>`")
          .put("no less", "write `>=`")
          .put("no fewer", "write `>=`")
          .put("no lower", "write `>=`")
          .put("no earlier", "write `>=`")
          .put("no more", "write `<=`")
          .put("no greater", "write `<=`")
          .put("no higher", "write `<=`")
          .put("no later", "write `<=`")
          .put("no longer", "write `<=`")
          .put("exceeds", "write `>`")
          .put("min", "write `>=`")
          .put("max", "write `<=`")
          .put("supérieur", "write `>`")
          .put("superieur", "write `>`")
          .put("supérieure", "write `>`")
          .put("inférieur", "write `<`")
          .put("inferieur", "write `<`")
          .put("inférieure", "write `<`")
          .put("égal", "write `==`")
          .put("égale", "write `==`")
          .put("avant", "write `<`")
          .put("après", "write `>`")
          .put("depuis", "write `>=`")
          .put("jusqu", "write `<=`")
          .put("au moins", "write `>=`")
          .put("au plus", "write `<=`")
          .put("sont", "write `==`")
          .put("are", "write `==`")
          .put("was", "write `==`")
          .put("reaches", "write `>=`")
          .put("same", "write `==`")
          .buildOrThrow();

  private OperatorWords() {}

  /** What to write for the words here; null where nothing is known of them. */
  static @Nullable String meant(Cursor cursor) {
    Token word = cursor.peek();
    String first = lower(word);
    String second = lower(cursor.peek(1));
    if (cursor.previous().kind() == Token.Kind.NUMBER && Slips.isUnit(word)) {
      return "write the field first, such as `" + first + " >= " + cursor.previous().text() + "`";
    }
    if (cursor.previous().isWord("at") || cursor.previous().isWord("au")) {
      boolean isMost = first.equals("most") || first.equals("plus");
      return "write the field first, such as `hours %s %s`"
          .formatted(isMost ? "<=" : ">=", cursor.unquoted(cursor.peek(1)));
    }
    String range = Ranges.inWords(cursor);
    if (range != null) {
      return range;
    }
    if (first.equals("is") && second.equals("not")) {
      return isAbsent(cursor.peek(2)) ? "write `!= null`" : "write `!=`";
    }
    String three = OF_SENTENCES.get(first + " " + second + " " + lower(cursor.peek(2)));
    String two = three == null ? OF_SENTENCES.get(first + " " + second) : three;
    return two == null ? OF_SENTENCES.get(first) : two;
  }

  private static boolean isAbsent(Token word) {
    return switch (lower(word)) {
      case "null", "empty", "blank", "missing", "absent" -> true;
      default -> false;
    };
  }

  /** What to write for {@code not} and what it cannot negate. */
  static String negated(Token word) {
    if (word.isSymbol("==") || word.isSymbol("=")) {
      return "write `!=`";
    }
    return switch (lower(word)) {
      case "" -> "write `!( … )`";
      case "equal", "equals", "like", "the" -> "write `!=`";
      case "less", "fewer", "below", "under", "before" -> "write `>=`";
      case "more", "greater", "above", "over", "after" -> "write `<=`";
      case "null", "empty", "blank" -> "write `!= null`";
      default -> NearestWord.maybe(word.text(), Words.OPERATORS);
    };
  }

  /** Whether a word is meant as an operator though no single value follows it. */
  static boolean standsAlone(Token word, Token following) {
    return switch (lower(word)) {
      case "exists" -> following.isSymbol(",") || following.isSymbol(")");
      case "between", "entre", "notin", "parmi", "among" -> following.isSymbol("(");
      default -> false;
    };
  }

  private static String lower(Token word) {
    return word.isWord() ? word.text().toLowerCase(Locale.ROOT) : "";
  }
}
