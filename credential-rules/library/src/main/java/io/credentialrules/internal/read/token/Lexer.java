package io.credentialrules.internal.read.token;

import com.google.common.collect.ImmutableList;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.FileFaults;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.fault.TextFaults;
import io.credentialrules.internal.read.token.Token.Kind;
import io.credentialrules.internal.text.Characters;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Splits a file into tokens. What is wrong inside a token is kept with it; what is wrong between
 * tokens is reported here.
 */
public final class Lexer {
  /** Longest first, so that the first that fits is the right one. */
  private static final List<String> LONG_SYMBOLS =
      ImmutableList.of(
          ">>>", "===", "!==", "...", "==", "!=", "<=", ">=", "&&", "||", ":=", "->", "!.", "++",
          "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "=>", "=<", "<>", "<<", ">>", "::",
          "?/", "?.", "..", "~=");

  /** The symbols of one sign, by the sign. */
  private static final String[] SIGNS = new String['~' + 1];

  static {
    for (char sign = 0; sign < SIGNS.length; sign++) {
      SIGNS[sign] = String.valueOf(sign);
    }
  }

  private final String file;
  private final String source;
  private final int longestText;
  private final Problems problems;
  private final List<Token> tokens = new ArrayList<>();

  private final Map<String, String> texts;

  private int at;
  private int line = 1;
  private int lineStart;
  private boolean startsLine = true;
  private boolean spaced;
  private boolean afterComment;
  private boolean unclosedComment;

  /** The tokens of one file alone. */
  public Lexer(String file, String source, int longestText, Problems problems) {
    this(file, source, longestText, problems, new HashMap<>());
  }

  /**
   * The tokens of one file of several.
   *
   * @param texts names and texts recur in files; what is compiled keeps each of them once
   */
  Lexer(String file, String source, int longestText, Problems problems, Map<String, String> texts) {
    this.file = file;
    this.source = source;
    this.longestText = longestText;
    this.problems = problems;
    this.texts = texts;
  }

  /** The tokens of the file, and the end. */
  public List<Token> tokens() {
    skipByteOrderMark();
    while (true) {
      Interruption.check();
      skipSpaceAndComments();
      if (at >= source.length()) {
        add(Kind.END, "", at, null);
        return ForeignWords.replaced(file, tokens, problems);
      }
      token();
    }
  }

  /**
   * Whether the file ends inside a comment, so that everything after its start is missing without
   * fault.
   */
  public boolean endsInsideComment() {
    return unclosedComment;
  }

  private void token() {
    char c = source.charAt(at);
    if (Characters.startsWord(c)) {
      word();
    } else if (Characters.isDigit(c)) {
      NumberToken number = NumberToken.at(source, at);
      add(Kind.NUMBER, number.value(), number.end(), number.fault());
    } else if (c == '"' || c == '\'') {
      TextToken text = TextToken.at(source, at, longestText);
      add(text.closed() ? Kind.TEXT : Kind.UNREADABLE, text.value(), text.end(), text.fault());
    } else if (Characters.isSymbol(c)) {
      String symbol = symbol(c);
      add(Kind.SYMBOL, symbol, at + symbol.length(), null);
    } else {
      UnexpectedCharacters unexpected = UnexpectedCharacters.at(source, at);
      add(Kind.UNREADABLE, "", unexpected.end(), unexpected.fault());
    }
  }

  private void word() {
    int end = at + 1;
    while (end < source.length() && Characters.continuesWord(source.charAt(end))) {
      end++;
    }
    if (end - at > longestText) {
      add(Kind.UNREADABLE, "", end, TextToken.tooLong("name", end - at, longestText));
    } else {
      add(Kind.WORD, source.substring(at, end), end, null);
    }
  }

  private String symbol(char c) {
    boolean isAlone = at + 1 == source.length() || !Characters.isSymbol(source.charAt(at + 1));
    if (isAlone) {
      return SIGNS[c];
    }
    for (String symbol : LONG_SYMBOLS) {
      if (source.startsWith(symbol, at)) {
        return symbol;
      }
    }
    return SIGNS[c];
  }

