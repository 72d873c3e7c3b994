package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.credentialrules.LearnerRecord;
import io.credentialrules.openbadges.Verification.Outcome;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * No badge, mapping or file of trusted issuers throws anything but what is documented, takes long
 * or is refused without a place; and nothing that was changed is valid and says something else. The
 * normal build runs the inputs that are kept beside this class; {@code CONTRIBUTING.md} says how to
 * search for more.
 */
class BadgeFuzzTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final List<String> SEEDS =
      List.of(
          "ob30/simple.json",
          "ob30/complete.json",
          "ob30/endorsement-valid.json",
          "ob30/simple.jwt",
          "ob30/simple-json.png",
          "ob30/simple-json.svg",
          "ob20/basic-assertion.json",
          "ob20/simple.jwt",
          "ob20/simple-badge.png",
          "clr20/simple.json");

  @FuzzTest(maxDuration = "10m")
  void any_bytes_are_refused_at_a_place_or_read(byte[] bytes) {
    assertRefusedOrRead("fuzzed", bytes);
  }

  @FuzzTest(maxDuration = "10m")
  void any_change_of_a_badge_is_noticed_or_says_the_same(FuzzedDataProvider data) {
    String seed = data.pickValue(SEEDS);
    byte[] genuine = Fixtures.bytes(seed);
    byte[] changed = genuine.clone();
    int changes = data.consumeInt(1, 8);
    for (int i = 0; i < changes; i++) {
      changed[data.consumeInt(0, changed.length - 1)] = data.consumeByte();
    }
    BadgeImport read = assertRefusedOrRead(seed, changed);
    if (Tampering.isGenuine(genuine) && Tampering.isGenuine(changed)) {
      assertThat(read.credentials()).isEqualTo(Fixtures.read(seed, genuine).credentials());
    }
  }

  @FuzzTest(maxDuration = "10m")
  void any_file_beside_badges_is_refused_or_read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      AchievementMapping.read("mapping.json", text);
    } catch (BadgeException refused) {
      assertThat(refused.getMessage()).startsWith("mapping.json");
    }
    try {
      TrustedIssuers.read("trust.json", text);
    } catch (BadgeException refused) {
      assertThat(refused.getMessage()).startsWith("trust.json");
    }
    assertInTime(start);
  }

  private static BadgeImport assertRefusedOrRead(String name, byte[] bytes) {
    long start = THREADS.getCurrentThreadCpuTime();
    BadgeImport read = Fixtures.read(name, bytes);
    assertInTime(start);
    for (BadgeProblem problem : read.problems()) {
      assertThat(problem.source()).isNotBlank();
      assertThat(problem.message()).isNotBlank().doesNotContain("Exception", "jakarta", "java.");
    }
    if (read.credentials().isEmpty()) {
      assertThat(read.problems()).isNotEmpty();
    }
    boolean isInvalid =
        read.all().stream()
            .anyMatch(credential -> credential.verification().outcome() != Outcome.VALID);
    LearnerRecord record = LearnerRecord.builder("ada").addAll(read.facts()).build();
    if (isInvalid
        && read.credentials().size() == 1
        && read.credentials().get(0).parts().isEmpty()) {
      assertThat(
              IssuedBadges.RULES.evaluate(record, IssuedBadges.TODAY, IssuedBadges.ZONE).counted())
          .noneMatch(fact -> fact.getClass().getSimpleName().equals("HeldCredential"));
    }
    return read;
  }

  private static void assertInTime(long start) {
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
  }
}
