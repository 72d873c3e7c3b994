package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credentialrules.Batch;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.RequirementResult;
import io.credentialrules.SharedCredential;
import io.credentialrules.report.Sentences;
import io.credentialrules.vocabulary.Fact;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says who holds which credentials on which evidence, of those who agreed to it. */
@Command(
    name = "skills",
    description =
        "Says who holds which credentials, on which evidence, vetted by whom and valid until when;"
            + " only of learners who agreed to it.",
    mixinStandardHelpOptions = true)
final class SkillsCommand implements Callable<Integer> {
  /** What a learner holds or lacks, in words; empty where the learner did not agree. */
  private record Shown(String learner, List<Held> held, List<String> lacking) {}

  private record Held(
      String credential,
      String name,
      @Nullable LocalDate since,
      @Nullable LocalDate until,
      List<String> evidence) {}

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
      names = "--credential",
      paramLabel = "ID",
      description = "only this credential; can be repeated")
  private List<String> credentials = List.of();

  @Option(
      names = "--lacking",
      paramLabel = "ID",
      description = "say what each of them who does not hold this credential lacks for it")
  private @Nullable String lacking;

  @Option(names = "--json", description = "print it as JSON")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandInputs inputs = new CommandInputs(spec, limits.limits());
    CredentialRules rules = inputs.rules(packs);
    if (rules == null) {
      return ExitCode.BAD_POLICY.number();
    }
    check(rules);
    ZonedDateTime instant = date.instant(rules);
    Stream<LearnerRecord> records = learners.records(inputs, rules, date.zone(rules));
    if (records == null) {
      return ExitCode.BAD_RECORD.number();
    }
    List<Shown> shown = new ArrayList<>();
    Batch.Tally tally =
        Batch.builder(rules, instant)
            .build()
            .run(
                records,
                this::show,
                result -> {
                  Shown one = result.value();
                  if (one == null) {
                    Terminal.err(spec)
                        .line(result.record().learner().id() + ": " + result.failure());
                  } else if (!one.held().isEmpty() || !one.lacking().isEmpty()) {
                    shown.add(one);
                  }
                });
    print(shown);
    long failed = tally.failures() + learners.unreadable();
    if (failed > 0) {
      Terminal.err(spec)
          .line(LearnersOptions.counted(failed, "record") + " could not be evaluated");
    }
    return failed > 0 ? ExitCode.BAD_RECORD.number() : ExitCode.DONE.number();
  }

  private void check(CredentialRules rules) {
    List<String> known = rules.catalogue().stream().map(one -> one.id()).toList();
    List<String> asked = new ArrayList<>(credentials);
    if (lacking != null) {
      asked.add(lacking);
    }
    for (String credential : asked) {
      if (!known.contains(credential)) {
        throw new ParameterException(
            spec.commandLine(),
            "the packs award no `" + credential + "`; they award " + String.join(", ", known));
      }
    }
  }

  private Shown show(Evaluation evaluation) {
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
            new Held(id, earned.credential().name(), earned.since(), earned.until(), evidence));
      }
    }
    List<String> lacks = new ArrayList<>();
    if (lacking != null
        && SharedCredential.isAgreed(evaluation)
        && evaluation.decision(lacking) instanceof Decision.NotEarned notEarned) {
      for (RequirementResult missing : notEarned.missing()) {
        lacks.add(sentences.requirement(missing) + ": " + sentences.state(missing.state()));
      }
    }
    return new Shown(evaluation.record().learner().id(), lacking == null ? held : List.of(), lacks);
  }

  private void print(List<Shown> shown) {
    Terminal out = Terminal.out(spec);
    if (json) {
      out.json(document(shown));
      return;
    }
    for (Shown one : shown) {
      for (Held held : one.held()) {
        out.line(
            one.learner()
                + ": "
                + held.name()
                + " ("
                + held.credential()
                + ")"
                + (held.since() == null ? "" : ", since " + held.since())
                + (held.until() == null ? "" : ", until " + held.until()));
        held.evidence().forEach(evidence -> out.line("  " + evidence));
      }
      if (!one.lacking().isEmpty()) {
        out.line(one.learner() + " lacks for " + lacking + ":");
        one.lacking().forEach(requirement -> out.line("  " + requirement));
      }
    }
  }

  private String document(List<Shown> shown) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeArrayFieldStart("learners");
      for (Shown one : shown) {
        json.writeStartObject();
        json.writeStringField("learner", one.learner());
        json.writeArrayFieldStart("holds");
        for (Held held : one.held()) {
          json.writeStartObject();
          json.writeStringField("credential", held.credential());
          json.writeStringField("name", held.name());
          json.writeStringField("since", held.since() == null ? null : held.since().toString());
          json.writeStringField("until", held.until() == null ? null : held.until().toString());
          list(json, "evidence", held.evidence());
          json.writeEndObject();
        }
        json.writeEndArray();
        list(json, "lacks", one.lacking());
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
