package io.credentialrules.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A value for a name of the packs, as {@code NAME=VALUE}: a number, {@code true} or {@code false},
 * or a text, which needs quotes within the argument only where it would be read as something else;
 * a list has commas.
 */
record GivenValue(String name, Object value) {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

  /** Reads what is on the command line. */
  static final class Converter implements ITypeConverter<GivenValue> {
    @Override
    public GivenValue convert(String written) {
      int equals = written.indexOf('=');
      if (equals < 1 || equals == written.length() - 1) {
        throw new TypeConversionException(
            "'" + written + "' is not NAME=VALUE, such as MinimumHours=180");
      }
      String value = written.substring(equals + 1);
      List<String> parts = Arrays.asList(value.split(",", -1));
      return new GivenValue(
          written.substring(0, equals),
          parts.size() == 1
              ? read(value)
              : parts.stream().map(String::strip).map(GivenValue::read).toList());
    }
  }

  private static Object read(String text) {
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
