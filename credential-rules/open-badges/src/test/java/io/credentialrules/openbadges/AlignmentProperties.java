package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What rules say that they are aligned to is found again in the badge, and suggests a mapping. */
final class AlignmentProperties {
  private static final String RULES =
      """
      package aligned
      import io.credentialrules.vocabulary.*

      rule "A course" @requirement( "course" ) %s
      when TrainingCompletion( training == "course" ) then end

      rule "Award" @credential( "award" ) %s
      when Met( requirement == "course" ) then end
      """;

  @Property
  void alignments_go_out_and_come_back(
      @ForAll("targets") List<AlignmentTarget> ofRule,
      @ForAll("targets") List<AlignmentTarget> ofRequirement) {
    CredentialRules rules = rules(ofRequirement, ofRule);
    BadgeImport read = read(rules, AchievementMapping.EMPTY);
    assertThat(read.problems()).isEmpty();
    List<AlignmentTarget> came =
        read.credentials().get(0).alignments().stream()
            .map(
                one ->
                    AlignmentTarget.of(
                        String.valueOf(one.targetName()),
                        one.targetUrl(),
                        one.targetFramework(),
                        one.targetCode()))
            .toList();
    // Of two targets with one address, that of the credential's rule is written.
    Map<String, AlignmentTarget> expected =
        Stream.concat(ofRule.stream(), ofRequirement.stream())
            .collect(
                Collectors.toMap(
                    AlignmentTarget::url,
                    target -> target,
                    (first, second) -> first,
                    LinkedHashMap::new));
    assertThat(came).containsExactlyElementsOf(expected.values());
  }

  @Property
  void what_the_same_address_is_aligned_to_is_suggested_until_it_is_mapped(
      @ForAll("targets") List<AlignmentTarget> targets) {
    CredentialRules rules = rules(List.of(), targets);
    BadgeImport read = read(rules, AchievementMapping.EMPTY);
    List<MappingSuggestion> suggestions = MappingSuggestion.of(read, rules);
    assertThat(suggestions)
        .extracting(MappingSuggestion::targetUrl)
        .containsExactlyElementsOf(targets.stream().map(AlignmentTarget::url).toList());
    assertThat(suggestions).allMatch(one -> one.entry().credential().equals("award"));
    assertThat(MappingSuggestion.of(read, rules(targets, List.of()))).isEmpty();
    if (!suggestions.isEmpty()) {
      AchievementMapping mapping = AchievementMapping.of(suggestions.get(0).entry());
      assertThat(MappingSuggestion.of(read(rules, mapping), rules)).isEmpty();
    }
  }

  @Example
  void what_the_host_tells_is_written_before_what_the_rules_say() {
    CredentialRules rules =
        rules(
            List.of(), List.of(AlignmentTarget.of("Ours", "https://skills.example/1", null, null)));
    BadgeWriter writer =
        BadgeWriter.builder(IssuedBadges.ISSUER, "https://badges.example.edu/achievements/")
            .alignment("award", Alignment.of("https://skills.example/1", "Theirs", null, null))
            .build();
    assertThat(writer.credential(evaluation(rules), "award", IssuedBadges.RECIPIENT, null))
        .contains("Theirs")
        .doesNotContain("Ours");
  }

  private static CredentialRules rules(
      List<AlignmentTarget> ofRequirement, List<AlignmentTarget> ofRule) {
    return CredentialRules.compile(
        PolicyPack.of(
            "aligned",
            Map.of("aligned.drl", RULES.formatted(written(ofRequirement), written(ofRule)))));
  }

  private static String written(List<AlignmentTarget> targets) {
    return targets.stream()
        .map(
            target ->
                Stream.of(target.name(), target.url(), target.framework(), target.code())
                    .filter(Objects::nonNull)
                    .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(", ", "@alignment( ", " )")))
        .collect(Collectors.joining(" "));
  }

  private static Evaluation evaluation(CredentialRules rules) {
    TrainingCompletion course =
        TrainingCompletion.builder()
            .type(TrainingType.COURSE)
            .training("course")
            .completedOn(IssuedBadges.TODAY.minusDays(3))
            .provenance(
                Provenance.vettedBy(
                    "Prof. X", ReviewerRole.FACULTY, IssuedBadges.TODAY.minusDays(3)))
            .build();
    Evaluation evaluation =
        rules.evaluate(
            LearnerRecord.builder("ada").add(course).build(),
            IssuedBadges.TODAY,
            IssuedBadges.ZONE);
    assertThat(evaluation.decision("award")).isInstanceOf(Decision.Earned.class);
    return evaluation;
  }

  private static BadgeImport read(CredentialRules rules, AchievementMapping mapping) {
    String badge =
        IssuedBadges.WRITER.credential(evaluation(rules), "award", IssuedBadges.RECIPIENT, null);
    return IssuedBadges.reader(IssuedBadges.ED25519)
        .mapping(mapping)
        .build()
        .read(
            "award.json",
            IssuedBadges.signer().sign(badge).getBytes(StandardCharsets.UTF_8),
            IssuedBadges.HOLDER,
            IssuedBadges.TODAY.atTime(12, 0).atZone(IssuedBadges.ZONE).toInstant());
  }

  @Provide
  Arbitrary<List<AlignmentTarget>> targets() {
    Arbitrary<String> texts =
        Arbitraries.of("Écouter", "Work in \"teams\"", "C-1.2", "a \\ b", "<b>&amp;", "数");
    Arbitrary<@Nullable String> some = texts.injectNull(0.3);
    return Combinators.combine(texts, Arbitraries.integers().between(1, 9), some, some)
        .as(
            (name, number, framework, code) ->
                AlignmentTarget.of(
                    name,
                    "https://skills.example/" + number + "?a=1&b=%C3%A9",
                    framework,
                    framework == null ? null : code))
        .list()
        .ofMaxSize(4)
        .uniqueElements(AlignmentTarget::url);
  }
}
