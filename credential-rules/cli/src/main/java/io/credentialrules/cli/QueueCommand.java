package io.credentialrules.cli;

import io.credentialrules.AwaitingReview;
import io.credentialrules.Batch;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.RequirementResult;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Scale;
import io.credentialrules.report.Sentences;
import io.credentialrules.vocabulary.Fact;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Says what awaits review in many records, what decides most first. */
@Command(
    name = "queue",
    description =
        "Says what awaits review in many records, what decides the most credentials first, with the"
            + " requirement and its levels beside the evidence.",
    mixinStandardHelpOptions = true)
final class QueueCommand extends LearnersCommand {
  /** An item with its words, so that the evaluation is not kept. */
  private record Item(AwaitingReview awaiting, String what, List<String> asked) {
    String heading() {
      String decides =
          awaiting.decides().isEmpty()
              ? "decides none alone, of " + String.join(", ", awaiting.waiting())
              : "decides " + String.join(", ", awaiting.decides());
      return awaiting.learner() + ": " + what + "; " + decides;
    }
  }

  private static final Comparator<Item> ORDER =
      Comparator.comparing(Item::awaiting, AwaitingReview.MOST_DECISIVE_FIRST);

  @Option(
      names = "--most",
      defaultValue = "100",
      paramLabel = "NUMBER",
      description = "how many to tell, from 1 to 100000; 100 by default")
  private int most;

  @Option(names = "--json", description = "print the queue as JSON")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write the queue as a page, without scripts, beside what is printed")
  private @Nullable Path html;

  @Override
  void checkOptions() {
    if (most < 1 || most > 100_000) {
      throw new ParameterException(
          spec().commandLine(), "--most: `" + most + "` is not a number from 1 to 100000");
    }
  }

  @Override
  Batch.Tally run(Batch batch, Stream<LearnerRecord> records, ZonedDateTime asOf) {
    List<Item> queue = new ArrayList<>();
    long[] all = new long[1];
    Batch.Tally tally =
        batch.run(
            records,
            QueueCommand::items,
            result ->
                tell(
                    result,
                    items -> {
                      all[0] += items.size();
                      queue.addAll(items);
                      if (queue.size() > 2L * most) {
                        trim(queue);
                      }
                    }));
    trim(queue);
    print(queue, all[0]);
    if (html != null) {
      write(queue, all[0], asOf, html);
    }
    return tally;
  }

  /** Keeps the first of the queue. */
  private void trim(List<Item> queue) {
    queue.sort(ORDER);
    if (queue.size() > most) {
      queue.subList(most, queue.size()).clear();
    }
  }

  private static List<Item> items(Evaluation evaluation) {
    Sentences sentences = Sentences.of(evaluation, Locale.ENGLISH);
    List<Item> items = new ArrayList<>();
    for (AwaitingReview awaiting : AwaitingReview.of(evaluation)) {
      Fact fact = awaiting.fact();
      List<String> asked = new ArrayList<>();
      for (RequirementResult requirement : awaiting.requirements()) {
        asked.add(sentences.requirement(requirement) + " (" + requirement.id() + ")");
        for (Scale scale : scales(evaluation.rules(), requirement.id())) {
          asked.add("levels, from low to high: " + String.join(" < ", scale.levels()));
        }
      }
      items.add(
          new Item(awaiting, fact == null ? "a missing sign-off" : sentences.fact(fact), asked));
    }
    return items;
  }

  private static List<Scale> scales(CredentialRules rules, String requirement) {
    return rules.policy().rules().stream()
        .filter(rule -> rule.id().equals(requirement))
        .map(PolicyRule::header)
        .flatMap(header -> header.scales().stream())
        .distinct()
        .toList();
  }

  private void print(List<Item> queue, long all) {
    Terminal out = Terminal.out(spec());
    if (json) {
      try (JsonListing listing = new JsonListing(out)) {
        write(queue, all, listing);
      }
      return;
    }
    for (Item item : queue) {
      out.line(item.heading());
      item.asked().forEach(line -> out.line("  " + line));
    }
    if (all > queue.size()) {
      out.line((all - queue.size()) + " more; --most tells more of them");
    }
  }

  private void write(List<Item> queue, long all, ZonedDateTime asOf, Path file) {
    try (ListPage page =
        page(
            file,
            "Awaiting review",
            LearnersOptions.counted(queue.size(), "item")
                + " of "
                + all
                + " on "
                + asOf.toLocalDate()
                + ", what decides the most credentials first.")) {
      if (page != null) {
        queue.forEach(item -> page.section(item.heading(), item.asked()));
      }
    }
  }

  private static void write(List<Item> queue, long all, JsonListing json) {
    json.number("awaiting", all);
    json.beginArray("queue");
    for (Item item : queue) {
      Fact fact = item.awaiting().fact();
      json.beginObject();
      json.text("learner", item.awaiting().learner());
      json.text("type", fact == null ? null : fact.getClass().getSimpleName());
      json.text("id", fact == null ? null : fact.provenance().id());
      json.text("what", item.what());
      json.texts("asked", item.asked());
      json.texts(
          "requirements",
          item.awaiting().requirements().stream().map(RequirementResult::id).toList());
      json.texts("decides", item.awaiting().decides());
      json.texts("waiting", item.awaiting().waiting());
      json.endObject();
    }
    json.endArray();
  }
}
