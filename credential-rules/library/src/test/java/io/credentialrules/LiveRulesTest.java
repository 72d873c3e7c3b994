package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.quiz;
import static io.credentialrules.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.LiveRules.Refusal.Reason;
import io.credentialrules.LiveRules.Reload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRulesTest {
  @TempDir Path folder;

  private final List<LiveRules.Refusal> refusals = new ArrayList<>();
  private final List<String> replaced = new ArrayList<>();
  private final LiveRules.Listener listener =
      new LiveRules.Listener() {
        @Override
        public void replaced(CredentialRules before, CredentialRules now) {
          replaced.add(now.digest());
        }

        @Override
        public void refused(LiveRules.Refusal refusal) {
          refusals.add(refusal);
        }
      };

  private static String credential(String id, String score) {
    return """
        rule "The credential %1$s"
          @credential( "%1$s" )
        when
          AssessmentResult( assessment == "quiz", score >= %2$s )
        then
        end
        """
        .formatted(id, score);
  }

  private void write(String... rules) throws IOException {
    Files.writeString(folder.resolve("policy.drl"), String.join("\n", rules));
  }

  private LiveRules start(String... rules) throws IOException {
    write(rules);
    return LiveRules.ofFolders(folder).listener(listener).start();
  }

  private static boolean isEarned(LiveRules live, String credential) {
    return live.current().evaluate(record(quiz("75", VETTED)), TODAY, ZONE).isEarned(credential);
  }

  @Test
  void a_changed_policy_is_in_force_once_it_is_reloaded() throws IOException {
    LiveRules live = start(credential("badge", "80"));
    assertThat(isEarned(live, "badge")).isFalse();

    write(credential("badge", "70"));
    assertThat(isEarned(live, "badge")).isFalse();
    assertThat(live.reload()).isEqualTo(Reload.REPLACED);

    assertThat(isEarned(live, "badge")).isTrue();
    assertThat(replaced).containsExactly(live.current().digest());
    assertThat(live.reload()).isEqualTo(Reload.UNCHANGED);
    assertThat(replaced).hasSize(1);
    assertThat(refusals).isEmpty();
  }

  @Test
  void a_policy_with_errors_is_refused_and_what_was_in_force_stays() throws IOException {
    LiveRules live = start(credential("badge", "70"));
    CredentialRules before = live.current();

    write(credential("badge", "70").replace("score", "scores"));

    assertThat(live.reload()).isEqualTo(Reload.REFUSED);
    assertThat(live.current()).isSameAs(before);
    assertThat(refusals).extracting(LiveRules.Refusal::reason).containsExactly(Reason.PROBLEMS);
    assertThat(refusals.get(0).problems()).extracting("code").containsExactly("unknown-field");
    assertThat(refusals.get(0).message()).contains("policy.drl:4").contains("`scores`");
    assertThat(live.refusal()).isSameAs(refusals.get(0));

    write(credential("badge", "70"));
    assertThat(live.reload()).isEqualTo(Reload.UNCHANGED);
    assertThat(live.refusal()).isNull();
  }

  @Test
  void what_a_policy_may_always_lose_is_no_refusal() throws IOException {
    write(credential("badge", "70"), credential("medal", "70"));
    LiveRules live = LiveRules.ofFolders(folder).mayLose(Set.of("medal")).start();

    write(credential("badge", "70"));
    assertThat(live.reload()).isEqualTo(Reload.REPLACED);
    assertThat(live.refusal()).isNull();

    write(credential("medal", "70"));
    assertThat(live.reload()).isEqualTo(Reload.REFUSED);
    assertThat(Objects.requireNonNull(live.refusal()).lost()).containsExactly("badge");

    assertThat(live.reloadLosing(Set.of("badge"))).isEqualTo(Reload.REPLACED);
    assertThat(live.refusal()).isNull();
  }

  @Test
  void a_file_that_is_emptied_or_half_written_changes_nothing_that_is_in_force()
      throws IOException {
    String whole = credential("badge", "70") + "\n" + credential("seal", "70");
    LiveRules live = start(whole);
    CredentialRules before = live.current();

    for (int length = 0; length < whole.length() - 1; length++) {
      write(whole.substring(0, length));
      assertThat(live.reload()).as("the first %s characters", length).isEqualTo(Reload.REFUSED);
      assertThat(live.current()).isSameAs(before);
    }
    Files.delete(folder.resolve("policy.drl"));
    assertThat(live.reload()).isEqualTo(Reload.REFUSED);
    write(whole);
    assertThat(live.reload()).isEqualTo(Reload.UNCHANGED);
    assertThat(live.current()).isSameAs(before);
  }

  @Test
  void a_policy_that_loses_a_credential_is_refused_unless_leave_is_given() throws IOException {
    LiveRules live = start(credential("badge", "70"), credential("seal", "70"));

    write(credential("badge", "70"));

    assertThat(live.reload()).isEqualTo(Reload.REFUSED);
    assertThat(refusals.get(0).reason()).isEqualTo(Reason.LOSES_CREDENTIALS);
    assertThat(refusals.get(0).lost()).containsExactly("seal");
    assertThat(live.reloadLosing(Set.of("badge"))).isEqualTo(Reload.REFUSED);
    assertThat(live.reloadLosing(Set.of("seal"))).isEqualTo(Reload.REPLACED);
    assertThat(live.current().catalogue()).extracting(Credential::id).containsExactly("badge");
  }

  @Test
  void a_refusal_is_told_once_until_the_packs_are_others() throws IOException {
    LiveRules live = start(credential("badge", "70"));

    write("rule");
    live.reload();
    live.reload();
    assertThat(refusals).hasSize(1);
    write("rule \"");
    live.reload();
    assertThat(refusals).hasSize(2);
    write(credential("badge", "70"));
    live.reload();
    write("rule");
    live.reload();
    assertThat(refusals).hasSize(3);
  }

  @Test
  void what_a_source_throws_is_a_refusal_with_its_cause() {
    PolicyPack pack = PolicyPack.of("p", Map.of("p.drl", credential("badge", "70")));
    List<Exception> failures = new ArrayList<>();
    LiveRules live =
        LiveRules.of(
                () -> {
                  if (!failures.isEmpty()) {
                    throw failures.get(0);
                  }
                  return List.of(pack);
                })
            .listener(listener)
            .start();

    failures.add(new IOException("the database is away"));

    assertThat(live.reload()).isEqualTo(Reload.REFUSED);
    assertThat(refusals.get(0).reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(refusals.get(0).cause()).isSameAs(failures.get(0));
    assertThat(refusals.get(0).message()).contains("the database is away");
  }

  @Test
  void no_packs_two_of_one_name_and_a_setup_that_fails_are_refusals_as_well() {
    PolicyPack pack = PolicyPack.of("p", Map.of("p.drl", credential("badge", "70")));
    List<PolicyPack> packs = new ArrayList<>(List.of(pack));
    List<@Nullable List<PolicyPack>> source = new ArrayList<>(List.of(packs));
    List<RuntimeException> failures = new ArrayList<>();
    LiveRules live =
        LiveRules.of(() -> source.get(0))
            .setup(
                rules -> {
                  if (!failures.isEmpty()) {
                    throw failures.get(0);
                  }
                })
            .listener(listener)
            .start();
    CredentialRules before = live.current();

    source.set(0, null);
    assertThat(live.reload()).isEqualTo(Reload.REFUSED);
    source.set(0, List.of(pack, pack));
    assertThat(live.reload()).isEqualTo(Reload.REFUSED);
    source.set(0, List.of());
    assertThat(live.reload()).isEqualTo(Reload.REFUSED);
    failures.add(new UncheckedIOException(new IOException("no settings")));
    assertThat(live.reload()).isEqualTo(Reload.REFUSED);

    assertThat(refusals)
        .extracting(LiveRules.Refusal::message)
        .satisfiesExactly(
            none -> assertThat(none).contains("no packs were given"),
            twice -> assertThat(twice).contains("two packs `p`"),
            empty -> assertThat(empty).contains("no rule"),
            setup -> assertThat(setup).contains("no settings"));
    assertThat(live.current()).isSameAs(before);
  }

  @Test
  void there_is_no_start_without_a_policy() throws IOException {
    write("rule");
    assertThatThrownBy(() -> LiveRules.ofFolders(folder).start())
        .isInstanceOf(PolicyException.class);
    assertThatThrownBy(
            () ->
                LiveRules.of(
                        () -> {
                          throw new IOException("away");
                        })
                    .start())
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(IOException.class);
    assertThatThrownBy(
            () ->
                LiveRules.of(
                        () -> {
                          throw new UncheckedIOException(new IOException("away"));
                        })
                    .start())
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(UncheckedIOException.class);
  }

  @Test
  void it_reloads_on_an_executor_of_the_host() throws Exception {
    LiveRules live = start(credential("badge", "80"));
    CountDownLatch told = new CountDownLatch(1);
    LiveRules watched =
        LiveRules.ofFolders(folder)
            .listener(
                new LiveRules.Listener() {
                  @Override
                  public void replaced(CredentialRules before, CredentialRules now) {
                    told.countDown();
                    throw new IllegalStateException("a listener that fails");
                  }
                })
            .start();
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    try {
      var reloading = watched.reloadEvery(Duration.ofMillis(5), executor);
      write(credential("badge", "70"));
      assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(isEarned(watched, "badge")).isTrue();
      assertThat(reloading.isDone()).isFalse();
      assertThat(isEarned(live, "badge")).isFalse();
    } finally {
      executor.shutdownNow();
    }
  }
}
