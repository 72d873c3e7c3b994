package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.json.AuditRecord;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.Replay;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides anew what an audit record says. */
@Command(
    name = "replay",
    description = "Decides anew what an audit record says, and confirms it byte for byte.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      " 0:the same answer, byte for byte",
      " 2:a bad policy",
      " 3:no audit record, or one of other fact types",
      " 4:not confirmed: the record, the document, the policy or the answer is another"
    })
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
      description = "the folders of the policy packs, as they were, in the order that they had")
  private List<Path> packs = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CredentialRules rules = new CommandInputs(spec).rules(packs);
    if (rules == null) {
      return Main.BAD_POLICY;
    }
    AuditRecord audit;
    try {
      audit = AuditRecord.read(file.toString(), file, rules.vocabulary());
    } catch (RecordException failure) {
      failure.problems().forEach(spec.commandLine().getErr()::println);
      return Main.BAD_RECORD;
    }
    return print(audit, audit.replay(rules));
  }

  private int print(AuditRecord audit, Replay replay) {
    PrintWriter out = spec.commandLine().getOut();
    String outcome = replay.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    out.println(
        outcome
            + ": learner "
            + Terminal.plain(audit.record().learner().id())
            + " on "
            + audit.asOf().toLocalDate()
            + " ("
            + audit.asOf().getZone()
            + "), policy "
            + Terminal.plain(audit.policyDigest())
            + ", digest "
            + audit.digest());
    replay.findings().forEach(finding -> out.println("  " + Terminal.plain(finding.toString())));
    return replay.isConfirmed() ? 0 : Main.NOT_CONFIRMED;
  }
}
