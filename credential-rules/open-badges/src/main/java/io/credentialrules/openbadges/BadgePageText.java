package io.credentialrules.openbadges;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the page of one badge. Whatever the badge says is escaped; links are of the web only. */
final class BadgePageText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.US);

  private final String badge;
  private final @Nullable String picture;
  private final @Nullable String holder;
  private final @Nullable String verifier;
  private final @Nullable Verification verification;
  private final @Nullable Instant verifiedAt;
  private final HtmlPage page = new HtmlPage();

  BadgePageText(
      String badge,
      @Nullable String picture,
      @Nullable String holder,
      @Nullable String verifier,
      @Nullable Verification verification,
      @Nullable Instant verifiedAt) {
    this.badge = badge;
    this.picture = picture;
    this.holder = holder;
    this.verifier = verifier;
    this.verification = verification;
    this.verifiedAt = verifiedAt;
  }

  /** The credential that a badge is, whichever way it is signed. */
  static Node credential(String badge) {
    if (CompactJws.looksLikeOne(badge)) {
      Node payload = CompactJws.read("badge", badge, BadgeLimits.DEFAULT).payload().root();
      Node wrapped = payload.objectAt("vc");
      return wrapped == null ? payload : wrapped;
    }
    return JsonReading.read("badge", badge, BadgeLimits.DEFAULT).root();
  }

  String html() {
    Node credential = credential(badge);
    Node subject = or(credential.objectAt("credentialSubject"), credential);
    Node achievement = or(subject.objectAt("achievement"), credential);
    String name = text(achievement, "name", text(credential, "name", "A badge"));
    page.begin(name);
    head(name, credential, achievement);
    done(achievement, credential, subject);
    verify(credential);
    return page.end();
  }

  private void head(String name, Node credential, Node achievement) {
    page.append("<header>\n");
    if (picture != null) {
      page.append("<img alt=\"\" src=\"")
          .append(HtmlPage.data("image/svg+xml", picture))
          .append("\">\n");
    }
    page.append("<div><h1>").append(HtmlPage.escaped(name)).append("</h1>\n");
    if (holder != null) {
      page.line("Awarded to " + holder);
    }
    String description = text(achievement, "description", "");
    if (!description.isEmpty() && !description.equals(name)) {
      page.line(description);
    }
    page.append("<dl>\n");
    Node issuer = credential.objectAt("issuer");
    String id = issuer == null ? text(credential, "issuer", "") : text(issuer, "id", "");
    page.term("Issued by", issuer == null ? id : text(issuer, "name", id));
    page.term(
        "Valid from", day(text(credential, "validFrom", text(credential, "issuanceDate", ""))));
    String until = text(credential, "validUntil", text(credential, "expirationDate", ""));
    page.term("Valid until", until.isEmpty() ? "without end" : lastDay(until));
    page.append("</dl></div>\n</header>\n");
  }

  private void done(Node achievement, Node credential, Node subject) {
    Node criteria = achievement.objectAt("criteria");
    if (criteria != null) {
      page.section("What it takes");
      String narrative = text(criteria, "narrative", "");
      if (!narrative.isEmpty()) {
        page.append("<div class=\"prose\">").append(HtmlPage.escaped(narrative)).append("</div>\n");
      }
      page.link(text(criteria, "id", ""), "The published criteria");
      page.append("</section>\n");
    }
    List<Node> evidence = new ArrayList<>(credential.list("evidence"));
    if (!evidence.isEmpty()) {
      page.section("What was done, and who vetted it");
      page.append("<table>\n<thead><tr><th scope=\"col\">Requirement</th>");
      page.append("<th scope=\"col\">Evidence</th></tr></thead>\n<tbody>\n");
      for (Node one : evidence) {
        page.append("<tr><td>")
            .append(HtmlPage.escaped(text(one, "name", "Evidence")))
            .append("</td><td>");
        page.append(HtmlPage.escaped(text(one, "narrative", text(one, "genre", ""))));
        page.link(text(one, "id", ""), "Open the evidence");
        page.append("</td></tr>\n");
      }
      page.append("</tbody>\n</table>\n</section>\n");
    }
    skills(achievement, subject);
  }

  private void skills(Node achievement, Node subject) {
    List<Node> alignments = achievement.list("alignment");
    if (!alignments.isEmpty()) {
      page.section("Skills");
      page.append("<ul>\n");
      for (Node alignment : alignments) {
        String url = text(alignment, "targetUrl", "");
        page.append("<li>").append(HtmlPage.escaped(text(alignment, "targetName", url)));
        page.link(url, text(alignment, "targetFramework", "Where it is defined"));
        page.append("</li>\n");
      }
      page.append("</ul>\n</section>\n");
    }
    List<Node> results = subject.list("result");
    if (results.isEmpty()) {
      return;
    }
    page.section("Results");
    page.append("<dl>\n");
    for (Node result : results) {
      String described = text(result, "resultDescription", "");
      String value = text(result, "value", "");
      String called = "Result";
      for (Node description : achievement.list("resultDescription")) {
        if (described.equals(text(description, "id", "\n"))) {
          called = text(description, "name", called);
          value += text(description, "resultType", "").equals("Percent") ? " percent" : "";
          for (Node level : description.list("rubricCriterionLevel")) {
            if (text(level, "id", "\n").equals(text(result, "achievedLevel", ""))) {
              value = text(level, "level", text(level, "name", value));
            }
          }
        }
      }
      page.term(called, value);
    }
    page.append("</dl>\n</section>\n");
  }

  private void verify(Node credential) {
    page.section("Verify and download");
    if (verification != null && verifiedAt != null) {
      Verification.Outcome outcome = verification.outcome();
      page.append("<p><span class=\"").append(outcome.name()).append("\">");
      page.append(outcome == Verification.Outcome.VALID ? "Verified" : "Not verified");
      page.append("</span> on ")
          .append(HtmlPage.escaped(day(verifiedAt.toString())))
          .append(".</p>\n<ul>\n");
      for (Verification.Check check : verification.checks()) {
        String kind = check.kind().name().toLowerCase(Locale.ROOT);
        String found = check.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        // The reason of the recipient's check would say who the recipient is.
        String reason = check.kind() == Verification.Kind.RECIPIENT ? "" : ": " + check.reason();
        page.append("<li>")
            .append(HtmlPage.escaped(kind + ", " + found + reason))
            .append("</li>\n");
      }
      page.append("</ul>\n");
    }
    page.append("<dl>\n");
    page.term("Badge", text(credential, "id", ""));
    for (Node proof : credential.list("proof")) {
      page.term("Signed by", text(proof, "cryptosuite", text(proof, "type", "")));
      page.term("Key", text(proof, "verificationMethod", ""));
    }
    if (CompactJws.looksLikeOne(badge)) {
      page.term("Signed as", "JSON Web Token");
    }
    page.append("</dl>\n<ul class=\"actions\">\n");
    if (verifier != null) {
      page.append("<li><a rel=\"noopener noreferrer\" href=\"").append(HtmlPage.escaped(verifier));
      page.append("\">Verify this badge</a></li>\n");
    }
    boolean isToken = CompactJws.looksLikeOne(badge);
    page.download(
        isToken ? "badge.jwt" : "badge.json",
        HtmlPage.data(isToken ? "application/vc+jwt" : "application/vc+ld+json", badge),
        "Download the badge");
    if (picture != null) {
      page.download(
          "badge.svg",
          HtmlPage.data("image/svg+xml", BakedBadge.svg(picture, badge)),
          "Download it as a picture");
    }
    page.append(
        "</ul>\n<p class=\"soft\">Whoever has the badge can verify it with any verifier of Open");
    page.append(
        " Badges 3.0 and the public key of the issuer, without this page.</p>\n</section>\n");
  }

  private static Node or(@Nullable Node node, Node other) {
    return node == null ? other : node;
  }

  private static String text(Node node, String name, String absent) {
    Node member = node.member(name);
    String text = member == null || !member.isText() ? null : member.asText();
    return text == null ? absent : text;
  }

  private static String day(String instant) {
    return day(instant, 0);
  }

  /** Of what ends when a day begins, the day before is the last one. */
  private static String lastDay(String instant) {
    return day(instant, 1);
  }

  private static String day(String instant, int nanosBefore) {
    try {
      return DAY.format(OffsetDateTime.parse(instant).minusNanos(nanosBefore));
    } catch (DateTimeException e) {
      return instant;
    }
  }
}
