package io.credentialrules.internal.read.token;

import java.util.Arrays;
import java.util.List;

/**
 * Which parenthesis belongs to which, found before anything is read: so a missing one can be told
 * from a misplaced word, and reading can go on after a problem without looking for the place again.
 */
public final class Parentheses {
  private static final int NONE = -1;

  private final int[] partners;

  public Parentheses(List<Token> tokens) {
    partners = new int[tokens.size()];
    Arrays.fill(partners, NONE);
    int[] open = new int[tokens.size()];
    int depth = 0;
    for (int i = 0; i < partners.length; i++) {
      Token token = tokens.get(i);
      if (token.isSymbol("(")) {
        open[depth++] = i;
      } else if (token.isSymbol(")") && depth > 0) {
        partners[i] = open[--depth];
        partners[partners[i]] = i;
      } else if (endsConditions(tokens, i)) {
        // A parenthesis that is still open here is missing its partner; it must not take the next
        // rule's.
        depth = 0;
      }
    }
  }

  public boolean hasPartner(int parenthesis) {
    return partners[parenthesis] != NONE;
  }

  /** The index of the other one of a pair. */
  public int partner(int parenthesis) {
    return partners[parenthesis];
  }

  /**
   * Whether the conditions of a rule cannot go on here: {@code then}, {@code end}, or the next
   * statement.
   */
  static boolean endsConditions(List<Token> tokens, int index) {
    Token token = tokens.get(index);
    if (token.isEnd()) {
      return true;
    }
    if (!token.isWord() || isBehindDot(tokens, index)) {
      return false;
    }
    return isKeyword(tokens, index, "then")
        || isKeyword(tokens, index, "end")
        || startsStatement(tokens, index);
  }

  /** In {@code $a.end}, and not after a full stop. */
  private static boolean isBehindDot(List<Token> tokens, int index) {
    return index > 1 && tokens.get(index - 1).isSymbol(".") && tokens.get(index - 2).isWord();
  }

  /** Whether a word is meant as a keyword; in capitals too, if nothing follows on its line. */
  private static boolean isKeyword(List<Token> tokens, int index, String keyword) {
    Token token = tokens.get(index);
    if (token.text().equals(keyword)) {
      return true;
    }
    Token next = tokens.get(Math.min(index + 1, tokens.size() - 1));
    return token.text().equalsIgnoreCase(keyword) && (next.startsLine() || next.isEnd());
  }

  /**
   * Whether a rule ends here, even after code, where {@code end} may be a word like any other: it
   * ends the rule if the file or the next statement follows, or if it is alone on its line.
   */
  static boolean endsRule(List<Token> tokens, int index) {
    if (tokens.get(index).isEnd() || startsStatement(tokens, index)) {
      return true;
    }
    if (!isKeyword(tokens, index, "end")) {
      return false;
    }
    int next = Math.min(index + 1, tokens.size() - 1);
    if (tokens.get(next).isSymbol(";")) {
      next = Math.min(next + 1, tokens.size() - 1);
    }
    Token following = tokens.get(next);
    return following.isEnd()
        || startsStatement(tokens, next)
        || (tokens.get(index).startsLine() && following.startsLine());
  }

  /**
   * Whether a statement of the file starts here: {@code rule "A name"} first on a line, or after an
   * {@code end}.
   */
  static boolean startsStatement(List<Token> tokens, int index) {
    Token token = tokens.get(index);
    if (!token.isWord() || !Words.STATEMENTS.contains(token.text())) {
      return false;
    }
    Token before = index == 0 ? null : tokens.get(index - 1);
    boolean place =
        token.startsLine() || before == null || before.isWord("end") || before.isSymbol(";");
    Token next = tokens.get(Math.min(index + 1, tokens.size() - 1));
    boolean named = next.isWord() || (next.isText() && !token.text().equals("import"));
    return place && named;
  }
}
