package io.credentialrules.cli;

import io.credentialrules.openbadges.BadgeSigner;
import io.credentialrules.openbadges.StatusEntry;
import io.credentialrules.openbadges.StatusList;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of commands that sign: who the issuer is, and where the status can be looked up. */
final class IssuerOptions {
  private static final Pattern STATUS = Pattern.compile("(\\S+)#(\\d{1,9})");

  @Option(
      names = "--issuer",
      required = true,
      paramLabel = "FILE",
      description = "who issues or endorses, as JSON: id, name, url, achievements and method")
  private Path issuer = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description =
          "the private key of whoever issues or endorses: PKCS #8 in PEM; Ed25519, P-256 or RSA")
  private Path key = Path.of("");

  @Option(
      names = "--status",
      paramLabel = "ADDRESS#INDEX",
      description = "where its status can be looked up: the status list, and the place on it")
  private @Nullable String status;

  /** The issuer; null when the file has problems, which are then printed. */
  @Nullable IssuerFile issuer(CommandSpec spec) {
    try {
      return IssuerFile.read(issuer);
    } catch (IssuerFile.MalformedException failure) {
      Terminal.err(spec).lines(failure.problems());
      return null;
    }
  }

  /** What signs for an issuer; null when the key cannot be used, which is then printed. */
  @Nullable BadgeSigner signer(CommandSpec spec, IssuerFile file, boolean isJwt, Instant signedAt) {
    PrivateKey secret;
    try {
      secret = SigningKey.read(key);
    } catch (SigningKey.UnusableException failure) {
      Terminal.err(spec).line("--key: " + failure.getMessage());
      return null;
    }
    if (isJwt) {
      return BadgeSigner.jwt(secret, file.method());
    }
    if (secret instanceof EdECPrivateKey ed25519) {
      return BadgeSigner.dataIntegrity(ed25519, file.method(), signedAt);
    }
    Terminal.err(spec)
        .line(
            "--key: a proof within JSON needs an Ed25519 key; for this one, choose jwt as the format");
    return null;
  }

  /** The place on a status list; null for none. */
  @Nullable StatusEntry status(CommandSpec spec) {
    if (status == null) {
      return null;
    }
    Matcher entry = STATUS.matcher(status);
    if (!entry.matches() || Integer.parseInt(entry.group(2)) >= StatusList.PLACES) {
      throw new ParameterException(
          spec.commandLine(),
          "--status: `"
              + status
              + "` is not a place on a list; write the address, `#` and a number below "
              + StatusList.PLACES);
    }
    return StatusEntry.of(entry.group(1), Integer.parseInt(entry.group(2)));
  }
}
