package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordWriter;
import io.credentialrules.openbadges.AchievementMapping;
import io.credentialrules.openbadges.BadgeImport;
import io.credentialrules.openbadges.BadgeReader;
import io.credentialrules.openbadges.MappingSuggestion;
import io.credentialrules.openbadges.Verification;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.vocabulary.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads badges of others into a learner record, and says of each whether it counts. */
@Command(
    name = "import",
    description =
        "Reads Open Badges and learner records of others into a learner record, and says of each"
            + " whether it is genuine and counts.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "BADGE", description = "badges as JSON, JWT, PNG or SVG")
  private List<Path> badges = List.of();

  @Option(
      names = "--pack",
      arity = "1..*",
      paramLabel = "DIR",
      description = "the packs whose credentials the mapping names; without it, any")
  private List<Path> packs = List.of();

  @Option(names = "--learner", paramLabel = "FILE", description = "add to this learner record")
  private @Nullable String learner;

  @Option(
      names = "--learner-id",
      paramLabel = "ID",
      description = "begin a record for the learner with this id")
  private @Nullable String id;

  @Mixin private TrustOptions trust = new TrustOptions();

  @Mixin private DateOptions date = new DateOptions();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "write the record to this file, and what became of each badge to standard output")
  private @Nullable Path file;

  @Option(
      names = "--json",
      description = "say as JSON what became of each badge, instead of printing the record")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if ((learner == null) == (id == null)) {
      throw new ParameterException(
          spec.commandLine(),
          "name the record by --learner, or the learner of a new one by --learner-id");
    }
    CommandInputs inputs = new CommandInputs(spec, limits.limits());
    CredentialRules rules = packs.isEmpty() ? null : inputs.rules(packs);
    if (rules == null && !packs.isEmpty()) {
      return ExitCode.BAD_POLICY.number();
    }
    ZoneId zone = date.zone(rules);
    ZonedDateTime instant = date.instant(zone);
    AchievementMapping mapping = trust.mapping();
    if (mapping == null) {
      return ExitCode.BAD_BADGE.number();
    }
    noteUnknown(mapping, rules);
    BadgeReader reader = trust.reader(zone, mapping);
    Vocabulary vocabulary = rules == null ? Vocabulary.standard() : rules.vocabulary();
    LearnerRecord record =
        learner == null
            ? LearnerRecord.builder(String.valueOf(id)).build()
            : inputs.record(vocabulary, learner, zone);
    if (reader == null || record == null) {
      return ExitCode.BAD_BADGE.number();
    }
    List<ReadBadge> read = new ArrayList<>();
    for (Path badge : badges) {
      ReadBadge one = read(reader, badge, instant, rules);
      if (one == null) {
        return ExitCode.BAD_BADGE.number();
      }
      read.add(one);
    }
    int written = write(with(record, read), read);
    return written == ExitCode.DONE.number() ? worst(read).number() : written;
  }

  /** A note where the mapping leads to a credential that the packs neither award nor expect. */
  private void noteUnknown(AchievementMapping mapping, @Nullable CredentialRules rules) {
    if (rules == null) {
      return;
    }
    Set<String> known = new HashSet<>();
    rules.policy().external().forEach(reference -> known.add(reference.id()));
    rules.catalogue().forEach(credential -> known.add(credential.id()));
    for (AchievementMapping.Entry entry : mapping.entries()) {
      if (!known.contains(entry.credential())) {
        Terminal.err(spec)
            .line(
                "--mapping: the packs award no `"
                    + entry.credential()
                    + "`, so it counts only where a rule names it as a held credential");
      }
    }
  }

  private @Nullable ReadBadge read(
      BadgeReader reader, Path badge, ZonedDateTime instant, @Nullable CredentialRules rules) {
    try {
      String name = badge.toString();
      BadgeImport became =
          reader.read(name, InputFile.bytes(badge), trust.holder(), instant.toInstant());
      return new ReadBadge(
          name, became, rules == null ? List.of() : MappingSuggestion.of(became, rules));
    } catch (IOException failure) {
      Terminal.err(spec).line(InputFile.sentence(badge, failure));
      return null;
    }
  }

  /** The record with what the badges became and it does not have yet. */
  private static LearnerRecord with(LearnerRecord record, List<ReadBadge> read) {
    Set<Fact> known = new HashSet<>(record.facts());
    List<Fact> added = new ArrayList<>();
    for (ReadBadge badge : read) {
      badge.became().facts().stream().filter(known::add).forEach(added::add);
    }
    return record.with(added.toArray(Fact[]::new));
  }

  private int write(LearnerRecord record, List<ReadBadge> read) {
    String document = LearnerRecordWriter.write(record);
    List<String> said = read.stream().flatMap(badge -> badge.lines().stream()).toList();
    int written =
        file == null ? ExitCode.DONE.number() : OutputOptions.save(spec, "--out", file, document);
    if (written != ExitCode.DONE.number()) {
      return written;
    }
    if (json) {
      Terminal.out(spec).json(ReadBadge.json(read));
    } else {
      (file == null ? Terminal.err(spec) : Terminal.out(spec)).lines(said);
      if (file == null) {
        Terminal.out(spec).json(document.strip());
      }
    }
    return written;
  }

  private static ExitCode worst(List<ReadBadge> read) {
    if (read.stream().anyMatch(badge -> badge.became().credentials().isEmpty())) {
      return ExitCode.BAD_BADGE;
    }
    return read.stream().allMatch(badge -> badge.outcome() == Verification.Outcome.VALID)
        ? ExitCode.DONE
        : ExitCode.NOT_VERIFIED;
  }
}
