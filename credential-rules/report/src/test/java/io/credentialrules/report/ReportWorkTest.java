package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperienceBuilder;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a report may cost, what is cut and what is refused; and that an interrupt ends it. */
@Timeout(300)
@Tag("once")
class ReportWorkTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration TENTH = Duration.ofMillis(100);
  private static final int[] PAUSES = {100, 20, 200, 400};
  private static final int ATTEMPTS = 9;
  private static final int WANTED = 3;
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
  private static final Provenance VETTED =
      Provenance.vettedBy("Dr. Reviewer", ReviewerRole.FACULTY, TODAY);

  /** Credentials in layers, each after the two of the layer before. */
  private static CredentialRules layers(int credentials, int width) {
    return rules(
        IntStream.range(0, credentials)
            .mapToObj(
                i ->
                    """
                    rule "Rule %1$s" @credential( "c%1$s" ) when
                      WorkExperience( experience == "none-%1$s" )
                      %2$s
                    then end
                    """
                        .formatted(i, i < width ? "" : prerequisites(i, width)))
            .collect(Collectors.joining()));
  }

  private static String prerequisites(int number, int width) {
    int before = (number / width - 1) * width;
    return "Earned( credential == \"c%s\" ) Earned( credential == \"c%s\" )"
        .formatted(before + number % width, before + (number + 1) % width);
  }

  private static CredentialRules rules(String drl) {
    return CredentialRules.compile(PolicyPack.of("test", Map.of("test.drl", drl)));
  }

  private static Evaluation evaluation(CredentialRules rules, int facts, Provenance provenance) {
    List<Fact> jobs =
        IntStream.range(0, facts)
            .mapToObj(
                i ->
                    (Fact)
                        WorkExperienceBuilder.builder()
                            .type(WorkExperienceType.JOB)
                            .provenance(provenance)
                            .experience("job-" + i)
                            .hours(BigDecimal.ONE)
                            .endedOn(TODAY.minusDays(1))
                            .build())
            .toList();
    return rules.evaluate(
        LearnerRecord.builder(Learner.of("maria")).addAll(jobs).build(), TODAY, ZoneId.of("UTC"));
  }

  /** The least limit under which it ends; it ends under each greater one. */
  private static int least(java.util.function.IntFunction<Supplier<String>> within) {
    int low = 1;
    int high = 1_000_000;
    while (low < high) {
      int middle = (low + high) / 2;
      try {
        assertThat(within.apply(middle).get()).isNotEmpty();
        high = middle;
      } catch (LimitExceededException tooLittle) {
        low = middle + 1;
      }
    }
    return low;
  }

  @Test
  void a_report_has_as_many_sentences_as_the_limit_and_is_refused_with_one_less() {
    Evaluation evaluation = evaluation(layers(6, 2), 3, VETTED);
    Report report = Report.of(evaluation, Locale.ENGLISH);
    int sentences =
        least(most -> () -> report.within(ReportLimits.DEFAULT.withMaxSentences(most)).html());

    assertThat(sentences).isBetween(20, 2_000);
    assertThat(report.within(ReportLimits.DEFAULT.withMaxSentences(sentences)).html())
        .isEqualTo(report.html());
    Report less = report.within(ReportLimits.DEFAULT.withMaxSentences(sentences - 1));
    assertThatThrownBy(less::html)
        .isInstanceOfSatisfying(
            LimitExceededException.class,
            refused -> assertThat(refused.limit()).isEqualTo("maxSentences"));
  }

  @Test
  void every_number_of_sentences_below_what_a_text_takes_is_refused_by_its_name() {
    Report report = Report.of(evaluation(layers(2, 2), 1, VETTED), Locale.FRENCH);
    for (int most = 1; most < 12; most++) {
      Report less = report.within(ReportLimits.DEFAULT.withMaxSentences(most));
      for (Supplier<String> each :
          List.<Supplier<String>>of(less::text, less::markdown, less::html)) {
        assertThatThrownBy(each::get).isInstanceOf(LimitExceededException.class);
      }
    }
  }

  @Test
  void a_picture_beyond_its_work_is_refused_alone_and_left_out_of_a_page_that_says_so() {
    CredentialRules rules = layers(12, 3);
    CredentialGraph graph = CredentialGraph.of(rules, Locale.ENGLISH);
    int work =
        least(most -> () -> graph.within(ReportLimits.DEFAULT.withMaxPictureWork(most)).svg());
    assertThat(work).isBetween(12, 1_000);
    assertThat(graph.within(ReportLimits.DEFAULT.withMaxPictureWork(work)).svg())
        .isEqualTo(graph.svg());
    assertThatThrownBy(graph.within(ReportLimits.DEFAULT.withMaxPictureWork(work - 1))::svg)
        .isInstanceOfSatisfying(
            LimitExceededException.class,
            refused -> assertThat(refused.limit()).isEqualTo("maxPictureWork"));

    Report report = Report.of(evaluation(rules, 1, VETTED), Locale.ENGLISH).withPictures();
    assertThat(report.html()).contains("<svg");
    assertThat(report.within(ReportLimits.DEFAULT.withMaxPictureWork(5)).html())
        .doesNotContain("<rect class=\"box")
        .contains("maxPictureWork");
  }

  @Test
  void limits_are_positive() {
    assertThatThrownBy(() -> ReportLimits.DEFAULT.withMaxSentences(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ReportLimits.DEFAULT.withMaxPictureWork(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Facts that do not count are the same on both sides of the number that is listed. */
  @Test
  void lists_are_cut_where_they_are_long_and_the_number_of_what_is_left_out_is_told() {
    CredentialRules rules = layers(1, 1);
    String whole = Report.of(evaluation(rules, 100, Provenance.UNVETTED), Locale.ENGLISH).html();
    String cut = Report.of(evaluation(rules, 140, Provenance.UNVETTED), Locale.ENGLISH).html();

    assertThat(whole).doesNotContain("40 more");
    assertThat(cut).contains("40 more");
    assertThat(cut.length()).isLessThan(whole.length() + 2_000);
  }

  /** Credentials of which each asks for all thirty of the layer before. */
  private static CredentialRules thirtyBeforeEach(int credentials) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < credentials; i++) {
      int layer = i / 30 * 30;
      String before =
          IntStream.range(Math.max(0, layer - 30), layer)
              .mapToObj("Earned( credential == \"c%s\" ) "::formatted)
              .collect(Collectors.joining());
      files.merge(
          "layer-" + layer + ".drl",
          "rule \"Rule %1$s\" @credential( \"c%1$s\" ) when WorkExperience( experience == \"w%1$s\" ) %2$s then end\n"
              .formatted(i, before),
          String::concat);
    }
    return CredentialRules.compile(PolicyPack.of("test", files));
  }

  @Test
  void a_graph_of_a_thousand_credentials_is_a_picture_or_a_named_limit() {
    CredentialRules rules = thirtyBeforeEach(1_000);
    Evaluation evaluation = evaluation(rules, 10, VETTED);
    long begin = THREADS.getCurrentThreadCpuTime();
    try {
      assertThat(CredentialGraph.of(rules, Locale.ENGLISH).svg()).contains("<svg");
    } catch (LimitExceededException limit) {
      assertThat(limit.limit()).isEqualTo("maxPictureWork");
    }
    assertThat(CredentialGraph.of(rules, Locale.ENGLISH).text()).contains("c999");
    assertThat(Report.of(evaluation, Locale.ENGLISH).withPictures().html())
        .startsWith("<!DOCTYPE html>");
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begin))
        .isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void an_interrupt_ends_pages_pictures_and_texts() throws InterruptedException {
    Report report =
        Report.of(evaluation(layers(300, 20), 400, Provenance.UNVETTED), Locale.ENGLISH);
    endsSoon(report::html);
    endsSoon(report.withPlans()::text);
    endsSoon(report.withPictures()::html);
    endsSoon(CredentialGraph.of(layers(800, 30), Locale.ENGLISH)::svg);
    endsSoon(CredentialGraph.of(layers(460, 230), Locale.ENGLISH)::svg);
  }

  /** A chain of credentials, and others that ask for its first or its last. */
  private static CredentialRules far(int chain, int others) {
    StringBuilder drl = new StringBuilder();
    for (int i = 0; i < chain + others; i++) {
      String before = "Earned( credential == \"c%s\" )";
      String asked = i == 0 ? "" : before.formatted(i - 1);
      if (i >= chain) {
        asked = "( " + before.formatted(0) + " or " + before.formatted(chain - 1) + " )";
      }
      drl.append(
          "rule \"Rule %1$s\" @credential( \"c%1$s\" ) when WorkExperience( experience == \"w%1$s\" ) %2$s then end\n"
              .formatted(i, asked));
    }
    return rules(drl.toString());
  }

  @Test
  void a_long_arrow_costs_as_much_as_short_ones_through_each_column() {
    assertThat(CredentialGraph.of(far(25, 10), Locale.ENGLISH).svg()).contains("<svg");
    assertThatThrownBy(CredentialGraph.of(far(45, 120), Locale.ENGLISH)::svg)
        .isInstanceOfSatisfying(
            LimitExceededException.class,
            refused -> assertThat(refused.limit()).isEqualTo("maxPictureWork"));
    assertThat(CredentialGraph.of(far(2, 80), Locale.ENGLISH).svg()).contains("<svg");
  }

  /** Boxes of two wide columns, in which sorting by pairs would take longer than a minute. */
  @Test
  void a_wide_picture_is_drawn_in_a_time_that_grows_with_it() {
    CredentialGraph graph = CredentialGraph.of(layers(1_000, 500), Locale.ENGLISH);
    long begin = THREADS.getCurrentThreadCpuTime();
    assertThat(graph.svg()).contains("<svg");
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begin))
        .isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void the_plans_of_a_page_are_one_question_and_the_page_says_where_they_end() {
    String few = Report.of(evaluation(layers(4, 4), 0, VETTED), Locale.ENGLISH).withPlans().text();
    String many =
        Report.of(evaluation(layers(1_500, 1_500), 0, VETTED), Locale.ENGLISH).withPlans().text();

    assertThat(few).doesNotContain("longer than the limits allow");
    assertThat(many).contains("none-3").contains("longer than the limits allow");
  }

  /**
   * Once the code is loaded: loading it is work of the JVM that no interrupt ends, and what has
   * been reached by then depends on the machine. So there are attempts until enough of them find it
   * loaded; none takes longer than a second.
   */
  private static void endsSoon(Supplier<String> work) throws InterruptedException {
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

  /** The time of the processor that work takes after it is interrupted. */
  private static Duration afterInterrupt(Supplier<String> work, int millis)
      throws InterruptedException {
    AtomicLong end = new AtomicLong();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean isInterrupted = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  assertThat(work.get()).isNotEmpty();
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
    assertThat(isInterrupted).isTrue();
    return Duration.ofNanos(end.get() - begin);
  }
}
