package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.credentialrules.Evaluation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A page shows what the badge says, to whoever opens it, and nothing else. */
class BadgePageTest {
  private static final Instant NOW = Instant.parse("2026-11-25T15:00:00Z");

  private static String badge() {
    Evaluation evaluation = IssuedBadges.evaluation(IssuedBadges.record());
    return IssuedBadges.signer()
        .sign(
            IssuedBadges.WRITER.credential(evaluation, "listening", IssuedBadges.RECIPIENT, null));
  }

  @Test
  void it_says_what_was_done_vetted_by_whom_and_valid_until_when() {
    String page = BadgePage.of(badge()).html();
    assertThat(page)
        .contains("<h1>Listening</h1>")
        .contains("<dt>Issued by</dt><dd>Example University &amp; &lt;Partners&gt;</dd>")
        .contains("<dt>Valid from</dt><dd>March 2, 2026</dd>")
        .contains("<dt>Valid until</dt><dd>March 2, 2028</dd>")
        .contains(
            "A quiz of at least 80 percent</td><td>87.5 percent, required: &gt;= 80. Vetted by faculty on 2026-03-02.")
        .contains("<dt>A quiz of at least 80 percent</dt><dd>87.5 percent</dd>")
        .contains("<dt>Listens proficiently</dt><dd>PROFICIENT</dd>")
        .contains(
            "<li>Listening <a rel=\"noopener noreferrer\" href=\"https://skills.example/listening\">Skills</a></li>")
        .contains("<dt>Key</dt><dd>https://badges.example.edu/issuer#key-1</dd>");
  }

  @Test
  void it_shows_nothing_of_the_learner_unless_it_is_shared() {
    BadgeImport read =
        IssuedBadges.reader(IssuedBadges.ED25519)
            .build()
            .read("b", badge().getBytes(StandardCharsets.UTF_8), IssuedBadges.HOLDER, NOW);
    Verification found = read.credentials().get(0).verification();
    BadgePage page = BadgePage.of(badge()).verified(found, NOW);
    String visible = page.html().replaceAll("href=\"data:[^\"]*\"", "");
    assertThat(visible).contains("<span class=\"VALID\">Verified</span> on November 25, 2026");
    assertThat(visible)
        .doesNotContain("did:example:ada")
        .doesNotContain("ada@")
        .doesNotContain("Prof. X");
    assertThat(page.withHolder("Ada <L>").html()).contains("<p>Awarded to Ada &lt;L&gt;</p>");
  }

  @Test
  void what_is_downloaded_is_the_badge_itself() {
    String badge = badge();
    String jwt =
        BadgeSigner.jwt(IssuedBadges.EC.getPrivate(), IssuedBadges.METHOD)
            .sign(
                IssuedBadges.WRITER.credential(
                    IssuedBadges.evaluation(IssuedBadges.record()),
                    "listening",
                    IssuedBadges.RECIPIENT,
                    null));
    assertThat(downloaded(BadgePage.of(badge).html(), "badge.json")).isEqualTo(badge);
    assertThat(downloaded(BadgePage.of(jwt).html(), "badge.jwt")).isEqualTo(jwt);
    String drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    String baked = downloaded(BadgePage.of(badge).withPicture(drawing).html(), "badge.svg");
    BadgeImport again =
        IssuedBadges.reader(IssuedBadges.ED25519)
            .build()
            .read("badge.svg", baked.getBytes(StandardCharsets.UTF_8), IssuedBadges.HOLDER, NOW);
    assertThat(again.credentials().get(0).verification().outcome())
        .isEqualTo(Verification.Outcome.VALID);
  }

  private static String downloaded(String page, String name) {
    Matcher link =
        Pattern.compile("download=\"" + name + "\" href=\"data:[^;]+;base64,([^\"]+)\"")
            .matcher(page);
    assertThat(link.find()).isTrue();
    return new String(Base64.getDecoder().decode(link.group(1)), StandardCharsets.UTF_8);
  }

  @Test
  void only_addresses_on_the_web_are_links() {
    String page =
        BadgePage.of(
                """
                {"name": "B", "issuer": "javascript:alert(1)", "evidence": [{"id": "javascript:alert(2)", "name": "E"}],
                 "credentialSubject": {"achievement": {"criteria": {"id": "https://x.example/\\" onclick=y", "narrative": "N"},
                  "alignment": [{"targetUrl": "data:text/html,x", "targetName": "T"}]}}}
                """)
            .html();
    assertThat(page)
        .doesNotContain("href=\"javascript")
        .doesNotContain("href=\"https")
        .doesNotContain("text/html,x\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BadgePage.of("{}").withVerifier("javascript:alert(1)"));
    assertThatIllegalArgumentException().isThrownBy(() -> BadgePage.of("{}").withPicture("text"));
    assertThatExceptionOfType(BadgeException.class).isThrownBy(() -> BadgePage.of("text"));
  }

  @Property
  void no_text_of_a_badge_becomes_markup(@ForAll String text) {
    String quoted = JsonReading.PROVIDER.createValue(wellFormed("<b onx='\"'>" + text)).toString();
    String page =
        BadgePage.of(
                "{\"name\": NAME, \"id\": NAME, \"issuer\": {\"name\": NAME}, \"validUntil\": NAME, \"proof\": {\"type\": NAME}, \"evidence\": [{\"name\": NAME, \"narrative\": NAME, \"id\": NAME}]}"
                    .replace("NAME", quoted))
            .html();
    assertThat(page).doesNotContain("<b ").doesNotContain("'\"'>");
  }

  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
