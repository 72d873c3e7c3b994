package io.credentialrules.testkit;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.testkit.internal.law.PositiveRules;
import io.credentialrules.testkit.internal.learner.NearbyFacts;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Generated learner records that a policy can tell apart. Facts are those that a plan for each
 * credential asks for and those that patterns of the rules name; each may be left out, or differ
 * from that in one respect by one step: an amount just below, a day too late, not reviewed,
 * revoked. So records lie on both sides of each bound, where those that are drawn at random never
 * are. They shrink to the fewest facts that still show what was found. Immutable.
 */
public final class PolicyRecords {
  private static final int MOST_FURTHER = 4;

  /** Months differ in length, so what took as long before can end some days late. */
  private static final int MOST_BEGUN_BEFORE = 5;

  /** Made from rules once for all laws; kept only as long as the rules are. */
  private static final Map<CredentialRules, PolicyRecords> LATEST =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final ZonedDateTime asOf;
  private final LearnerRecord start;
  private final Map<String, List<Fact>> earning = new LinkedHashMap<>();
  private final List<Fact> named;
  private final NearbyFacts nearby;
  private final PositiveRules positive;

  private PolicyRecords(CredentialRules rules, ZonedDateTime asOf, LearnerRecord start) {
    this.asOf = asOf;
    this.start = start;
    this.nearby = new NearbyFacts(rules.vocabulary(), asOf);
    this.positive = PositiveRules.of(rules.policy());
    for (Credential credential : rules.catalogue()) {
      List<Fact> facts = earning(rules, credential);
      if (facts != null) {
        earning.put(credential.id(), facts);
      }
    }
    this.named = named(rules);
  }

  /**
   * Records of a learner whose date of birth, campus and roles are not known.
   *
   * @param asOf the date of evaluation that the records are made for
   */
  public static PolicyRecords of(CredentialRules rules, ZonedDateTime asOf) {
    return of(rules, asOf, Learner.of("learner"));
  }

  /**
   * Records of a learner.
   *
   * @param asOf the date of evaluation that the records are made for
   * @param learner with whatever the policy asks of a learner and no plan can change, such as age
   */
  public static PolicyRecords of(CredentialRules rules, ZonedDateTime asOf, Learner learner) {
    return of(rules, asOf, LearnerRecord.of(learner));
  }

  /**
   * Records of a learner for whom something has happened already.
   *
   * @param asOf the date of evaluation that the records are made for
   * @param start what plans begin with: such as an enrolment, which only the institution brings
   *     about, or a rank held for years; in generated records it is left out or changed like any
   *     other fact
   */
  public static PolicyRecords of(CredentialRules rules, ZonedDateTime asOf, LearnerRecord start) {
    return new PolicyRecords(rules, asOf, start);
  }

  /** The same without making plans again where they were made for the same rules just before. */
  static PolicyRecords shared(CredentialRules rules, ZonedDateTime asOf, LearnerRecord start) {
    PolicyRecords latest = LATEST.get(rules);
    if (latest == null || !latest.asOf.equals(asOf) || !latest.start.equals(start)) {
      latest = of(rules, asOf, start);
      LATEST.put(rules, latest);
    }
    return latest;
  }

  /**
   * What a plan leads to that is done by the date of evaluation: one that was begun before, where
   * it takes days; null where there is none.
   */
  private @Nullable List<Fact> earning(CredentialRules rules, Credential credential) {
    ZonedDateTime begun = asOf;
    for (int tries = 0; tries <= MOST_BEGUN_BEFORE; tries++) {
      if (!(rules.evaluate(start, begun).plan(credential.id()) instanceof Plan.Steps plan)) {
        return null;
      }
      LearnerRecord done = plan.appliedTo(start);
      if (rules.evaluate(done, asOf).isEarned(credential.id())) {
        return done.facts();
      }
      LocalDate end = plan.waitUntil() == null ? plan.startOn() : plan.waitUntil();
      long late = end == null ? 0 : ChronoUnit.DAYS.between(asOf.toLocalDate(), end);
      begun = begun.minusDays(Math.max(late, 1));
    }
    return null;
  }

