package io.credentialrules.internal.read;

import io.credentialrules.Limits;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** A place in the tokens of a file, which moves forward only; and the problems found there. */
final class Cursor {
  private final Places places;
  private final List<Token> tokens;
  private final Parentheses parentheses;
  private final boolean cutShort;
  private final Limits limits;
  private final Problems problems;
  private final List<Integer> open = new ArrayList<>();
  private int depth;
  private int index;

  Cursor(String file, String source, Limits limits, Problems problems) {
    Lexer lexer = new Lexer(file, source, limits.maxTextCharacters(), problems);
    this.tokens = lexer.tokens();
    this.places = new Places(file, source, tokens);
    this.parentheses = new Parentheses(tokens);
    this.cutShort = lexer.endsInsideComment();
    this.limits = limits;
    this.problems = problems;
  }

  Limits limits() {
    return limits;
  }

  Problems problems() {
    return problems;
  }

  // Looking

  int index() {
    return index;
  }

  Token peek() {
    return tokens.get(index);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(index + ahead, tokens.size() - 1));
  }

  /** A token before or behind the next one, by its index; the first or the last beyond the ends. */
  Token tokenAt(int other) {
    return tokens.get(Math.max(0, Math.min(other, tokens.size() - 1)));
  }

  Token previous() {
    return tokens.get(Math.max(index - 1, 0));
  }

  boolean at(String symbol) {
    return peek().isSymbol(symbol);
  }

  boolean atWord(String word) {
    return peek().isWord(word);
  }

  boolean atEndOfConditions() {
    return Parentheses.endsConditions(tokens, index);
  }

  /**
   * Whether a rule ends here, even behind code: with {@code end}, or because the next statement
   * begins.
   */
  boolean atRuleEnd() {
    return Parentheses.endsRule(tokens, index);
  }

  boolean atStatement() {
    return Parentheses.startsStatement(tokens, index);
  }

  // Moving

  /** Reads a token; now its fault counts. */
  Token next() {
    Token token = peek();
    if (index < tokens.size() - 1) {
      index++;
    }
    if (token.fault() != null) {
      report(token, token.fault().code(), token.fault().message(), token.fault().hint());
    }
    return token;
  }

  /** Moves on without reading. */
  void skip() {
    if (index < tokens.size() - 1) {
      index++;
    }
  }

  void skipTo(int target) {
    index = Math.max(index, Math.min(target, tokens.size() - 1));
  }

  boolean accept(String symbol) {
    if (!at(symbol)) {
      return false;
    }
    next();
    return true;
  }

  // Parentheses

  /** Reads an opening parenthesis and remembers it; returns its index. */
  int open() {
    open.add(index);
    next();
    return index - 1;
  }

  /** Reads the closing parenthesis of the one opened last, or reports what stands in its place. */
  void close(String expected) {
    if (!at(")")) {
      throw unexpected(expected);
    }
    open.remove(open.size() - 1);
    next();
  }

  boolean hasPartner(int parenthesis) {
    return parentheses.hasPartner(parenthesis);
  }

  /** The index of the closing parenthesis. */
  int partner(int parenthesis) {
    return parentheses.partner(parenthesis);
  }

  int openCount() {
    return open.size();
  }

  /** The parenthesis that was opened when there were so many open. */
  int opened(int count) {
    return open.get(count);
  }

  /** Forgets parentheses that a problem left open. */
  void forgetOpenBeyond(int count) {
    open.subList(count, open.size()).clear();
  }

  /** Whether no parenthesis is missing around here. */
  boolean allOpenHavePartners() {
    return open.stream().allMatch(parentheses::hasPartner);
  }

  // Nesting

  int depth() {
    return depth;
  }

  void returnTo(int depth) {
    this.depth = depth;
  }

  /** Goes one deeper; each reader that calls itself goes through here first. */
  void enter(Token token) {
    if (depth >= limits.maxNesting()) {
      throw fail(
          token,
          "limit-nesting",
          "nested more than " + limits.maxNesting() + " deep (limit `maxNesting`)",
          "split the rule into several");
    }
    depth++;
  }

  void leave() {
    depth--;
  }

  // Places and texts

  SourceSpan span(Token token) {
    return places.span(token);
  }

  /** From a token to the one read last; a closing semicolon does not count. */
  SourceSpan spanFrom(int first) {
    return places.span(tokens.get(first)).to(places.span(tokens.get(lastSince(first))));
  }

  /** What was read since a token; a closing semicolon does not count. */
  String textFrom(int first) {
    return places.text(first, lastSince(first));
  }

  /** A token as the author wrote it, for a message. */
  String written(Token token) {
    return places.written(token);
  }

  private int lastSince(int first) {
    int last = Math.max(index - 1, first);
    return last > first && tokens.get(last).isSymbol(";") ? last - 1 : last;
  }

  // Problems

  void report(Token token, String code, String message, String hint) {
    report(span(token), code, message, hint);
  }

  void report(SourceSpan span, String code, String message, String hint) {
    problems.add(code, span, message, hint);
  }

  /** Reports a problem behind which the construct cannot be read. */
  GiveUp fail(Token token, String code, String message, String hint) {
    report(token, code, message, hint);
    return new GiveUp();
  }

  /** Reports a problem with all that was read since a token. */
  GiveUp failFrom(int first, String code, String message, String hint) {
    report(spanFrom(first), code, message, hint);
    return new GiveUp();
  }

  /**
   * Reports that the next token is not what is expected: the parenthesis that is missing where one
   * is, or the token.
   */
  GiveUp unexpected(String expected) {
    Token token = peek();
    if (token.fault() != null) {
      next();
      return new GiveUp();
    }
    if (!allOpenHavePartners()) {
      return missing(
          tokens.get(open.get(open.size() - 1)),
          "missing-parenthesis",
          "this parenthesis `(` is not closed",
          "write `)`");
    }
    if (token.isEnd()) {
      return missing(token, "unexpected-end-of-file", "the file ends here", "expected " + expected);
    }
    return fail(
        token,
        "unexpected-" + (token.isWord() ? "word" : "symbol"),
        "expected " + expected + ", but found " + written(token),
        "");
  }

  /**
   * Reports that something is missing, unless an unclosed comment, which is reported, swallowed it.
   */
  GiveUp missing(Token token, String code, String message, String hint) {
    if (cutShort && peek().isEnd()) {
      problems.countOne();
      return new GiveUp();
    }
    return fail(token, code, message, hint);
  }
}
