package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The laws of a change hold a change to what its author lists. */
class PolicyChangeLawsTest {
  private static final CredentialRules BEFORE = compiled(TemporaryRules.RULES);
  private static final CredentialRules FEWER_HOURS =
      compiled(TemporaryRules.RULES.replace("$t >= 200", "$t >= 150"));

  /** With all that follows listed. */
  static class Listed implements PolicyChangeLaws {
    @Override
    public CredentialRules before() {
      return BEFORE;
    }

    @Override
    public CredentialRules after() {
      return FEWER_HOURS;
    }

    @Override
    public Set<String> gained() {
      return Set.of("level-2");
    }
  }

  /** With nothing listed. */
  static class NotListed extends Listed {
    @Override
    public Set<String> gained() {
      return Set.of();
    }
  }

  /** The other way round, with one listed that cannot be. */
  static class Stricter extends Listed {
    @Override
    public CredentialRules before() {
      return FEWER_HOURS;
    }

    @Override
    public CredentialRules after() {
      return BEFORE;
    }

    @Override
    public Set<String> gained() {
      return Set.of("level-1");
    }
  }

  @Test
  void a_change_that_does_what_is_listed_passes() {
    assertThat(failed(Listed.class)).isEmpty();
  }

  @Test
  void what_is_not_listed_fails() {
    assertThat(failed(NotListed.class)).containsExactly("nothing_is_gained_but_what_is_listed");
  }

  @Test
  void what_is_lost_and_what_never_happens_fail() {
    assertThat(failed(Stricter.class))
        .containsExactlyInAnyOrder(
            "nothing_is_lost_but_what_is_listed", "what_is_listed_is_gained_and_lost_by_some");
  }

  private static List<String> failed(Class<? extends PolicyChangeLaws> laws) {
    List<String> failed = new ArrayList<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(laws))
                .filters(EngineFilter.includeEngines("jqwik"))
                .configurationParameter("jqwik.tries.default", "200")
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() && result.getStatus() == TestExecutionResult.Status.FAILED) {
                  failed.add(test.getDisplayName().replace(' ', '_'));
                }
              }
            });
    return failed;
  }

  private static CredentialRules compiled(String rules) {
    return CredentialRules.compile(PolicyPack.of("garden", Map.of("rules.drl", rules)));
  }
}
