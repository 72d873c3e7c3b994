package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PackTest {

  static List<String> packs() {
    return Packs.names();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void a_pack_compiles_with_what_its_readme_says_it_needs(String pack) {
    CredentialRules rules = Packs.compileWithNeeds(pack);
    assertThat(rules.warnings()).isEmpty();
    assertThat(rules.catalogue()).extracting(Credential::pack).contains(pack);
  }

  @Test
  void all_packs_compile_together() {
    CredentialRules rules = Packs.compile(Packs.names());
    assertThat(rules.warnings()).isEmpty();
    assertThat(rules.catalogue()).extracting(Credential::pack).containsAll(Packs.names());
  }

  @ParameterizedTest
  @MethodSource("packs")
  void a_pack_on_the_class_path_is_the_pack_in_its_folder(String pack) {
    assertThat(PolicyPack.fromClassPath(PackTest.class.getClassLoader(), pack))
        .isEqualTo(PolicyPack.read(Packs.FOLDER.resolve(pack)));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void the_list_of_a_pack_names_every_policy_file_once_and_in_order(String pack) {
    assertThat(Packs.text(Packs.FOLDER.resolve(pack).resolve("files.txt")).lines())
        .containsExactlyElementsOf(PolicyPack.read(Packs.FOLDER.resolve(pack)).files().keySet());
  }

  @ParameterizedTest
  @MethodSource("packs")
  void every_rule_says_where_it_was_published(String pack) {
    assertThat(rules(pack)).allSatisfy(rule -> assertThat(rule.header().source()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("packs")
  void the_readme_names_every_credential_and_says_that_it_is_not_official(String pack) {
    String readme = Packs.text(Packs.FOLDER.resolve(pack).resolve("README.md"));
    assertThat(readme.replaceAll("\\s+", " "))
        .contains("Modelled on the published page, read 2026-11; not official");
    assertThat(credentials(pack))
        .allSatisfy(credential -> assertThat(readme).contains(readmeName(credential)));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void every_credential_has_a_scenario_in_which_it_is_earned_and_one_in_which_it_is_not(
      String pack) {
    Set<String> earned = new HashSet<>();
    Set<String> notEarned = new HashSet<>();
    Packs.scenarios(pack)
        .forEach(scenario -> (scenario.earned() ? earned : notEarned).add(scenario.credential()));
    assertThat(earned).containsExactlyInAnyOrderElementsOf(credentials(pack));
    assertThat(notEarned).containsExactlyInAnyOrderElementsOf(credentials(pack));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void every_requirement_has_a_scenario_in_which_nothing_else_is_missing(String pack) {
    Set<String> aloneMissing =
        Packs.scenarios(pack)
            .filter(scenario -> scenario.unmet().size() == 1)
            .map(scenario -> scenario.unmet().get(0).id())
            .collect(Collectors.toSet());
    Set<String> recommended =
        Packs.scenarios(pack)
            .flatMap(
                scenario ->
                    scenario.unmetRecommendations() == null
                        ? Stream.of()
                        : scenario.unmetRecommendations().stream())
            .collect(Collectors.toSet());
    Set<String> shown = new HashSet<>(aloneMissing);
    shown.addAll(recommended);
    assertThat(shown).containsAll(requirements(pack));
  }

  @Test
  void every_pathway_that_is_complete_has_a_micro_credential_for_its_three_levels() {
    List<Credential> catalogue = Packs.compile(Packs.names()).catalogue();
    Set<String> complete =
        catalogue.stream()
            .filter(credential -> credential.level() != null && credential.level() == 3)
            .map(credential -> String.valueOf(credential.pathway()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    assertThat(complete).hasSize(12);
    assertThat(catalogue.stream().map(Credential::id)).containsAll(complete);
  }

  /** So that packs that were written apart do not clash: `check` refuses an id of two packs. */
  @ParameterizedTest
  @MethodSource("packs")
  void an_id_begins_with_a_word_of_the_packs_name_or_of_what_it_awards(String pack) {
    Set<String> words = new HashSet<>(List.of(pack.split("-", -1)));
    credentials(pack).forEach(credential -> words.add(firstWord(credential)));
    assertThat(requirements(pack)).allSatisfy(id -> assertThat(words).contains(firstWord(id)));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void a_pack_that_others_need_exists(String pack) {
    assertThat(Packs.neededBy(pack))
        .allSatisfy(needed -> assertThat(Files.isDirectory(Packs.FOLDER.resolve(needed))).isTrue());
  }

  private static String firstWord(String id) {
    return id.split("-", -1)[0];
  }

  private static String readmeName(String credential) {
    return credential.endsWith("-renewal") ? "-renewal" : "`" + credential + "`";
  }

  private static List<PolicyRule> rules(String pack) {
    PolicyModel policy = Packs.compileWithNeeds(pack).policy();
    return policy.rules().stream().filter(rule -> rule.header().pack().equals(pack)).toList();
  }

  private static Set<String> credentials(String pack) {
    return rules(pack).stream()
        .filter(rule -> !(rule instanceof RequirementRule))
        .map(PolicyRule::id)
        .collect(Collectors.toSet());
  }

  private static Set<String> requirements(String pack) {
    return rules(pack).stream()
        .filter(RequirementRule.class::isInstance)
        .map(PolicyRule::id)
        .collect(Collectors.toSet());
  }
}
