package io.credentialrules.internal.read.token;

import io.credentialrules.internal.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A word, text, number or symbol of a policy file. It never spans lines.
 *
 * @param text the word, number or symbol as written; of a text in quotes, its value with the
 *     escapes resolved
 * @param start offset of the first character
 * @param end offset just after the last character
 * @param line from 1
 * @param column from 1
 * @param startsLine whether only space and comments come before it on its line
 * @param spaced whether a space belongs between it and the token before it
 * @param fault what is wrong with its characters; reported when the token is read, not when it is
 *     skipped
 */
public record Token(
    Kind kind,
    String text,
    int start,
    int end,
    int line,
    int column,
    boolean startsLine,
    boolean spaced,
    @Nullable Fault fault) {

  public enum Kind {
    WORD,
    TEXT,
    NUMBER,
    SYMBOL,
    /** Characters that are no token; has a fault. */
    UNREADABLE,
    /** After the last token of the file; as long as needed. */
    END
  }

  public boolean isWord() {
    return kind == Kind.WORD;
  }

  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  public boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  public boolean isText() {
    return kind == Kind.TEXT;
  }

  public boolean isEnd() {
    return kind == Kind.END;
  }

  /** Whether it follows the other without a space, as the parts of {@code date-effective} do. */
  public boolean touches(Token before) {
    return start == before.end;
  }
}
