package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.credentialrules.Evaluation;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Whatever becomes of an audit record, it is refused at a place, or replayed with findings. */
class AuditRecordFuzzTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final ZonedDateTime AS_OF =
      ZonedDateTime.of(2026, 5, 1, 23, 59, 0, 0, ZoneId.of("America/New_York"));

  @FuzzTest(maxDuration = "10m")
  void any_change_of_an_audit_record_is_refused_at_a_place_or_replayed(FuzzedDataProvider data) {
    Evaluation evaluation =
        AuditedPolicy.RULES.evaluate(GeneratedRecords.record(data.consumeLong()), AS_OF);
    StringBuilder text = new StringBuilder(AuditRecord.of(AuditedPolicy.RULES, evaluation).json());
    for (int changes = data.consumeInt(0, 3); changes > 0; changes--) {
      int at = data.consumeInt(0, text.length());
      int end = Math.min(text.length(), at + data.consumeInt(0, 20));
      text.replace(at, end, data.consumeString(20));
    }
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      Replay replay =
          AuditRecord.read("audit.json", text.toString(), AuditedPolicy.RULES.vocabulary())
              .replay(AuditedPolicy.RULES);
      assertThat(replay.outcome()).isNotNull();
    } catch (RecordException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.line()).isPositive());
    }
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
  }
}
