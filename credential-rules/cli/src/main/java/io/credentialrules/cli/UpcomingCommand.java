package io.credentialrules.cli;

import io.credentialrules.Batch;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Upcoming;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Says which credentials learners lose or earn within some days if nothing is added. */
@Command(
    name = "upcoming",
    description =
        "Says who loses and who earns a credential within some days if nothing is added to their"
            + " records, for reminders and renewals.",
    mixinStandardHelpOptions = true)
final class UpcomingCommand extends LearnersCommand {
  private static final int MOST_DAYS = 36_525;

  @Option(
      names = "--within",
      required = true,
      paramLabel = "DAYS",
      description = "how many days to look ahead, from 1 to 36525")
  private int days;

  @Option(names = "--lost", description = "only what is lost")
  private boolean isOfLostOnly;

  @Override
  void checkOptions() {
    if (days < 1 || days > MOST_DAYS) {
      throw new ParameterException(
          spec().commandLine(),
          "--within: `" + days + "` is not a number of days from 1 to " + MOST_DAYS);
    }
  }

  @Override
  Batch.Tally run(Batch batch, Stream<LearnerRecord> records, ZonedDateTime asOf) {
    return batch.changes(
        records,
        asOf.toLocalDate().plusDays(days),
        result -> tell(result, changes -> print(result.record().learner().id(), changes)));
  }

  private void print(String learner, List<Upcoming> changes) {
    for (Upcoming change : changes) {
      List<String> said = new ArrayList<>();
      if (!change.lost().isEmpty()) {
        said.add("loses " + String.join(", ", change.lost()));
      }
      if (!change.earned().isEmpty() && !isOfLostOnly) {
        said.add("earns " + String.join(", ", change.earned()));
      }
      if (!said.isEmpty()) {
        Terminal.out(spec()).line(change.on() + "  " + learner + "  " + String.join("; ", said));
      }
    }
  }
}
