package io.credentialrules.spark;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Plan;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What one record adds to what its group lacks: that which its own plans ask for. */
record PlanTallies(ArrayList<String> credentials, LearnerField field, ZonedDateTime asOf)
    implements PartitionTask.Answer {

  @Override
  public List<Row> rows(CredentialRules rules, LearnerRecord record) {
    String group = field.of(record);
    Evaluation evaluation = rules.evaluate(record, asOf);
    List<Row> rows = new ArrayList<>();
    rows.add(Tally.learner(group, false));
    for (String credential : credentials) {
      try {
        add(evaluation.plan(credential), group, credential, rows);
      } catch (LimitExceededException exceeded) {
        rows.add(Tally.credential(group, credential, 0, 0, 0, 1));
      }
    }
    return rows;
  }

  private static void add(Plan plan, @Nullable String group, String credential, List<Row> rows) {
    // A learner who needs two more of something lacks it once.
    Set<Row> lacks = new LinkedHashSet<>();
    if (plan instanceof Plan.AlreadyEarned) {
      rows.add(Tally.credential(group, credential, 1, 0, 0, 0));
    } else if (plan instanceof Plan.Steps steps) {
      rows.add(Tally.credential(group, credential, 0, 1, 0, 0));
      for (Plan.Step step : steps.steps()) {
        lacks.add(
            Tally.requirement(
                group, credential, step.requirement(), step.name(), step.action().name()));
      }
    } else if (plan instanceof Plan.Unreachable unreachable) {
      rows.add(Tally.credential(group, credential, 0, 0, 1, 0));
      for (Plan.ClosedRoute route : unreachable.routes()) {
        for (Plan.Obstacle obstacle : route.obstacles()) {
          lacks.add(
              Tally.requirement(
                  group,
                  credential,
                  obstacle.requirement(),
                  obstacle.name(),
                  obstacle.cause().name()));
        }
      }
    }
    rows.addAll(lacks);
  }

  @Override
  public List<Row> failure(
      CredentialRules rules, @Nullable LearnerRecord record, Exception failure) {
    return List.of(record == null ? Tally.unread() : Tally.learner(field.of(record), true));
  }
}
