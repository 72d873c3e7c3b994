package io.credentialrules.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.SampleRecord;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * No text of a policy throws anything but the documented exception, takes longer than the limits
 * allow, or is refused without a place. The normal build runs the inputs that are kept beside this
 * class; {@code CONTRIBUTING.md} says how to search for more.
 */
class PolicyFuzzTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST_CHECK = Duration.ofSeconds(10);
  private static final Limits LIMITS =
      Limits.DEFAULT.withEvaluationTime(Duration.ofSeconds(2)).withMaxJoinRows(100_000);

  @FuzzTest(maxDuration = "10m")
  @DictionaryFile(resourcePath = "policy.dict")
  void any_text_is_refused_at_a_place_or_decides(byte[] bytes) {
    assertRefusedOrDecides(new String(bytes, StandardCharsets.UTF_8));
  }

  @FuzzTest(maxDuration = "10m")
  void any_change_of_a_policy_is_refused_at_a_place_or_decides(FuzzedDataProvider data) {
    assertRefusedOrDecides(ChangedPolicy.of(data));
  }

  private static void assertRefusedOrDecides(String text) {
    PolicyPack pack = PolicyPack.of("pack", Map.of("file.drl", text));
    CredentialRules.Builder builder = CredentialRules.builder().add(pack).limits(LIMITS);
    long start = THREADS.getCurrentThreadCpuTime();
    List<Problem> problems = builder.check();
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
        .isLessThan(LONGEST_CHECK);
    long lines = text.lines().count();
    for (Problem problem : problems) {
      Reading.assertReadable(problem);
      assertThat((long) problem.span().endLine()).isLessThanOrEqualTo(Math.max(1, lines + 1));
    }
    if (problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR)) {
      decideIfItAwards(builder);
    }
  }

  private static void decideIfItAwards(CredentialRules.Builder builder) {
    try {
      decide(builder.compile());
    } catch (PolicyException awardsNothing) {
      assertThat(awardsNothing.problems().get(0).code()).isEqualTo("no-rules");
    }
  }

  private static void decide(CredentialRules rules) {
    try {
      Evaluation evaluation = SampleRecord.evaluate(rules);
      List<Decision> decisions = evaluation.decisions();
      assertThat(decisions.stream().filter(Decision::isEarned).map(d -> d.credential().id()))
          .containsExactlyElementsOf(evaluation.earned());
    } catch (LimitExceededException tooMuch) {
      assertThat(tooMuch.limit()).isNotBlank();
    }
  }
}
