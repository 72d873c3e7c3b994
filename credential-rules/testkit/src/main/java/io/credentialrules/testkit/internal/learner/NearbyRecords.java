package io.credentialrules.testkit.internal.learner;

import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Records that differ from one in a fact: it is left out, or it differs in one respect. What is
 * left out comes first, then other learners, what differs by a step, and amounts and dates that
 * rules name.
 *
 * @param vocabulary of the facts
 * @param asOf the date of evaluation
 * @param types the names of the types whose facts differ
 * @param values amounts that rules name, and those a step beside them
 * @param additions what amounts lack
 * @param dates that rules name
 * @param periods by which rules shift dates
 * @param levels of the scales of rules
 */
public record NearbyRecords(
    Vocabulary vocabulary,
    ZonedDateTime asOf,
    Set<String> types,
    List<BigDecimal> values,
    List<BigDecimal> additions,
    List<LocalDate> dates,
    List<Period> periods,
    List<String> levels) {
  /** How many records are tried around one, so that a large record costs no more than that. */
  private static final int MOST = 2_000;

  private static final long MOST_AGE = 200;

  /** Copies the lists. */
  public NearbyRecords {
    types = Set.copyOf(types);
    values = List.copyOf(values);
    additions = List.copyOf(additions);
    dates = List.copyOf(dates);
    periods = List.copyOf(periods);
    levels = List.copyOf(levels);
  }

  /** The record itself, then those near it; made as the stream goes. */
  public Stream<LearnerRecord> around(LearnerRecord base) {
    List<Fact> facts = base.facts();
    List<Fact> changing =
        facts.stream()
            .filter(
                fact -> {
                  VocabularyType type = vocabulary.typeOf(fact);
                  return type != null && types.contains(type.name());
                })
            .toList();
    NearbyFacts nearby = new NearbyFacts(vocabulary, asOf);
    Set<LocalDate> tried = days(changing, nearby);
    return Stream.of(
            Stream.of(base),
            fewer(base, changing),
            learners(base, nearby),
            changing.stream()
                .flatMap(
                    fact -> nearby.around(fact).stream().map(other -> instead(base, fact, other))),
            changing.stream()
                .flatMap(
                    fact ->
                        nearby.with(fact, values, additions, tried, levels).stream()
                            .map(other -> instead(base, fact, other))))
        .flatMap(records -> records)
        .limit(MOST);
  }

  /** The days of facts, shifted as the rule does, each with the days around it. */
  private Set<LocalDate> days(List<Fact> facts, NearbyFacts nearby) {
    Set<LocalDate> named = new LinkedHashSet<>(dates);
    for (Fact fact : facts) {
      for (LocalDate day : nearby.days(fact)) {
        named.add(day);
        for (Period period : periods) {
          named.add(day.plus(period));
          named.add(day.minus(period));
        }
      }
    }
    Set<LocalDate> days = new LinkedHashSet<>();
    for (LocalDate day : named) {
      days.addAll(List.of(day, day.minusDays(1), day.plusDays(1)));
    }
    return days;
  }

  /** Without each fact, and without the first few. */
  private static Stream<LearnerRecord> fewer(LearnerRecord base, List<Fact> changing) {
    Stream<LearnerRecord> one = changing.stream().map(fact -> without(base, List.of(fact)));
    Stream<LearnerRecord> several =
        Stream.iterate(2, count -> count <= changing.size(), count -> count + 1)
            .map(count -> without(base, changing.subList(0, count)));
    return Stream.concat(one, several);
  }

  /** Of another learner where rules ask for one: of an age at its bound, or unlike in a respect. */
  private Stream<LearnerRecord> learners(LearnerRecord base, NearbyFacts nearby) {
    if (!types.contains("Learner")) {
      return Stream.of();
    }
    Set<LocalDate> births = new LinkedHashSet<>();
    for (BigDecimal age : values) {
      LocalDate birth = asOf.toLocalDate().minusYears(Math.min(MOST_AGE, age.longValue()));
      births.addAll(List.of(birth, birth.plusDays(1)));
    }
    return Stream.concat(
            nearby.around(base.learner()).stream(),
            nearby.with(base.learner(), List.of(), List.of(), births, List.of()).stream())
        .filter(Learner.class::isInstance)
        .map(learner -> with((Learner) learner, base, base.facts()));
  }

  /** The record without some of its facts. */
  public static LearnerRecord without(LearnerRecord base, List<Fact> facts) {
    List<Fact> left = new ArrayList<>(base.facts());
    facts.forEach(left::remove);
    return with(base, left);
  }

  private static LearnerRecord instead(LearnerRecord base, Fact fact, Fact other) {
    List<Fact> facts = new ArrayList<>(base.facts());
    facts.set(facts.indexOf(fact), other);
    return with(base, facts);
  }

  private static LearnerRecord with(LearnerRecord base, List<Fact> facts) {
    return with(base.learner(), base, facts);
  }

  private static LearnerRecord with(Learner learner, LearnerRecord base, List<Fact> facts) {
    return LearnerRecord.builder(learner)
        .addAll(facts)
        .waive(base.waivers().toArray(new Waiver[0]))
        .policyDate(base.policyDate())
        .build();
  }
}
