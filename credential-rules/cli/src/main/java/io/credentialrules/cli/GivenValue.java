package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A value for a name of the packs, as {@code NAME=VALUE}.
 *
 * @param written as {@link CredentialRules.Builder#writtenValue} reads it
 */
record GivenValue(String name, String written) {

  /** Reads what is on the command line. */
  static final class Converter implements ITypeConverter<GivenValue> {
    @Override
    public GivenValue convert(String given) {
      int equals = given.indexOf('=');
      if (equals < 1 || equals == given.length() - 1) {
        throw new TypeConversionException(
            "`" + given + "` is not NAME=VALUE, such as MinimumHours=180");
      }
      return new GivenValue(given.substring(0, equals), given.substring(equals + 1));
    }
  }
}
