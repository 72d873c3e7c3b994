package io.credentialrules.json;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A record that uses the whole format, changed word by word as a fuzzer says. */
final class ChangedRecord {
  private static final Pattern WORD =
      Pattern.compile("\\s+|\"(?:[^\"\\\\]|\\\\.)*\"|[-+.\\w]+|.", Pattern.DOTALL);
  private static final int MOST_CHANGES = 10;
  private static final List<String> WORDS =
      List.of(
          "null",
          "true",
          "false",
          "{}",
          "[]",
          "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
          "0",
          "-0",
          "-1",
          "1e999999999",
          "1e-999999999",
          "1e2147483648",
          "0e-2147483648",
          "123456789012345678901234567890123456789012345678901234567890",
          "0.1000000000000000000000000000000000000",
          "\"80\"",
          "\"0000-00-00\"",
          "\"2024-02-30\"",
          "\"9999-12-31\"",
          "\"9999-12-31T23:59:59.999999999-18:00\"",
          "\"0000-01-01T00:00:00+18:00\"",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"vetting\"",
          "\"status\"",
          "\"facts\"",
          "\"learner\"",
          "\"id\"",
          "\"WITHDREW\"",
          "\"REJECTED\"",
          "\"validUntil\"",
          "\"Learner\"",
          ",",
          ":",
          "{",
          "}",
          "]",
          "[");

  private ChangedRecord() {}

  static String of(FuzzedDataProvider data) {
    List<String> parts = parts();
    int changes = data.consumeInt(1, MOST_CHANGES);
    for (int i = 0; i < changes && !parts.isEmpty(); i++) {
      change(parts, data);
    }
    return String.join("", parts);
  }

  private static void change(List<String> parts, FuzzedDataProvider data) {
    int at = data.consumeInt(0, parts.size() - 1);
    int other = data.consumeInt(0, parts.size() - 1);
    switch (data.consumeInt(0, 6)) {
      case 0, 1 -> parts.set(at, WORDS.get(data.consumeInt(0, WORDS.size() - 1)));
      case 2 -> parts.set(at, parts.get(other));
      case 3 -> parts.add(at, parts.get(other));
      case 4 -> parts.set(at, '"' + data.consumeString(10) + '"');
      case 5 ->
          parts.addAll(
              at,
              List.copyOf(
                  parts.subList(other, Math.min(parts.size(), other + data.consumeInt(1, 40)))));
      default -> parts.subList(at, Math.min(parts.size(), at + data.consumeInt(1, 8))).clear();
    }
  }

  private static List<String> parts() {
    List<String> parts = new ArrayList<>();
    Matcher words = WORD.matcher(document());
    while (words.find()) {
      parts.add(words.group());
    }
    return parts;
  }

  private static String document() {
    try {
      return Resources.toString(
          Resources.getResource(ChangedRecord.class, "record.json"), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
