package io.credentialrules.examples.spark;

import io.credentialrules.Batch;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.json.LearnerRecordReader;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The same decisions by a batch, from texts in memory. */
final class InOneProcess {
  private final CredentialRules rules;
  private final ZonedDateTime asOf;
  private final int threads;
  private final Map<String, List<String>> decided = new HashMap<>();

  InOneProcess(CredentialRules rules, ZonedDateTime asOf, int threads) {
    this.rules = rules;
    this.asOf = asOf;
    this.threads = threads;
  }

  /** Decides, and keeps what was decided about each learner. */
  void decide(List<String> records) {
    LearnerRecordReader reader = LearnerRecordReader.of(rules.vocabulary(), asOf.getZone());
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Batch.builder(rules, asOf)
          .on(executor, 8 * threads)
          .build()
          .run(
              records.stream().map(json -> reader.read("", json)),
              evaluation -> evaluation.decisions().stream().map(InOneProcess::line).toList(),
              result ->
                  decided.put(
                      result.record().learner().id(), Objects.requireNonNull(result.value())));
    } finally {
      executor.shutdown();
    }
  }

  /** About how many learners Spark decided otherwise, or one of both did not at all. */
  long differences(Dataset<Row> decisions) {
    Map<String, List<String>> found = new HashMap<>();
    for (Iterator<Row> rows = decisions.toLocalIterator(); rows.hasNext(); ) {
      Row row = rows.next();
      String learner = row.getAs("learner");
      found.computeIfAbsent(learner, id -> new ArrayList<>()).add(line(row));
    }
    long different = 0;
    for (Map.Entry<String, List<String>> each : decided.entrySet()) {
      different += each.getValue().equals(found.remove(each.getKey())) ? 0 : 1;
    }
    return different + found.size();
  }

  private static String line(Decision decision) {
    StringBuilder line = new StringBuilder(decision.credential().id());
    line.append(' ').append(decision.isEarned());
    if (decision instanceof Decision.Earned earned) {
      line.append(' ').append(earned.since()).append(' ').append(earned.until());
    } else {
      line.append(" null null");
    }
    decision
        .requirements()
        .forEach(
            each -> line.append(", ").append(each.id()).append(' ').append(each.state().name()));
    return line.toString();
  }

  private static String line(Row row) {
    StringBuilder line = new StringBuilder(row.<String>getAs("credential"));
    line.append(' ').append(row.<Boolean>getAs("earned"));
    line.append(' ').append(row.<Object>getAs("since")).append(' ');
    line.append(row.<Object>getAs("until"));
    for (Row each : row.<Row>getList(row.fieldIndex("requirements"))) {
      line.append(", ").append(each.<String>getAs("id"));
      line.append(' ').append(each.<String>getAs("state"));
    }
    return line.toString();
  }
}
