package io.credentialrules.benchmarks.growth;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.PolicyPack;
import io.credentialrules.json.EvaluationWriter;
import io.credentialrules.report.CredentialGraph;
import io.credentialrules.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The table of growth in {@code docs/limits.md}: what each stage costs with 10, 100, 1,000 and
 * 10,000 of whatever can be many.
 */
public final class Growth {
  /** What can be many; of the rest there are few. */
  @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
  enum Of {
    RULES(n -> new Growing(n / 2, 10, 0)),
    FACTS(n -> new Growing(10, n, 0)),
    WAIVERS(n -> new Growing(10, 10, n)),
    CREDENTIALS(n -> new Growing(n, 10, 0)),
    EVERYTHING(n -> new Growing(n, n, n));

    private final IntFunction<Growing> sized;

    Of(IntFunction<Growing> sized) {
      this.sized = sized;
    }

    /** With so many of it. */
    Growing sized(int number) {
      return sized.apply(number);
    }
  }

  /** What is done; everything before it is done already. */
  @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
  enum Stage {
    CHECK(
        "check",
        growing -> {
          PolicyPack pack = growing.pack();
          return () -> CredentialRules.builder().add(pack).check();
        },
        Of.RULES),
    COMPILATION(
        "compilation, with its check",
        growing -> {
          PolicyPack pack = growing.pack();
          return () -> CredentialRules.compile(pack);
        },
        Of.RULES),
    EVALUATION(
        "evaluation",
        growing -> {
          CredentialRules rules = growing.rules();
          LearnerRecord record = growing.record();
          return () -> rules.evaluate(record, growing.asOf());
        },
        Of.RULES,
        Of.FACTS,
        Of.WAIVERS,
        Of.EVERYTHING),
    EXPLANATION(
        "explanation of all decisions",
        growing -> {
          Evaluation evaluation = growing.evaluation();
          return evaluation::decisions;
        },
        Of.CREDENTIALS,
        Of.FACTS,
        Of.WAIVERS,
        Of.EVERYTHING),
    ONE_DECISION(
        "explanation of one decision",
        growing -> {
          Evaluation evaluation = growing.evaluation();
          return () -> evaluation.decision("credential-1");
        },
        Of.CREDENTIALS,
        Of.FACTS,
        Of.WAIVERS),
    PLAN(
        "plan for one credential",
        growing -> {
          Evaluation evaluation =
              growing.rules().evaluate(growing.recordWithout(1), growing.asOf());
          return () -> evaluation.plan("credential-1");
        },
        Of.CREDENTIALS,
        Of.FACTS,
        Of.WAIVERS),
    JSON(
        "JSON, with its explanation",
        growing -> {
          Evaluation evaluation = growing.explained();
          return () -> EvaluationWriter.write(evaluation);
        },
        Of.CREDENTIALS,
        Of.FACTS,
        Of.WAIVERS,
        Of.EVERYTHING),
    PAGE(
        "page, with its explanation",
        growing -> {
          Evaluation evaluation = growing.explained();
          return () -> Report.of(evaluation, Locale.ENGLISH).html();
        },
        Of.CREDENTIALS,
        Of.FACTS,
        Of.WAIVERS,
        Of.EVERYTHING),
    PICTURE(
        "picture",
        growing -> {
          CredentialRules rules = growing.rules();
          return () -> CredentialGraph.of(rules, Locale.ENGLISH).svg();
        },
        Of.CREDENTIALS);

    private final String words;
    private final Function<Growing, Runnable> prepare;
    private final List<Of> growing;

    Stage(String words, Function<Growing, Runnable> prepare, Of... growing) {
      this.words = words;
      this.prepare = prepare;
      this.growing = List.of(growing);
    }

    /** What can be many in it. */
    List<Of> growing() {
      return growing;
    }

    /** In steps, once everything is loaded; nothing where a limit ends it. */
    long cost(Of of, int size) {
      Runnable work = prepare.apply(of.sized(size));
      try {
        return StepCounter.of(work);
      } catch (LimitExceededException limit) {
        return BEYOND_LIMIT;
      }
    }
  }

  static final long BEYOND_LIMIT = -1;

  private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000);

  private Growth() {}

  /** Prints the table; with names of stages, these only. */
  public static void main(String[] stages) {
    StepCounter.start();
    System.out.println("| stage | of which there are many | 10 | 100 | 1,000 | 10,000 |");
    System.out.println("|---|---|---|---|---|---|");
    for (Stage stage : Stage.values()) {
      if (stages.length > 0 && !List.of(stages).contains(stage.name())) {
        continue;
      }
      for (Of of : stage.growing()) {
        stage.cost(of, 10);
        List<String> cells = new ArrayList<>();
        for (int size : SIZES) {
          cells.add(cell(stage.cost(of, size)));
        }
        System.out.println(row(stage, of) + String.join(" | ", cells) + " |");
      }
    }
  }

  /** How the row of the table begins. */
  static String row(Stage stage, Of of) {
    return "| " + stage.words + " | " + of.name().toLowerCase(Locale.ROOT) + " | ";
  }

  /** In thousands of steps; only a picture passes a limit here. */
  private static String cell(long cost) {
    return cost == BEYOND_LIMIT
        ? "`maxPictureWork`"
        : String.format(Locale.ROOT, "%,d", Math.round(cost / 1_000.0));
  }
}
