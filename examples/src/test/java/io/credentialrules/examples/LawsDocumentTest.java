package io.credentialrules.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.PolicyChangeLaws;
import io.credentialrules.testkit.PolicyLaws;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The page of laws has a section for each, and the policies that it says break one do. */
@Tag("once")
final class LawsDocumentTest {
  private static final Document LAWS = Document.read(Golden.ROOT.resolve("docs/laws.md"));
  private static final String IMPORTS = "import io.credentialrules.vocabulary.*\n";

  private static @Nullable CredentialRules breaking;

  /** Of the policy that is looked at. */
  static class Breaking implements PolicyLaws {
    @Override
    public CredentialRules rules() {
      return Objects.requireNonNull(breaking);
    }
  }

  @Test
  void each_law_has_a_section() {
    Set<String> laws =
        Stream.of(PolicyLaws.class, PolicyChangeLaws.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(
                method ->
                    method.isAnnotationPresent(Property.class)
                        || method.isAnnotationPresent(Example.class))
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> sections =
        Pattern.compile("(?m)^## (\\w+)$")
            .matcher(LAWS.text())
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(sections).isEqualTo(laws).hasSizeGreaterThan(12);
  }

  @TestFactory
  Stream<DynamicTest> what_is_said_to_break_a_law_breaks_it() {
    return Pattern.compile("(?m)^```drl breaks (\\w+)$")
        .matcher(LAWS.text())
        .results()
        .map(found -> found.group(1))
        .map(law -> DynamicTest.dynamicTest(law, () -> assertThat(broken(law)).contains(law)));
  }

  private static List<String> broken(String law) {
    String policy = IMPORTS + LAWS.blocks("drl breaks " + law).get(0).text();
    breaking = CredentialRules.compile(PolicyPack.of("laws", Map.of("laws.drl", policy)));
    List<String> broken = new ArrayList<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Breaking.class))
                .filters(EngineFilter.includeEngines("jqwik"))
                .configurationParameter("jqwik.tries.default", "200")
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() && result.getStatus() == TestExecutionResult.Status.FAILED) {
                  broken.add(test.getDisplayName().replace(' ', '_'));
                }
              }
            });
    return broken;
  }
}
