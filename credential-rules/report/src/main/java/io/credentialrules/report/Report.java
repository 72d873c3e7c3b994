package io.credentialrules.report;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.report.internal.page.Page;
import io.credentialrules.report.internal.page.PageContents;
import io.credentialrules.report.internal.page.Templates;
import io.credentialrules.report.internal.page.TextPage;
import io.credentialrules.report.internal.words.Messages;
import io.credentialrules.report.internal.words.ReportWork;
import io.credentialrules.report.internal.words.Speech;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An evaluation as people read it: plain text for a terminal, Markdown, or a page of HTML in one
 * file, without scripts and without requests to anybody, for light, dark and print. Text from packs
 * and records is escaped for each. The same rules, evaluation and language give the same report,
 * byte for byte. What would cost more than the {@link ReportLimits} allow is refused with a {@link
 * io.credentialrules.LimitExceededException}; a picture alone is left out, and the page says so.
 * Immutable and safe to share between threads.
 */
public final class Report {
  private final CredentialRules rules;
  private final Evaluation evaluation;
  private final Locale locale;
  private final List<Credential> credentials;
  private final boolean hasPlans;
  private final boolean hasPictures;
  private final boolean isLookingAhead;
  private final ReportLimits limits;

  private Report(
      CredentialRules rules,
      Evaluation evaluation,
      Locale locale,
      List<Credential> credentials,
      boolean hasPlans,
      boolean hasPictures,
      boolean isLookingAhead,
      ReportLimits limits) {
    this.rules = rules;
    this.evaluation = evaluation;
    this.locale = locale;
    this.credentials = List.copyOf(credentials);
    this.hasPlans = hasPlans;
    this.hasPictures = hasPictures;
    this.isLookingAhead = isLookingAhead;
    this.limits = limits;
  }

  /**
   * Of an evaluation, with all credentials of the catalogue.
   *
   * @param locale its language is one of {@link Sentences#languages()}, such as {@link
   *     Sentences#language(String)} finds; in any other language the report is in English. Its
   *     region shapes numbers and dates
   */
  public static Report of(Evaluation evaluation, Locale locale) {
    CredentialRules rules = evaluation.rules();
    return new Report(
        rules,
        evaluation,
        Messages.in(locale).locale(),
        rules.catalogue(),
        false,
        false,
        false,
        ReportLimits.DEFAULT);
  }

  /**
   * Of some credentials only, in the order of the catalogue.
   *
   * @param ids ids of credentials; none means all
   * @throws IllegalArgumentException when the catalogue has no such credential
   */
  public Report only(Collection<String> ids) {
    return ids.isEmpty()
        ? this
        : new Report(
            rules,
            evaluation,
            locale,
            rules.catalogue(ids),
            hasPlans,
            hasPictures,
            isLookingAhead,
            limits);
  }

  /**
   * Of the credentials of one pathway only.
   *
   * @throws IllegalArgumentException when the catalogue has no such pathway
   */
  public Report pathway(String pathway) {
    List<Credential> own =
        rules.catalogue().stream().filter(one -> pathway.equals(one.pathway())).toList();
    if (own.isEmpty()) {
      throw new IllegalArgumentException("the packs have no pathway `" + pathway + "`");
    }
    return new Report(
        rules, evaluation, locale, own, hasPlans, hasPictures, isLookingAhead, limits);
  }

  /**
   * With what would earn each credential that is not earned, verified by evaluating again. It costs
   * many evaluations; where it would pass the limits, the report says so.
   */
  public Report withPlans() {
    return new Report(
        rules, evaluation, locale, credentials, true, hasPictures, isLookingAhead, limits);
  }

  /**
   * With a picture of each pathway on the page of HTML. The first picture of a process costs
   * several times as much processor time as the first page.
   */
  public Report withPictures() {
    return new Report(
        rules, evaluation, locale, credentials, hasPlans, true, isLookingAhead, limits);
  }

  /**
   * With the next day on which a credential of the catalogue is earned or lost if nothing is added.
   * It costs a look at every credential; where it would pass the limits, the report says so.
   */
  public Report withNextChange() {
    return new Report(rules, evaluation, locale, credentials, hasPlans, hasPictures, true, limits);
  }

  /** Within other limits. */
  public Report within(ReportLimits others) {
    return new Report(
        rules, evaluation, locale, credentials, hasPlans, hasPictures, isLookingAhead, others);
  }

  /** As text for a terminal: one line for each thing, without control characters. */
  public String text() {
    Speech speech = speech();
    return TextPage.of(page(speech, false), speech.messages()).strip();
  }

  /** As Markdown (CommonMark, with tables as GitHub has them). */
  public String markdown() {
    return write("report.md.ftl", false).strip() + "\n";
  }

  /** As a self-contained page of HTML. */
  public String html() {
    return write("report.html.ftl", hasPictures).strip() + "\n";
  }

  private String write(String template, boolean withPictures) {
    Speech speech = speech();
    return Templates.write(template, speech.messages(), Map.of("page", page(speech, withPictures)));
  }

  private Speech speech() {
    ReportWork work = new ReportWork(limits.maxSentences(), limits.maxPictureWork());
    return new Speech(evaluation, Messages.in(locale, work));
  }

  private Page page(Speech speech, boolean withPictures) {
    return new PageContents(rules, evaluation, speech, hasPlans, isLookingAhead)
        .of(credentials, withPictures);
  }

  /** What is reported, and in which language. */
  @Override
  public String toString() {
    return credentials.size() + " credentials of " + evaluation + " in " + locale.toLanguageTag();
  }
}
