package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What a change of a policy may do, as jqwik properties over records that lie around the bounds of
 * either version. A test class says which versions it means and what the change is for:
 *
 * <pre>{@code
 * class FewerHoursLaws implements PolicyChangeLaws {
 *   public CredentialRules before() { return BEFORE; }
 *   public CredentialRules after() { return AFTER; }
 *   public Set<String> gained() { return Set.of("level-2"); }
 * }
 * }</pre>
 *
 * <p>What fails is shrunk to the smallest record and printed as a scenario.
 */
public interface PolicyChangeLaws extends GeneratedLearners {
  /** How many records are tried to find one that a listed credential is gained or lost with. */
  int MANY = 2_000;

  /** The rules in force; called often, so compile them once. */
  CredentialRules before();

  /** The rules that are meant to follow them; called often, so compile them once. */
  CredentialRules after();

  /** The credentials that some learners are meant to earn by the change; none unless overridden. */
  default Set<String> gained() {
    return Set.of();
  }

  /** The credentials that some learners are meant to lose by it; none unless overridden. */
  default Set<String> lost() {
    return Set.of();
  }

  /** The records that the change is tried with: half of each version. */
  @Provide
  default Arbitrary<LearnerRecord> records() {
    return Arbitraries.oneOf(
        PolicyRecords.shared(before(), asOf(), start()).any(),
        PolicyRecords.shared(after(), asOf(), start()).any());
  }

  /** Otherwise a learner earns what nobody meant to give. */
  @Property
  default void nothing_is_gained_but_what_is_listed(@ForAll("records") LearnerRecord record) {
    assertThat(gainedBy(record)).as("gained, but not listed").isSubsetOf(gained());
  }

  /** Otherwise a learner loses what nobody meant to take. */
  @Property
  default void nothing_is_lost_but_what_is_listed(@ForAll("records") LearnerRecord record) {
    assertThat(lostBy(record)).as("lost, but not listed").isSubsetOf(lost());
  }

  /** Otherwise the change does not do what it is made for. */
  @Example
  default void what_is_listed_is_gained_and_lost_by_some() {
    Set<String> never = new TreeSet<>();
    gained().forEach(credential -> never.add(credential + " is gained by none"));
    lost().forEach(credential -> never.add(credential + " is lost by none"));
    records()
        .sampleStream()
        .limit(MANY)
        .takeWhile(record -> !never.isEmpty())
        .forEach(
            record -> {
              gainedBy(record)
                  .forEach(credential -> never.remove(credential + " is gained by none"));
              lostBy(record).forEach(credential -> never.remove(credential + " is lost by none"));
            });
    assertThat(never).as("in %s records", MANY).isEmpty();
  }

  private Set<String> gainedBy(LearnerRecord record) {
    return missing(earned(before(), record), earned(after(), record));
  }

  private Set<String> lostBy(LearnerRecord record) {
    return missing(earned(after(), record), earned(before(), record));
  }

  private static Set<String> missing(Set<String> from, Set<String> of) {
    Set<String> missing = new LinkedHashSet<>(of);
    missing.removeAll(from);
    return missing;
  }

  private Set<String> earned(CredentialRules rules, LearnerRecord record) {
    return new HashSet<>(rules.evaluate(record, asOf()).earned());
  }
}
