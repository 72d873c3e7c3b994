package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A thread that is interrupted while it reads or writes JSON stops within a tenth of a second and
 * keeps the flag. Measured is the time that the processor still works for the thread, so that a
 * busy machine changes nothing.
 */
@Timeout(300)
class JsonInterruptionTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration TENTH = Duration.ofMillis(100);
  private static final int[] PAUSES = {20, 50, 200};
  private static final int ATTEMPTS = 8;
  private static final int WANTED = 3;
  private static final int FACTS = 9_900;
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

  private static final String POLICY =
      """
      rule "Forty hours" @requirement( "hours" ) when
        accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 40 )
      then end
      rule "Worker" @credential( "worker" ) when Met( requirement == "hours" ) then end
      """;

  private static LearnerRecord record() {
    LearnerRecord.Builder record = LearnerRecord.builder(Learner.of("maria"));
    for (int i = 0; i < FACTS; i++) {
      record.add(
          WorkExperience.builder()
              .type(WorkExperienceType.JOB)
              .experience("job-" + i)
              .hours(BigDecimal.valueOf(i))
              .endedOn(TODAY)
              .provenance(Provenance.UNVETTED)
              .build());
    }
    return record.build();
  }

  @Test
  void records_are_written_and_read() throws InterruptedException {
    LearnerRecord record = record();
    String json = LearnerRecordWriter.write(record);
    LearnerRecordReader reader = LearnerRecordReader.of(Vocabulary.standard(), ZoneId.of("UTC"));

    endsSoon(() -> LearnerRecordWriter.write(record, JsonLayout.COMPACT));
    endsSoon(() -> LearnerRecordWriter.write(record, JsonLayout.INDENTED));
    endsSoon(() -> reader.read("maria.json", json));
  }

  @Test
  void evaluations_and_audit_records_are_written() throws InterruptedException {
    CredentialRules rules =
        CredentialRules.compile(PolicyPack.of("work", Map.of("work.drl", POLICY)));
    Evaluation evaluation = rules.evaluate(record(), TODAY.atTime(12, 0).atZone(ZoneOffset.UTC));
    evaluation.decisions();

    endsSoon(() -> EvaluationWriter.write(evaluation));
    endsSoon(() -> AuditRecord.of(rules, evaluation));
  }

  /** Attempts go on until enough find the code loaded, which no interrupt ends. */
  private static void endsSoon(Runnable work) throws InterruptedException {
    List<Duration> times = new ArrayList<>();
    long soon = 0;
    for (int attempt = 0; attempt < ATTEMPTS && soon < WANTED; attempt++) {
      times.add(afterInterrupt(work, PAUSES[attempt % PAUSES.length]));
      soon = times.stream().filter(time -> time.compareTo(TENTH) <= 0).count();
    }
    assertThat(times)
        .allSatisfy(time -> assertThat(time).isLessThanOrEqualTo(TENTH.multipliedBy(10)));
    assertThat(soon).as("of %s, within %s", times, TENTH).isEqualTo(WANTED);
  }

  /** The time of the processor that work, done again and again, takes after it is interrupted. */
  private static Duration afterInterrupt(Runnable work, int millis) throws InterruptedException {
    AtomicLong end = new AtomicLong();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean isInterrupted = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  work.run();
                }
              } catch (Throwable any) {
                thrown.set(any);
              }
              end.set(THREADS.getCurrentThreadCpuTime());
              isInterrupted.set(Thread.currentThread().isInterrupted());
            });
    thread.start();
    Thread.sleep(millis);
    long begin = THREADS.getThreadCpuTime(thread.getId());
    thread.interrupt();
    thread.join();
    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    assertThat(isInterrupted).as("the flag").isTrue();
    return Duration.ofNanos(end.get() - begin);
  }
}
