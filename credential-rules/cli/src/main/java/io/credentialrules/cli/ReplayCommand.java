package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.json.AuditRecord;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.Replay;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides again what an audit record says. */
@Command(
    name = "replay",
    description = "Decides again what an audit record says, and confirms it byte for byte.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "the audit record, as `decide --audit` writes it")
  private Path file = Path.of("");

  @Option(
      names = "--pack",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      description = "the folders of the policy packs as they were, in the same order")
  private List<Path> packs = List.of();

  @Option(names = "--json", description = "print what was found as JSON")
  private boolean json;

  @Mixin private LimitOptions limits = new LimitOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CredentialRules rules = new CommandInputs(spec, limits.limits()).rules(packs);
    if (rules == null) {
      return ExitCode.BAD_POLICY.number();
    }
    AuditRecord audit;
    try {
      audit = AuditRecord.read(file.toString(), file, rules.vocabulary());
    } catch (RecordException failure) {
      failure.problems().forEach(problem -> Terminal.err(spec).line(problem.toString()));
      return ExitCode.BAD_RECORD.number();
    }
    return print(audit, audit.replay(rules));
  }

  private int print(AuditRecord audit, Replay replay) {
    Terminal out = Terminal.out(spec);
    if (json) {
      try (JsonListing listing = new JsonListing(out)) {
        write(audit, replay, listing);
      }
    } else {
      print(audit, replay, out);
    }
    return replay.isConfirmed() ? ExitCode.DONE.number() : ExitCode.NOT_CONFIRMED.number();
  }

  private static void write(AuditRecord audit, Replay replay, JsonListing listing) {
    listing.text("outcome", word(replay.outcome(), '-'));
    listing.text("learner", audit.record().learner().id());
    listing.day("asOf", audit.asOf().toLocalDate());
    listing.text("zone", audit.asOf().getZone().toString());
    listing.text("policyDigest", audit.policyDigest());
    listing.text("digest", audit.digest());
    listing.beginArray("findings");
    for (Replay.Finding finding : replay.findings()) {
      listing.beginObject();
      listing.text("kind", word(finding.kind(), '-'));
      listing.text("pointer", finding.pointer());
      listing.text("message", finding.message());
      listing.endObject();
    }
    listing.endArray();
  }

  private static String word(Replay.Outcome outcome, char between) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', between);
  }

  private static void print(AuditRecord audit, Replay replay, Terminal out) {
    String outcome = word(replay.outcome(), ' ');
    out.line(
        outcome
            + ": learner "
            + audit.record().learner().id()
            + " on "
            + audit.asOf().toLocalDate()
            + " ("
            + audit.asOf().getZone()
            + "), policy "
            + audit.policyDigest()
            + ", digest "
            + audit.digest());
    replay.findings().forEach(finding -> out.line("  " + finding));
  }
}
