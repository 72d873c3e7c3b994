package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Where trainings serve one requirement each, what a decision says of a requirement that is missing
 * agrees with how the trainings can be shared out, as trying all ways to do so says: its state,
 * what it lacks, the facts that are near, and what it is made of.
 */
class ExclusiveStatesProperties {
  private static final List<String> SUBJECTS = List.of("A", "B", "C");
  private static final int MOST_OF_ITS_OWN = 3;
  private static final int OF_A_GROUP = 4;

  /** What stands against a training. */
  private enum Kind {
    NOTHING(RequirementState.UNMET),
    PENDING(RequirementState.PENDING_REVIEW),
    IN_PROGRESS(RequirementState.IN_PROGRESS),
    EXPIRED(RequirementState.EXPIRED);

    private final RequirementState state;

    Kind(RequirementState state) {
      this.state = state;
    }

    private Provenance provenance() {
      return switch (this) {
        case NOTHING -> VETTED;
        case PENDING -> Provenance.UNVETTED;
        case IN_PROGRESS -> VETTED.toBuilder().status(FactStatus.IN_PROGRESS).build();
        case EXPIRED ->
            VETTED.toBuilder()
                .validUntil(TODAY.minusDays(2).atStartOfDay(ZONE).toInstant())
                .build();
      };
    }
  }

  private record Held(String name, String subject, int credits, Kind kind) {
    private Fact fact(Set<Kind> accepted) {
      return TrainingCompletion.builder()
          .type(TrainingType.COURSE)
          .training(name)
          .subject(subject)
          .credits(BigDecimal.valueOf(credits))
          .completedOn(TODAY.minusDays(3))
          .provenance(accepted.contains(kind) ? VETTED : kind.provenance())
          .build();
    }
  }

  private record Asked(String form, Set<String> subjects, int least) {
    private static String in(TreeSet<String> subjects, int number) {
      List<String> all = new ArrayList<>(subjects);
      for (int i = 0; i < MOST_OF_ITS_OWN; i++) {
        all.add("own-" + number + "-" + i);
      }
      return String.join(", ", all.stream().map(one -> '"' + one + '"').toList());
    }

    private String condition(int number) {
      String among = in(new TreeSet<>(subjects), number);
      return switch (form) {
        case "sum" ->
            "accumulate( TrainingCompletion( subject in ( %s ), $c : credits ); $s : sum( $c ); $s >= %s )"
                .formatted(among, least);
        case "count" ->
            "accumulate( TrainingCompletion( subject in ( %s ) ); $n : count(); $n >= %s )"
                .formatted(among, many());
        case "distinct" ->
            "accumulate( TrainingCompletion( subject in ( %s ), $s : subject, credits >= 2 ); $n : countDistinct( $s ); $n >= %s )"
                .formatted(among, many());
        case "groups" ->
            "accumulate( groupby( TrainingCompletion( subject in ( %s ), $s : subject, $c : credits ); $k : $s; $sum : sum( $c ); $sum >= %s ); $n : count(); $n >= %s )"
                .formatted(among, OF_A_GROUP, many());
        case "two" ->
            "TrainingCompletion( subject in ( \"%s\", \"own-%s-0\" ), credits >= 2 ) TrainingCompletion( subject in ( \"%s\", \"own-%s-1\" ), credits >= 2 )"
                .formatted(first(), number, second(), number);
        default ->
            "TrainingCompletion( subject in ( %s ), credits >= %s )".formatted(among, most());
      };
    }

    private int many() {
      return 1 + least / 4;
    }

    private int most() {
      return Math.min(least, 6);
    }

    private String first() {
      return SUBJECTS.get(least % 3);
    }

    private String second() {
      return SUBJECTS.get((least + 1) % 3);
    }

    private boolean isOf(Held held, int number) {
      return held.subject().startsWith("own-" + number + "-") || subjects.contains(held.subject());
    }

    private boolean holds(List<Held> some, int number) {
      List<Held> own = some.stream().filter(one -> isOf(one, number)).toList();
      return switch (form) {
        case "sum" -> own.stream().mapToInt(Held::credits).sum() >= least;
        case "count" -> own.size() >= many();
        case "distinct" ->
            own.stream().filter(one -> one.credits() >= 2).map(Held::subject).distinct().count()
                >= many();
        case "groups" -> {
          Map<String, Integer> groups = new HashMap<>();
          own.forEach(one -> groups.merge(one.subject(), one.credits(), Integer::sum));
          yield groups.values().stream().filter(sum -> sum >= OF_A_GROUP).count() >= many();
        }
        case "two" ->
            hasOne(some, first(), "own-" + number + "-0")
                && hasOne(some, second(), "own-" + number + "-1");
        default -> own.stream().anyMatch(one -> one.credits() >= most());
      };
    }

