package io.credentialrules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A value as command lines and configuration write it. */
final class WrittenValue {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

  private WrittenValue() {}

  static Object read(String written) {
    List<String> parts = Arrays.asList(written.split(",", -1));
    return parts.size() == 1
        ? single(written)
        : parts.stream().map(String::strip).map(WrittenValue::single).toList();
  }

  private static Object single(String text) {
    if (NUMBER.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    boolean isQuoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }
}
