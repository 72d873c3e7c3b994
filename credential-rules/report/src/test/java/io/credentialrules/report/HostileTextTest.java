package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.Waiver;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Packs and records that try to act where they are shown. */
class HostileTextTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  /** Ends an attribute, a tag and a script; links; turns writing around; moves the cursor. */
  private static final String EVIL =
      "'\"><script>alert(1)</script><img src=x onerror=alert(2)> &amp; [a](javascript:alert(3))"
          + " <b>*x*</b> `y` ${7*7} <#assign a=1> |t| \u202Egnp.exe \u2066 \u001B[31mred\u0007"
          + " \u009B2J https://evil.example www.evil.example # \r\n"
          + "- item";

  private static final String EVIL_IN_A_RULE =
      "'><script>alert(1)</script> &amp; [a](javascript:alert(3)) <b>*x*</b> | ${7*7}"
          + " https://evil.example";

  private static final CredentialRules RULES =
      CredentialRules.compile(
          PolicyPack.of(
              "evil-pack",
              Map.of(
                  "a.drl",
                  """
                  rule "QUIZ %s"
                    @requirement( "quiz" )
                  when
                    AssessmentResult( assessment == "%s", score >= 80 )
                  then
                  end

                  rule "LEVEL %s"
                    @credential( "level-1" ) @pathway( "path" ) @level( 1 )
                  when
                    Met( requirement == "quiz" )
                  then
                  end
                  """
                      .formatted(EVIL_IN_A_RULE, EVIL_IN_A_RULE, EVIL_IN_A_RULE))));

  private static Evaluation evaluation() {
    AssessmentResult quiz =
        new AssessmentResult(
            AssessmentType.QUIZ,
            EVIL,
            EVIL,
            null,
            false,
            DAY,
            Provenance.vettedBy(EVIL, ReviewerRole.FACULTY, DAY));
    LearnerRecord record =
        LearnerRecord.of(new Learner(EVIL, null, EVIL, Set.of(EVIL), Provenance.UNVETTED), quiz)
            .waiving(Waiver.of("unknown " + EVIL, EVIL, ReviewerRole.STAFF, EVIL, DAY));
    return RULES.evaluate(record, DAY, ZoneOffset.UTC);
  }

  private static final Pattern ACTING =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069&&[^\\n]]");

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void a_page_keeps_text_as_text(String language) {
    String html = Report.of(evaluation(), Locale.forLanguageTag(language)).withPictures().html();
    assertThat(html)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("<b>")
        .doesNotContain("onerror=alert(2)>")
        .doesNotContain("<#assign")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("&amp;amp;")
        .contains("${7*7}");
    assertThat(ACTING.matcher(html).find()).isFalse();
  }

  @Test
  void a_page_asks_nobody_for_anything() {
    String html = Report.of(evaluation(), Locale.ENGLISH).withPictures().html();
    assertThat(html)
        .contains("default-src 'none'")
        .doesNotContainPattern(
            "(?i)<[^>]*\\s(src|href|action|srcset|poster|data)\\s*=\\s*[\"']?(?![\"'#])")
        .doesNotContainPattern("(?i)@import|url\\((?!#)");
  }

  @Test
  void a_picture_is_well_formed_and_keeps_text_as_text() throws Exception {
    String svg = CredentialGraph.of(RULES, Locale.ENGLISH).with(evaluation()).svg();
    Document document = parse(svg);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("b").getLength()).isZero();
    assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("desc").getLength()).isEqualTo(1);
    assertThat(ACTING.matcher(svg).find()).isFalse();
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void a_terminal_gets_no_character_that_acts() {
    String text = Report.of(evaluation(), Locale.ENGLISH).text();
    assertThat(ACTING.matcher(text).find()).isFalse();
    assertThat(text).contains("\uFFFD").contains("<script>alert(1)</script>");
    assertThat(text.lines()).noneMatch(line -> line.startsWith("- item"));
    String graph = CredentialGraph.of(RULES, Locale.ENGLISH).with(evaluation()).text();
    assertThat(ACTING.matcher(graph).find()).isFalse();
  }

  @Test
  void markdown_gets_no_markup_from_a_text() {
    String markdown = Report.of(evaluation(), Locale.ENGLISH).markdown();
    assertThat(ACTING.matcher(markdown).find()).isFalse();
    assertThat(markdown)
        .doesNotContainPattern("(?<!\\\\)<")
        .doesNotContainPattern("(?<!\\\\)\\]\\(")
        .doesNotContainPattern("(?<!\\\\)`")
        .doesNotContainPattern("https://")
        .doesNotContainPattern("(?i)www\\.(?<!\\\\)");
  }
}
