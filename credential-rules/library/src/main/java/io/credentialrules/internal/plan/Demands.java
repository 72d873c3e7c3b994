package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableList;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.policy.FieldKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the facts of a plan into what such facts must be like.
 *
 * <p><b>The idea.</b> The rules are the only judge of what does. Of each field that some rule of
 * the credential looks at, the values between which the answer can change are tried one by one,
 * with the rest of the plan as it was found ({@link Domain}); what is asked is the least that
 * excludes those that spoil it ({@link FieldDemands}). Then all fields are drawn together, as
 * unhelpful as the demands allow ({@link Drawing}): where that does not earn the credential, one
 * field more is held to the value that was tried, until it does.
 *
 * <p><b>The invariant.</b> With every field held to its value the demands are the plan itself,
 * which earns; so tightening always ends. What bounds it: answers of the rules, counted; a field
 * for which none is left is held to its value.
 *
 * <p><b>What was rejected.</b> To collect the tests that a fact passed on the way: what a fact must
 * not do (conditions with {@code not}, exclusive evidence, upper bounds, latest values) is in no
 * test that it passed, and each new construct of the language would need its own way to be told.
 */
final class Demands {
  private static final int MOST_APART = 60;

  private final PlanStart start;
  private final State plan;
  private final OtherValues otherValues;
  private final TriedValues tried;
  private final Predicate<State> earns;
  private final Allowance answers;
  private final Domain domain;
  private final List<Blank> blanks;
  private final List<FieldDemands> fields = new ArrayList<>();
  private final Set<Integer> tightened = new TreeSet<>();

  /**
   * Learns what the facts of a plan must be like.
   *
   * @param earns whether the facts of a state do what the plan does
   * @param answers how often that may be asked
   */
  Demands(PlanStart start, Award award, State plan, Predicate<State> earns, Allowance answers) {
    this.start = start;
    this.plan = plan;
    this.earns = earns;
    this.answers = answers;
    this.domain = new Domain(start, new AskedFields(start, award), plan);
    this.blanks = Blank.of(plan, domain);
    this.otherValues = new OtherValues(start, plan, blanks, earns, answers);
    this.tried = new TriedValues(plan, domain, blanks, otherValues, answers);
    learn();
    tighten();
  }

  /** What a fact of the plan must be like, in the order of its fields. */
  List<StatedDemand> of(int number) {
    StatedInCondition stated = new StatedInCondition(start, plan.drafts(), number);
    List<StatedDemand> demands = new ArrayList<>();
    for (FieldDemands field : fields) {
      if (field.number() == number) {
        field.demands().stream()
            .map(demand -> demand.inCondition(stated.says(field, demand)))
            .forEach(demands::add);
      }
    }
    return demands;
  }

  /**
   * The plan with amounts that earn in place of those that it asks not to be given; null where it
   * asks for no such thing, or no amounts earn.
   */
  @Nullable State withAmounts() {
    return new GivenAmounts(start, plan, blanks, fields, tried, earns).given();
  }

  /** Whether amounts are asked for by bounds alone. */
  boolean boundsAmounts() {
    return fields.stream()
        .filter(field -> field.field().kind() == FieldKind.AMOUNT)
        .flatMap(field -> field.demands().stream())
        .allMatch(
            demand ->
                switch (demand.relation()) {
                  case AT_LEAST, AT_MOST, GIVEN -> true;
                  default -> false;
                });
  }

  private void learn() {
    for (int at = 0; at < blanks.size(); at++) {
      Blank blank = blanks.get(at);
      fields.add(
          new FieldDemands(
              blank.number(),
              blank.field(),
              tried.value(blank),
              ImmutableList.copyOf(tried.does(at).keySet()),
              ImmutableList.of()));
    }
    for (int at = 0; at < fields.size(); at++) {
      FieldDemands field = fields.get(at);
      Map<Object, List<Integer>> madeUp = madeUp(field);
      fields.set(
          at,
          tried.isUnknown(at)
              ? field.exact(madeUp)
              : FieldDemands.learned(
                  field.number(),
                  field.field(),
                  field.example(),
                  tried.does(at),
                  tried.dueTo(at),
                  madeUp));
    }
  }

  /** Names in fields of this name that are in no policy and no record, with the facts. */
  private Map<Object, List<Integer>> madeUp(FieldDemands field) {
    Map<Object, List<Integer>> madeUp = new HashMap<>();
    for (FieldDemands one : fields) {
      Object value = one.example().orElse(null);
      boolean isName = one.field().kind() == FieldKind.TEXT;
      if (isName
          && value != null
          && one.field().name().equals(field.field().name())
          && domain.isMadeUp(plan.drafts().get(one.number()), one.field(), value)) {
        madeUp.computeIfAbsent(value, none -> new ArrayList<>()).add(one.number());
      }
    }
    return madeUp;
  }

  private void tighten() {
    List<Integer> apart =
        IntStream.range(0, fields.size())
            .filter(at -> domain.isSpread(fields.get(at).field()))
            .limit(MOST_APART)
            .boxed()
            .toList();
    Drawing drawing = new Drawing(fields, plan, apart, domain.together());
    int draw = 0;
    while (draw < drawing.draws() && !answers.isSpent()) {
      if (Boolean.FALSE.equals(otherValues.earn(drawing.values(draw, Set.of())))) {
        tighten(drawing, draw);
        draw = 0;
      } else {
        draw++;
      }
    }
    if (draw < drawing.draws()) {
      apart.forEach(this::holdToDay);
    }
  }

  /** What is not settled with the answers that there are is not left open. */
  private void holdToDay(int at) {
    fields.set(at, fields.get(at).exact(Map.of()));
  }

  /**
   * Holds one field more to its value, or a date to its weeks, months and years first: one that
   * makes this drawing earn.
   */
  private void tighten(Drawing drawing, int draw) {
    List<Integer> loose = new ArrayList<>();
    for (int at = 0; at < fields.size(); at++) {
      if (!fields.get(at).isExact()) {
        loose.add(at);
      }
    }
    TellingApart apart = new TellingApart(fields, plan, domain, domain.together());
    BooleanSupplier does =
        () -> Boolean.TRUE.equals(otherValues.earn(drawing.values(draw, Set.of())));
    if (apart.daysHelp(does) || apart.helps(drawing.values(draw, Set.of()), does)) {
      return;
    }
    Set<Integer> pinned = new TreeSet<>();
    for (int at : loose) {
      if (Boolean.TRUE.equals(otherValues.earn(drawing.values(draw, Set.of(at))))) {
        hold(at);
        return;
      }
    }
    for (int at : loose) {
      pinned.add(at);
      if (!Boolean.FALSE.equals(otherValues.earn(drawing.values(draw, pinned)))) {
        hold(at);
        return;
      }
    }
    loose.forEach(this::hold);
  }

  private void hold(int at) {
    FieldDemands field = fields.get(at);
    boolean isFirst = tightened.add(at);
    List<StatedDemand> days = isFirst ? domain.sameSpans(field) : null;
    fields.set(
        at, days == null ? field.exact(isFirst ? madeUp(field) : Map.of()) : field.with(days));
  }
}
