package io.credentialrules.internal.read;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import io.credentialrules.Limits;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.read.token.Lexer;
import io.credentialrules.internal.read.token.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A few rules that use the whole language, changed word by word as a fuzzer says. */
final class ChangedPolicy {
  private static final int MOST_RULES = 6;
  private static final int MOST_CHANGES = 12;
  private static final List<String> RULES = rules();
  private static final List<String> WORDS = words();

  private ChangedPolicy() {}

  static String of(FuzzedDataProvider data) {
    List<String> parts = new ArrayList<>();
    int rules = data.consumeInt(1, MOST_RULES);
    for (int i = 0; i < rules; i++) {
      parts.addAll(parts(RULES.get(data.consumeInt(0, RULES.size() - 1))));
      parts.add("\n");
    }
    int changes = data.consumeInt(0, MOST_CHANGES);
    for (int i = 0; i < changes; i++) {
      change(parts, data);
    }
    return String.join("", parts);
  }

  private static void change(List<String> parts, FuzzedDataProvider data) {
    int at = data.consumeInt(0, parts.size() - 1);
    int other = data.consumeInt(0, parts.size() - 1);
    switch (data.consumeInt(0, 7)) {
      case 0 -> parts.set(at, " " + WORDS.get(data.consumeInt(0, WORDS.size() - 1)));
      case 1 -> parts.add(at, " " + WORDS.get(data.consumeInt(0, WORDS.size() - 1)) + " ");
      case 2 -> parts.set(at, parts.get(other));
      case 3 -> parts.add(at, parts.get(other));
      case 4 -> parts.set(at, " \"" + data.consumeAsciiString(12) + '"');
      case 5 -> parts.set(at, " " + data.consumeString(8));
      case 6 -> {
        int length = data.consumeInt(1, 20);
        List<String> copied =
            List.copyOf(parts.subList(other, Math.min(parts.size(), other + length)));
        parts.addAll(at, copied);
      }
      default -> {
        if (parts.size() > 1) {
          parts.remove(at);
        }
      }
    }
  }

  /** The words of a text, each with the space before it. */
  private static List<String> parts(String text) {
    List<Token> tokens =
        new Lexer("x", text, Limits.DEFAULT.maxTextCharacters(), new Problems(10)).tokens();
    List<String> parts = new ArrayList<>();
    int end = 0;
    for (Token token : tokens) {
      parts.add(text.substring(end, token.end()));
      end = token.end();
    }
    return parts;
  }

  private static List<String> rules() {
    return Splitter.on("\n\n").omitEmptyStrings().splitToList(resource("policies.drl"));
  }

  /** The words of the dictionary, which are texts in quotes there. */
  private static List<String> words() {
    List<String> words = new ArrayList<>(Changes.TOKENS);
    for (String line : Splitter.on('\n').omitEmptyStrings().split(resource("policy.dict"))) {
      if (line.startsWith("\"")) {
        words.add(line.substring(1, line.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\"));
      }
    }
    return List.copyOf(words);
  }

  private static String resource(String name) {
    try {
      return Resources.toString(
          Resources.getResource(ChangedPolicy.class, name), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
