package io.credentialrules.examples.campus.author;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.examples.campus.me.Standing;
import io.credentialrules.examples.campus.policy.Stories;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.report.CredentialGraph;
import io.credentialrules.testkit.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Learners to try a text on: those of the pack's scenarios, who do not exist. Authors see no
 * learner of the institution.
 */
@Service
class SampleLearners {
  private static final int SHOWN = 300;

  private final Stories stories;

  SampleLearners(Stories stories) {
    this.stories = stories;
  }

  /**
   * A learner to choose.
   *
   * @param id by which the learner is chosen
   * @param story what is told of the learner
   */
  record Choice(String id, String story) {}

  /**
   * What a text decides about a learner.
   *
   * @param story what is told of the learner
   * @param asOf the day, in words of ISO 8601
   * @param asTold whether the verdict is the one that the scenario tells
   * @param told the verdict that the scenario tells, in words
   * @param credential the credential that it is about; null where the text awards it no more
   */
  record Decided(
      String story,
      String asOf,
      boolean asTold,
      String told,
      Standing.@Nullable CredentialView credential) {}

  /**
   * The credentials of the pack as a picture.
   *
   * @param address the picture as an address that holds it
   * @param text the same in words
   */
  record Picture(String address, String text) {}

  List<Choice> of(String pack) {
    return stories.of(pack).stream()
        .limit(SHOWN)
        .map(story -> new Choice(story.name(), label(story)))
        .toList();
  }

  /** The scenario with this name; the first one where there is none. */
  Optional<Scenario> find(String pack, String name) {
    List<Scenario> all = stories.of(pack);
    return all.stream()
        .filter(story -> story.name().equals(name))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  static Decided decided(Scenario scenario, Evaluation evaluation) {
    Standing.CredentialView view =
        Standing.of(evaluation).stream()
            .flatMap(pathway -> pathway.credentials().stream())
            .filter(credential -> credential.id().equals(scenario.credential()))
            .findFirst()
            .orElse(null);
    return new Decided(
        scenario.story(),
        scenario.asOf().toLocalDate().toString(),
        view != null && view.earned() == scenario.earned(),
        scenario.earned() ? "earned" : "not earned",
        view);
  }

  /** The picture of a pack's credentials, with what a learner has; nothing where it has none. */
  static Optional<Picture> picture(
      CredentialRules rules, String pack, @Nullable Evaluation evaluation) {
    List<String> own =
        rules.policy().rules().stream()
            .filter(rule -> rule.header().pack().equals(pack))
            .filter(CredentialRule.class::isInstance)
            .map(rule -> ((CredentialRule) rule).id())
            .distinct()
            .toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    CredentialGraph graph = CredentialGraph.of(rules, Locale.US).only(own);
    if (evaluation != null) {
      graph = graph.with(evaluation);
    }
    return Optional.of(
        new Picture(
            "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(graph.svg().getBytes(StandardCharsets.UTF_8)),
            graph.text()));
  }

  private static String label(Scenario story) {
    String verdict = story.earned() ? "earned: " : "not earned: ";
    return story.credential() + ", " + verdict + story.story();
  }
}
