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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * No policy, record or question of whatever size and shape takes longer than it may, or throws
 * anything that is not documented. What is bounded by a time is given a short one; what is bounded
 * by counts ends within them. Times are of the processor, so that a busy machine changes nothing.
 */
class HostileSizesProperties {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ZonedDateTime AS_OF =
      HostileRecord.Given.TODAY.atTime(12, 0).atZone(ZoneOffset.UTC);
  private static final Limits LIMITS = Limits.DEFAULT.withEvaluationTime(Duration.ofSeconds(1));

  /** So that many shapes can be tried in a build. */
  private static final Limits TIGHT =
      Limits.DEFAULT.withMaxJoinRows(10_000).withEvaluationTime(Duration.ofMillis(200));

  /** Of a stage that counts, or of a call that may take a second, with room for a slow machine. */
  private static final Duration MOST = Duration.ofSeconds(8);

  /** What a stage gives; null where a limit ends it, or it refuses the policy. */
  private static <T> @Nullable T timed(String stage, String what, Supplier<T> work) {
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

  @Property(seed = "20261126")
  void nothing_takes_longer_than_it_may(
      @ForAll HostilePolicy policy,
      @ForAll @IntRange(min = 1, max = 45) int ofPolicy,
      @ForAll HostileRecord record,
      @ForAll @IntRange(min = 0, max = 45) int ofRecord) {
    int size = 1 + ofPolicy * ofPolicy / 10;
    int facts = ofRecord * ofRecord;
    String what = policy + " of " + size + ", " + record + " of " + facts;
    attack(what, policy.text(size), record.of(facts), LIMITS);
  }

  @Property(seed = "20261126")
  void nothing_that_is_said_in_few_words_takes_longer_than_it_may(
      @ForAll HostileConstruct construct,
      @ForAll @IntRange(min = 1, max = 12) int size,
      @ForAll HostileRecord record,
      @ForAll @IntRange(min = 0, max = 60) int facts) {
    String what = construct + " of " + size + ", " + record + " of " + facts;
    attack(what, construct.text(size), record.of(facts), TIGHT);
  }

  private static void attack(String what, String text, LearnerRecord record, Limits limits) {
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
