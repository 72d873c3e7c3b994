package io.credentialrules.oracle;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Met;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What may come true once what is open is known, where what does not count yet counts. */
final class OpenJudgement implements Search.Facts {
  private final Oracle oracle;
  private final Judgement judgement;
  private final ZonedDateTime asOf;
  private final Set<Fact> further;
  private final Map<Object, Boolean> known = new HashMap<>();

  OpenJudgement(Oracle oracle, Judgement judgement, ZonedDateTime asOf, Set<Fact> further) {
    this.oracle = oracle;
    this.judgement = judgement;
    this.asOf = asOf;
    this.further = further;
  }

  boolean mayBeMet(String requirement) {
    return judgement.isMet(requirement)
        || remembered(new Met(requirement), () -> mayBeMetByRules(requirement));
  }

  private boolean remembered(Object fact, BooleanSupplier find) {
    Boolean before = known.get(fact);
    if (before == null) {
      before = find.getAsBoolean();
      known.put(fact, before);
    }
    return before;
  }

  private boolean mayBeMetByRules(String requirement) {
    return oracle.requirementRules(requirement).stream()
        .filter(judgement::isInForce)
        .anyMatch(rule -> mayHold(Reading.of(rule), List.of(rule.when())));
  }

  boolean mayHold(CredentialRule rule, Ask ask) {
    return judgement.holds(rule, ask)
        || (ask.kind() == Kind.REQUIREMENT
            ? mayBeMet(ask.id())
            : mayHold(Reading.of(rule), ask.conditions()));
  }

  /** Whether it holds in each way to share facts out in which no more can hold. */
  boolean holdsBesideAll(CredentialRule rule, Ask ask) {
    List<Ask> others =
        oracle.asks(rule).stream()
            .filter(one -> !one.equals(ask) && !judgement.isWaived(one.id(), one))
            .filter(one -> mayHold(rule, one))
            .toList();
    if (!judgement.holds(rule, ask)
        || !others.stream().allMatch(one -> judgement.holds(rule, one))) {
      return false;
    }
    try {
      for (int some = 0; some < 1 << others.size(); some++) {
        List<Ask> served = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
          if ((some & 1 << i) != 0) {
            served.add(others.get(i));
          }
        }
        List<Ask> with = new ArrayList<>(served);
        with.add(ask);
        if (judgement.canShare(rule, served) && !judgement.canShare(rule, with)) {
          return false;
        }
      }
    } catch (Sharing.TooManyException beyondTheOracle) {
      return false;
    }
    return true;
  }

  private boolean mayBeEarned(String credential) {
    return judgement.isEarned(credential)
        || (!judgement.isWithdrawn(credential)
            && remembered(
                oracle.fact(credential),
                () -> oracle.credentialRules(credential).stream().anyMatch(this::mayBeAwarded)));
  }

  /** What is complete without anything open was decided already. */
  private boolean mayBeAwarded(CredentialRule rule) {
    List<Ask> asks = oracle.asks(rule);
    return judgement.isInForce(rule)
        && rule.settings().evidence() == EvidenceUse.SHARED
        && !asks.stream().allMatch(ask -> judgement.holds(rule, ask))
        && asks.stream().allMatch(ask -> mayHold(rule, ask));
  }

  private boolean mayHold(Reading reading, List<Condition> conditions) {
    return judgement.hasValues(reading.header(), reading.by(), conditions)
        && !new Search(
                this,
                new OpenValues(
                    asOf,
                    judgement.scales(reading.header(), reading.by()),
                    judgement.named(reading.header(), reading.by()),
                    this::isOpen),
                judgement.absences(reading.header(), reading.by(), reading.onceEarned()))
            .all(conditions)
            .isEmpty();
  }

  /** Of what counts without more nothing is open. */
  private boolean isOpen(Object one, String name) {
    return one instanceof Fact fact
        && further.contains(fact)
        && Openness.mayBeOpen(fact, name)
        && isNotSaid(fact, new Fields(asOf).of(fact, name));
  }

  private static boolean isNotSaid(Fact fact, @Nullable Object value) {
    return value == null
        || (value.equals(false) && fact.provenance().status() != FactStatus.PROVISIONAL);
  }

  @Override
  public Collection<?> possible(Condition.Pattern pattern) {
    return judgement.possible(pattern);
  }

  @Override
  public boolean isTrue(Object fact) {
    if (fact instanceof Met met) {
      return mayBeMet(met.requirement());
    }
    return fact instanceof Earning earning
        ? mayBeEarned(earning.earned().credential())
        : judgement.isTrue(fact);
  }
}
