package io.credentialrules.openbadges;

import com.google.common.html.HtmlEscapers;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the page of one badge. Whatever the badge says is escaped; links are of the web only. */
final class BadgePageText {
  private static final Pattern HARMFUL =
      Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.US);
  private static final String STYLE =
      """
      :root{--ink:#1b1f24;--soft:#4a525c;--paper:#fff;--panel:#f5f7f9;--edge:#757e8a;--link:#0b57a4;--good:#14662f;--stop:#a11622;color-scheme:light dark}
      @media (prefers-color-scheme:dark){:root{--ink:#e8ebee;--soft:#b6bec7;--paper:#14181d;--panel:#1d232a;--edge:#7d8894;--link:#8cc2ff;--good:#7fd69a;--stop:#ff9c9c}}
      *{box-sizing:border-box}
      body{margin:0 auto;max-width:48rem;padding:1.25rem 1rem 2rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
      header{display:flex;gap:1.25rem;align-items:center;flex-wrap:wrap}
      header img{width:11rem;height:11rem;flex:none}
      header div{flex:1 1 18rem}
      h1{font-size:1.6rem;line-height:1.25;margin:0 0 .4rem}
      h2{font-size:1.15rem;margin:1.75rem 0 .5rem;padding-top:.6rem;border-top:2px solid var(--edge)}
      p{margin:.3rem 0}
      ul{margin:.3rem 0;padding-left:1.25rem}
      a{color:var(--link)}
      a:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
      .soft{color:var(--soft)}
      .prose{white-space:pre-line}
      .code{font-family:ui-monospace,SFMono-Regular,Consolas,monospace;font-size:.85rem}
      dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem .9rem;margin:.5rem 0}
      dt{color:var(--soft)}
      dd{margin:0}
      .VALID{color:var(--good);font-weight:600}
      .INVALID,.NOT_CHECKED{color:var(--stop);font-weight:600}
      table{border-collapse:collapse;width:100%;font-size:.95rem}
      th,td{text-align:left;vertical-align:top;padding:.3rem .75rem .3rem 0;border-top:1px solid var(--edge)}
      .actions{display:flex;flex-wrap:wrap;gap:.6rem;padding:0;list-style:none}
      .actions a{display:inline-block;border:1.5px solid var(--link);border-radius:.4rem;padding:.35rem .8rem;text-decoration:none}
      @media print{:root{--ink:#1b1f24;--soft:#4a525c;--paper:#fff;--panel:#fff;--edge:#757e8a;--link:#0b57a4;--good:#14662f;--stop:#a11622}body{font-size:10.5pt;padding:0;max-width:none}.actions{display:none}section{break-inside:avoid}h2{break-after:avoid}}
      """;

  private final String badge;
  private final @Nullable String picture;
  private final @Nullable String holder;
  private final @Nullable String verifier;
  private final @Nullable Verification verification;
  private final @Nullable Instant verifiedAt;
  private final StringBuilder page = new StringBuilder();

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

  static boolean isWeb(String address) {
    return address.matches("https?://[^\\s\"'<>]+");
  }

  String html() {
    Node credential = credential(badge);
    Node subject = or(credential.objectAt("credentialSubject"), credential);
    Node achievement = or(subject.objectAt("achievement"), credential);
    String name = text(achievement, "name", text(credential, "name", "A badge"));
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    page.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
    page.append("<meta name=\"robots\" content=\"noindex\">\n");
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    page.append(
        " style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
    page.append("<title>").append(escaped(name)).append("</title>\n<style>\n").append(STYLE);
    page.append("</style>\n</head>\n<body>\n");
    head(name, credential, achievement);
    done(achievement, credential, subject);
    verify(credential);
    page.append("</body>\n</html>\n");
    return page.toString();
  }

  private void head(String name, Node credential, Node achievement) {
    page.append("<header>\n");
    if (picture != null) {
      page.append("<img alt=\"\" src=\"").append(data("image/svg+xml", picture)).append("\">\n");
    }
    page.append("<div><h1>").append(escaped(name)).append("</h1>\n");
    if (holder != null) {
      line("Awarded to " + holder);
    }
    String description = text(achievement, "description", "");
    if (!description.isEmpty() && !description.equals(name)) {
      line(description);
    }
    page.append("<dl>\n");
    Node issuer = credential.objectAt("issuer");
    String id = issuer == null ? text(credential, "issuer", "") : text(issuer, "id", "");
    term("Issued by", issuer == null ? id : text(issuer, "name", id));
    term("Valid from", day(text(credential, "validFrom", text(credential, "issuanceDate", ""))));
    String until = text(credential, "validUntil", text(credential, "expirationDate", ""));
    term("Valid until", until.isEmpty() ? "without end" : lastDay(until));
    page.append("</dl></div>\n</header>\n");
  }

  private void done(Node achievement, Node credential, Node subject) {
    Node criteria = achievement.objectAt("criteria");
    if (criteria != null) {
      section("What it takes");
      String narrative = text(criteria, "narrative", "");
      if (!narrative.isEmpty()) {
        page.append("<div class=\"prose\">").append(escaped(narrative)).append("</div>\n");
      }
      link(text(criteria, "id", ""), "The published criteria");
      page.append("</section>\n");
    }
    List<Node> evidence = new ArrayList<>(credential.list("evidence"));
    if (!evidence.isEmpty()) {
      section("What was done, and who vetted it");
      page.append("<table>\n<thead><tr><th scope=\"col\">Requirement</th>");
      page.append("<th scope=\"col\">Evidence</th></tr></thead>\n<tbody>\n");
      for (Node one : evidence) {
        page.append("<tr><td>").append(escaped(text(one, "name", "Evidence"))).append("</td><td>");
        page.append(escaped(text(one, "narrative", text(one, "genre", ""))));
        link(text(one, "id", ""), "Open the evidence");
        page.append("</td></tr>\n");
      }
      page.append("</tbody>\n</table>\n</section>\n");
    }
    skills(achievement, subject);
  }

  private void skills(Node achievement, Node subject) {
    List<Node> alignments = achievement.list("alignment");
    if (!alignments.isEmpty()) {
      section("Skills");
      page.append("<ul>\n");
      for (Node alignment : alignments) {
        String url = text(alignment, "targetUrl", "");
        page.append("<li>").append(escaped(text(alignment, "targetName", url)));
        link(url, text(alignment, "targetFramework", "Where it is defined"));
        page.append("</li>\n");
      }
      page.append("</ul>\n</section>\n");
    }
    List<Node> results = subject.list("result");
    if (results.isEmpty()) {
      return;
    }
    section("Results");
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
      term(called, value);
    }
    page.append("</dl>\n</section>\n");
  }

  private void verify(Node credential) {
    section("Verify and download");
    if (verification != null && verifiedAt != null) {
      Verification.Outcome outcome = verification.outcome();
      page.append("<p><span class=\"").append(outcome).append("\">");
      page.append(outcome == Verification.Outcome.VALID ? "Verified" : "Not verified");
      page.append("</span> on ")
          .append(escaped(day(verifiedAt.toString())))
          .append(".</p>\n<ul>\n");
      for (Verification.Check check : verification.checks()) {
        String kind = check.kind().name().toLowerCase(Locale.ROOT);
        String found = check.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        // The reason of the recipient's check would say who the recipient is.
        String reason = check.kind() == Verification.Kind.RECIPIENT ? "" : ": " + check.reason();
        page.append("<li>").append(escaped(kind + ", " + found + reason)).append("</li>\n");
      }
      page.append("</ul>\n");
    }
    page.append("<dl>\n");
    term("Badge", text(credential, "id", ""));
    for (Node proof : credential.list("proof")) {
      term("Signed by", text(proof, "cryptosuite", text(proof, "type", "")));
      term("Key", text(proof, "verificationMethod", ""));
    }
    if (CompactJws.looksLikeOne(badge)) {
      term("Signed as", "JSON Web Token");
    }
    page.append("</dl>\n<ul class=\"actions\">\n");
    if (verifier != null) {
      page.append("<li><a rel=\"noopener noreferrer\" href=\"").append(escaped(verifier));
      page.append("\">Verify this badge</a></li>\n");
    }
    boolean isToken = CompactJws.looksLikeOne(badge);
    download(
        isToken ? "badge.jwt" : "badge.json",
        data(isToken ? "application/vc+jwt" : "application/vc+ld+json", badge),
        "Download the badge");
    if (picture != null) {
      download(
          "badge.svg",
          data("image/svg+xml", BakedBadge.svg(picture, badge)),
          "Download it as a picture");
    }
    page.append(
        "</ul>\n<p class=\"soft\">Whoever has the badge can verify it with any verifier of Open");
    page.append(
        " Badges 3.0 and the public key of the issuer, without this page.</p>\n</section>\n");
  }

  private void download(String name, String address, String label) {
    page.append("<li><a download=\"").append(name).append("\" href=\"").append(address);
    page.append("\">").append(label).append("</a></li>\n");
  }

  private void section(String heading) {
    page.append("<section>\n<h2>").append(heading).append("</h2>\n");
  }

  private void line(String text) {
    page.append("<p>").append(escaped(text)).append("</p>\n");
  }

  private void term(String term, String value) {
    if (!value.isEmpty()) {
      page.append("<dt>").append(escaped(term)).append("</dt><dd>").append(escaped(value));
      page.append("</dd>\n");
    }
  }

  private void link(String address, String label) {
    if (isWeb(address)) {
      page.append(" <a rel=\"noopener noreferrer\" href=\"").append(escaped(address)).append("\">");
      page.append(escaped(label)).append("</a>");
    }
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

  private static String data(String type, String content) {
    return "data:"
        + type
        + ";base64,"
        + BaseEncoding.base64().encode(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(HARMFUL.matcher(text).replaceAll("\uFFFD"));
  }
}
