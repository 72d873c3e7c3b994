package io.credentialrules.cli;

import io.credentialrules.Batch;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.SharedCredential;
import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.report.Sentences;
import io.credentialrules.vocabulary.Fact;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says who holds which credentials on which evidence, of those who agreed to it. */
@Command(
    name = "skills",
    description =
        "Says who holds which credentials, on which evidence, vetted by whom and valid until when;"
            + " only of learners who agreed to it.",
    mixinStandardHelpOptions = true)
final class SkillsCommand extends LearnersCommand {
  /** What a learner holds or lacks, in words; nothing where the learner did not agree. */
  private record Shown(String learner, List<Held> held, LackingGroup.@Nullable Lacking lacking) {}

  private record Held(
      String credential,
      String name,
      @Nullable LocalDate since,
      @Nullable LocalDate until,
      List<String> competencies,
      List<String> evidence) {
    String heading(String learner) {
      return learner
          + ": "
          + name
          + " ("
          + credential
          + ")"
          + (since == null ? "" : ", since " + since)
          + (until == null ? "" : ", until " + until);
    }

    /** What it validates, then on which evidence. */
    List<String> lines() {
      List<String> lines = new ArrayList<>();
      competencies.forEach(competency -> lines.add("validates " + competency));
      lines.addAll(evidence);
      return lines;
    }
  }

  @Option(
      names = "--credential",
      paramLabel = "ID",
      description = "only this credential; can be repeated")
  private List<String> credentials = List.of();

  @Option(
      names = "--lacking",
      paramLabel = "ID",
      description =
          "say what each of them who does not hold this credential lacks for it, and the plan that"
              + " would earn it, the smallest plan first")
  private @Nullable String lacking;

  @Option(names = "--json", description = "print it as JSON")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write it as a page, without scripts, beside what is printed")
  private @Nullable Path html;

  @Override
  Batch.Tally run(Batch batch, Stream<LearnerRecord> records, ZonedDateTime asOf) {
    LackingGroup group = new LackingGroup(LackingGroup.MOST);
    if (html == null) {
      return print(batch, records, group, one -> {});
    }
    try (ListPage page =
        page(
            html,
            lacking == null ? "Credentials and skills" : "What is missing for " + lacking,
            "Of the learners who agreed to show it, on " + asOf.toLocalDate() + ".")) {
      Batch.Tally tally =
          print(batch, records, group, page == null ? one -> {} : one -> write(one, page));
      if (page != null && group.leftOut() > 0) {
        page.section(leftOut(group), List.of());
      }
      return tally;
    }
  }

  private void write(Shown one, ListPage page) {
    one.held().forEach(held -> page.section(held.heading(one.learner()), held.lines()));
    if (one.lacking() != null) {
      page.section(one.learner() + " lacks for " + lacking, one.lacking().lines());
    }
  }

  private Batch.Tally print(
      Batch batch, Stream<LearnerRecord> records, LackingGroup group, Consumer<Shown> beside) {
    if (!json) {
      return run(batch, records, group, ((Consumer<Shown>) this::print).andThen(beside));
    }
    try (JsonListing listing = new JsonListing(Terminal.out(spec()))) {
      listing.beginArray("learners");
      Batch.Tally tally = run(batch, records, group, beside.andThen(one -> write(one, listing)));
      listing.endArray();
      if (lacking != null) {
        listing.number("leftOut", group.leftOut());
      }
      return tally;
    }
  }

  private Batch.Tally run(
      Batch batch, Stream<LearnerRecord> records, LackingGroup group, Consumer<Shown> told) {
    Batch.Tally tally =
        batch.run(
            records,
            this::show,
            result ->
                tell(
                    result,
                    one -> {
                      if (one.lacking() != null) {
                        group.add(one.lacking());
                      } else if (!one.held().isEmpty()) {
                        told.accept(one);
                      }
                    }));
    group.all().forEach(one -> told.accept(new Shown(one.learner(), List.of(), one)));
    if (group.leftOut() > 0) {
      Terminal.err(spec()).line(leftOut(group) + "; name fewer records at once");
    }
    return tally;
  }

  private String leftOut(LackingGroup group) {
    return LearnersOptions.counted(group.leftOut(), "learner")
        + " more lack `"
        + lacking
        + "`, with no smaller plans";
  }

  @Override
  void checkOptions(CredentialRules rules) {
    DecisionOptions.check(spec(), "--credential", rules, credentials);
    if (lacking != null) {
      DecisionOptions.check(spec(), "--lacking", rules, List.of(lacking));
    }
  }

  private Shown show(Evaluation evaluation) {
    String learner = evaluation.record().learner().id();
    if (lacking != null) {
      return new Shown(learner, List.of(), LackingGroup.of(evaluation, lacking));
    }
    Sentences sentences = Sentences.of(evaluation, Locale.ENGLISH);
    List<Held> held = new ArrayList<>();
    for (SharedCredential shared : SharedCredential.of(evaluation)) {
      Decision.Earned earned = shared.decision();
      String id = earned.credential().id();
      if (credentials.isEmpty() || credentials.contains(id)) {
        List<String> evidence = new ArrayList<>();
        for (Fact fact : shared.evidence()) {
          evidence.add(sentences.fact(fact) + ", " + sentences.vetting(fact));
        }
        held.add(
            new Held(
                id,
                earned.credential().name(),
                earned.since(),
                earned.until(),
                shared.competencies().stream().map(AlignmentTarget::written).toList(),
                evidence));
      }
    }
    return new Shown(learner, held, null);
  }

  private void print(Shown one) {
    Terminal out = Terminal.out(spec());
    for (Held held : one.held()) {
      out.line(held.heading(one.learner()));
      held.lines().forEach(line -> out.line("  " + line));
    }
    if (one.lacking() != null) {
      out.line(one.learner() + " lacks for " + lacking + ":");
      one.lacking().lines().forEach(line -> out.line("  " + line));
    }
  }

  private static void write(Shown one, JsonListing json) {
    if (one.lacking() != null) {
      one.lacking().write(json);
      return;
    }
    json.beginObject();
    json.text("learner", one.learner());
    json.beginArray("holds");
    for (Held held : one.held()) {
      json.beginObject();
      json.text("credential", held.credential());
      json.text("name", held.name());
      json.day("since", held.since());
      json.day("until", held.until());
      json.texts("competencies", held.competencies());
      json.texts("evidence", held.evidence());
      json.endObject();
    }
    json.endArray();
    json.texts("lacks", List.of());
    json.endObject();
  }
}
