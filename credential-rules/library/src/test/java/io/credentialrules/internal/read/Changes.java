package io.credentialrules.internal.read;

import io.credentialrules.Limits;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.read.token.Lexer;
import io.credentialrules.internal.read.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Changes texts as authors do by mistake: tokens lost, doubled, swapped, or put in. */
final class Changes {
  static final List<String> TOKENS =
      List.of(
          "rule",
          "\"x\"",
          "when",
          "then",
          "end",
          "(",
          ")",
          "(",
          ")",
          ",",
          ";",
          ":",
          "A",
          "B",
          "$x",
          "not",
          "exists",
          "forall",
          "accumulate",
          "and",
          "or",
          "&&",
          "||",
          "!",
          "==",
          "=",
          ">=",
          "in",
          "contains",
          "matches",
          "from",
          "over",
          "collect",
          "eval",
          "this",
          ".",
          "a",
          "b",
          "1",
          "2d",
          "-",
          "+",
          "[",
          "]",
          "{",
          "}",
          "@",
          "@requirement( \"a\" )",
          "@credential( \"b\" )",
          "date-effective",
          "\"2014-01-01\"",
          "salience",
          "package",
          "import",
          "function",
          "global",
          "query",
          "declare",
          "java.lang.System",
          "\"",
          "'",
          "/*",
          "*/",
          "//",
          "\\",
          "`",
          "#",
          "?",
          "->",
          "true",
          "null",
          "new",
          "sum",
          "init",
          "extends",
          "attributes",
          "\u2028",
          "\ufeff",
          "é",
          "€",
          "\ud83d");

  private Changes() {}

  static Arbitrary<String> of(Arbitrary<String> texts) {
    return Combinators.combine(texts, Arbitraries.longs(), Arbitraries.integers().between(1, 3))
        .as(Changes::changed);
  }

  private static String changed(String text, long seed, int times) {
    Random random = new Random(seed);
    String changed = text;
    for (int i = 0; i < times; i++) {
      changed = changedOnce(changed, random);
    }
    return changed;
  }

  private static String changedOnce(String text, Random random) {
    List<Token> tokens =
        new Lexer("x", text, Limits.DEFAULT.maxTextCharacters(), new Problems(10)).tokens();
    List<String> parts = new ArrayList<>();
    int end = 0;
    for (Token token : tokens) {
      parts.add(text.substring(end, token.end()));
      end = token.end();
    }
    int at = random.nextInt(parts.size());
    switch (random.nextInt(6)) {
      case 0 -> parts.remove(at);
      case 1 -> parts.add(at, parts.get(random.nextInt(parts.size())));
      case 2 -> parts.add(at, parts.get(at));
      case 3 -> parts.set(at, parts.get(random.nextInt(parts.size())));
      case 4 -> parts.add(at, " " + TOKENS.get(random.nextInt(TOKENS.size())) + " ");
      default -> parts.subList(at, Math.min(parts.size(), at + 5)).clear();
    }
    return String.join("", parts);
  }
}
