package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what awaits review in many records, what decides most first. */
@Command(
    name = "queue",
    description =
        "Says what awaits review in many records, what decides the most credentials first, with the"
            + " requirement and its levels beside the evidence.",
    mixinStandardHelpOptions = true)
final class QueueCommand implements Callable<Integer> {
  /** An item with its words, so that the evaluation is not kept. */
  private record Item(AwaitingReview awaiting, String what, List<String> asked) {}

  private static final Comparator<Item> ORDER =
      Comparator.comparing(Item::awaiting, AwaitingReview.MOST_DECISIVE_FIRST);

  @Option(
      names = "--pack",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      description = "the folders of the policy packs")
  private List<Path> packs = List.of();

  @Mixin private LearnersOptions learners = new LearnersOptions();

  @Mixin private DateOptions date = new DateOptions();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Option(
      names = "--most",
      defaultValue = "100",
      paramLabel = "NUMBER",
      description = "how many to tell, from 1 to 100000; 100 by default")
  private int most;

  @Option(names = "--json", description = "print the queue as JSON")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (most < 1 || most > 100_000) {
      throw new ParameterException(
          spec.commandLine(), "--most: `" + most + "` is not a number from 1 to 100000");
    }
    CommandInputs inputs = new CommandInputs(spec, limits.limits());
    CredentialRules rules = inputs.rules(packs);
    if (rules == null) {
      return ExitCode.BAD_POLICY.number();
    }
    ZonedDateTime instant = date.instant(rules);
    Stream<LearnerRecord> records = learners.records(inputs, rules, date.zone(rules));
    if (records == null) {
      return ExitCode.BAD_RECORD.number();
    }
    List<Item> queue = new ArrayList<>();
    long[] all = new long[1];
    Batch.Tally tally =
        Batch.builder(rules, instant)
            .build()
            .run(
                records,
                QueueCommand::items,
                result -> {
                  List<Item> items = result.value();
                  if (items == null) {
                    Terminal.err(spec)
                        .line(result.record().learner().id() + ": " + result.failure());
                    return;
                  }
                  all[0] += items.size();
                  queue.addAll(items);
                  if (queue.size() > 2L * most) {
                    trim(queue);
                  }
                });
    trim(queue);
    print(queue, all[0]);
    long failed = tally.failures() + learners.unreadable();
    if (failed > 0) {
      Terminal.err(spec)
          .line(LearnersOptions.counted(failed, "record") + " could not be evaluated");
    }
    return failed > 0 ? ExitCode.BAD_RECORD.number() : ExitCode.DONE.number();
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
    Terminal out = Terminal.out(spec);
    if (json) {
      out.json(document(queue, all));
      return;
    }
    for (Item item : queue) {
      AwaitingReview awaiting = item.awaiting();
      String decides =
          awaiting.decides().isEmpty()
              ? "decides none alone, of " + String.join(", ", awaiting.waiting())
              : "decides " + String.join(", ", awaiting.decides());
      out.line(awaiting.learner() + ": " + item.what() + "; " + decides);
      item.asked().forEach(line -> out.line("  " + line));
    }
    if (all > queue.size()) {
      out.line((all - queue.size()) + " more; --most tells more of them");
    }
  }

  private static String document(List<Item> queue, long all) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("awaiting", all);
      json.writeArrayFieldStart("queue");
      for (Item item : queue) {
        json.writeStartObject();
        json.writeStringField("learner", item.awaiting().learner());
        Fact fact = item.awaiting().fact();
        json.writeStringField("type", fact == null ? null : fact.getClass().getSimpleName());
        json.writeStringField("id", fact == null ? null : fact.provenance().id());
        json.writeStringField("what", item.what());
        list(json, "asked", item.asked());
        list(
            json,
            "requirements",
            item.awaiting().requirements().stream().map(RequirementResult::id).toList());
        list(json, "decides", item.awaiting().decides());
        list(json, "waiting", item.awaiting().waiting());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return text.toString();
  }

  private static void list(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
