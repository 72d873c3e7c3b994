package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableList;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.policy.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * <p>Where conditions compete for facts ({@link AskedFields#isContested}), one can take the place
 * of another in a total of the best, or of so much of a key. There is more to draw ({@link
 * Contests}), and names are told apart before a value is held ({@link NamesApart}).
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

  /** Where conditions compete for facts there are more drawings, of plans that are rare. */
  private static final int MORE_ANSWERS = 3;

  private final PlanStart start;
  private final State plan;
  private final OtherValues otherValues;
  private final TriedValues tried;
  private final Predicate<State> earns;
  private final Allowance answers;
  private final boolean isContested;
  private final Domain domain;
  private final List<Together> together;
  private final List<Blank> blanks;
  private final List<FieldDemands> fields = new ArrayList<>();
  private final Holding holding;

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
    AskedFields asked = new AskedFields(start, award);
    this.isContested = asked.isContested();
    if (isContested) {
      answers.extend(MORE_ANSWERS);
    }
    this.domain = new Domain(start, asked, plan);
    this.together = Together.of(start, plan, domain);
    this.blanks = Blank.of(plan, domain);
    this.otherValues = new OtherValues(start, plan, blanks, earns, answers);
    this.tried = new TriedValues(plan, domain, blanks, otherValues, answers);
    this.holding = new Holding(fields, plan, domain, isContested);
    learn();
    tighten(asked);
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
   * The plan with values that earn in place of those that it asks not to be given; null where it
   * asks for no such thing, or no values earn.
   *
   * @param kinds amounts, or amounts and dates
   */
  @Nullable State withValues(Set<FieldKind> kinds) {
    return new FilledBlanks(start, plan, blanks, fields, tried, earns).given(kinds);
  }

  /** Whether amounts are asked for by bounds alone, and each value of these kinds can be given. */
  boolean areGiven(Set<FieldKind> kinds) {
    return fields.stream()
        .filter(field -> kinds.contains(field.field().kind()))
        .noneMatch(
            field ->
                field.isAbsent()
                    || (field.field().kind() == FieldKind.AMOUNT && !field.isBounded()));
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
      Map<Object, List<Integer>> madeUp = holding.madeUp(field);
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

  private void tighten(AskedFields asked) {
    List<Integer> apart =
        IntStream.range(0, fields.size())
            .filter(at -> domain.isSpread(fields.get(at).field()) || isComparedDate(fields.get(at)))
            .limit(MOST_APART)
            .boxed()
            .toList();
    Contests contests = isContested ? new Contests(fields, together) : null;
    Drawing drawing =
        new Drawing(fields, plan, apart, together, contests, new DaysAlike(fields, asked, plan));
    int draw = 0;
    int earning = 0;
    boolean isSettled = true;
    while (earning < drawing.draws() && !answers.isSpent()) {
      if (Boolean.FALSE.equals(otherValues.earn(drawing.values(draw, Set.of())))) {
        tighten(drawing, draw);
        draw = isContested ? draw : 0;
        earning = 0;
        isSettled = false;
      } else {
        draw = (draw + 1) % drawing.draws();
        earning++;
        isSettled = true;
      }
    }
    if (earning == drawing.draws()) {
      new Loosening(fields, plan, domain).loosen(() -> alwaysEarns(drawing));
    } else {
      apart.forEach(this::holdToDay);
      if (isContested && isSettled) {
        new NamesApart(fields, plan, together).all();
      } else if (isContested) {
        IntStream.range(0, fields.size()).forEach(this::holdEntirely);
      }
    }
  }

  private boolean alwaysEarns(Drawing drawing) {
    for (int draw = 0; draw < drawing.draws(); draw++) {
      if (answers.isSpent()
          || Boolean.FALSE.equals(otherValues.earn(drawing.values(draw, Set.of())))) {
        return false;
      }
    }
    return true;
  }

  private boolean isComparedDate(FieldDemands field) {
    return domain.isCompared(plan.drafts().get(field.number()), field.field());
  }

  private void holdEntirely(int at) {
    if (!fields.get(at).isExact()) {
      fields.set(at, fields.get(at).exact(holding.madeUp(fields.get(at))));
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
    List<@Nullable Optional<Object>> drawn = drawing.values(draw, Set.of());
    TellingApart apart = new TellingApart(fields, plan, domain, together);
    BooleanSupplier does =
        () -> Boolean.TRUE.equals(otherValues.earn(drawing.values(draw, Set.of())));
    DaysAlike.Two alike = drawing.alike(draw);
    if ((alike != null && isHeldAway(alike, drawn, does))
        || apart.daysHelp(does)
        || (isContested
            ? new NamesApart(fields, plan, together).helps(does)
            : apart.helps(drawn, does))) {
      return;
    }
    Set<Integer> pinned = new TreeSet<>();
    for (int at : loose) {
      if (Boolean.TRUE.equals(otherValues.earn(drawing.values(draw, Set.of(at))))) {
        holding.hold(at, drawn(drawn, at));
        return;
      }
    }
    for (int at : loose) {
      pinned.add(at);
      if (!Boolean.FALSE.equals(otherValues.earn(drawing.values(draw, pinned)))) {
        holding.hold(at, drawn(drawn, at));
        return;
      }
    }
    loose.forEach(at -> holding.hold(at, fields.get(at).example()));
  }

  /** Whether one of two dates does that stays on its side of what it was drawn with, or both. */
  private boolean isHeldAway(
      DaysAlike.Two alike, List<@Nullable Optional<Object>> drawn, BooleanSupplier does) {
    List<FieldDemands> before = List.copyOf(fields);
    for (Set<Integer> held :
        List.of(
            Set.of(alike.second()), Set.of(alike.first()), Set.of(alike.first(), alike.second()))) {
      for (int at : held) {
        FieldDemands beyond = fields.get(at).beyond(drawn(drawn, at).orElse(null));
        fields.set(at, beyond == null ? fields.get(at) : beyond);
      }
      if (!fields.equals(before) && does.getAsBoolean()) {
        return true;
      }
      held.forEach(at -> fields.set(at, before.get(at)));
    }
    return false;
  }

  private static Optional<Object> drawn(List<@Nullable Optional<Object>> drawn, int at) {
    return Objects.requireNonNull(drawn.get(at), "each field is drawn");
  }
}
