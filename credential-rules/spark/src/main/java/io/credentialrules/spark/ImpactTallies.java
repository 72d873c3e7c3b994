package io.credentialrules.spark;

import io.credentialrules.CredentialRules;
import io.credentialrules.Difference;
import io.credentialrules.Impact;
import io.credentialrules.LearnerRecord;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What one record adds to the impact of a change: that of the library on this record alone. */
record ImpactTallies(
    Broadcast<PolicyText> after, LearnerField field, ZonedDateTime asOf, JobCounts counts)
    implements PartitionTask.Answer {

  @Override
  public List<Row> rows(CredentialRules before, LearnerRecord record) {
    CredentialRules later = CompiledPolicies.of(after.value(), counts::compiled);
    Impact impact = Impact.of(before, later, List.of(record), asOf);
    String group = field.of(record);
    boolean isFailed = !impact.failures().isEmpty();
    if (isFailed) {
      counts.failed();
    }
    List<Row> rows = new ArrayList<>();
    rows.add(Tally.learner(group, isFailed));
    for (Impact.Count count : impact.counts()) {
      rows.add(
          Tally.credential(
              group,
              count.credential(),
              count.before(),
              count.after(),
              count.gained(),
              count.lost()));
    }
    for (Impact.Effect effect : impact.effects()) {
      for (Difference.Change change : effect.changes()) {
        change
            .decisive()
            .forEach(
                requirement ->
                    rows.add(
                        Tally.requirement(
                            group,
                            change.credential().id(),
                            requirement.id(),
                            requirement.name(),
                            change.kind().name())));
      }
    }
    return rows;
  }

  @Override
  public List<Row> failure(
      CredentialRules rules, @Nullable LearnerRecord record, Exception failure) {
    return List.of(record == null ? Tally.unread() : Tally.learner(field.of(record), true));
  }
}
