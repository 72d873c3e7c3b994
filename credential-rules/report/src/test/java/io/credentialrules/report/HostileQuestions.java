package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Difference;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.json.EvaluationWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every question about a policy and a record of those who mean harm: each ends in an answer, in a
 * named limit or in the problems of the policy, and takes no longer than it may. Times are of the
 * processor, so that a busy machine changes nothing.
 */
final class HostileQuestions {
  static final ZonedDateTime AS_OF = HostileRecord.Given.TODAY.atTime(12, 0).atZone(ZoneOffset.UTC);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Of a stage that counts, or of a call that may take a second, with room for a slow machine. */
  private static final Duration MOST = Duration.ofSeconds(8);

  private HostileQuestions() {}

  /** What a stage gives; null where a limit ends it, or it refuses the policy. */
  static <T> @Nullable T timed(String stage, String what, Supplier<T> work) {
    long begin = THREADS.getCurrentThreadCpuTime();
    T result;
    try {
      result = work.get();
    } catch (LimitExceededException | PolicyException documented) {
      result = null;
    }
    long taken = THREADS.getCurrentThreadCpuTime() - begin;
    assertThat(Duration.ofNanos(taken)).as("%s of %s", stage, what).isLessThan(MOST);
    return result;
  }

  static void ask(String what, String text, LearnerRecord record, Limits limits) {
    PolicyPack pack = PolicyPack.of("hostile", Map.of("hostile.drl", text));
    timed("check", what, () -> CredentialRules.builder().limits(limits).add(pack).check());
    CredentialRules rules =
        timed("compile", what, () -> CredentialRules.builder().limits(limits).add(pack).compile());
    if (rules == null) {
      return;
    }
    Evaluation evaluation = timed("evaluate", what, () -> rules.evaluate(record, AS_OF));
    timed("graph as text", what, () -> CredentialGraph.of(rules, Locale.ENGLISH).text());
    timed("graph", what, () -> CredentialGraph.of(rules, Locale.ENGLISH).svg());
    if (evaluation == null) {
      return;
    }
    List<Credential> catalogue = rules.catalogue();
    String last = catalogue.get(catalogue.size() - 1).id();
    timed("decision", what, () -> evaluation.decision(last));
    timed("decisions", what, evaluation::decisions);
    timed("plan", what, () -> evaluation.plan(last));
    timed("plans", what, () -> evaluation.plans(catalogue.stream().map(Credential::id).toList()));
    timed("next change", what, () -> Optional.ofNullable(evaluation.nextChange()));
    timed("duplicates", what, evaluation::duplicates);
    timed("unknown texts", what, evaluation::unknownTexts);
    timed("json", what, () -> EvaluationWriter.write(evaluation));
    timed("page", what, () -> Report.of(evaluation, Locale.ENGLISH).html());
    timed("text with plans", what, () -> only(evaluation, last).withPlans().text());
    timed("page with pictures", what, () -> only(evaluation, last).withPictures().html());
    List<Evaluation> other = new ArrayList<>();
    timed(
        "difference",
        what,
        () -> {
          other.add(rules.evaluate(HostileRecord.ALIKE.of(3), AS_OF));
          return Difference.between(evaluation, other.get(0));
        });
  }

  private static Report only(Evaluation evaluation, String credential) {
    return Report.of(evaluation, Locale.ENGLISH).only(List.of(credential));
  }
}
