package io.credentialrules.cli;

import io.credentialrules.openbadges.AchievementMapping;
import io.credentialrules.openbadges.BadgeException;
import io.credentialrules.openbadges.BadgeReader;
import io.credentialrules.openbadges.Holder;
import io.credentialrules.openbadges.TrustedIssuers;
import io.credentialrules.openbadges.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of commands that read badges: whom to trust, whose they are, what they count as. */
final class TrustOptions {
  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description =
          "the issuers that are trusted, by their keys or because they host their badges, and"
              + " documents that were saved, as JSON")
  private @Nullable Path trust;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "which achievements of others are which credentials of the packs, as JSON")
  private @Nullable Path mapping;

  @Option(
      names = "--holder",
      arity = "1..*",
      paramLabel = "ID",
      description = "identifiers that are known to be the learner's: a DID, a URN or an e-mail")
  private List<String> holder = List.of();

  @Option(
      names = "--accept-unchecked",
      arity = "1..*",
      paramLabel = "CHECK",
      description =
          "let these checks be as good as valid where they could not be made: FORM, PROOF, ISSUER,"
              + " STATUS, VALIDITY or RECIPIENT")
  private List<Verification.Kind> accepted = List.of();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** By what badges are recognised as the learner's. */
  Holder holder() {
    return Holder.of(holder.stream().distinct().toArray(String[]::new));
  }

  /** A mapping; null when its file has problems, which are then printed. */
  @Nullable AchievementMapping mapping() {
    return read(mapping, AchievementMapping::read, AchievementMapping.EMPTY);
  }

  /** A reader; null when a file has problems, which are then printed. */
  @Nullable BadgeReader reader(ZoneId zone, AchievementMapping achievements) {
    TrustedIssuers trusted = read(trust, TrustedIssuers::read, TrustedIssuers.NONE);
    Map<String, byte[]> documents = trusted == null ? null : documents(trusted);
    if (trusted == null || documents == null) {
      return null;
    }
    return BadgeReader.builder(zone)
        .keys(trusted.keys())
        .trusting(trusted.hosting().toArray(String[]::new))
        .documents(address -> Optional.ofNullable(documents.get(address)))
        .mapping(achievements)
        .acceptingUnchecked(accepted.toArray(Verification.Kind[]::new))
        .build();
  }

  private @Nullable Map<String, byte[]> documents(TrustedIssuers trusted) {
    Map<String, byte[]> documents = new LinkedHashMap<>();
    for (Map.Entry<String, String> saved : trusted.documents().entrySet()) {
      Path name = Path.of(saved.getValue());
      if (name.isAbsolute() || name.normalize().startsWith("..")) {
        Terminal.err(spec)
            .line(
                "--trust: `"
                    + name
                    + "` is not in the folder of the file that says whom to trust; copy it there");
        return null;
      }
      Path file = trust == null ? name : trust.resolveSibling(name);
      try {
        documents.put(saved.getKey(), InputFile.bytes(file));
      } catch (IOException failure) {
        Terminal.err(spec).line("--trust: " + InputFile.sentence(file, failure));
        return null;
      }
    }
    return documents;
  }

  private <T> @Nullable T read(
      @Nullable Path file, BiFunction<String, String, T> reading, T absent) {
    if (file == null) {
      return absent;
    }
    try {
      return reading.apply(file.toString(), InputFile.text(file));
    } catch (BadgeException failure) {
      failure.problems().forEach(problem -> Terminal.err(spec).line(problem.toString()));
    } catch (IOException failure) {
      Terminal.err(spec).line(InputFile.sentence(file, failure));
    }
    return null;
  }
}
