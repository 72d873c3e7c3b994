package io.credentialrules.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Laws;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.read.token.Lexer;
import io.credentialrules.internal.read.token.Token;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class SymbolProperties {
  /** Those of several characters, without what could begin a comment. */
  private static final List<String> LONG =
      List.of(
          ">>>", "===", "!==", "...", "==", "!=", "<=", ">=", "&&", "||", ":=", "!.", "++", "+=",
          "*=", "%=", "&=", "|=", "^=", "=>", "=<", "<>", "<<", ">>", "::", "?.", "..", "~=");

  @Property(seed = Laws.SEED)
  void each_symbol_is_the_longest_that_begins_there(
      @ForAll
          @StringLength(max = 8)
          @Chars({'=', '<', '>', '!', '&', '|', '+', '*', '%', ':', '.', '?', '^', '~', ' ', '('})
          @CharRange(from = 'a', to = 'b')
          String text) {
    List<String> expected = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int start = at;
      String symbol =
          LONG.stream()
              .filter(each -> text.startsWith(each, start))
              .findFirst()
              .orElse(text.substring(at, at + 1));
      if (!Character.isLetter(symbol.charAt(0)) && !symbol.isBlank()) {
        expected.add(at + symbol);
      }
      at += symbol.length();
    }
    assertThat(
            new Lexer("p/p.drl", text, 100, new Problems(100))
                .tokens().stream()
                    .filter(token -> token.kind() == Token.Kind.SYMBOL)
                    .map(token -> token.start() + token.text()))
        .isEqualTo(expected);
  }
}
