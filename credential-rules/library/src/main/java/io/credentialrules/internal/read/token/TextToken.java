package io.credentialrules.internal.read.token;

import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.fault.TextFaults;
import io.credentialrules.internal.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * A text in quotes.
 *
 * @param value with the escapes resolved
 * @param end offset just after the closing quote, or after the line where there is none
 * @param closed whether it has a closing quote; without one nobody knows how far it was meant to go
 */
record TextToken(String value, int end, boolean closed, @Nullable Fault fault) {

  static TextToken at(String source, int start, int longest) {
    return new Reading(source, start, longest).read();
  }

  static Fault tooLong(String what, int length, int longest) {
    return LimitFaults.limitText(what, length, longest);
  }

  private static final class Reading {
    private final String source;
    private final int start;
    private final int longest;
    private final StringBuilder value = new StringBuilder();
    private int at;
    private @Nullable Fault fault;

    Reading(String source, int start, int longest) {
      this.source = source;
      this.start = start;
      this.longest = longest;
      this.at = start + 1;
    }

    TextToken read() {
      char quote = source.charAt(start);
      while (at < source.length() && !Characters.isLineEnd(source.charAt(at))) {
        char c = source.charAt(at);
        if (c == quote) {
          int length = at - start - 1;
          at++;
          return length > longest
              ? new TextToken("", at, true, tooLong("text", length, longest))
              : new TextToken(value.toString(), at, true, fault);
        }
        if (c == '\\') {
          escape();
        } else {
          if (Characters.isHidden(c)) {
            keepFirst(UnexpectedCharacters.hidden(c));
          }
          value.append(c);
          at++;
        }
      }
      return new TextToken("", at, false, TextFaults.unclosedText(String.valueOf(quote)));
    }

    private void escape() {
      char c = at + 1 < source.length() ? source.charAt(at + 1) : '\n';
      int simple = "\"'\\ntrbf".indexOf(c);
      if (simple >= 0) {
        value.append("\"'\\\n\t\r\b\f".charAt(simple));
        at += 2;
      } else if (c == 'u' && hexadecimal(at + 2)) {
        value.append((char) Integer.parseInt(source, at + 2, at + 6, 16));
        at += 6;
      } else {
        String escape = Characters.isLineEnd(c) ? "\\" : "\\" + c;
        keepFirst(TextFaults.badEscape(escape));
        at += escape.length();
      }
    }

    private boolean hexadecimal(int from) {
      if (from + 4 > source.length()) {
        return false;
      }
      for (int i = from; i < from + 4; i++) {
        char c = source.charAt(i);
        if (!Characters.isDigit(c) && !(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F')) {
          return false;
        }
      }
      return true;
    }

    private void keepFirst(Fault next) {
      if (fault == null) {
        fault = next;
      }
    }
  }
}