  private void add(Kind kind, String text, int end, @Nullable Fault fault) {
    boolean joins =
        afterComment
            && at < source.length()
            && Characters.continuesWord(source.charAt(at))
            && !tokens.isEmpty()
            && tokens.get(tokens.size() - 1).isWord();
    tokens.add(
        new Token(
            kind,
            kind == Kind.SYMBOL ? text : texts.computeIfAbsent(text, Function.identity()),
            at,
            end,
            line,
            at - lineStart + 1,
            startsLine,
            spaced || joins,
            fault));
    at = end;
    startsLine = false;
    spaced = false;
    afterComment = false;
  }

  /** Other DRL tools refuse it too, and no editor shows it. */
  private void skipByteOrderMark() {
    if (source.startsWith("\ufeff")) {
      at = 1;
      report(0, 1, FileFaults.byteOrderMark());
    }
  }

  private void skipSpaceAndComments() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == ' ') {
        spaced = true;
        at++;
      } else if (Characters.isSpace(c)) {
        spaced = true;
        skipOne();
      } else if (c != '/' && c != '#' && c != '-' && c != '<') {
        return;
      } else if (atOtherComment()) {
        int length = c == '#' ? 1 : 2;
        report(at, at + length, TextFaults.badComment(source.substring(at, at + length)));
        skipLine();
      } else if (source.startsWith("//", at)) {
        skipLine();
      } else if (source.startsWith("<!--", at)) {
        report(at, at + 4, TextFaults.badComment("<!--"));
        skipMarkupComment();
      } else if (source.startsWith("/*", at)) {
        afterComment = true;
        skipLongComment();
      } else {
        return;
      }
    }
  }

  /** A comment of other languages: at the start of its line, or set off by spaces. */
  private boolean atOtherComment() {
    int after = at + (source.charAt(at) == '#' ? 1 : 2);
    boolean sign = source.charAt(at) == '#' || source.startsWith("--", at);
    if (!sign || after >= source.length()) {
      return false;
    }
    char next = source.charAt(after);
    return Characters.isSpace(next) ? startsLine || spaced : startsLine && Character.isLetter(next);
  }

  private void skipLine() {
    afterComment = true;
    while (at < source.length() && !Characters.isLineEnd(source.charAt(at))) {
      skipCommented();
    }
  }

  /** Up to its end; where it has none, to that of the line. */
  private void skipMarkupComment() {
    int end = source.indexOf("-->", at);
    if (end < 0) {
      skipLine();
      return;
    }
    while (at < end + 3) {
      skipCommented();
    }
  }

  private void skipLongComment() {
    int startLine = line;
    int startColumn = at - lineStart + 1;
    at += 2;
    while (at < source.length() && !source.startsWith("*/", at)) {
      skipCommented();
    }
    if (at < source.length()) {
      at += 2;
    } else {
      unclosedComment = true;
      problems.add(
          new SourceSpan(file, startLine, startColumn, startLine, startColumn + 2),
          TextFaults.unclosedComment());
    }
  }

  private void skipCommented() {
    char c = source.charAt(at);
    if (Characters.isHidden(c)) {
      UnexpectedCharacters hidden = UnexpectedCharacters.hiddenAt(source, at);
      report(at, hidden.end(), hidden.fault());
      at = hidden.end();
    } else {
      skipOne();
    }
  }

  private void skipOne() {
    char c = source.charAt(at);
    at++;
    boolean firstOfPair = c == '\r' && at < source.length() && source.charAt(at) == '\n';
    if (Characters.isLineEnd(c) && !firstOfPair) {
      line++;
      lineStart = at;
      startsLine = true;
    }
  }

  private void report(int start, int end, Fault fault) {
    int column = start - lineStart + 1;
    problems.add(new SourceSpan(file, line, column, line, column + end - start), fault);
  }
}
