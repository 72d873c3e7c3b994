package io.credentialrules.cli;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.openbadges.BadgeSigner;
import io.credentialrules.openbadges.BadgeWriter;
import io.credentialrules.openbadges.Recipient;
import io.credentialrules.openbadges.StatusEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of commands that issue badges: who issues, to whom, and with which key. */
final class IssueOptions {
  @Mixin private IssuerOptions issuer = new IssuerOptions();

  @Option(
      names = "--recipient",
      paramLabel = "ID",
      description = "to whom: a DID or a URN that says nothing of the person")
  private @Nullable String recipient;

  @Option(
      names = "--recipient-email",
      paramLabel = "ADDRESS",
      description = "to whom: an e-mail address, of which only the hash is written; with --salt")
  private @Nullable String email;

  @Option(
      names = "--salt",
      paramLabel = "TEXT",
      description = "at least 8 characters of chance, the same whenever this badge is written")
  private @Nullable String salt;

  @Option(
      names = "--signed-at",
      paramLabel = "INSTANT",
      description =
          "when it is signed, such as 2026-11-25T10:00:00Z; by default when the day of evaluation"
              + " begins")
  private @Nullable String signedAt;

  @Option(
      names = "--name-reviewers",
      description = "write the names of those who vetted the evidence, and not their roles alone")
  private boolean isNamingReviewers;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** What is issued of a credential that is earned; it returns the exit code. */
  @FunctionalInterface
  interface Issuing {
    int issue(Evaluation evaluation, String credential, BadgeWriter writer, BadgeSigner signer);
  }

  /** Decides on one credential and issues it if it is earned; why not is printed. */
  int issue(DecisionOptions decision, boolean isJwt, Issuing what) {
    if (decision.credentials().size() != 1) {
      throw new ParameterException(spec.commandLine(), "--credential: name one credential");
    }
    String credential = decision.credentials().get(0);
    return decision.decide(
        spec,
        (rules, evaluation) -> {
          if (!isIssued(evaluation, credential)) {
            return ExitCode.NOT_EARNED.number();
          }
          IssuerFile file = issuer.issuer(spec);
          BadgeSigner signer =
              file == null ? null : issuer.signer(spec, file, isJwt, signedAt(evaluation.asOf()));
          return file == null || signer == null
              ? ExitCode.BAD_OPTION.number()
              : what.issue(evaluation, credential, writer(file), signer);
        });
  }

  private boolean isIssued(Evaluation evaluation, String credential) {
    if (evaluation.decision(credential) instanceof Decision.Earned earned) {
      if (earned.route() != null) {
        return true;
      }
      Terminal.err(spec)
          .line("`" + credential + "` was issued by somebody else, and is not issued again");
    } else {
      Terminal.err(spec)
          .line("`" + credential + "` is not earned; `credential-rules explain` says why");
    }
    return false;
  }

  /** The place on a status list; null for none. */
  @Nullable StatusEntry status() {
    return issuer.status(spec);
  }

  /** What writes badges of the issuer. */
  private BadgeWriter writer(IssuerFile file) {
    BadgeWriter.Builder builder = BadgeWriter.builder(file.profile(), file.achievements());
    return isNamingReviewers ? builder.namingReviewers().build() : builder.build();
  }

  /** To whom it is issued. */
  Recipient recipient() {
    if ((recipient == null) == (email == null)) {
      throw new ParameterException(
          spec.commandLine(), "name either --recipient or --recipient-email");
    }
    try {
      if (recipient != null) {
        return Recipient.ofId(recipient);
      }
      if (salt == null) {
        throw new ParameterException(
            spec.commandLine(),
            "--salt: write at least 8 characters of chance, so that the address cannot be looked"
                + " up");
      }
      return Recipient.ofEmail(String.valueOf(email), salt);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          spec.commandLine(),
          (recipient != null ? "--recipient: " : "--salt: ") + wrong.getMessage(),
          wrong);
    }
  }

  private Instant signedAt(ZonedDateTime asOf) {
    if (signedAt == null) {
      return asOf.toLocalDate().atStartOfDay(asOf.getZone()).toInstant();
    }
    try {
      return OffsetDateTime.parse(signedAt).toInstant();
    } catch (DateTimeException wrong) {
      throw new ParameterException(
          spec.commandLine(),
          "--signed-at: `" + signedAt + "` is not an instant; write `2026-11-25T10:00:00Z`",
          wrong);
    }
  }
}