  /** The facts that patterns name, once each. */
  private List<Fact> named(CredentialRules rules) {
    Set<Fact> facts = new LinkedHashSet<>();
    PolicyWalk walk =
        new PolicyWalk() {
          @Override
          public void condition(Condition condition) {
            if (condition instanceof Condition.Pattern pattern) {
              Fact fact = nearby.of(pattern);
              if (fact != null && !(fact instanceof Learner)) {
                facts.add(fact);
              }
            }
            PolicyWalk.super.condition(condition);
          }
        };
    for (PolicyRule rule : rules.policy().rules()) {
      walk.condition(rule.when());
    }
    return List.copyOf(facts);
  }

  /** Which credentials further evidence cannot take away. */
  PositiveRules positive() {
    return positive;
  }

  /** The credentials for which there is a plan, so that records can be made that earn them. */
  public Set<String> credentials() {
    return Collections.unmodifiableSet(earning.keySet());
  }

  /** Whatever the policy can tell apart: of no credential, of one, or of several at once. */
  public Arbitrary<LearnerRecord> any() {
    List<Fact> further = new ArrayList<>(named);
    named.forEach(fact -> further.addAll(nearby.around(fact)));
    Arbitrary<List<Fact>> some =
        further.isEmpty()
            ? Arbitraries.just(List.of())
            : Arbitraries.of(further).list().ofMaxSize(MOST_FURTHER);
    Arbitrary<List<Fact>> towards =
        earning.isEmpty()
            ? Arbitraries.just(List.of())
            : Arbitraries.of(earning.keySet()).flatMap(this::aroundEarning);
    return Combinators.combine(towards, some, Arbitraries.integers().between(0, 1_000))
        .as(
            (one, other, turn) -> {
              List<Fact> all = new ArrayList<>(one);
              all.addAll(other);
              return record(all, turn);
            });
  }

  /**
   * Records with exactly what earns a credential, in any order.
   *
   * @throws IllegalArgumentException when there is no plan for it
   */
  public Arbitrary<LearnerRecord> earning(String credential) {
    List<Fact> facts = facts(credential);
    return Arbitraries.integers()
        .between(0, Math.max(0, facts.size() - 1))
        .map(turn -> record(facts, turn));
  }

  /**
   * Records with what earns a credential but for one fact, which is not there, or differs in one
   * respect.
   *
   * @throws IllegalArgumentException when there is no plan for it
   */
  public Arbitrary<LearnerRecord> nearly(String credential) {
    List<Fact> facts = facts(credential);
    return Arbitraries.integers()
        .between(0, facts.size() - 1)
        .flatMap(
            missing ->
                Arbitraries.of(instead(facts.get(missing)))
                    .map(
                        instead -> {
                          List<Fact> all = new ArrayList<>(facts);
                          all.remove(missing.intValue());
                          instead.ifPresent(all::add);
                          return record(all, 0);
                        }));
  }

  private List<Fact> facts(String credential) {
    List<Fact> facts = earning.get(credential);
    if (facts == null || facts.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no plan for `"
              + credential
              + "` from the record that plans begin with; there is one for "
              + earning.keySet()
              + ". Begin with what no plan can bring about: a learner of the right age, an enrolment");
    }
    return facts;
  }

  /** Nothing first, which is what generated records shrink to. */
  private List<Optional<Fact>> instead(Fact fact) {
    List<Optional<Fact>> instead = new ArrayList<>();
    instead.add(Optional.empty());
    nearby.around(fact).forEach(other -> instead.add(Optional.of(other)));
    return instead;
  }

  /** Of each fact that earns a credential: it, something near it, or nothing; half of them it. */
  private Arbitrary<List<Fact>> aroundEarning(String credential) {
    List<Arbitrary<Optional<Fact>>> places = new ArrayList<>();
    for (Fact fact : earning.getOrDefault(credential, List.of())) {
      List<Optional<Fact>> choices = instead(fact);
      int others = choices.size() * 2;
      for (int i = 0; i < others; i++) {
        choices.add(Optional.of(fact));
      }
      places.add(Arbitraries.of(choices));
    }
    return Combinators.combine(places)
        .as(chosen -> chosen.stream().flatMap(Optional::stream).toList());
  }

  private LearnerRecord record(List<Fact> facts, int turn) {
    List<Fact> turned = new ArrayList<>(facts);
    Collections.rotate(turned, turn);
    return LearnerRecord.of(start.learner(), turned.toArray(new Fact[0]));
  }

  /** What the records begin with, and when they are evaluated. */
  @Override
  public String toString() {
    return "records around " + start + " at " + asOf;
  }
}
