package io.credentialrules.pathways;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * No file throws anything but the documented exception or takes long, and what is read is a pack
 * without errors. The normal build runs the inputs that are kept beside this class; {@code
 * CONTRIBUTING.md} says how to search for more.
 */
class PathwayFuzzTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final String SEED =
      PathwayWriterTest.WRITER
          .write(
              CredentialRules.compile(
                  PolicyPack.of(
                      "seed",
                      Map.of(
                          "seed.drl",
                          """
                          package seed
                          import io.credentialrules.vocabulary.*
                          rule "Course" @requirement( "course" ) @scale( "LOW < HIGH" )
                          when RubricScore( level >= "HIGH" ) then end
                          rule "First" @credential( "first" ) @level( 1 )
                          when Met( requirement == "course" ) SignOff( subject == "x" ) then end
                          rule "Second" @credential( "second" ) @external( "a", "b", "c" )
                          when Earned( credential == "first" )
                               accumulate( Earned( credential in ( "a", "b", "c" ) ); $n : count(); $n >= 2 )
                          then end
                          """))),
              LocalDate.of(2026, 11, 26),
              "Seed")
          .json();
  private static final List<String> WORDS =
      List.of(
          "null",
          "[]",
          "{}",
          "-1",
          "99",
          "\"\"",
          "\"then end rule\"",
          "\"@zone( \\\"x\\\" )\"",
          "\"Met( requirement == \\\"course\\\" )\"",
          "\"https://badges.example.edu/component/first\"",
          "ceterms:hasCondition",
          "ceterms:proxyFor",
          "policy:policyWhen",
          "policy:policyId",
          "requiredNumber",
          "{",
          "}",
          "[",
          "\"");

  private static final String FRAMEWORK =
      CaseReaderTest.framework(
          "{\"quality\": \"LOW\", \"position\": 1, \"score\": 1}, {\"quality\": \"Very high\", \"position\": 2}");
  private static final List<String> WORDS_OF_CASE =
      List.of(
          "null",
          "[]",
          "{}",
          "7",
          "-2147483649",
          "1e999999",
          "\"\"",
          "\"then end rule\"",
          "\"LOW < HIGH\"",
          "\"https://case.example/i1\"",
          "\"i1\"",
          "\"position\": 1,",
          "\"quality\": \"LOW\",",
          "isChildOf",
          "exactMatchOf",
          "CFRubrics",
          "CFItemURI",
          "{",
          "}",
          "[",
          "\"");

  @FuzzTest(maxDuration = "10m")
  void any_file_is_refused_or_a_pack_without_errors(byte[] bytes) {
    assertRefusedOrRead(new String(bytes, StandardCharsets.UTF_8));
  }

  @FuzzTest(maxDuration = "10m")
  void any_change_of_a_catalogue_is_refused_or_a_pack_without_errors(FuzzedDataProvider data) {
    StringBuilder changed = new StringBuilder(SEED);
    int changes = data.consumeInt(1, 6);
    for (int i = 0; i < changes; i++) {
      int from = data.consumeInt(0, changed.length());
      int to = Math.min(changed.length(), from + data.consumeInt(0, 30));
      changed.replace(from, to, data.pickValue(WORDS));
    }
    assertRefusedOrRead(changed.toString());
  }

  @FuzzTest(maxDuration = "10m")
  void any_change_of_a_framework_is_refused_or_a_pack_without_errors(FuzzedDataProvider data) {
    StringBuilder changed = new StringBuilder(FRAMEWORK);
    int changes = data.consumeInt(1, 6);
    for (int i = 0; i < changes; i++) {
      int from = data.consumeInt(0, changed.length());
      int to = Math.min(changed.length(), from + data.consumeInt(0, 30));
      changed.replace(from, to, data.pickValue(WORDS_OF_CASE));
    }
    assertRefusedOrRead(changed.toString());
  }

  private static void assertRefusedOrRead(String json) {
    long start = THREADS.getCurrentThreadCpuTime();
    PathwayImport read;
    try {
      read = PathwayReader.of("fuzzed").read("fuzzed.json", json);
    } catch (PathwayException refused) {
      assertThat(refused.getMessage()).startsWith("fuzzed.json");
      read = null;
    }
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
    if (read != null) {
      assertThat(CredentialRules.compile(read.pack()).catalogue()).isNotEmpty();
    }
  }
}
