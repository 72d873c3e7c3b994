package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.openbadges.Verification.Check;
import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FixturesTest {

  static Stream<String> badges() {
    return Fixtures.badges().stream();
  }

  /** The files' names are the authors' own verdicts; the file `docs/fixtures.md` tells the rest. */
  @ParameterizedTest
  @MethodSource("badges")
  void a_fixture_is_what_its_name_says(String name) {
    BadgeImport read = Fixtures.read(name);
    if (name.contains("-err-") || name.contains("invalid-")) {
      boolean extension = name.contains("extension-node-invalid");
      assertThat(outcome(read)).isEqualTo(extension ? "valid" : outcome(read));
      assertThat(extension || !outcome(read).equals("valid")).as(outcome(read)).isTrue();
    }
    if (name.contains("-type.json")) {
      assertThat(read.problems())
          .anySatisfy(
              problem -> {
                assertThat(problem.kind()).isEqualTo(BadgeProblem.Kind.MALFORMED);
                assertThat(problem.pointer()).endsWith("/type");
              });
    }
    if (name.endsWith("revoked.json") || name.endsWith("simple-revoked.jwt")) {
      assertThat(check(read, Kind.STATUS).outcome()).isEqualTo(Outcome.INVALID);
      assertThat(check(read, Kind.PROOF).outcome()).isEqualTo(Outcome.VALID);
    }
    if (name.contains("expired") || name.contains("future") || name.contains("err-issued")) {
      assertThat(name.contains("before-issued") ? Kind.FORM : Kind.VALIDITY)
          .isEqualTo(
              read.credentials().get(0).verification().checks().stream()
                  .filter(check -> check.outcome() == Outcome.INVALID)
                  .map(Check::kind)
                  .filter(kind -> kind == Kind.VALIDITY || name.contains("before-issued"))
                  .findFirst()
                  .orElseThrow());
    }
    if (name.contains("noproof")) {
      assertThat(check(read, Kind.PROOF))
          .isEqualTo(StatedCheck.notChecked(Kind.PROOF, "it has no proof"));
    }
    if (name.contains("err-proof-value")) {
      assertThat(check(read, Kind.PROOF).outcome()).isEqualTo(Outcome.INVALID);
    }
    if (name.contains("/sd/")) {
      assertThat(check(read, Kind.PROOF).outcome()).isEqualTo(Outcome.NOT_CHECKED);
    }
    if (name.contains("warning")) {
      assertThat(read.problems())
          .anySatisfy(p -> assertThat(p.kind()).isEqualTo(BadgeProblem.Kind.REFERENCE));
    }
    if (isGood(name)) {
      assertThat(outcome(read)).isEqualTo("valid");
    }
  }

  private static boolean isGood(String name) {
    return List.of(
            "clr20/simple.json",
            "ob20/assertion-with-data-image.json",
            "ob20/assertion-with-endorsements.json",
            "ob20/basic-assertion.json",
            "ob20/basic-assertion-with-allowed-origins.json",
            "ob20/basic-assertion-with-allowed-origins-valid-multiple-starts-with.json",
            "ob20/basic-assertion-with-allowed-origins-valid-starts-with.json",
            "ob20/basic-assertion-with-language.json",
            "ob20/simple-badge.png",
            "ob20/simple-not-revoked.jwt",
            "ob20/simple.jwt",
            "ob30/endorsement-valid.json",
            "ob30/simple-context-alias.json",
            "ob30/simple-context-version.json",
            "ob30/simple-did-key-method.json",
            "ob30/simple-did-web-method.json",
            "ob30/simple-eddsa-2022.json",
            "ob30/simple-json.png",
            "ob30/simple-json.svg",
            "ob30/simple-multiple-proofs.json",
            "ob30/simple.json",
            "ob30/simple_v1.json")
        .contains(name);
  }

  @Test
  void the_page_of_fixtures_tells_the_outcome_of_each() throws IOException {
    StringBuilder table = new StringBuilder();
    for (String name : Fixtures.badges()) {
      BadgeImport read = Fixtures.read(name);
      table
          .append("| `")
          .append(name)
          .append("` | ")
          .append(outcome(read))
          .append(" | ")
          .append(why(read))
          .append(" |\n");
    }
    Path page = Path.of("../../docs/fixtures.md");
    assertThat(Files.readString(page)).as("expected rows:\n" + table).contains(table);
  }

  private static String outcome(BadgeImport read) {
    return read.credentials().isEmpty()
        ? "refused"
        : switch (read.credentials().get(0).verification().outcome()) {
          case VALID -> "valid";
          case NOT_CHECKED -> "not checked";
          case INVALID -> "invalid";
        };
  }

  private static String why(BadgeImport read) {
    StringBuilder why = new StringBuilder();
    if (!read.credentials().isEmpty()) {
      for (Check check : read.credentials().get(0).verification().checks()) {
        if (check.outcome() != Outcome.VALID && check.kind() != Kind.FORM) {
          why.append(why.isEmpty() ? "" : "; ").append(check.reason());
        }
      }
    }
    for (BadgeProblem problem : read.problems()) {
      if (problem.kind() != BadgeProblem.Kind.LEFT_OUT) {
        why.append(why.isEmpty() ? "" : "; ");
        why.append(problem.pointer().isEmpty() ? "" : "`" + problem.pointer() + "` ");
        why.append(problem.message());
      }
    }
    return why.toString();
  }

  private static Check check(BadgeImport read, Kind kind) {
    return read.credentials().get(0).verification().check(kind);
  }
}
