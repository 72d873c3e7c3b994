package io.credentialrules.report;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.report.internal.page.RulesContents;
import io.credentialrules.report.internal.page.Templates;
import io.credentialrules.report.internal.words.Messages;
import io.credentialrules.report.internal.words.ReportWork;
import io.credentialrules.report.internal.words.Speech;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What policy packs ask for, written from their rules: each credential with its ways, a table of
 * all requirements, and the graph. For learners and those who advise them; there is no learner in
 * it. The same rules and date give the same document, byte for byte. Immutable and safe to share
 * between threads.
 */
public final class PolicyDocument {
  private final CredentialRules rules;
  private final LocalDate date;
  private final Locale locale;
  private final List<Credential> credentials;
  private final ReportLimits limits;

  private PolicyDocument(
      CredentialRules rules,
      LocalDate date,
      Locale locale,
      List<Credential> credentials,
      ReportLimits limits) {
    this.rules = rules;
    this.date = date;
    this.locale = locale;
    this.credentials = List.copyOf(credentials);
    this.limits = limits;
  }

  /**
   * Of all credentials of some rules.
   *
   * @param date the day whose named values are shown; rules of all versions are, with when they are
   *     in force
   * @param locale as for a {@link Report}
   */
  public static PolicyDocument of(CredentialRules rules, LocalDate date, Locale locale) {
    return new PolicyDocument(
        rules, date, Messages.in(locale).locale(), rules.catalogue(), ReportLimits.DEFAULT);
  }

  /**
   * Of some credentials only, in the order of the catalogue; requirements are all there.
   *
   * @param ids ids of credentials; none means all
   * @throws IllegalArgumentException when the catalogue has no such credential
   */
  public PolicyDocument only(Collection<String> ids) {
    return ids.isEmpty()
        ? this
        : new PolicyDocument(rules, date, locale, rules.catalogue(ids), limits);
  }

  /** Within other limits. */
  public PolicyDocument within(ReportLimits others) {
    return new PolicyDocument(rules, date, locale, credentials, others);
  }

  /**
   * As Markdown (CommonMark, with tables as GitHub has them), with the graph in words.
   *
   * @throws io.credentialrules.LimitExceededException when it would cost more than the limits allow
   */
  public String markdown() {
    return write("policy.md.ftl", false).strip() + "\n";
  }

  /**
   * As a page of HTML in one file, without scripts, with the graph as a picture.
   *
   * @throws io.credentialrules.LimitExceededException when it would cost more than the limits allow
   */
  public String html() {
    return write("policy.html.ftl", true).strip() + "\n";
  }

  /**
   * As a JSON document for programs: the same words, of credentials and requirements with their
   * ways.
   *
   * @throws io.credentialrules.LimitExceededException when it would cost more than the limits allow
   */
  public String json() {
    return write("policy.json.ftl", false).strip() + "\n";
  }

  private String write(String template, boolean withPicture) {
    ReportWork work = new ReportWork(limits.maxSentences(), limits.maxPictureWork());
    Speech speech = new Speech(rules, date.atStartOfDay(ZoneOffset.UTC), Messages.in(locale, work));
    return Templates.write(
        template,
        speech.messages(),
        Map.of("page", new RulesContents(rules, date, speech).of(credentials, withPicture)));
  }

  /** What is described, and for which day. */
  @Override
  public String toString() {
    return credentials.size() + " credentials of " + rules + " on " + date;
  }
}
