package io.credentialrules.examples;

import io.credentialrules.Batch;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Outcome;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A night's work: a thousand records on four threads, and what is to be issued afterwards. */
public final class NightlyBatch {
  private static final ZonedDateTime TONIGHT =
      ZonedDateTime.parse("2026-05-01T23:00:00-04:00[America/New_York]");
  private static final int THREADS = 4;

  private NightlyBatch() {}

  /** Prints progress, failures, what is to be issued, and how far a cancelled batch came. */
  public static void main(String[] arguments) {
    CredentialRules rules = CredentialRules.compile(pack());
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Outcome> rows = new ArrayList<>();
    Batch.Tally tally =
        Batch.builder(rules, TONIGHT)
            .on(threads, 4 * THREADS)
            .progress(250, done -> System.out.println(done))
            .build()
            .run(
                learners(1_000),
                Evaluation::outcome,
                result -> {
                  Outcome outcome = result.value();
                  if (outcome == null) {
                    System.out.println(result);
                  } else {
                    rows.add(outcome);
                  }
                });
    int toIssue = rows.stream().mapToInt(row -> row.newlyEarned().size()).sum();
    System.out.println(tally + "; " + toIssue + " credentials to issue");

    Batch stopped = Batch.builder(rules, TONIGHT).on(threads, 4 * THREADS).build();
    Batch.Tally cut =
        stopped.run(
            learners(1_000),
            Evaluation::outcome,
            result -> {
              if (result.record().learner().id().equals("learner-99")) {
                stopped.cancel();
              }
            });
    System.out.println(cut);
    threads.shutdown();
  }

  /** Every second is a student; one in ten of all holds the credential already; one is damaged. */
  private static Stream<LearnerRecord> learners(int count) {
    return IntStream.range(0, count).mapToObj(NightlyBatch::learner);
  }

  private static LearnerRecord learner(int number) {
    LearnerRecord.Builder record = LearnerRecord.builder("learner-" + number);
    if (number % 2 == 0) {
      record.add(Enrolment.builder().level(EnrolmentLevel.UNDERGRADUATE).build());
    }
    if (number % 10 == 0) {
      record.add(HeldCredential.builder().credential("student").build());
    }
    if (number == 700) {
      record.add(
          new FlightTime(FlightTime.Kind.SOLO, null, BigDecimal.ONE, 1, null, Provenance.UNVETTED));
    }
    return record.build();
  }

  private static PolicyPack pack() {
    String policy =
        """
        rule "A student"
            @credential( "student" )
        when
            Enrolment( level == "UNDERGRADUATE" )
        then
        end
        """;
    return PolicyPack.of("students", Map.of("students.drl", policy));
  }
}
