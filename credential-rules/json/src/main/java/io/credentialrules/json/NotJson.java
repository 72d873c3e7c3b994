package io.credentialrules.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.json.tree.Place;
import java.util.Objects;

/** Says in plain words where and why a text is not JSON. */
final class NotJson {
  private final String text;
  private final String parserMessage;
  private final int offset;

  private NotJson(String text, String parserMessage, int offset) {
    this.text = text;
    this.parserMessage = parserMessage;
    this.offset = offset;
  }

  static void report(
      DocumentText document,
      DocumentProblems problems,
      JsonProcessingException problem,
      int parserOffset) {
    JsonLocation location = problem.getLocation();
    int told = location == null ? parserOffset : (int) location.getCharOffset();
    int offset = Math.max(0, Math.min(told, document.text().length()));
    String parserMessage = Objects.requireNonNullElse(problem.getOriginalMessage(), "");
    if (problem instanceof JsonEOFException || offset == document.text().length()) {
      problems.add(
          Place.root(offset), "the document ends too early", "close each `\"`, `[` and `{`");
    } else {
      new NotJson(document.text(), parserMessage, offset).report(problems);
    }
  }

  private void report(DocumentProblems problems) {
    char character = text.charAt(offset);
    char before = offset == 0 ? ' ' : text.charAt(offset - 1);
    String here = Quoted.of(text.substring(offset, text.offsetByCodePoints(offset, 1)));
    if (parserMessage.contains("escape sequence") || before == '\\') {
      problems.add(
          Place.root(offset), "an escape that JSON does not have", "write a backslash as `\\\\`");
    } else if (character < ' ' && parserMessage.startsWith("Illegal unquoted")) {
      problems.add(
          Place.root(offset),
          "a line break or control character within a text",
          "write it as `\\n`, `\\t` or `\\u0000`");
    } else if (character == '/' || character == '#') {
      problems.add(Place.root(offset), "JSON has no comments", "remove the comment");
    } else if (character == '\'') {
      problems.add(Place.root(offset), "a text in single quotes", "write double quotes");
    } else if (parserMessage.contains("expecting comma")) {
      problems.add(Place.root(offset), "a comma is missing before " + here, "");
    } else if (parserMessage.contains("expecting a colon")) {
      problems.add(Place.root(offset), "a colon is missing before " + here, "");
    } else if ((character == '}' || character == ']') && lastBefore(offset) == ',') {
      problems.add(
          Place.root(offset),
          here + " follows a comma",
          "remove the comma, or what is missing after it");
    } else {
      reportWord(problems, here);
    }
  }

  private void reportWord(DocumentProblems problems, String here) {
    int start = offset;
    while (start > 0 && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    int end = offset;
    while (end < text.length() && isOfWord(text.charAt(end))) {
      end++;
    }
    String word = text.substring(start, end);
    if (word.isEmpty()) {
      problems.add(Place.root(offset), here + " is not expected here", "");
    } else if (parserMessage.contains("double-quote to start field name")) {
      problems.add(
          Place.root(start),
          "the name " + Quoted.of(word) + " is not in quotes",
          "write double quotes");
    } else if (word.contains("NaN") || word.contains("Infinity")) {
      problems.add(Place.root(start), Quoted.of(word) + " is not a number", "leave the field out");
    } else if (Character.isLetter(word.charAt(0))) {
      problems.add(
          Place.root(start),
          Quoted.of(word) + " is neither a number, nor `true` or `false`, nor a text",
          "write a text in double quotes");
    } else {
      problems.add(
          Place.root(start),
          Quoted.of(word) + " is not a number as JSON writes it",
          "write a number such as `0.5` or `-12`");
    }
  }

  private char lastBefore(int end) {
    int last = end - 1;
    while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    return last < 0 ? ' ' : text.charAt(last);
  }

  private static boolean isOfWord(char character) {
    return Character.isLetterOrDigit(character)
        || character == '_'
        || character == '.'
        || character == '+'
        || character == '-';
  }
}
