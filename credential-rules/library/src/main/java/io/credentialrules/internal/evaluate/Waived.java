package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.Waiver;
import io.credentialrules.internal.program.CalendarYears;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.work.Distinct;
import io.credentialrules.internal.work.Interruption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The waivers of a record.
 *
 * @param requirements the waiver of each waived requirement, by number: the earliest where there
 *     are several
 * @param days the days of all waivers of each requirement, by number, in order
 * @param unknown waivers that name no requirement, or were given by somebody who may not
 */
record Waived(
    Map<Integer, Waiver> requirements,
    ImmutableListMultimap<Integer, LocalDate> days,
    List<Waiver> unknown) {

  /**
   * The waivers that count.
   *
   * @throws LimitExceededException when there are more than a record may have
   */
  static Waived of(List<Waiver> waivers, Program program, LocalDate today, Limits limits) {
    if (waivers.size() > limits.maxWaivers()) {
      throw new LimitExceededException(
          "maxWaivers",
          limits.maxWaivers(),
          "the record has " + waivers.size() + " waivers; remove some, or raise the limit");
    }
    Requirements known = new Requirements(program);
    Map<Integer, Waiver> requirements = new TreeMap<>();
    Distinct<Waiver> unknown = new Distinct<>();
    ImmutableListMultimap.Builder<Integer, LocalDate> days = ImmutableListMultimap.builder();
    List<Waiver> sorted = new ArrayList<>(waivers);
    sorted.sort(
        Comparator.comparing(Waiver::on)
            .thenComparing(Waiver::requirement)
            .thenComparing(Waiver::role)
            .thenComparing(Waiver::toString));
    for (Waiver waiver : sorted) {
      Interruption.check();
      CalendarYears.check(
          waiver.on(),
          () -> "the day of the waiver of `" + waiver.requirement() + "`",
          "give the day on which it was waived");
      List<Integer> numbers = known.numbers(waiver.requirement());
      if (numbers.isEmpty() || !Counting.isAuthorised(waiver.role())) {
        unknown.add(waiver);
      } else {
        numbers.forEach(number -> days.put(number, waiver.on()));
        if (!waiver.on().isAfter(today)) {
          numbers.forEach(number -> requirements.putIfAbsent(number, waiver));
        }
      }
    }
    return new Waived(requirements, days.build(), unknown.toList());
  }

  /** The requirements by what a waiver calls them; looked through once, however many waivers. */
  private static final class Requirements {
    private final Program program;
    private @Nullable ListMultimap<String, Integer> all;

    private Requirements(Program program) {
      this.program = program;
    }

    /**
     * The requirement that rules name; or else all that have the id, which are several where two
     * rules ask for one credential under different settings.
     */
    private List<Integer> numbers(String id) {
      Integer first = program.requirementNumbers().get(id);
      if (first == null || program.requirements().get(first).kind() == Kind.REQUIREMENT) {
        return first == null ? List.of() : List.of(first);
      }
      if (all == null) {
        all = MultimapBuilder.hashKeys().arrayListValues().build();
        for (Program.Requirement requirement : program.requirements()) {
          all.put(requirement.id(), requirement.number());
        }
      }
      return all.get(id);
    }
  }
}
