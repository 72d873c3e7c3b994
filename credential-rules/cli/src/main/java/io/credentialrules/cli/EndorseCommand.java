package io.credentialrules.cli;

import io.credentialrules.openbadges.BadgeSigner;
import io.credentialrules.openbadges.EndorsementWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Issues an endorsement of an achievement, a badge or an issuer. */
@Command(
    name = "endorse",
    description =
        "Issues a signed endorsement of an achievement, a badge or an issuer, as Open Badges 3.0.",
    mixinStandardHelpOptions = true)
final class EndorseCommand implements Callable<Integer> {
  /** How an endorsement is signed. */
  enum EndorsementFormat {
    JSON,
    JWT
  }

  @Mixin private IssuerOptions issuer = new IssuerOptions();

  @Option(
      names = "--endorsed",
      required = true,
      paramLabel = "ID",
      description = "the id of an achievement, a badge or an issuer: an address, a URN or a DID")
  private String endorsed = "";

  @Option(names = "--comment", paramLabel = "TEXT", description = "in the endorser's words")
  private @Nullable String comment;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "the day on which it is made")
  private LocalDate from = LocalDate.EPOCH;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "the last day on which it holds; without it, it has no end")
  private @Nullable LocalDate until;

  @Option(
      names = "--zone",
      required = true,
      paramLabel = "ZONE",
      description = "the time zone of these days, such as America/New_York")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--format",
      defaultValue = "json",
      paramLabel = "FORMAT",
      description = "json (with a proof by eddsa-rdfc-2022) or jwt")
  private EndorsementFormat format = EndorsementFormat.JSON;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write to this file, in UTF-8, instead of standard output")
  private @Nullable Path file;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    IssuerFile endorser = issuer.issuer(spec);
    BadgeSigner signer =
        endorser == null
            ? null
            : issuer.signer(
                spec,
                endorser,
                format == EndorsementFormat.JWT,
                from.atStartOfDay(zone).toInstant());
    if (endorser == null || signer == null) {
      return ExitCode.BAD_OPTION.number();
    }
    String endorsement = signer.sign(written(EndorsementWriter.of(endorser.profile())));
    if (file != null) {
      return OutputOptions.save(spec, "--out", file, endorsement);
    }
    Terminal.out(spec).json(endorsement);
    return ExitCode.DONE.number();
  }

  private String written(EndorsementWriter writer) {
    try {
      return writer.credential(endorsed, comment, from, until, zone, issuer.status(spec));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
