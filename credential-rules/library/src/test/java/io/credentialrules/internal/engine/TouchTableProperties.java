package io.credentialrules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Limits;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Today;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TouchTableProperties {
  private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
  private static final Candidate FACT =
      new Candidate(
          new Today(DAY),
          Objects.requireNonNull(Vocabulary.standard().type(Vocabulary.TODAY)),
          DAY.atStartOfDay(ZoneOffset.UTC),
          new Budget(Limits.DEFAULT));

  /** Groups are smaller and larger than what is looked through one by one. */
  @Property
  void branches_are_found_by_what_they_were_added_by_and_in_their_order(
      @ForAll @Size(max = 300) List<@IntRange(min = -2, max = 2) Integer> leads,
      @ForAll @Size(min = 300, max = 300) List<@IntRange(min = -40, max = 40) Integer> keys,
      @ForAll boolean extreme) {
    int scale = extreme ? Integer.MAX_VALUE / 40 : 1;
    TouchTable table = new TouchTable();
    Map<List<Integer>, List<Integer>> added = new HashMap<>();
    for (int branch = 0; branch < leads.size(); branch++) {
      int lead = scale * leads.get(branch);
      int key = scale * keys.get(branch);
      table.add(lead, key, branch);
      added.computeIfAbsent(List.of(lead, key), unseen -> new ArrayList<>()).add(branch);
    }
    table.close();
    for (int lead = -3; lead <= 3; lead++) {
      for (int key = -41; key <= 41; key++) {
        List<Integer> found = new ArrayList<>();
        table.touchedBy(scale * lead, scale * key, FACT, (fact, branch) -> found.add(branch));
        assertThat(found)
            .isEqualTo(added.getOrDefault(List.of(scale * lead, scale * key), List.of()));
      }
    }
  }
}
