package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.policy.syntax.Arithmetic;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells calculations from constraints, both of which begin with a parenthesis. */
final class CalculationStart {
  private static final ImmutableMap<String, Arithmetic> OPERATIONS =
      Maps.uniqueIndex(Arrays.asList(Arithmetic.values()), Arithmetic::symbol);

  private CalculationStart() {}

  /** Whether the parenthesis here encloses a value rather than constraints. */
  static boolean isAt(Cursor cursor) {
    if (!cursor.at("(") || !cursor.hasPartner(cursor.index())) {
      return false;
    }
    int end = cursor.partner(cursor.index());
    if (operation(cursor.tokenAt(end + 1)) != null) {
      return true;
    }
    boolean calculates = false;
    for (int i = cursor.index() + 1; i < end; i++) {
      Token inside = cursor.tokenAt(i);
      Token before = cursor.tokenAt(i - 1);
      boolean constrains =
          Refusals.startsComparison(inside)
              || inside.isSymbol("&&")
              || inside.isSymbol("||")
              || (inside.isWord() && Words.OPERATORS.contains(inside.text()));
      if (constrains) {
        return false;
      }
      if (inside.isSymbol("(") && before.isWord() && cursor.hasPartner(i)) {
        // What a method is given is calculated for the method.
        i = cursor.partner(i);
      } else {
        boolean signs = before.isSymbol("(") || operation(before) != null;
        calculates |= operation(inside) != null && !signs;
      }
    }
    return calculates;
  }

  /** The operation that a token stands for; null for any other token. */
  static @Nullable Arithmetic operation(Token token) {
    return token.kind() == Token.Kind.SYMBOL ? OPERATIONS.get(token.text()) : null;
  }
}