    private static boolean hasOne(List<Held> some, String subject, String own) {
      return some.stream()
          .anyMatch(
              one ->
                  one.credits() >= 2
                      && (one.subject().equals(subject) || one.subject().equals(own)));
    }

    /** Whether it has a part for each of its subjects. */
    private boolean isOfNamed() {
      return form.equals("distinct") || form.equals("groups");
    }
  }

  @Provide
  Arbitrary<List<Asked>> asked() {
    return Combinators.combine(
            Arbitraries.of("one", "one", "sum", "count", "distinct", "groups", "two"),
            Arbitraries.of(SUBJECTS).set().ofMinSize(1),
            Arbitraries.integers().between(1, 9))
        .as(Asked::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Held>> held() {
    return Combinators.combine(
            Arbitraries.of(SUBJECTS),
            Arbitraries.integers().between(1, 6),
            Arbitraries.of(
                Kind.NOTHING,
                Kind.NOTHING,
                Kind.NOTHING,
                Kind.NOTHING,
                Kind.PENDING,
                Kind.IN_PROGRESS,
                Kind.EXPIRED))
        .as((subject, credits, kind) -> new Held("", subject, credits, kind))
        .list()
        .ofMaxSize(6);
  }

  private static List<Held> named(List<Held> all) {
    List<Held> named = new ArrayList<>();
    all.forEach(
        one ->
            named.add(new Held("held-" + named.size(), one.subject(), one.credits(), one.kind())));
    return named;
  }

  private static CredentialRules policy(List<Asked> asked) {
    StringBuilder policy = new StringBuilder();
    StringBuilder met = new StringBuilder();
    for (int number = 0; number < asked.size(); number++) {
      policy.append(
          "rule \"Requirement %s\" @requirement( \"r%s\" ) when\n%s\nthen end\n"
              .formatted(number, number, asked.get(number).condition(number)));
      met.append("Met( requirement == \"r%s\" )\n".formatted(number));
    }
    return rules(
        policy
            + "rule \"Badge\" @credential( \"badge\" ) @evidence( \"exclusive\" ) when\n"
            + met
            + "then end\n");
  }

  /** Which requirements can hold together, as sets of bits. */
  private record Together(Set<Integer> sets) {
    private static Together of(List<Asked> asked, List<Held> held, Set<Kind> accepted) {
      List<Held> counted =
          held.stream()
              .filter(one -> one.kind() == Kind.NOTHING || accepted.contains(one.kind()))
              .toList();
      Set<Integer> sets = new HashSet<>();
      boolean[][] seen = new boolean[asked.size() + 1][1 << (asked.size() + counted.size())];
      add(asked, counted, 0, 0, 0, sets, seen);
      return new Together(sets);
    }

    private static void add(
        List<Asked> asked,
        List<Held> counted,
        int at,
        int taken,
        int served,
        Set<Integer> sets,
        boolean[][] seen) {
      int state = taken << asked.size() | served;
      if (seen[at][state]) {
        return;
      }
      seen[at][state] = true;
      if (at == asked.size()) {
        sets.add(served);
        return;
      }
      add(asked, counted, at + 1, taken, served, sets, seen);
      int free = ((1 << counted.size()) - 1) & ~taken;
      for (int some = free; ; some = (some - 1) & free) {
        List<Held> facts = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
          if ((some & 1 << i) != 0) {
            facts.add(counted.get(i));
          }
        }
        if (asked.get(at).holds(facts, at)) {
          add(asked, counted, at + 1, taken | some, served | 1 << at, sets, seen);
        }
        if (some == 0) {
          return;
        }
      }
    }

    /** The most, and of those the first of the rule. */
    private int best() {
      return sets.stream()
          .max(
              Comparator.<Integer>comparingInt(Integer::bitCount)
                  .thenComparing(one -> Integer.reverse(one), Integer::compareUnsigned))
          .orElse(0);
    }

    private boolean holdsAll(int some) {
      return sets.contains(some);
    }
  }

  private static Evaluation evaluation(CredentialRules rules, List<Held> held, Set<Kind> accepted) {
    return rules.evaluate(
        record(held.stream().map(one -> one.fact(accepted)).toArray(Fact[]::new)), TODAY, ZONE);
  }

  private static Evaluation evaluation(CredentialRules rules, List<Held> held) {
    return evaluation(rules, held, Set.of());
  }

  private static int number(RequirementResult result) {
    return Integer.parseInt(result.id().substring(1));
  }

  private static List<RequirementResult> missing(Evaluation evaluation) {
    return evaluation.decision("badge").requirements().stream()
        .filter(one -> !one.isSatisfied())
        .map(RequirementResult.class::cast)
        .toList();
  }

  private static int met(Evaluation evaluation) {
    return evaluation.decision("badge").requirements().stream()
        .filter(RequirementResult::isSatisfied)
        .mapToInt(one -> 1 << number(one))
        .sum();
  }

  /** Each kind alone, then with those before it. */
  private static List<Set<Kind>> worlds(List<Held> held) {
    Set<Set<Kind>> worlds = new LinkedHashSet<>();
    Set<Kind> there = EnumSet.noneOf(Kind.class);
    held.forEach(one -> there.add(one.kind()));
    there.remove(Kind.NOTHING);
    there.forEach(kind -> worlds.add(EnumSet.of(kind)));
    Set<Kind> before = EnumSet.noneOf(Kind.class);
    for (Kind kind : there) {
      before.add(kind);
      worlds.add(EnumSet.copyOf(before));
    }
    return List.copyOf(worlds);
  }

  private static RequirementState last(Set<Kind> world) {
    RequirementState last = RequirementState.UNMET;
    for (Kind kind : world) {
      last = kind.state;
    }
    return last;
  }

  @Property(seed = Laws.SEED)
  void a_state_is_what_the_decision_says_once_the_facts_count(
      @ForAll("asked") List<Asked> asked, @ForAll("held") List<Held> records) {
    List<Held> held = named(records);
    CredentialRules rules = policy(asked);
    for (RequirementResult result : missing(evaluation(rules, held))) {
      RequirementState expected =
          asked.get(number(result)).holds(counting(held), number(result))
              ? RequirementState.EVIDENCE_IN_USE
              : RequirementState.UNMET;
      for (Set<Kind> world : worlds(held)) {
        if ((met(evaluation(rules, held, world)) & 1 << number(result)) != 0) {
          expected = last(world);
          break;
        }
      }
      assertThat(result.state()).as("%s of %s with %s", result, asked, held).isEqualTo(expected);
    }
  }

  private static List<Held> counting(List<Held> held) {
    return held.stream().filter(one -> one.kind() == Kind.NOTHING).toList();
  }

  @Property(seed = Laws.SEED)
  void the_most_requirements_hold_and_of_those_the_first_and_states_say_so(
      @ForAll("asked") List<Asked> asked, @ForAll("held") List<Held> records) {
    List<Held> held = named(records);
    Evaluation evaluation = evaluation(policy(asked), held);
    assertThat(met(evaluation))
        .as("%s with %s", asked, held)
        .isEqualTo(Together.of(asked, held, Set.of()).best());
    for (RequirementResult result : missing(evaluation)) {
      int number = number(result);
      RequirementState expected =
          worlds(held).stream()
              .filter(world -> (Together.of(asked, held, world).best() & 1 << number) != 0)
              .findFirst()
              .map(ExclusiveStatesProperties::last)
              .orElse(
                  asked.get(number).holds(counting(held), number)
                      ? RequirementState.EVIDENCE_IN_USE
                      : RequirementState.UNMET);
      assertThat(result.state()).as("%s of %s with %s", result, asked, held).isEqualTo(expected);
    }
  }

  private static Set<Fact> near(RequirementResult result) {
    Set<Fact> near = new HashSet<>();
    result
        .alternatives()
        .forEach(
            alternative ->
                alternative
                    .shortfalls()
                    .forEach(
                        shortfall -> {
                          if (shortfall instanceof Shortfall.MissingFact missing) {
                            missing.nearest().forEach(one -> near.add(one.fact()));
                          } else if (shortfall instanceof Shortfall.Amount amount) {
                            amount
                                .groups()
                                .forEach(
                                    group -> group.nearest().forEach(one -> near.add(one.fact())));
                          }
                        }));
    result.parts().forEach(part -> part.nearest().forEach(one -> near.add(one.fact())));
    return near;
  }

  @Property(seed = Laws.SEED)
  void what_holds_holds_without_a_fact_that_is_near_to_another(
      @ForAll("asked") List<Asked> asked, @ForAll("held") List<Held> records) {
    List<Held> held = named(records);
    Evaluation evaluation = evaluation(policy(asked), held);
    for (RequirementResult result : missing(evaluation)) {
      for (Fact near : near(result)) {
        List<Held> others = held.stream().filter(one -> !one.fact(Set.of()).equals(near)).toList();
        assertThat(Together.of(asked, others, Set.of()).holdsAll(met(evaluation)))
            .as("without %s, near to %s of %s with %s", near, result, asked, held)
            .isTrue();
      }
    }
  }

  @Property(seed = Laws.SEED)
  void as_many_parts_are_met_as_an_amount_has_and_the_others_serve_another(
      @ForAll("asked") List<Asked> asked, @ForAll("held") List<Held> records) {
    List<Held> held = named(records);
    Evaluation evaluation = evaluation(policy(asked), held);
    Map<Fact, String> serving = new HashMap<>();
    for (RequirementResult result : evaluation.decision("badge").requirements()) {
      result.evidence().forEach(fact -> serving.put(fact, result.id()));
    }
    for (RequirementResult result : evaluation.decision("badge").requirements()) {
      if (!asked.get(number(result)).isOfNamed()) {
        continue;
      }
      Measure measure = Objects.requireNonNull(result.measure());
      long has = measure.has() == null ? 0 : measure.has().longValueExact();
      long met =
          result.parts().stream().filter(part -> part.state() == RequirementState.MET).count();
      if (result.isSatisfied()) {
        assertThat(met)
            .as("%s: %s of %s with %s", result, result.parts(), asked, held)
            .isGreaterThanOrEqualTo(has);
      } else {
        assertThat(met)
            .as("%s: %s of %s with %s", result, result.parts(), asked, held)
            .isEqualTo(has);
      }
      for (RequirementResult.Part part : result.parts()) {
        if (part.state() == RequirementState.EVIDENCE_IN_USE) {
          assertThat(serving)
              .as("%s: %s of %s with %s", result, part, asked, held)
              .anySatisfy(
                  (fact, id) -> {
                    assertThat(id).isNotEqualTo(result.id());
                    assertThat(((TrainingCompletion) fact).subject()).isEqualTo(part.id());
                  });
        }
      }
    }
  }

  /** For each pattern that is missing a training of the requirement's own. */
  private static List<Held> own(RequirementResult result, List<Asked> asked) {
    int number = number(result);
    List<Held> own = new ArrayList<>();
    for (Shortfall shortfall : result.alternatives().get(0).shortfalls()) {
      if (shortfall instanceof Shortfall.MissingFact missing) {
        boolean isSecond = missing.condition().contains("own-" + number + "-1");
        boolean isTwo = asked.get(number).form().equals("two");
        own.add(
            new Held(
                "own-" + own.size(),
                "own-" + number + (isTwo && isSecond ? "-1" : "-0"),
                6,
                Kind.NOTHING));
      }
    }
    return own;
  }

  /** And not without, where none is left for another one that is missing too. */
  @Property(seed = Laws.SEED)
  void with_the_facts_that_are_missing_and_others_for_those_in_use_it_holds_and_not_without(
      @ForAll("asked") List<Asked> asked, @ForAll("held") List<Held> records) {
    List<Held> held = named(records);
    Evaluation evaluation = evaluation(policy(asked), held);
    List<RequirementResult> missing = missing(evaluation);
    for (RequirementResult result : missing) {
      String form = asked.get(number(result)).form();
      if (!form.equals("one") && !form.equals("two")) {
        continue;
      }
      List<Held> more = new ArrayList<>(held);
      more.addAll(own(result, asked));
      List<Fact> inUse = new ArrayList<>();
      for (Shortfall shortfall : result.alternatives().get(0).shortfalls()) {
        if (shortfall instanceof Shortfall.InUse named) {
          inUse.addAll(named.facts());
        }
      }
      int with = met(evaluation) | 1 << number(result);
      if (!inUse.isEmpty() && missing.size() == 1) {
        assertThat(Together.of(asked, more, Set.of()).holdsAll(with))
            .as("%s of %s with %s, not with %s alone", result, asked, held, more)
            .isFalse();
      }
      for (Held one : held) {
        if (inUse.contains(one.fact(Set.of()))) {
          more.add(new Held("again-" + more.size(), one.subject(), one.credits(), one.kind()));
        }
      }
      assertThat(Together.of(asked, more, Set.of()).holdsAll(with))
          .as("%s of %s with %s", result, asked, more)
          .isTrue();
    }
  }
}
