package io.credentialrules.benchmarks;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learners who nearly, just, or amply do what the packs ask for: their facts are made from the
 * patterns of the rules. The same seed gives the same learners.
 */
final class Learners {
  private static final int PACKS_OF_A_LEARNER = 3;

  private final Map<String, List<Condition.Pattern>> patterns = new LinkedHashMap<>();
  private final Random random;
  private final FactMaker maker;

  private Learners(List<PolicyPack> packs, long seed) {
    this.random = new Random(seed);
    this.maker = new FactMaker(random);
    CredentialRules rules = CredentialRules.compile(packs.toArray(new PolicyPack[0]));
    for (PolicyRule rule : rules.policy().rules()) {
      collect(
          rule.when(), patterns.computeIfAbsent(rule.header().pack(), pack -> new ArrayList<>()));
    }
  }

  static List<LearnerRecord> of(List<PolicyPack> packs, int count, long seed) {
    Learners learners = new Learners(packs, seed);
    List<LearnerRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(learners.record(i));
    }
    return records;
  }

  private static void collect(Condition condition, List<Condition.Pattern> into) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> collect(part, into));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> collect(part, into));
    } else if (condition instanceof Condition.Not not) {
      collect(not.part(), into);
    } else if (condition instanceof Condition.Exists exists) {
      collect(exists.part(), into);
    } else if (condition instanceof Condition.ForAll forAll) {
      into.add(forAll.each());
    } else if (condition instanceof Condition.Pattern pattern) {
      into.add(pattern);
    } else if (condition instanceof Condition.Accumulate accumulate) {
      for (int i = 0; i < 4; i++) {
        collect(accumulate.source(), into);
      }
    }
  }

  private LearnerRecord record(int number) {
    List<String> packs = new ArrayList<>(patterns.keySet());
    Collections.shuffle(packs, random);
    int diligence = 50 + random.nextInt(51);
    List<Fact> facts = new ArrayList<>();
    for (String pack : packs.subList(0, Math.min(PACKS_OF_A_LEARNER, packs.size()))) {
      for (Condition.Pattern pattern : patterns.getOrDefault(pack, List.of())) {
        boolean derived =
            pattern.type().equals(Vocabulary.MET) || pattern.type().equals(Vocabulary.TODAY);
        if (!derived && random.nextInt(100) < diligence) {
          Fact fact = maker.fact(pattern);
          if (fact != null) {
            facts.add(fact);
          }
        }
      }
    }
    Collections.shuffle(facts, random);
    return LearnerRecord.of(learner(number), facts.toArray(new Fact[0]));
  }

  private Learner learner(int number) {
    return new Learner(
        "learner-" + number,
        born(),
        random.nextBoolean() ? "UM" : "UMF",
        random.nextInt(4) == 0 ? Set.of() : Set.of("STUDENT"),
        Provenance.UNVETTED);
  }

  private @Nullable LocalDate born() {
    return random.nextInt(20) == 0
        ? null
        : Engine.TODAY.minusYears(12 + random.nextInt(10)).minusDays(random.nextInt(3));
  }
}
