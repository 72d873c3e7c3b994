package io.credentialrules.spring;

import static io.credentialrules.spring.Packs.FIRST_AID;
import static io.credentialrules.spring.Packs.TODAY;
import static io.credentialrules.spring.Packs.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Throwables;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.LiveRules;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.spring.flights.Landing;
import io.credentialrules.vocabulary.Provenance;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/** What an application configures, and what it gets. */
final class StarterTest {
  private static final Path DOCUMENT = Path.of("../../docs/spring-boot.md");

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  CredentialRulesAutoConfiguration.class,
                  PolicyHealthAutoConfiguration.class,
                  RulesMetricsAutoConfiguration.class,
                  RulesWebAutoConfiguration.class));

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeThePack() {
    Packs.write(folder.resolve("aid"), FIRST_AID);
  }

  private ApplicationContextRunner configured(String... properties) {
    return application
        .withPropertyValues("credential-rules.packs=" + folder.resolve("aid"))
        .withPropertyValues(properties);
  }

  private static ContextConsumer<AssertableApplicationContext> policy(
      Consumer<PolicyInForce> test) {
    return context -> test.accept(context.getBean(PolicyInForce.class));
  }

  private static ContextConsumer<AssertableApplicationContext> failure(Consumer<Throwable> test) {
    return context -> {
      assertThat(context).hasFailed();
      test.accept(Throwables.getRootCause(Objects.requireNonNull(context.getStartupFailure())));
    };
  }

  private static FailureAnalysis configuration(Throwable cause) {
    return new ConfigurationFailureAnalyzer().analyze(cause, (ConfigurationException) cause);
  }

  @Test
  void a_folder_and_the_zone_of_its_packs_are_all_that_is_needed() {
    configured()
        .run(
            policy(
                policy -> {
                  assertThat(policy.zone()).isEqualTo(ZoneId.of("America/New_York"));
                  assertThat(policy.evaluate(holding(1), TODAY).isEarned("first-aid")).isTrue();
                  assertThat(policy.evaluate(holding(0), TODAY).isEarned("first-aid")).isFalse();
                }));
  }

  @Test
  void a_zone_of_the_application_comes_before_that_of_the_packs() {
    configured("credential-rules.zone=Europe/Paris")
        .run(policy(policy -> assertThat(policy.zone()).isEqualTo(ZoneId.of("Europe/Paris"))));
  }

  @Test
  void without_any_zone_the_application_does_not_start_and_says_what_to_set() {
    Packs.write(folder.resolve("aid"), FIRST_AID.replace("@zone( \"America/New_York\" )", ""));
    configured()
        .run(
            failure(
                cause -> {
                  FailureAnalysis analysis = configuration(cause);
                  assertThat(analysis.getDescription()).contains("no time zone");
                  assertThat(analysis.getAction()).contains("credential-rules.zone");
                }));
    configured("credential-rules.zone=UTC").run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void without_any_pack_the_application_does_not_start_and_says_what_to_set() {
    application.run(
        failure(
            cause -> {
              FailureAnalysis analysis = configuration(cause);
              assertThat(analysis.getDescription()).contains("`credential-rules.packs` is empty");
              assertThat(analysis.getAction()).contains("classpath:");
            }));
  }

  @Test
  void a_mistake_in_a_rule_is_told_at_its_place_when_the_application_starts() {
    Packs.write(folder.resolve("aid"), FIRST_AID.replace(">= Least", ">= Leest"));
    configured()
        .run(
            failure(
                cause ->
                    assertThat(
                            new PolicyFailureAnalyzer()
                                .analyze(cause, (PolicyException) cause)
                                .getDescription())
                        .contains("aid/rules.drl:8:")
                        .contains("`Leest`")));
  }

  @Test
  void a_limit_is_kept_at_its_value_and_exceeded_beyond_it() {
    for (String name : List.of("max-facts", "maxFacts")) {
      configured("credential-rules.limits." + name + "=2")
          .run(
              policy(
                  policy -> {
                    assertThat(policy.evaluate(holding(2), TODAY).isEarned("first-aid")).isTrue();
                    assertThatThrownBy(() -> policy.evaluate(holding(3), TODAY))
                        .isInstanceOf(LimitExceededException.class)
                        .hasMessageContaining("maxFacts");
                  }));
    }
    configured("credential-rules.limits.evaluation-time=30s")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void a_limit_that_there_is_not_and_one_that_is_no_number_are_refused_by_name() {
    configured("credential-rules.limits.max-fact=2")
        .run(
            context -> {
              FailureAnalysis analysis =
                  new ConfigurationFailureAnalyzer()
                      .analyze(Objects.requireNonNull(context.getStartupFailure()));
              assertThat(Objects.requireNonNull(analysis).getDescription())
                  .startsWith(
                      "credential-rules.limits.max-fact: there is no limit `maxFact`; there are"
                          + " evaluationTime, ");
            });
    configured("credential-rules.limits.max-facts=many")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasStackTraceContaining(
                        "credential-rules.limits.max-facts: `many` is not a value for `maxFacts`"));
  }

  @Test
  void a_value_of_the_application_comes_before_that_of_the_pack() {
    configured("credential-rules.values.Least=2")
        .run(
            policy(
                policy -> {
                  assertThat(policy.evaluate(holding(2), TODAY).isEarned("first-aid")).isTrue();
                  assertThat(policy.evaluate(holding(1), TODAY).isEarned("first-aid")).isFalse();
                }));
    configured("credential-rules.values.Leest=2")
        .run(failure(cause -> assertThat(cause).isInstanceOf(PolicyException.class)));
  }

  @Test
  void the_configuration_in_the_document_is_that_of_an_application() throws IOException {
    String document = Files.readString(DOCUMENT);
    Matcher block = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(document);
    assertThat(block.find()).isTrue();
    ByteArrayResource yaml = new ByteArrayResource(block.group(1).getBytes(StandardCharsets.UTF_8));
    List<PropertySource<?>> sources = new YamlPropertySourceLoader().load("document", yaml);
    application
        .withInitializer(
            context -> sources.forEach(context.getEnvironment().getPropertySources()::addFirst))
        .run(
            policy(
                policy ->
                    assertThat(policy.rules().packs().keySet())
                        .containsExactly("ums-horticulture", "ums-skills")));
  }

  @Test
  void the_document_lists_each_property() throws IOException {
    List<String> documented =
        Pattern.compile("(?m)^\\| `([a-z.*-]+)` \\|")
            .matcher(Files.readString(DOCUMENT))
            .results()
            .map(row -> row.group(1).replace(".*", ""))
            .toList();
    List<String> properties = new ArrayList<>();
    for (RecordComponent property : CredentialRulesProperties.class.getRecordComponents()) {
      if (property.getType().isRecord()) {
        for (RecordComponent nested : property.getType().getRecordComponents()) {
          properties.add(property.getName() + "." + nested.getName());
        }
      } else {
        properties.add(property.getName());
      }
    }
    assertThat(documented)
        .containsExactlyElementsOf(
            properties.stream().map(DataObjectPropertyName::toDashedForm).toList());
  }

  @Test
  void packs_are_found_on_the_class_path() {
    application
        .withPropertyValues(
            "credential-rules.packs=classpath:ums-horticulture,classpath:ums-skills")
        .run(
            policy(
                policy ->
                    assertThat(policy.rules().packs().keySet())
                        .containsExactly("ums-horticulture", "ums-skills")));
    application
        .withPropertyValues("credential-rules.packs=classpath:ums-hortikulture")
        .run(failure(cause -> assertThat(cause).hasMessageContaining("ums-hortikulture")));
  }

  /** An application whose package is that of its fact types. */
  @AutoConfigurationPackage(basePackageClasses = Landing.class)
  static class Flights {}

  @Test
  void fact_types_in_the_packages_of_the_application_and_in_those_that_it_names_are_found() {
    Packs.write(
        folder.resolve("aid"),
        """
        import io.credentialrules.spring.flights.Landing

        rule "Ten landings" @credential( "ten-landings" ) @zone( "UTC" )
        when Landing( number >= 10 ) then end
        """);
    LearnerRecord ten =
        LearnerRecord.builder("ada").add(new Landing(10, Provenance.UNVETTED)).build();
    List<ApplicationContextRunner> applications =
        List.of(
            configured().withUserConfiguration(Flights.class),
            configured("credential-rules.fact-packages=io.credentialrules.spring.flights"));
    for (ApplicationContextRunner each : applications) {
      each.run(
          policy(
              policy -> assertThat(policy.evaluate(ten, TODAY).isEarned("ten-landings")).isTrue()));
    }
    configured().run(failure(cause -> assertThat(cause).isInstanceOf(PolicyException.class)));
  }

  @Test
  void an_application_may_keep_its_packs_elsewhere_and_add_to_each_policy() {
    application
        .withBean(
            PackSource.class,
            () -> () -> List.of(PolicyPack.of("aid", Map.of("rules.drl", FIRST_AID))))
        .withBean(RulesCustomizer.class, () -> rules -> rules.value("Least", 3))
        .run(
            policy(
                policy -> {
                  assertThat(policy.evaluate(holding(3), TODAY).isEarned("first-aid")).isTrue();
                  assertThat(policy.evaluate(holding(2), TODAY).isEarned("first-aid")).isFalse();
                }));
  }

  @Test
  void other_policies_are_compiled_with_what_is_configured() {
    configured("credential-rules.values.Least=3", "credential-rules.limits.max-facts=4")
        .run(
            context -> {
              RulesSetup setup = context.getBean(RulesSetup.class);
              assertThat(setup.values()).containsExactly(Map.entry("Least", "3"));
              CredentialRules.Builder other = setup.prepare(CredentialRules.builder());
              setup.values().forEach(other::writtenValue);
              CredentialRules rules = other.add(PolicyPack.read(folder.resolve("aid"))).compile();
              assertThat(rules.digest())
                  .isEqualTo(context.getBean(PolicyInForce.class).rules().digest());
              assertThat(rules.evaluate(holding(3), TODAY, ZoneId.of("UTC")).isEarned("first-aid"))
                  .isTrue();
              assertThatThrownBy(() -> rules.evaluate(holding(5), TODAY, ZoneId.of("UTC")))
                  .isInstanceOf(LimitExceededException.class);
            });
  }

  @Test
  void live_rules_of_the_application_replace_those_of_the_properties() {
    LiveRules own = LiveRules.ofFolders(folder.resolve("aid")).start();
    application
        .withBean(LiveRules.class, () -> own)
        .run(policy(policy -> assertThat(policy.rules()).isSameAs(own.current())));
  }

  @Test
  void nothing_but_the_rules_is_needed_on_the_class_path() {
    configured()
        .withClassLoader(
            new FilteredClassLoader(
                "io.micrometer",
                "io.credentialrules.micrometer",
                "org.springframework.boot.health",
                "org.springframework.http",
                "org.springframework.web"))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(PolicyInForce.class)
                    .doesNotHaveBean("policyHealthIndicator")
                    .doesNotHaveBean("learnerRecordConverter")
                    .doesNotHaveBean("credentialRulesMetrics"));
  }
}
