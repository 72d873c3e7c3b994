package io.credentialrules.examples.campus.policy;

import io.credentialrules.Difference;
import io.credentialrules.Impact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The trials that were finished: of each policy, against each that was in force then. */
@Repository
public class Trials {
  private final JdbcClient jdbc;
  private final Clock clock;

  Trials(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A finished trial.
   *
   * @param finishedAt when
   * @param scenarios how many scenarios were run
   * @param failures those that failed
   * @param learners how many learners were decided by both policies
   */
  public record Trial(
      OffsetDateTime finishedAt, int scenarios, List<String> failures, int learners) {

    /** Whether there are scenarios, and all passed. */
    public boolean isGreen() {
      return scenarios > 0 && failures.isEmpty();
    }
  }

  /** What a policy does to a group of learners with one credential. */
  public record Effect(String credential, String group, int gained, int lost) {}

  /** The trial of a policy against another. */
  public Optional<Trial> find(String digest, String against) {
    return jdbc.sql("select * from policy_trial where digest = ? and against = ?")
        .param(digest)
        .param(against)
        .query(Trials::row)
        .optional();
  }

  /** How many learners are in each group. */
  public Map<String, Integer> groups(String digest, String against) {
    Map<String, Integer> groups = new TreeMap<>();
    jdbc.sql("select grp, learners from policy_trial_group where digest = ? and against = ?")
        .param(digest)
        .param(against)
        .query(
            row -> {
              groups.put(row.getString(1), row.getInt(2));
            });
    return groups;
  }

  /** What the policy does, without suppression: see {@link ImpactTable}. */
  public List<Effect> effects(String digest, String against) {
    return jdbc.sql(
            "select credential, grp, gained, lost from policy_trial_effect"
                + " where digest = ? and against = ? order by credential, grp")
        .param(digest)
        .param(against)
        .query(
            (row, number) ->
                new Effect(
                    row.getString("credential"),
                    row.getString("grp"),
                    row.getInt("gained"),
                    row.getInt("lost")))
        .list();
  }

  @Transactional
  public void keep(
      String digest,
      String against,
      ScenarioRun.Outcome scenarios,
      Impact impact,
      Map<String, String> groupOf) {
    for (String table : List.of("policy_trial_effect", "policy_trial_group", "policy_trial")) {
      jdbc.sql("delete from " + table + " where digest = ? and against = ?")
          .param(digest)
          .param(against)
          .update();
    }
    jdbc.sql(
            "insert into policy_trial (digest, against, finished_at, scenarios, failed, failures,"
                + " learners) values (?, ?, ?, ?, ?, ?, ?)")
        .param(digest)
        .param(against)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(scenarios.count())
        .param(scenarios.failures().size())
        .param(String.join("\n", scenarios.failures()))
        .param(groupOf.size())
        .update();
    Map<String, Integer> groups = new TreeMap<>();
    groupOf.values().forEach(group -> groups.merge(group, 1, Integer::sum));
    groups.forEach(
        (group, size) ->
            jdbc.sql("insert into policy_trial_group values (?, ?, ?, ?)")
                .param(digest)
                .param(against)
                .param(group)
                .param(size)
                .update());
    effectsOf(impact, groupOf)
        .forEach(
            effect ->
                jdbc.sql("insert into policy_trial_effect values (?, ?, ?, ?, ?, ?)")
                    .param(digest)
                    .param(against)
                    .param(effect.credential())
                    .param(effect.group())
                    .param(effect.gained())
                    .param(effect.lost())
                    .update());
  }

  /** How many learners of each group gain and lose each credential, without suppression. */
  static List<Effect> effectsOf(Impact impact, Map<String, String> groupOf) {
    Map<List<String>, int[]> effects =
        new TreeMap<>(
            Comparator.<List<String>, String>comparing(key -> key.get(0))
                .thenComparing(key -> key.get(1)));
    for (Impact.Effect effect : impact.effects()) {
      String group = groupOf.getOrDefault(effect.learner(), "?");
      for (Difference.Change change : effect.changes()) {
        // Only what is gained or lost is in an impact.
        int[] counts =
            effects.computeIfAbsent(List.of(change.credential().id(), group), key -> new int[2]);
        counts[change.kind() == Difference.Kind.GAINED ? 0 : 1]++;
      }
    }
    List<Effect> counted = new ArrayList<>();
    effects.forEach(
        (key, counts) -> counted.add(new Effect(key.get(0), key.get(1), counts[0], counts[1])));
    return counted;
  }

  private static Trial row(ResultSet row, int number) throws SQLException {
    String failures = row.getString("failures");
    return new Trial(
        row.getObject("finished_at", OffsetDateTime.class),
        row.getInt("scenarios"),
        failures.isEmpty() ? List.of() : failures.lines().toList(),
        row.getInt("learners"));
  }
}
