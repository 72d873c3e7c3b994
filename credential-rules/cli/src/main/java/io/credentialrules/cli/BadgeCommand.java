package io.credentialrules.cli;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.openbadges.BadgeDrawing;
import io.credentialrules.openbadges.BadgePage;
import io.credentialrules.openbadges.BadgeSigner;
import io.credentialrules.openbadges.BadgeWriter;
import io.credentialrules.openbadges.BakedBadge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Issues one credential that is earned as an Open Badge 3.0. */
@Command(
    name = "badge",
    description = "Issues a credential that is earned as a signed Open Badge 3.0.",
    mixinStandardHelpOptions = true)
final class BadgeCommand implements Callable<Integer> {
  /** How a badge is written. */
  enum BadgeFormat {
    JSON,
    JWT,
    SVG,
    PNG,
    HTML
  }

  /** How a badge in an image is signed. */
  enum BadgeProof {
    JSON,
    JWT
  }

  @Mixin private DecisionOptions decision = new DecisionOptions();

  @Mixin private IssueOptions issue = new IssueOptions();

  @Option(
      names = "--format",
      defaultValue = "json",
      paramLabel = "FORMAT",
      description =
          "json (with a proof by eddsa-rdfc-2022), jwt, svg, png, or html: a page of the badge")
  private BadgeFormat format = BadgeFormat.JSON;

  @Option(
      names = "--proof",
      defaultValue = "json",
      paramLabel = "PROOF",
      description = "how the badge in an image is signed: json or jwt")
  private BadgeProof proof = BadgeProof.JSON;

  @Option(
      names = "--image",
      paramLabel = "FILE",
      description = "the picture for svg or png; without it, svg is drawn")
  private @Nullable Path image;

  @Option(
      names = "--shared-name",
      paramLabel = "NAME",
      description = "the name that the learner agreed to show on the page")
  private @Nullable String sharedName;

  @Option(
      names = "--verifier",
      paramLabel = "ADDRESS",
      description = "where anybody can have the badge of a page verified")
  private @Nullable String verifier;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write to this file instead of standard output")
  private @Nullable Path file;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (format == BadgeFormat.PNG && image == null) {
      throw new ParameterException(
          spec.commandLine(), "--image: name the PNG that the badge is put into");
    }
    if ((format == BadgeFormat.PNG || format == BadgeFormat.SVG) && file == null) {
      throw new ParameterException(spec.commandLine(), "--out: name the file of the image");
    }
    boolean isJwt =
        format == BadgeFormat.JWT || (format != BadgeFormat.JSON && proof == BadgeProof.JWT);
    return issue.issue(decision, isJwt, this::issue);
  }

  private int issue(
      Evaluation evaluation, String credential, BadgeWriter writer, BadgeSigner signer) {
    String badge =
        signer.sign(writer.credential(evaluation, credential, issue.recipient(), issue.status()));
    return switch (format) {
      case JSON, JWT -> write(badge + "\n");
      case SVG -> svg(evaluation.decision(credential), badge);
      case PNG -> png(badge);
      case HTML -> page(evaluation.decision(credential), badge);
    };
  }

  private int svg(Decision decided, String badge) {
    String drawing = BadgeDrawing.of(decided.credential());
    try {
      return write(
          BakedBadge.svg(
              image == null ? drawing : new String(InputFile.bytes(image), StandardCharsets.UTF_8),
              badge));
    } catch (IOException failure) {
      return badImage(InputFile.why(failure));
    } catch (IllegalArgumentException wrong) {
      return badImage(String.valueOf(wrong.getMessage()));
    }
  }

  private int page(Decision decided, String badge) {
    BadgePage page = BadgePage.of(badge).withPicture(BadgeDrawing.of(decided.credential()));
    if (sharedName != null) {
      page = page.withHolder(sharedName);
    }
    try {
      page = verifier == null ? page : page.withVerifier(verifier);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), "--verifier: " + wrong.getMessage(), wrong);
    }
    if (file == null) {
      Terminal.out(spec).print(page.html());
      return ExitCode.DONE.number();
    }
    return write(page.html());
  }

  private int png(String badge) {
    try {
      return write(BakedBadge.png(InputFile.bytes(Objects.requireNonNull(image)), badge));
    } catch (IOException failure) {
      return badImage(InputFile.why(failure));
    } catch (IllegalArgumentException wrong) {
      return badImage(String.valueOf(wrong.getMessage()));
    }
  }

  private int badImage(String why) {
    Terminal.err(spec).line("--image: `" + image + "` cannot be used: " + why);
    return ExitCode.BAD_OPTION.number();
  }

  private int write(String text) {
    if (file == null) {
      // As JSON, so that what acts on a terminal is escaped, and the signature still holds.
      Terminal.out(spec).json(text.strip());
      return ExitCode.DONE.number();
    }
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  private int write(byte[] bytes) {
    Path target = Objects.requireNonNull(file);
    try {
      Files.write(target, bytes);
      return ExitCode.DONE.number();
    } catch (IOException failure) {
      Terminal.err(spec)
          .line("--out: `" + target + "` cannot be written: check that its folder is there");
      return ExitCode.BAD_OPTION.number();
    }
  }
}
