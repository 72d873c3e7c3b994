package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule says where it was published, and each README lists the criteria that the rules are. */
@Tag("once")
final class CriteriaTest {
  private static final Pattern SOURCE =
      Pattern.compile(".+, (https?://[^ ,]+|address not found), read \\d{4}-\\d\\d(-\\d\\d)?");
  private static final Pattern ID = Pattern.compile("`([a-z0-9][a-z0-9._-]*)`");

  static List<String> packs() {
    return Packs.names();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void every_source_names_a_page_its_address_and_the_day_on_which_it_was_read(String pack) {
    assertThat(rules(pack)).allSatisfy(rule -> assertThat(rule.header().source()).matches(SOURCE));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void the_readme_lists_every_requirement_among_the_criteria_and_no_other(String pack) {
    Set<String> requirements =
        rules(pack)
            .filter(RequirementRule.class::isInstance)
            .map(PolicyRule::id)
            .collect(Collectors.toSet());
    assertThat(criteria(pack).stream().flatMap(row -> ids(row.get(requirementColumn(row)))))
        .containsAll(requirements)
        .isSubsetOf(requirements);
  }

  @ParameterizedTest
  @MethodSource("packs")
  void each_criterion_is_faithful_or_ours(String pack) {
    assertThat(criteria(pack))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get(row.size() - 1)).matches("(faithful|ours)(;.*)?"));
    if (criteria(pack).stream().anyMatch(row -> row.get(row.size() - 1).contains("ours"))) {
      assertThat(readme(pack)).contains("## What is ours");
    }
  }

  /** The rows of the tables that have a column of requirements. */
  private static List<List<String>> criteria(String pack) {
    List<List<String>> rows = new ArrayList<>();
    boolean isCriteria = false;
    for (String line : readme(pack).lines().toList()) {
      if (!line.startsWith("|")) {
        isCriteria = false;
      } else if (isCriteria && !line.startsWith("|---")) {
        rows.add(cells(line));
      } else if (line.contains("| requirement |")) {
        isCriteria = true;
      }
    }
    return rows;
  }

  /** Tables of five columns begin with the level. */
  private static int requirementColumn(List<String> row) {
    return row.size() == 5 ? 2 : 1;
  }

  private static List<String> cells(String line) {
    List<String> cells = List.of(line.split("\\|", -1));
    return cells.subList(1, cells.size() - 1).stream().map(String::strip).toList();
  }

  private static Stream<String> ids(String cell) {
    return ID.matcher(cell).results().map((MatchResult match) -> match.group(1));
  }

  private static String readme(String pack) {
    return Packs.text(Packs.FOLDER.resolve(pack).resolve("README.md"));
  }

  private static Stream<PolicyRule> rules(String pack) {
    return Packs.compileWithNeeds(pack).policy().rules().stream()
        .filter(rule -> rule.header().pack().equals(pack));
  }
}
