package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableListMultimap;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.Waiver;
import io.credentialrules.internal.program.Program;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

  static Waived of(List<Waiver> waivers, Program program, LocalDate today) {
    Map<Integer, Waiver> requirements = new TreeMap<>();
    Set<Waiver> unknown = new LinkedHashSet<>();
    ImmutableListMultimap.Builder<Integer, LocalDate> days = ImmutableListMultimap.builder();
    List<Waiver> sorted = new ArrayList<>(waivers);
    sorted.sort(
        Comparator.comparing(Waiver::on)
            .thenComparing(Waiver::requirement)
            .thenComparing(Waiver::role)
            .thenComparing(Waiver::toString));
    for (Waiver waiver : sorted) {
      List<Integer> numbers = numbers(waiver.requirement(), program);
      if (numbers.isEmpty() || !Counting.isAuthorised(waiver.role())) {
        unknown.add(waiver);
      } else {
        numbers.forEach(number -> days.put(number, waiver.on()));
        if (!waiver.on().isAfter(today)) {
          numbers.forEach(number -> requirements.putIfAbsent(number, waiver));
        }
      }
    }
    return new Waived(requirements, days.build(), List.copyOf(unknown));
  }

  /**
   * The requirement that rules name; or else all that have the id, which are several where two
   * rules ask for one credential under different settings.
   */
  private static List<Integer> numbers(String id, Program program) {
    Integer first = program.requirementNumbers().get(id);
    if (first == null || program.requirements().get(first).kind() == Kind.REQUIREMENT) {
      return first == null ? List.of() : List.of(first);
    }
    return program.requirements().stream()
        .filter(requirement -> requirement.id().equals(id))
        .map(Program.Requirement::number)
        .toList();
  }
}
