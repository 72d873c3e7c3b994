package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.AuditRecord;
import io.credentialrules.json.Pseudonyms;
import io.credentialrules.json.Redaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where an audit record goes, and whether it holds personal data. */
final class AuditOptions {
  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--audit",
      paramLabel = "FILE",
      description =
          "write an audit record, which `replay` confirms; - prints it in place of the decisions")
  private @Nullable String audit;

  @Option(
      names = "--pseudonym-key",
      paramLabel = "FILE",
      description =
          "take personal data out of the audit record, by a secret key of at least 32 bytes")
  private @Nullable Path keyFile;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Finds what is wrong with the options before anything is decided. */
  void check() {
    if (keyFile != null) {
      if (audit == null) {
        throw wrong("--pseudonym-key: there is no audit record to write; add `--audit`");
      }
      pseudonyms(keyFile);
    }
  }

  /** Whether the audit record is all that is printed. */
  boolean isPrinted() {
    return STANDARD_OUTPUT.equals(audit);
  }

  void write(CredentialRules rules, LearnerRecord record, ZonedDateTime asOf) {
    if (audit == null) {
      return;
    }
    AuditRecord written =
        keyFile == null
            ? AuditRecord.of(rules, rules.evaluate(record, asOf))
            : AuditRecord.of(
                rules, Redaction.of(rules, pseudonyms(keyFile)).redact(record, asOf), asOf);
    if (isPrinted()) {
      Terminal.out(spec).json(written.json());
      return;
    }
    try {
      Files.writeString(Path.of(audit), written.json(), StandardCharsets.UTF_8);
    } catch (IOException | java.nio.file.InvalidPathException unwritable) {
      throw wrong("--audit: `" + audit + "` cannot be written; look at its folder");
    }
  }

  private Pseudonyms pseudonyms(Path file) {
    try {
      return Pseudonyms.withKey(InputFile.bytes(file));
    } catch (IOException unreadable) {
      throw wrong("--pseudonym-key: " + InputFile.sentence(file, unreadable));
    } catch (IllegalArgumentException tooShort) {
      throw wrong("--pseudonym-key: " + tooShort.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
