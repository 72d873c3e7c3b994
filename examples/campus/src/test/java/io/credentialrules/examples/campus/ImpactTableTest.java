package io.credentialrules.examples.campus;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.examples.campus.policy.ImpactTable;
import io.credentialrules.examples.campus.policy.Trials;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Nobody is recognised in a table of groups. */
class ImpactTableTest {

  @Test
  void four_are_not_shown_and_five_are() {
    Map<String, Integer> sizes = Map.of("UM", 100, "UMF", 90, "UMM", 4);
    List<ImpactTable.Row> rows =
        ImpactTable.of(
            sizes,
            List.of(
                new Trials.Effect("aid", "UM", 5, 0),
                new Trials.Effect("aid", "UMF", 6, 0),
                new Trials.Effect("aid", "UMM", 4, 0),
                new Trials.Effect("rope", "UM", 4, 9),
                new Trials.Effect("rope", "UMF", 20, 0)));
    assertThat(ImpactTable.groups(sizes)).containsExactly("UM", "UMF");
    assertThat(shown(rows.get(0).gained(), "UM")).isEqualTo("5");
    assertThat(shown(rows.get(0).gained(), "UMF")).isEqualTo("6");
    assertThat(shown(rows.get(1).gained(), "UM")).isEqualTo("fewer than 5");
    assertThat(shown(rows.get(1).gained(), "UMF")).isEqualTo("not shown");
    assertThat(shown(rows.get(1).lost(), "UM")).isEqualTo("9");
  }

  @Test
  void a_number_from_one_to_four_never_shows_and_is_never_the_only_one_left_out() {
    Random random = new Random(7);
    for (int trial = 0; trial < 500; trial++) {
      Map<String, Integer> sizes = new TreeMap<>();
      List<Trials.Effect> effects = new ArrayList<>();
      for (int group = 0; group < 1 + random.nextInt(6); group++) {
        sizes.put("G" + group, random.nextInt(12));
        effects.add(new Trials.Effect("aid", "G" + group, random.nextInt(9), random.nextInt(9)));
      }
      for (ImpactTable.Row row : ImpactTable.of(sizes, effects)) {
        for (Map<String, ImpactTable.Cell> cells : List.of(row.gained(), row.lost())) {
          Set<String> shown = new HashSet<>();
          cells.values().forEach(cell -> shown.add(cell.shown()));
          assertThat(shown).doesNotContain("1", "2", "3", "4");
          long hidden = cells.values().stream().filter(ImpactTable.Cell::isHidden).count();
          boolean canHideAnother =
              cells.values().stream()
                  .anyMatch(cell -> !cell.isHidden() && !cell.shown().equals("0"));
          assertThat(hidden == 1 && canHideAnother).isFalse();
        }
        row.gained().keySet().forEach(group -> assertThat(sizes.get(group)).isGreaterThan(4));
      }
    }
  }

  private static String shown(Map<String, ImpactTable.Cell> cells, String group) {
    return Objects.requireNonNull(cells.get(group)).shown();
  }
}
