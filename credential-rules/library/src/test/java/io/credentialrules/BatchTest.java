package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.quiz;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final ZonedDateTime AS_OF = TODAY.atTime(12, 0).atZone(ZONE);
  private static final CredentialRules RULES =
      rules(
          """
          rule "Badge"
            @credential( "badge" )
          when
            AssessmentResult( assessment == "quiz", score >= 80 )
          then
          end
          """);

  /** A fact of a type that nobody has registered. */
  private record Unknown(Provenance provenance) implements Fact {}

  private static LearnerRecord learner(int number) {
    return LearnerRecord.of(
        Learner.of("learner-" + number), quiz(String.valueOf(number % 100), VETTED));
  }

  private static Stream<LearnerRecord> learners(int count) {
    return IntStream.range(0, count).mapToObj(BatchTest::learner);
  }

  @Property(tries = 20, seed = Laws.SEED)
  void results_come_in_the_order_of_the_records_and_are_those_of_one_by_one(
      @ForAll @IntRange(max = 60) int count,
      @ForAll @IntRange(min = 1, max = 20) int ahead,
      @ForAll @IntRange(min = 1, max = 4) int threads) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<String> results = new ArrayList<>();
      Batch.Tally tally =
          Batch.builder(RULES, AS_OF)
              .on(executor, ahead)
              .build()
              .run(
                  learners(count),
                  evaluation -> evaluation.earned().toString(),
                  result -> results.add(result.record().learner().id() + result.value()));

      assertThat(results)
          .containsExactlyElementsOf(
              learners(count)
                  .map(one -> one.learner().id() + RULES.evaluate(one, AS_OF).earned())
                  .toList());
      assertThat(tally.records()).isEqualTo(count);
      assertThat(tally.failures()).isZero();
      assertThat(tally.isCut()).isFalse();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void a_record_that_fails_is_reported_in_its_place_and_the_rest_goes_on() {
    List<LearnerRecord> records = new ArrayList<>(learners(3).toList());
    records.add(1, learner(99).with(new Unknown(VETTED)));
    List<Batch.Result<Boolean>> results = new ArrayList<>();

    Batch.Tally tally =
        Batch.builder(RULES, AS_OF)
            .build()
            .run(records.stream(), evaluation -> evaluation.isEarned("badge"), results::add);

    assertThat(results).extracting(Batch.Result::value).containsExactly(false, null, false, false);
    assertThat(results.get(1).failure())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`Unknown`");
    assertThat(tally.records()).isEqualTo(4);
    assertThat(tally.failures()).isEqualTo(1);
  }

  @Test
  void no_more_records_are_taken_than_may_be_ahead() {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger handedOn = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Stream<LearnerRecord> records =
        learners(200)
            .peek(
                record ->
                    most.accumulateAndGet(taken.incrementAndGet() - handedOn.get(), Math::max));

    Batch.builder(RULES, AS_OF)
        .on(Runnable::run, 7)
        .build()
        .run(records, Evaluation::earned, result -> handedOn.incrementAndGet());

    assertThat(handedOn).hasValue(200);
    assertThat(most).hasValueLessThanOrEqualTo(8);
  }

  @Test
  void progress_is_told_each_time_after_so_many_records() {
    List<Long> told = new ArrayList<>();

    Batch.builder(RULES, AS_OF)
        .progress(10, tally -> told.add(tally.records()))
        .build()
        .run(learners(35), Evaluation::earned, result -> {});

    assertThat(told).containsExactly(10L, 20L, 30L);
  }

  @Test
  void a_batch_that_is_cancelled_ends_before_the_next_result() {
    Batch batch = Batch.builder(RULES, AS_OF).build();
    List<String> results = new ArrayList<>();

    Batch.Tally tally =
        batch.run(
            learners(100),
            Evaluation::earned,
            result -> {
              results.add(result.record().learner().id());
              if (results.size() == 5) {
                batch.cancel();
              }
            });

    assertThat(results).hasSize(5);
    assertThat(tally.records()).isEqualTo(5);
    assertThat(tally.isCut()).isTrue();
  }

  @Test
  void what_is_under_way_is_interrupted_when_a_batch_is_cancelled() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      for (Executor threads : List.<Executor>of(executor, Runnable::run)) {
        Batch batch = Batch.builder(RULES, AS_OF).on(threads, 4).build();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread canceller =
            new Thread(
                () -> {
                  try {
                    begun.await();
                  } catch (InterruptedException never) {
                    throw new AssertionError(never);
                  }
                  batch.cancel();
                });
        canceller.start();

        Batch.Tally tally =
            batch.run(
                learners(100),
                evaluation -> {
                  begun.countDown();
                  try {
                    Thread.sleep(300_000);
                  } catch (InterruptedException ended) {
                    interrupted.countDown();
                    Thread.currentThread().interrupt();
                  }
                  return evaluation.earned();
                },
                result -> {
                  throw new AssertionError("nothing is handed on");
                });
        canceller.join();

        assertThat(tally.isCut()).isTrue();
        assertThat(tally.records()).isZero();
        assertThat(Thread.interrupted()).as("nobody interrupted the calling thread").isFalse();
        assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
      }
    } finally {
      executor.shutdownNow();
      assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void a_batch_that_was_cancelled_before_it_runs_takes_no_record() {
    Batch batch = Batch.builder(RULES, AS_OF).build();
    batch.cancel();

    Batch.Tally tally =
        batch.run(
            learners(3)
                .peek(
                    record -> {
                      throw new AssertionError("taken");
                    }),
            Evaluation::earned,
            result -> {});

    assertThat(tally.isCut()).isTrue();
  }

  @Test
  void a_checked_exception_that_nobody_declared_fails_its_record_alone() {
    List<Batch.Result<Boolean>> results = new ArrayList<>();

    Batch.builder(RULES, AS_OF)
        .build()
        .run(
            learners(2),
            evaluation -> {
              if (evaluation.record().learner().id().endsWith("0")) {
                BatchTest.<RuntimeException>undeclared(new IOException("away"));
              }
              return true;
            },
            results::add);

    assertThat(results).extracting(Batch.Result::value).containsExactly(null, true);
    assertThat(results.get(0).failure()).hasCauseInstanceOf(IOException.class);
  }

  /** As other languages throw it. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> void undeclared(Exception checked) throws E {
    throw (E) checked;
  }

  @Test
  void an_interrupted_batch_ends_and_the_flag_stays() {
    List<String> results = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Batch.builder(RULES, AS_OF)
                    .build()
                    .run(
                        learners(100),
                        Evaluation::earned,
                        result -> {
                          results.add(result.record().learner().id());
                          Thread.currentThread().interrupt();
                        }))
        .isInstanceOf(CancellationException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(results).hasSize(1);
  }

  @Test
  void an_executor_that_refuses_or_is_busy_with_the_batch_itself_stops_nothing() throws Exception {
    Batch.Tally refused =
        Batch.builder(RULES, AS_OF)
            .on(
                task -> {
                  throw new RejectedExecutionException("full");
                },
                4)
            .build()
            .run(learners(9), Evaluation::earned, result -> {});
    assertThat(refused.records()).isEqualTo(9);

    ExecutorService single = Executors.newSingleThreadExecutor();
    try {
      Batch.Tally within =
          single
              .submit(
                  () ->
                      Batch.builder(RULES, AS_OF)
                          .on(single, 4)
                          .build()
                          .run(learners(9), Evaluation::earned, result -> {}))
              .get();
      assertThat(within.records()).isEqualTo(9);
    } finally {
      single.shutdownNow();
    }
  }

  @Test
  void what_the_receiver_throws_ends_the_batch() {
    assertThatThrownBy(
            () ->
                Batch.builder(RULES, AS_OF)
                    .build()
                    .run(
                        learners(3),
                        Evaluation::earned,
                        result -> {
                          throw new IllegalStateException("the table is full");
                        }))
        .hasMessage("the table is full");
  }

  @Test
  void a_batch_says_who_lapses_within_some_days() {
    CredentialRules yearly =
        rules(
            """
            rule "Badge" @credential( "badge" ) @validFor( "P1Y" )
            when
              WorkExperience( experience == "a" )
            then
            end
            """);
    LearnerRecord with = Records.record(Records.work("a", "1"));
    LearnerRecord without = Records.record(Records.work("b", "1"));
    LocalDate lapses = LocalDate.of(2027, 2, 2);
    List<String> told = new ArrayList<>();
    Batch.Tally tally =
        Batch.builder(yearly, AS_OF)
            .build()
            .changes(
                Stream.of(without, with, without),
                lapses,
                result -> told.add(String.valueOf(result.value())));
    assertThat(told).containsExactly("[2027-02-02: earned [], lost [badge]]");
    assertThat(tally.records()).isEqualTo(3);

    told.clear();
    Batch.builder(yearly, AS_OF)
        .build()
        .changes(Stream.of(with), lapses.minusDays(1), result -> told.add("changes"));
    assertThat(told).as("one day fewer").isEmpty();
  }

  @Test
  void a_batch_runs_once() {
    Batch batch = Batch.builder(RULES, AS_OF).build();
    batch.run(learners(1), Evaluation::earned, result -> {});

    assertThatThrownBy(() -> batch.run(learners(1), Evaluation::earned, result -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_impact_is_the_same_on_many_threads() {
    CredentialRules stricter =
        rules(
            """
            rule "Badge"
              @credential( "badge" )
            when
              AssessmentResult( assessment == "quiz", score >= 90 )
            then
            end
            """);
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      assertThat(Impact.of(RULES, stricter, learners(200), AS_OF, executor, 16))
          .isEqualTo(Impact.of(RULES, stricter, learners(200), AS_OF));
    } finally {
      executor.shutdownNow();
    }
  }
}
