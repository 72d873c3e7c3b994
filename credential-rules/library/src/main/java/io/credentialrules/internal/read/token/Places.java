package io.credentialrules.internal.read.token;

import io.credentialrules.internal.text.Quoted;
import io.credentialrules.policy.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The places of the tokens of a file, and how they are written. */
final class Places {
  private static final int LONGEST_SHOWN = 70;

  private final String file;
  private final String source;
  private final List<Token> tokens;

  private final Map<String, String> texts;

  /** The latest text: a condition of one pattern is written as the pattern is. */
  private String latest = "";

  private @Nullable SourceSpan latestSpan;

  private int latestFirst = -1;
  private int latestLast = -1;

  Places(String file, String source, List<Token> tokens, Map<String, String> texts) {
    this.file = file;
    this.source = source;
    this.tokens = tokens;
    this.texts = texts;
  }

  SourceSpan span(Token token) {
    int endColumn = token.column() + token.end() - token.start();
    return new SourceSpan(file, token.line(), token.column(), token.line(), endColumn);
  }

  /** From the first token to the last. */
  SourceSpan span(int first, int last) {
    SourceSpan span = span(tokens.get(first)).to(span(tokens.get(last)));
    // Often a condition is also the whole of what encloses it; what is compiled keeps one.
    SourceSpan latest = latestSpan;
    if (latest != null && latest.equals(span)) {
      return latest;
    }
    latestSpan = span;
    return span;
  }

  /** From the first token to the last, on one line and without comments. */
  String text(int first, int last) {
    if (first != latestFirst || last != latestLast) {
      latest = texts.computeIfAbsent(written(first, last), Function.identity());
      latestFirst = first;
      latestLast = last;
    }
    return latest;
  }

  private String written(int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      Token token = tokens.get(i);
      if (i > first && token.spaced()) {
        text.append(' ');
      }
      // A part of a text that is appended as one is copied character by character.
      text.append(source.substring(token.start(), token.end()));
    }
    return text.toString();
  }

  /** A token as the author wrote it, for a message. */
  String written(Token token) {
    if (token.isEnd()) {
      return "the end of the file";
    }
    return Quoted.of(source(token));
  }

  /** The beginning of a token as the author wrote it. */
  String source(Token token) {
    int end = Math.min(token.end(), token.start() + LONGEST_SHOWN);
    return source.substring(token.start(), end);
  }
}
