package io.credentialrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.PolicyPack;
import io.credentialrules.pathways.PathwayExport;
import io.credentialrules.pathways.PathwayImport;
import io.credentialrules.pathways.PathwayReader;
import io.credentialrules.pathways.PathwayWriter;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.ScenarioFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Packs that are written as CTDL and read again decide the same on the records of all scenarios:
 * each credential, with its dates.
 */
@Tag("once")
class CtdlScenariosTest {
  private static final Path RULES = Path.of("../../rules");
  private static final PathwayWriter WRITER = PathwayWriter.of("https://badges.example.edu/");

  /** What was compiled of some packs, and of their CTDL on a date. */
  private record Both(CredentialRules rules, CredentialRules again, PathwayExport export) {}

  private final Map<List<String>, CredentialRules> compiled = new HashMap<>();
  private final Map<List<Object>, Both> written = new LinkedHashMap<>();

  private Both both(Scenario scenario) {
    List<String> packs = scenario.packs();
    CredentialRules rules =
        compiled.computeIfAbsent(
            packs,
            names ->
                CredentialRules.compile(
                    names.stream()
                        .map(name -> PolicyPack.read(RULES.resolve(name)))
                        .toArray(PolicyPack[]::new)));
    boolean isDated =
        rules.policy().rules().stream()
            .anyMatch(
                rule ->
                    !rule.namedValues().isEmpty()
                        || rule.header().window().from() != null
                        || rule.header().window().until() != null);
    LocalDate date = isDated ? scenario.asOf().toLocalDate() : LocalDate.of(2026, 11, 26);
    return written.computeIfAbsent(
        List.of(packs, date),
        key -> {
          PathwayExport export = WRITER.write(rules, date, packs.get(0));
          PathwayImport read = PathwayReader.of("again").read("again.json", export.json());
          assertThat(read.leftOut()).as("%s on %s", packs, date).isEmpty();
          return new Both(rules, CredentialRules.compile(read.pack()), export);
        });
  }

  @Test
  void each_pack_decides_the_same_when_it_is_read_again() {
    List<String> differ = new ArrayList<>();
    Set<String> lossy = new TreeSet<>();
    int compared = 0;
    int earned = 0;
    for (ScenarioFile file : ScenarioRun.files(RULES)) {
      Scenario scenario = file.read();
      Both both = both(scenario);
      boolean isLossless =
          both.export().leftOut().stream()
              .allMatch(sentence -> sentence.contains("the values of other days"));
      if (!isLossless) {
        lossy.add(file.pack());
        continue;
      }
      Evaluation before = both.rules().evaluate(scenario.record(), scenario.asOf());
      Evaluation after = both.again().evaluate(scenario.record(), scenario.asOf());
      for (Credential credential : both.rules().catalogue()) {
        Decision one = before.decision(credential.id());
        Decision other = after.decision(credential.id());
        compared++;
        earned += one.isEarned() ? 1 : 0;
        if (!said(one).equals(said(other))) {
          differ.add(
              scenario.name()
                  + ", "
                  + credential.id()
                  + ": "
                  + said(one)
                  + ", again "
                  + said(other));
        }
      }
    }
    assertThat(differ).isEmpty();
    assertThat(compared).isGreaterThan(5_000);
    assertThat(earned).isGreaterThan(500);
    // Rules that the learner's own policy date chooses are told, and not written.
    assertThat(lossy).containsExactly("eagle-scout");
  }

  private static String said(Decision decision) {
    return decision instanceof Decision.Earned earned
        ? "earned since " + earned.since() + " until " + earned.until()
        : "not earned";
  }
}
