package io.credentialrules.examples;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each example prints exactly what is committed beside this test. */
final class ExamplesTest {
  static final Path OUTPUTS = Path.of("src/test/resources/io/credentialrules/examples");

  @Test
  void the_program_of_the_readme_prints_an_earned_and_a_not_earned_decision() throws Exception {
    Golden.check(OUTPUTS.resolve("Quickstart.txt"), Golden.printedBy(Quickstart::main));
  }

  @Test
  void a_host_decides_on_a_fact_type_of_its_own() throws Exception {
    Golden.check(OUTPUTS.resolve("OwnFactType.txt"), Golden.printedBy(OwnFactType::main));
  }

  @Test
  void a_server_swaps_its_policy_while_eight_threads_evaluate() throws Exception {
    Golden.check(OUTPUTS.resolve("Reloading.txt"), Golden.printedBy(Reloading::main));
  }

  @Test
  void a_night_of_records_is_evaluated_on_four_threads() throws Exception {
    Golden.check(OUTPUTS.resolve("NightlyBatch.txt"), Golden.printedBy(NightlyBatch::main));
  }

  @Test
  void plug_ins_bring_the_library_in_loaders_of_their_own() throws Exception {
    Golden.check(OUTPUTS.resolve("PlugInHost.txt"), Golden.printedBy(PlugInHost::main));
  }

  @Test
  void records_are_read_and_evaluations_written_as_json() throws Exception {
    Golden.check(OUTPUTS.resolve("Json.txt"), Golden.printedBy(Json::main, "learners"));
  }

  @Test
  void an_adviser_sees_what_is_to_do_and_what_it_changes() throws Exception {
    Golden.check(
        OUTPUTS.resolve("Advice.txt"), Golden.printedBy(Advice::main, "learners/maria.json"));
  }

  @Test
  void a_page_stays_open_while_facts_come_and_go() throws Exception {
    Golden.check(
        OUTPUTS.resolve("OpenPage.txt"), Golden.printedBy(OpenPage::main, "learners/maria.json"));
  }

  @Test
  void badges_of_another_issuer_earn_a_stack_that_goes_out_and_comes_back() throws Exception {
    Golden.check(OUTPUTS.resolve("Badges.txt"), Golden.printedBy(Badges::main, "badges"));
  }
}
