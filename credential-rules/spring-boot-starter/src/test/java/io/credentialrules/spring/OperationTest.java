package io.credentialrules.spring;

import static io.credentialrules.spring.Packs.FIRST_AID;
import static io.credentialrules.spring.Packs.TODAY;
import static io.credentialrules.spring.Packs.holding;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.LiveRules;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** What somebody sees who runs an application: reloads, health, and meters. */
final class OperationTest {
  private static final String MISTAKE = FIRST_AID.replace(">= Least", ">= Leest");

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeThePack() {
    write(FIRST_AID);
  }

  private void write(String rules) {
    Packs.write(folder.resolve("aid"), rules);
  }

  private ApplicationContextRunner configured(String... properties) {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                CredentialRulesAutoConfiguration.class,
                PolicyHealthAutoConfiguration.class,
                RulesMetricsAutoConfiguration.class))
        .withPropertyValues("credential-rules.packs=" + folder.resolve("aid"))
        .withPropertyValues(properties);
  }

  private static void reload(ApplicationContext context) {
    context.getBean(LiveRules.class).reload();
  }

  private static Health health(ApplicationContext context) {
    return java.util.Objects.requireNonNull(context.getBean(HealthIndicator.class).health());
  }

  @Test
  void health_says_which_policy_is_in_force_and_why_a_newer_one_is_not() {
    configured()
        .run(
            context -> {
              String digest = context.getBean(PolicyInForce.class).rules().digest();
              assertThat(health(context).getDetails())
                  .containsEntry("digest", digest)
                  .containsEntry("credentials", 1)
                  .containsEntry("zone", "America/New_York")
                  .doesNotContainKey("refused");
              write(MISTAKE);
              reload(context);
              assertThat(health(context).getStatus()).isEqualTo(Status.UP);
              assertThat(health(context).getDetails())
                  .containsEntry("digest", digest)
                  .hasEntrySatisfying(
                      "refused",
                      refused -> assertThat(refused).asString().contains("aid/rules.drl:8:"));
              // Back to what is in force: nothing is refused any more.
              write(FIRST_AID);
              reload(context);
              assertThat(health(context).getDetails()).doesNotContainKey("refused");
            });
  }

  @Test
  void health_of_the_policy_can_be_switched_off() {
    configured("management.health.policy.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  @Test
  void a_policy_that_loses_a_credential_is_refused_unless_it_may() {
    String renamed = FIRST_AID.replace("first-aid", "aid-first");
    configured()
        .run(
            context -> {
              write(renamed);
              reload(context);
              assertThat(health(context).getDetails())
                  .hasEntrySatisfying(
                      "refused", refused -> assertThat(refused).asString().contains("first-aid"));
            });
    write(FIRST_AID);
    configured("credential-rules.reload.may-lose=first-aid")
        .run(
            context -> {
              write(renamed);
              reload(context);
              assertThat(context.getBean(PolicyInForce.class).rules().catalogue())
                  .singleElement()
                  .satisfies(credential -> assertThat(credential.id()).isEqualTo("aid-first"));
            });
  }

  @Test
  void packs_that_move_take_the_zone_along_and_packs_that_name_none_any_more_leave_the_first() {
    String zoned = "@zone( \"America/New_York\" )";
    configured()
        .run(
            context -> {
              write(FIRST_AID.replace(zoned, "@zone( \"Europe/Paris\" )"));
              reload(context);
              assertThat(health(context).getDetails()).containsEntry("zone", "Europe/Paris");
              write(FIRST_AID.replace(zoned, ""));
              reload(context);
              assertThat(health(context).getDetails()).containsEntry("zone", "America/New_York");
              assertThat(
                      context
                          .getBean(PolicyInForce.class)
                          .evaluate(holding(1), TODAY)
                          .isEarned("first-aid"))
                  .isTrue();
            });
  }

  @Test
  void packs_are_read_again_as_often_as_the_application_says_until_it_ends() {
    CountDownLatch replaced = new CountDownLatch(1);
    List<CredentialRules> seen = new ArrayList<>();
    LiveRules.Listener listener =
        new LiveRules.Listener() {
          @Override
          public void replaced(CredentialRules before, CredentialRules now) {
            seen.add(now);
            replaced.countDown();
          }
        };
    configured("credential-rules.reload.every=20ms")
        .withBean(LiveRules.Listener.class, () -> listener)
        .run(
            context -> {
              write(FIRST_AID.replace("@value( 1 )", "@value( 2 )"));
              assertThat(replaced.await(60, TimeUnit.SECONDS)).isTrue();
              PolicyInForce policy = context.getBean(PolicyInForce.class);
              assertThat(policy.rules()).isSameAs(seen.get(0));
              assertThat(policy.evaluate(holding(1), TODAY).isEarned("first-aid")).isFalse();
              assertThat(reloading()).isTrue();
            });
    for (int i = 0; i < 600 && reloading(); i++) {
      pause();
    }
    assertThat(reloading()).isFalse();
  }

  private static boolean reloading() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("credential-rules-reload"));
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void meters_count_where_the_application_has_a_registry() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    configured()
        .withBean(SimpleMeterRegistry.class, () -> registry)
        .run(
            context -> {
              context.getBean(PolicyInForce.class).evaluate(holding(1), TODAY);
              assertThat(registry.get("credential.rules.compile").timer().count()).isOne();
              assertThat(registry.get("credential.rules.evaluate").timer().count()).isOne();
            });
    configured().run(context -> assertThat(context).doesNotHaveBean("credentialRulesMetrics"));
  }
}
