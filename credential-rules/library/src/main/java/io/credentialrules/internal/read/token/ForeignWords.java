package io.credentialrules.internal.read.token;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.read.token.Token.Kind;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keywords in French, and "etc." among conditions. Each is reported where it is, and what it means
 * is read in its place, so that one slip has one message.
 */
final class ForeignWords {
  /** Those that begin or end a part of a rule. */
  private static final ImmutableMap<String, String> OF_RULES =
      ImmutableMap.<String, String>builder()
          .put("règle", "rule")
          .put("regle", "rule")
          .put("quand", "when")
          .put("lorsque", "when")
          .put("alors", "then")
          .put("fin", "end")
          .buildOrThrow();

  private static final ImmutableMap<String, String> JOINTS =
      ImmutableMap.of("et", "and", "ou", "or");

  private static final Set<String> OPERATORS =
      ImmutableSet.of("in", "contains", "memberOf", "matches", "not");

  private final String file;
  private final List<Token> tokens;
  private final Problems problems;
  private final List<Token> read = new ArrayList<>();

  private ForeignWords(String file, List<Token> tokens, Problems problems) {
    this.file = file;
    this.tokens = tokens;
    this.problems = problems;
  }

  /** The tokens with what such words mean in their place. */
  static List<Token> replaced(String file, List<Token> tokens, Problems problems) {
    return new ForeignWords(file, tokens, problems).read();
  }

  private List<Token> read() {
    int at = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      int and = token.isWord() ? endOfAndSoOn(at) : at;
      if (and > at) {
        andSoOn(token, and);
        at = and + 1;
      } else {
        read.add(token.isWord() ? meant(token, at) : token);
        at++;
      }
    }
    return read;
  }

  private Token peek(int at) {
    return tokens.get(Math.max(0, Math.min(at, tokens.size() - 1)));
  }

  private Token meant(Token token, int at) {
    String word = token.text().toLowerCase(Locale.ROOT);
    String keyword = OF_RULES.get(word);
    String joint = JOINTS.get(word);
    return keyword == null && joint == null ? token : meant(token, at, keyword, joint);
  }

  private Token meant(Token token, int at, @Nullable String keyword, @Nullable String joint) {
    if (keyword != null && isOfRule(keyword, token, at)) {
      return reported(token, Kind.WORD, keyword);
    }
    Token before = peek(at - 1);
    Token after = peek(at + 1);
    if (joint == null || at == 0 || !startsOperand(after, peek(at + 2))) {
      return token;
    }
    boolean joinsConditions =
        before.isSymbol(")")
            && (after.isSymbol("(")
                || Character.isUpperCase(after.text().charAt(0))
                || Words.CONDITIONS.contains(after.text()));
    if (joinsConditions) {
      return reported(token, Kind.WORD, joint);
    }
    boolean joinsComparisons = before.isText() || before.kind() == Kind.NUMBER;
    return joinsComparisons
        ? reported(token, Kind.SYMBOL, joint.equals("and") ? "&&" : "||")
        : token;
  }

  private boolean isOfRule(String keyword, Token token, int at) {
    Token after = peek(at + 1);
    return switch (keyword) {
      case "rule" -> token.startsLine() && after.isText();
      case "when" -> (token.startsLine() || peek(at - 1).isSymbol(")")) && after.isWord();
      default -> (token.startsLine() || at == 0) && (after.startsLine() || after.isEnd());
    };
  }

  private static boolean startsOperand(Token token, Token following) {
    return token.isSymbol("(")
        || token.isSymbol("!")
        || (token.isWord()
            && !OPERATORS.contains(token.text())
            && !following.isSymbol(",")
            && !following.isEnd());
  }

  /** The last token of "etc." or "and so on"; the place itself where there is neither. */
  private int endOfAndSoOn(int at) {
    Token token = tokens.get(at);
    if (!token.isWord("etc") && !token.isWord("and")) {
      return at;
    }
    boolean isSet = token.startsLine() || peek(at - 1).isSymbol(",") || peek(at - 1).isSymbol(")");
    if (at == 0 || !isSet) {
      return at;
    }
    if (token.isWord("etc")) {
      return peek(at + 1).isSymbol(".") || peek(at + 1).isSymbol("...") ? at + 1 : at;
    }
    boolean isPhrase =
        token.isWord("and") && peek(at + 1).isWord("so") && peek(at + 2).isWord("on");
    return isPhrase ? at + 2 : at;
  }

  private void andSoOn(Token first, int end) {
    Token last = tokens.get(end);
    String words = first.isWord("etc") ? "etc." : "and so on";
    report(
        first,
        last.line() == first.line() ? last.end() - first.start() : first.text().length(),
        ConditionFaults.unexpectedWordOfSentence(
            words, "delete it, and write every condition: what is not written is not required"));
    if (!read.isEmpty() && read.get(read.size() - 1).isSymbol(",")) {
      read.remove(read.size() - 1);
    }
    if (first.startsLine()) {
      startLine(end + 1);
    }
  }

  /** The next token begins the line in the place of what was left out. */
  private void startLine(int at) {
    Token next = peek(at);
    tokens.set(
        Math.min(at, tokens.size() - 1),
        new Token(
            next.kind(),
            next.text(),
            next.start(),
            next.end(),
            next.line(),
            next.column(),
            true,
            next.spaced(),
            next.fault()));
  }

  private Token reported(Token token, Kind kind, String keyword) {
    report(token, token.end() - token.start(), RuleFaults.wrongCase(token.text(), keyword));
    return new Token(
        kind,
        keyword,
        token.start(),
        token.end(),
        token.line(),
        token.column(),
        token.startsLine(),
        token.spaced(),
        token.fault());
  }

  private void report(Token token, int length, Fault fault) {
    problems.add(
        new SourceSpan(file, token.line(), token.column(), token.line(), token.column() + length),
        fault);
  }
}
