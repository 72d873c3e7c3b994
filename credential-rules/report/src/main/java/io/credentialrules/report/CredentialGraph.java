package io.credentialrules.report;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.report.internal.page.GraphText;
import io.credentialrules.report.internal.page.Templates;
import io.credentialrules.report.internal.picture.Boxes;
import io.credentialrules.report.internal.picture.Layout;
import io.credentialrules.report.internal.picture.Picture;
import io.credentialrules.report.internal.words.Decisions;
import io.credentialrules.report.internal.words.Messages;
import io.credentialrules.report.internal.words.ReportWork;
import io.credentialrules.report.internal.words.Speech;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credentials, what each requires, and which come before which: as a picture or as text. With an
 * evaluation it says how far the learner is. The same rules give the same graph, byte for byte.
 * Immutable and safe to share between threads.
 */
public final class CredentialGraph {
  private final CredentialRules rules;
  private final @Nullable Evaluation evaluation;
  private final Locale locale;
  private final List<Credential> credentials;
  private final ReportLimits limits;
  private final boolean isNarrow;

  private CredentialGraph(
      CredentialRules rules,
      @Nullable Evaluation evaluation,
      Locale locale,
      List<Credential> credentials,
      ReportLimits limits,
      boolean isNarrow) {
    this.rules = rules;
    this.evaluation = evaluation;
    this.locale = locale;
    this.credentials = List.copyOf(credentials);
    this.limits = limits;
    this.isNarrow = isNarrow;
  }

  /**
   * Of all credentials of some rules.
   *
   * @param locale as for a {@link Report}
   */
  public static CredentialGraph of(CredentialRules rules, Locale locale) {
    return new CredentialGraph(
        rules, null, Messages.in(locale).locale(), rules.catalogue(), ReportLimits.DEFAULT, false);
  }

  /**
   * With how far a learner is.
   *
   * @throws IllegalArgumentException when the evaluation is by other rules
   */
  public CredentialGraph with(Evaluation states) {
    if (!rules.digest().equals(states.policyDigest())) {
      throw new IllegalArgumentException(
          "the evaluation is by other rules; draw the graph of those that made it");
    }
    return new CredentialGraph(rules, states, locale, credentials, limits, isNarrow);
  }

  /**
   * Of some credentials and all that come before them.
   *
   * @param ids ids of credentials; none means all
   * @throws IllegalArgumentException when the catalogue has no such credential
   * @throws io.credentialrules.LimitExceededException as {@link CredentialRules#prerequisites}
   */
  public CredentialGraph only(Collection<String> ids) {
    if (ids.isEmpty()) {
      return this;
    }
    List<Credential> own = rules.catalogue(ids);
    return new CredentialGraph(
        rules,
        evaluation,
        locale,
        new Boxes(rules, speech(), null).withPrerequisites(own),
        limits,
        isNarrow);
  }

  private Speech speech() {
    Messages messages =
        Messages.in(locale, new ReportWork(limits.maxSentences(), limits.maxPictureWork()));
    return evaluation == null
        ? new Speech(rules, Instant.EPOCH.atZone(ZoneOffset.UTC), messages)
        : new Speech(evaluation, messages);
  }

  /** Within other limits. */
  public CredentialGraph within(ReportLimits others) {
    return new CredentialGraph(rules, evaluation, locale, credentials, others, isNarrow);
  }

  /** For the width of a phone: the picture is from top to bottom, in one column where it can be. */
  public CredentialGraph narrow() {
    return new CredentialGraph(rules, evaluation, locale, credentials, limits, true);
  }

  /**
   * As a picture in SVG in one file, for light and dark.
   *
   * @throws io.credentialrules.LimitExceededException when it would cost more than the limits allow
   */
  public String svg() {
    Speech speech = speech();
    Boxes boxes = boxes(speech);
    Picture drawing =
        (isNarrow ? Layout.narrow() : Layout.wide())
            .draw(
                "graph",
                title(speech),
                speech
                    .messages()
                    .say(
                        "graph.description",
                        "credentials",
                        credentials.size(),
                        "number",
                        speech.writing().number(BigDecimal.valueOf(credentials.size()))),
                boxes.of(credentials),
                boxes.links(credentials),
                locale,
                speech.messages().work());
    return Templates.write(
                "graph.svg.ftl",
                speech.messages(),
                Map.of("drawing", drawing, "lang", locale.toLanguageTag()))
            .strip()
        + "\n";
  }

  /**
   * As text: each credential, what comes first, and what it requires.
   *
   * @throws io.credentialrules.LimitExceededException when it would cost more than the limits allow
   */
  public String text() {
    Speech speech = speech();
    Boxes boxes = boxes(speech);
    return Templates.write(
            "graph.txt.ftl",
            speech.messages(),
            Map.of(
                "title",
                title(speech),
                "boxes",
                GraphText.of(boxes.of(credentials), boxes.links(credentials), speech)))
        .strip();
  }

  private Boxes boxes(Speech speech) {
    return new Boxes(
        rules, speech, evaluation == null ? null : new Decisions(evaluation, credentials.size()));
  }

  private static String title(Speech speech) {
    return speech.messages().say("graph.title");
  }

  /** What is drawn. */
  @Override
  public String toString() {
    return "graph of "
        + credentials.size()
        + " credentials of "
        + (evaluation == null ? rules.toString() : evaluation.toString());
  }
}
