package io.credentialrules.internal.evaluate;

import io.credentialrules.Waiver;
import io.credentialrules.internal.program.Program;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The waivers of a record.
 *
 * @param requirements the waiver of each waived requirement, by number: the earliest where there
 *     are several
 * @param unknown waivers that name no requirement
 */
record Waived(Map<Integer, Waiver> requirements, List<Waiver> unknown) {

  static Waived of(List<Waiver> waivers, Program program, LocalDate today) {
    Map<Integer, Waiver> requirements = new TreeMap<>();
    List<Waiver> unknown = new ArrayList<>();
    List<Waiver> sorted = new ArrayList<>(waivers);
    sorted.sort(
        Comparator.comparing(Waiver::on)
            .thenComparing(Waiver::requirement)
            .thenComparing(Waiver::role)
            .thenComparing(Waiver::toString));
    for (Waiver waiver : sorted) {
      Integer number = program.requirementNumbers().get(waiver.requirement());
      if (number == null) {
        if (!unknown.contains(waiver)) {
          unknown.add(waiver);
        }
      } else if (!waiver.on().isAfter(today)) {
        requirements.putIfAbsent(number, waiver);
      }
    }
    return new Waived(requirements, unknown);
  }
}
