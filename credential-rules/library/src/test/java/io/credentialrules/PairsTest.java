package io.credentialrules;

import static io.credentialrules.Records.pack;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.credentialrules.policy.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Of how many policies that nobody means something is said, and of how many of their right twins.
 */
@Tag("once")
class PairsTest {
  /** A policy that is wrong, and its nearest that is right. */
  private record Pair(String wrong, String policy, String twin) {}

  private static List<Pair> pairs() throws IOException {
    List<Pair> pairs = new ArrayList<>();
    String corpus = Files.readString(Path.of("src/test/resources/meant/pairs.txt"));
    for (String pair : Splitter.on("\n== ").split(corpus)) {
      if (!pair.startsWith("#")) {
        int name = pair.indexOf('\n');
        int twin = pair.indexOf("\n--\n");
        pairs.add(
            new Pair(
                pair.substring(0, name), pair.substring(name, twin), pair.substring(twin + 4)));
      }
    }
    return pairs;
  }

  private static List<Problem> problems(String policy) {
    return CredentialRules.builder().add(pack(policy)).check();
  }

  @Test
  void what_nobody_means_is_noticed(TestReporter reporter) throws IOException {
    List<Pair> pairs = pairs();
    List<String> silent =
        pairs.stream().filter(pair -> problems(pair.policy).isEmpty()).map(Pair::wrong).toList();
    reporter.publishEntry("noticed", pairs.size() - silent.size() + " of " + pairs.size());
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(55);
    assertThat(silent).isEmpty();
  }

  @Test
  void of_what_is_meant_nothing_is_said() throws IOException {
    List<String> alarms = new ArrayList<>();
    for (Pair pair : pairs()) {
      problems(pair.twin).forEach(problem -> alarms.add(pair.wrong + ": " + problem));
    }
    assertThat(alarms).isEmpty();
  }
}
