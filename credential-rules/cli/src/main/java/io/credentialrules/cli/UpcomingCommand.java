package io.credentialrules.cli;

import io.credentialrules.Batch;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Upcoming;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
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

  @Option(names = "--json", description = "print it as JSON")
  private boolean json;

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
    if (!json) {
      return changes(batch, records, asOf, this::print);
    }
    try (JsonListing listing = new JsonListing(Terminal.out(spec()))) {
      listing.beginArray("changes");
      Batch.Tally tally =
          changes(batch, records, asOf, (learner, changes) -> write(learner, changes, listing));
      listing.endArray();
      return tally;
    }
  }

  private Batch.Tally changes(
      Batch batch,
      Stream<LearnerRecord> records,
      ZonedDateTime asOf,
      BiConsumer<String, List<Upcoming>> told) {
    return batch.changes(
        records,
        asOf.toLocalDate().plusDays(days),
        result -> tell(result, changes -> told.accept(result.record().learner().id(), changes)));
  }

  private void write(String learner, List<Upcoming> changes, JsonListing listing) {
    for (Upcoming change : changes) {
      List<String> earned = isOfLostOnly ? List.of() : change.earned();
      if (!change.lost().isEmpty() || !earned.isEmpty()) {
        listing.beginObject();
        listing.day("on", change.on());
        listing.text("learner", learner);
        listing.texts("loses", change.lost());
        listing.texts("earns", earned);
        listing.endObject();
      }
    }
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
