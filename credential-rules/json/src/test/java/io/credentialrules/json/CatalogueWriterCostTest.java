package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What some decisions allocate as JSON follows these, and not the catalogue. */
@Tag("once")
class CatalogueWriterCostTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 5, 1, 12, 0, 0, 0, ZoneOffset.UTC);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void one_decision_costs_the_same_in_a_catalogue_of_a_hundred_times_the_size() {
    assertThat(allocated(evaluation(1_000)) / allocated(evaluation(10))).isLessThan(1.2);
  }

  private static Evaluation evaluation(int credentials) {
    String rules =
        IntStream.range(0, credentials)
            .mapToObj(
                number ->
                    "rule \"Quiz %1$d\" @credential( \"quiz-%1$d\" ) when AssessmentResult( assessment == \"q%1$d\" ) then end\n"
                        .replace("%1$d", Integer.toString(number)))
            .collect(Collectors.joining());
    return CredentialRules.compile(PolicyPack.of("quizzes", Map.of("a.drl", rules)))
        .evaluate(LearnerRecord.builder("ada").build(), NOW);
  }

  /** Bytes of the cheapest of some calls: the first ones load classes. */
  private static double allocated(Evaluation evaluation) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 30; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      String json =
          EvaluationWriter.write(
              evaluation, EvaluationWriter.Options.ALL.including(Set.of("quiz-3")));
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
      assertThat(json).contains("quiz-3").doesNotContain("quiz-4");
    }
    return least;
  }
}
