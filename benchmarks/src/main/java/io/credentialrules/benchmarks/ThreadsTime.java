package io.credentialrules.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.credentialrules.Batch;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A batch on two threads beside one.
 *
 * @param wall how many times faster two are on the wall, on whatever the machine leaves them
 * @param processor how many times as much they do where each has a core to itself: twice the
 *     learners of one for each second of processor time, over those of two
 */
record ThreadsTime(double wall, double processor) {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** The medians of rounds in turns. */
  static ThreadsTime measured(Contest contest, int rounds, int learners) {
    List<Double> wall = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    for (int round = -2; round < rounds; round++) {
      double[] one = batch(contest, 1, learners);
      double[] two = batch(contest, 2, learners);
      if (round >= 0) {
        wall.add(one[0] / two[0]);
        processor.add(2 * one[1] / two[1]);
      }
    }
    Collections.sort(wall);
    Collections.sort(processor);
    return new ThreadsTime(wall.get(rounds / 2), processor.get(rounds / 2));
  }

  /** Nanoseconds on the wall, and of processor time of the process. */
  private static double[] batch(Contest contest, int threads, int learners) {
    List<LearnerRecord> all = contest.learners();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      long begun = System.nanoTime();
      long processor = PROCESS.getProcessCpuTime();
      Batch.builder(contest.rules(), Engine.AS_OF)
          .on(executor, 16 * threads)
          .build()
          .run(
              Stream.iterate(0, i -> i + 1).limit(learners).map(i -> all.get(i % all.size())),
              Evaluation::earned,
              result -> {});
      return new double[] {System.nanoTime() - begun, PROCESS.getProcessCpuTime() - processor};
    } finally {
      executor.shutdownNow();
    }
  }
}
