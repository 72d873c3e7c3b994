package io.credentialrules.internal.read.token;

import io.credentialrules.Limits;
import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A place in the tokens of a file, which moves forward only; and the problems found there. */
public final class Cursor {
  private final Places places;
  private final List<Token> tokens;
  private final Parentheses parentheses;
  private final boolean cutShort;
  private final Limits limits;
  private final Problems problems;
  private final List<Integer> open = new ArrayList<>();
  private int depth;
  private int index;

  /**
   * At the first token of a file.
   *
   * @param texts keeps each text once that recurs in the files
   */
  public Cursor(
      String file, String source, Limits limits, Problems problems, Map<String, String> texts) {
    Lexer lexer = new Lexer(file, source, limits.maxTextCharacters(), problems, texts);
    this.tokens = lexer.tokens();
    this.places = new Places(file, source, tokens, texts);
    this.parentheses = new Parentheses(tokens);
    this.cutShort = lexer.endsInsideComment();
    this.limits = limits;
    this.problems = problems;
  }

  public Limits limits() {
    return limits;
  }

  public Problems problems() {
    return problems;
  }

  // Looking

  public int index() {
    return index;
  }

  public Token peek() {
    return tokens.get(index);
  }

  public Token peek(int ahead) {
    return tokens.get(Math.min(index + ahead, tokens.size() - 1));
  }

  /** A token before or after the next one, by its index; the first or the last beyond the ends. */
  public Token tokenAt(int other) {
    return tokens.get(Math.max(0, Math.min(other, tokens.size() - 1)));
  }

  public Token previous() {
    return tokens.get(Math.max(index - 1, 0));
  }

  public boolean at(String symbol) {
    return peek().isSymbol(symbol);
  }

  public boolean atWord(String word) {
    return peek().isWord(word);
  }

  public boolean atEndOfConditions() {
    return Parentheses.endsConditions(tokens, index);
  }

  /**
   * Whether a rule ends here, even after code: with {@code end}, or because the next statement
   * begins.
   */
  public boolean atRuleEnd() {
    return Parentheses.endsRule(tokens, index);
  }

  public boolean atStatement() {
    return Parentheses.startsStatement(tokens, index);
  }

  // Moving

  /** Reads a token; now its fault counts. */
  public Token next() {
    Interruption.check();
    Token token = peek();
    if (index < tokens.size() - 1) {
      index++;
    }
    if (token.fault() != null) {
      report(token, token.fault());
    }
    return token;
  }

  /** Moves on without reading. */
  public void skip() {
    Interruption.check();
    if (index < tokens.size() - 1) {
      index++;
    }
  }

  public void skipTo(int target) {
    index = Math.max(index, Math.min(target, tokens.size() - 1));
  }

  public boolean accept(String symbol) {
    if (!at(symbol)) {
      return false;
    }
    next();
    return true;
  }

  // Parentheses

  /** Reads an opening parenthesis and remembers it; returns its index. */
  public int open() {
    open.add(index);
    next();
    return index - 1;
  }

  /** Reads the closing parenthesis of the one opened last, or reports what is in its place. */
  public void close(String expected) {
    if (!at(")")) {
      throw unexpected(expected);
    }
    open.remove(open.size() - 1);
    next();
  }

  public boolean hasPartner(int parenthesis) {
    return parentheses.hasPartner(parenthesis);
  }

  /** The index of the closing parenthesis. */
  public int partner(int parenthesis) {
    return parentheses.partner(parenthesis);
  }

  public int openCount() {
    return open.size();
  }

  /** The parenthesis that was opened when there were so many open. */
  public int opened(int count) {
    return open.get(count);
  }

  /** Forgets parentheses that a problem left open. */
  public void forgetOpenBeyond(int count) {
    open.subList(count, open.size()).clear();
  }

  /** Whether no parenthesis is missing around here. */
  public boolean allOpenHavePartners() {
    return open.stream().allMatch(parentheses::hasPartner);
  }

  // Nesting

  public int depth() {
    return depth;
  }

  public void returnTo(int depth) {
    this.depth = depth;
  }

  /** Goes one deeper; each reader that calls itself goes through here first. */
  public void enter(Token token) {
    if (depth >= limits.maxNesting()) {
      throw fail(token, LimitFaults.limitNesting(limits.maxNesting()));
    }
    depth++;
  }

  public void leave() {
    depth--;
  }

  // Places and texts

  public SourceSpan span(Token token) {
    return places.span(token);
  }

  /** From a token to the one read last; a closing semicolon does not count. */
  public SourceSpan spanFrom(int first) {
    return places.span(first, lastSince(first));
  }

  /** What was read since a token; a closing semicolon does not count. */
  public String textFrom(int first) {
    return places.text(first, lastSince(first));
  }

  /** A token as the author wrote it, for a message. */
  public String written(Token token) {
    return places.written(token);
  }

  /** The same without the backticks, as an argument of a message that has its own. */
  public String unquoted(Token token) {
    return places.source(token);
  }

  private int lastSince(int first) {
    int last = Math.max(index - 1, first);
    return last > first && tokens.get(last).isSymbol(";") ? last - 1 : last;
  }

  // Problems

  public void report(Token token, Fault fault) {
    report(span(token), fault);
  }

  public void report(SourceSpan span, Fault fault) {
    problems.add(span, fault);
  }

  /** Reports a problem after which the construct cannot be read. */
  public GiveUp fail(Token token, Fault fault) {
    report(token, fault);
    return new GiveUp();
  }

  /** Reports a problem with all that was read since a token. */
  public GiveUp failFrom(int first, Fault fault) {
    report(spanFrom(first), fault);
    return new GiveUp();
  }

  /**
   * Reports that the next token is not what is expected: the parenthesis that is missing where one
   * is, or the token.
   */
  public GiveUp unexpected(String expected) {
    Token token = peek();
    if (token.fault() != null) {
      next();
      return new GiveUp();
    }
    if (!allOpenHavePartners()) {
      return missing(tokens.get(open.get(open.size() - 1)), ConditionFaults.missingParenthesis());
    }
    if (token.isEnd()) {
      return missing(token, ConditionFaults.unexpectedEndOfFile(expected));
    }
    return fail(
        token,
        token.isWord()
            ? ConditionFaults.unexpectedWord(expected, written(token))
            : ConditionFaults.unexpectedSymbol(expected, written(token)));
  }

  /**
   * Reports that something is missing, unless an unclosed comment, which is reported, swallowed it.
   */
  public GiveUp missing(Token token, Fault fault) {
    if (cutShort && peek().isEnd()) {
      problems.countOne();
      return new GiveUp();
    }
    return fail(token, fault);
  }
}
