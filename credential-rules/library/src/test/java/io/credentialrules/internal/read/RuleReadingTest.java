package io.credentialrules.internal.read;

import static io.credentialrules.internal.read.Reading.assertFileRefused;
import static io.credentialrules.internal.read.Reading.file;
import static io.credentialrules.internal.read.Reading.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.policy.syntax.RequirementRule;
import io.credentialrules.policy.syntax.Scale;
import io.credentialrules.policy.syntax.Silence;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReadingTest {

  private static SourceSpan at(int line, int column, int endColumn) {
    return new SourceSpan("pack/file.drl", line, column, line, endColumn);
  }

  private static CredentialRule credential(String annotations) {
    return (CredentialRule)
        rule("rule \"r\" @credential( \"c\" ) " + annotations + " when A() then end");
  }

  private static void assertAnnotationRefused(String marked, String... codes) {
    assertFileRefused("rule \"r\" @credential( \"c\" ) " + marked + " when A() then end", codes);
  }

  @Nested
  class Rules {

    @Test
    void a_requirement_rule_has_a_name_an_id_and_conditions() {
      PolicyRule rule =
          rule(
              """
              package a.b;
              import io.credentialrules.vocabulary.*
              // a comment
              rule "At least 200 hours"
                  @requirement( "apprenticeship-hours" )
                  @source( "a page" )
              when
                  A()
                  B()
              then
                  // nothing
              end
              """);
      assertThat(rule).isInstanceOf(RequirementRule.class);
      assertThat(rule.id()).isEqualTo("apprenticeship-hours");
      assertThat(rule.idSpan()).isEqualTo(at(5, 19, 41));
      assertThat(rule.header().pack()).isEqualTo("pack");
      assertThat(rule.header().name()).isEqualTo("At least 200 hours");
      assertThat(rule.header().nameSpan()).isEqualTo(at(4, 6, 26));
      assertThat(rule.header().span()).isEqualTo(new SourceSpan("pack/file.drl", 4, 1, 12, 4));
      assertThat(rule.header().source()).isEqualTo("a page");
      assertThat(rule.header().window()).isEqualTo(Window.ALWAYS);
      assertThat(rule.when().text()).isEqualTo("A() B()");
      assertThat(rule.when().span()).isEqualTo(new SourceSpan("pack/file.drl", 8, 5, 9, 8));
    }

    @Test
    void a_rule_without_conditions_is_read_for_the_checks_to_judge() {
      PolicyRule rule = rule("rule x @requirement( \"a\" ) when then end");
      assertThat(rule.header().name()).isEqualTo("x");
      assertThat(rule.when().parts()).isEmpty();
      assertThat(rule.when().text()).isEmpty();
      assertThat(rule.when().span()).isEqualTo(at(1, 28, 32));
    }

    @Test
    void the_smallest_forms_are_read() {
      rule("rule \"a\"@requirement('b')when:A()then end;");
      rule("rule\"a\" @ requirement ( \"b\" ) attributes: when A() then end");
    }

    @Test
    void a_file_has_a_rule() {
      for (String text : List.of("", "\n// nothing\n/* at all */", "package a")) {
        assertThat(file(text).problems())
            .as(text)
            .extracting(Problem::code)
            .containsExactly("no-rules");
      }
      assertFileRefused("rule \"a\"@requirement('b')when A( «=» 1 )then end", "unexpected-symbol");
      rule("package a\nrule \"a\"@requirement('b')when A()then end");
    }

    @Test
    void a_name_is_a_sentence_in_quotes() {
      assertFileRefused("«rule» @requirement( \"a\" ) when A() then end", "missing-rule-name");
      assertFileRefused("«rule» when A() then end", "missing-rule-name");
      assertFileRefused("rule «\"  \"» @requirement( \"a\" ) when A() then end", "bad-rule-name");
      assertFileRefused(
          "rule «\"a\\nb\"» @requirement( \"a\" ) when A() then end", "bad-rule-name");
      assertFileRefused("rule «\"a»\n@requirement( \"a\" ) when A() then end", "unclosed-text");
      assertFileRefused(
          "rule a «b» c @requirement( \"a\" ) when A() then end", "unexpected-in-header");
    }

    @Test
    void a_rule_extends_no_other() {
      assertFileRefused(
          "rule \"a\" «extends» \"b\" @requirement( \"a\" ) when A() then end",
          "extends-not-allowed");
    }

    @Test
    void when_then_and_end_are_needed() {
      assertFileRefused("rule \"a\" @requirement( \"a\" )\n«A»() then end", "missing-when");
      assertFileRefused("rule \"a\" @requirement( \"a\" )\n«then» end", "missing-when");
      assertFileRefused(
          "rule \"a\" @requirement( \"a\" )\n«whne» A() then end", "unexpected-in-header");
      assertFileRefused("rule \"a\" @requirement( \"a\" ) when A() «end»", "missing-then");
      assertFileRefused("rule «\"a\"» @requirement( \"a\" ) when A() then", "missing-end");
      assertFileRefused("rule «\"a\"» @requirement( \"a\" ) when A()", "missing-end");
      assertFileRefused("rule «\"a\"» @requirement( \"a\" )", "missing-end");
      assertFileRefused(
          "rule «\"a\"» @requirement( \"a\" ) when A()\n"
              + "rule \"b\" @requirement( \"b\" ) when A( x «=» 1 ) then end",
          "missing-end",
          "assignment");
      assertFileRefused(
          "rule \"a\" @requirement( \"a\" ) when A() «THEN»\n«End»\n", "wrong-case", "wrong-case");
    }

    @Test
    void a_consequence_is_empty() {
      assertFileRefused(
          """
          rule "a" @requirement( "a" ) when A() then
              «insert»( new B( "end" ) ); // end
              if ( x ) { end = '"'; /* end
              end */ }
              String s = 'end\\q § `;
          end
          rule "b" @requirement( "b" ) when A( x «=» 1 ) then end
          """,
          "consequence-not-empty",
          "assignment");
      assertFileRefused(
          "rule \"a\" @requirement( \"a\" ) when A() then«[»x] foo(); then[y] end",
          "named-consequence");
      assertFileRefused(
          "rule \"a\" @requirement( \"a\" ) when A() then «;» end", "consequence-not-empty");
      assertThat(rule("rule \"a\" @requirement( \"a\" ) when A() then /* end */ // end\n end").id())
          .isEqualTo("a");
    }
  }

  @Nested
  class Annotations {

    @Test
    void a_credential_rule_has_settings() {
      CredentialRule rule =
          credential(
              "@pathway( \"p\" ) @level( 3 ) @scale( \"LOW < MID.2 < HIGH\" ) @validFor( \"2"
                  + " years\" ) @renews( \"each-part\" ) @lapses( \"never\" ) @versionBy("
                  + " \"policy-date\" ) @evidence( \"exclusive\" ) @recommends( \"x\", \"y\" )"
                  + " @recommends( \"z\" ) @description( \"words\" ) @silence( \"level-gap\", \"no"
                  + " level 1\" ) @silence( \"b\", \"c\" )");
      assertThat(rule.id()).isEqualTo("c");
      assertThat(rule.pathway()).isEqualTo("p");
      assertThat(rule.level()).isEqualTo(3);
      assertThat(rule.header().scale())
          .isEqualTo(new Scale(List.of("LOW", "MID.2", "HIGH"), at(1, 57, 87)));
      assertThat(rule.settings())
          .isEqualTo(
              CredentialSettings.DEFAULT
                  .withValidity(Period.ofYears(2), null)
                  .with(CredentialSettings.Renews.EACH_PART)
                  .with(CredentialSettings.Lapses.NEVER)
                  .with(CredentialSettings.VersionBy.POLICY_DATE)
                  .with(CredentialSettings.EvidenceUse.EXCLUSIVE));
      assertThat(rule.recommends()).extracting(Reference::id).containsExactly("x", "y", "z");
      assertThat(rule.header().silences())
          .extracting(Silence::code, Silence::reason)
          .containsExactly(tuple("level-gap", "no level 1"), tuple("b", "c"));
    }

    @Test
    void a_rule_says_what_it_is_aligned_to() {
      assertThat(
              credential(
                      "@alignment( \"Team\", \"https://a.example/1\" ) @alignment( \"Lead\","
                          + " \"http://a.example/2\", \"Skills\", \"L-2\" )")
                  .header()
                  .alignments())
          .containsExactly(
              AlignmentTarget.of("Team", "https://a.example/1", null, null),
              AlignmentTarget.of("Lead", "http://a.example/2", "Skills", "L-2"));
      assertThat(credential("").header().alignments()).isEmpty();
      assertAnnotationRefused("«@alignment( \"Team\" )»", "bad-alignment");
      assertAnnotationRefused("«@alignment( \"Team\", 3 )»", "bad-alignment");
      assertAnnotationRefused("«@alignment( \" \", \"https://a.example\" )»", "bad-alignment");
      assertAnnotationRefused(
          "«@alignment( \"a\", \"https://a.example\", \"f\", \"c\", \"d\" )»", "bad-alignment");
      for (String none :
          List.of(
              "a.example",
              "ftp://a.example",
              "https:///a",
              "https://u:p@a.example",
              "https://a b")) {
        assertAnnotationRefused("@alignment( \"Team\", «\"" + none + "\"» )", "bad-alignment");
      }
    }

    @Test
    void a_rule_is_aligned_to_an_address_once_and_to_fifty_at_most() {
      String fifty =
          IntStream.range(0, 50)
              .mapToObj(i -> "@alignment( \"Team\", \"https://a.example/" + i + "\" )")
              .collect(Collectors.joining(" "));
      assertThat(credential(fifty).header().alignments()).hasSize(50);
      assertAnnotationRefused(
          fifty + " «@alignment( \"Team\", \"https://a.example/50\" )»", "duplicate-alignment");
      assertAnnotationRefused(
          "@alignment( \"Team\", \"https://a.example\" ) «@alignment( \"Lead\","
              + " \"https://a.example\" )»",
          "duplicate-alignment");
    }

    @Test
    void settings_have_defaults() {
      CredentialRule rule = credential("");
      assertThat(rule.settings()).isEqualTo(CredentialSettings.DEFAULT);
      assertThat(rule.pathway()).isNull();
      assertThat(rule.level()).isNull();
      assertThat(rule.header().scale()).isNull();
      assertThat(rule.header().source()).isNull();
    }

    @Test
    void a_rule_proves_or_awards_one_thing() {
      assertFileRefused("rule «\"a\"» when A() then end", "missing-meaning");
      assertFileRefused("rule «\"a\"» @source( \"b\" ) when A() then end", "missing-meaning");
      assertFileRefused(
          "rule «\"a\"» @requirement( \"a\" ) @credential( \"b\" ) when A() then end",
          "two-meanings");
      assertFileRefused(
          "rule \"a\" @requirement( \"a\" ) «@requirement( \"b\" )» when A() then end",
          "duplicate-annotation");
    }

    @Test
    void an_unknown_annotation_suggests_the_nearest_and_hides_no_other_problem() {
      assertFileRefused(
          "rule \"a\" @«requirment»( \"a\" ) when A() then end", "unknown-annotation");
      assertThat(file("rule \"a\" @requirment( \"a\" ) when A() then end").problems())
          .extracting(Problem::toString)
          .containsExactly(
              "pack/file.drl:1:11: unknown annotation `@requirment`; maybe `@requirement`");
      assertAnnotationRefused("@«All»", "unknown-annotation");
      assertAnnotationRefused("@«(»\"x\" )", "unexpected-symbol");
    }

    @Test
    void a_requirement_has_no_settings_of_credentials() {
      assertFileRefused(
          "rule \"a\" @requirement( \"a\" ) «@pathway( \"b\" )» «@level( 1 )» when A() then end",
          "annotation-of-credentials",
          "annotation-of-credentials");
    }

    @Test
    void an_annotation_has_the_values_it_needs() {
      assertAnnotationRefused("«@pathway»", "annotation-value");
      assertAnnotationRefused("«@pathway()»", "annotation-value");
      assertAnnotationRefused("«@pathway( \"a\", \"b\" )»", "annotation-value");
      assertAnnotationRefused("«@recommends()»", "annotation-value");
      assertAnnotationRefused("@pathway( «a» )", "annotation-value");
      assertAnnotationRefused("@pathway( «value» = \"a\" )", "annotation-value");
      assertAnnotationRefused("@pathway( \"a\" «+» \"b\" )", "unexpected-symbol");
      assertAnnotationRefused("@pathway «\"a\"»", "missing-parentheses");
      assertAnnotationRefused("@pathway«(» \"a\"", "missing-parenthesis");
      assertAnnotationRefused("@source( «\" \"» )", "annotation-value");
      assertAnnotationRefused("@source( «3» )", "annotation-value");
      assertAnnotationRefused("@lapses( «\"sometimes\"» )", "unknown-setting");
      assertAnnotationRefused(
          "@versionBy( «\"date\"» ) @evidence( «1» )", "unknown-setting", "unknown-setting");
      assertAnnotationRefused("«@silence( \"level-gap\" )»", "bad-silence");
      assertAnnotationRefused("«@silence( \"level-gap\", \" \" )»", "bad-silence");
      assertAnnotationRefused("«@silence( \"Level Gap\", \"x\" )»", "bad-silence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "a.b_c-d", "9lives"})
    void ids_have_small_letters_digits_and_three_signs(String id) {
      assertThat(credential("@pathway( \"" + id + "\" )").pathway()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-a", ".a", "a b", "ä", "a/b", "ı", "a\u0430"})
    void other_ids_are_refused(String id) {
      assertAnnotationRefused("@pathway( «\"" + id + "\"» )", "bad-id");
    }

    @Test
    void an_id_has_at_most_a_hundred_characters() {
      assertThat(credential("@pathway( \"" + "a".repeat(100) + "\" )").pathway()).hasSize(100);
      assertAnnotationRefused("@pathway( «\"" + "a".repeat(101) + "\"» )", "bad-id");
      assertAnnotationRefused("@pathway( «1» )", "bad-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "9", "99"})
    void levels_are_whole_numbers(String level) {
      assertThat(credential("@level( " + level + " )").level()).isEqualTo(Integer.parseInt(level));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "-1", "1.5", "\"1\"", "1.0"})
    void other_levels_are_refused(String level) {
      assertAnnotationRefused("@level( «" + level + "» )", "bad-level");
    }

    @ParameterizedTest
    @CsvSource({
      "P1Y, P1Y",
      "P1Y2M3D, P1Y2M3D",
      "P2W, P14D",
      "P18M, P18M",
      "7 days, P7D",
      "1 day, P1D",
      "3 weeks, P21D",
      "1 month, P1M",
      "2 years, P2Y"
    })
    void periods_are_iso_or_spoken(String written, String period) {
      assertThat(credential("@validFor( \"" + written + "\" )").settings().validFor())
          .isEqualTo(Period.parse(period));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "P",
          "P0D",
          "-P1Y",
          "P-1Y",
          "p1y",
          "PT1H",
          "0 days",
          "-1 days",
          "1.5 years",
          "years",
          "2",
          "2 hours",
          "99999999999 days"
        })
    void other_periods_are_refused(String period) {
      assertAnnotationRefused("@validFor( «\"" + period + "\"» )", "bad-period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LOW", "LOW <", "LOW < LOW", "LOW > HIGH", "LOW < VERY HIGH", "<"})
    void a_scale_has_different_words_from_low_to_high(String scale) {
      assertAnnotationRefused("@scale( «\"" + scale + "\"» )", "bad-scale");
    }
  }

  @Nested
  class Attributes {

    @ParameterizedTest
    @ValueSource(strings = {"2014-01-31", "31-Jan-2014"})
    void dates_give_a_rule_its_window(String date) {
      PolicyRule rule =
          rule(
              "rule \"a\" @requirement( \"a\" ) attributes date-effective \""
                  + date
                  + "\", date-expires \"2015-01-01\", when A() then end");
      assertThat(rule.header().window())
          .isEqualTo(new Window(LocalDate.of(2014, 1, 31), LocalDate.of(2015, 1, 1)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "2014-02-30",
          "2014-1-1",
          "1-Jan-2014",
          "01-Foo-2014",
          "01-jan-2014",
          "30-Feb-2014",
          "0000-01-01",
          "2014-01-01T00:00",
          "+12014-01-01"
        })
    void other_dates_are_refused(String date) {
      assertAnnotationRefused("date-effective «\"" + date + "\"»", "bad-date");
    }

    @Test
    void a_date_stands_in_quotes() {
      assertAnnotationRefused("date-effective «2014-01-01»", "bad-date");
      assertAnnotationRefused("«date-effective»", "bad-date");
      assertAnnotationRefused("«date-effective» 3", "bad-date");
    }

    @Test
    void a_window_has_a_day() {
      assertAnnotationRefused(
          "date-effective \"2014-01-01\" date-expires «\"2014-01-01\"»", "empty-window");
      assertThat(
              credential("date-effective \"2014-01-01\" date-expires \"2014-01-02\"")
                  .header()
                  .window()
                  .contains(LocalDate.of(2014, 1, 1)))
          .isTrue();
      assertAnnotationRefused(
          "date-effective \"2014-01-01\" «date-effective» \"2014-01-01\"", "duplicate-attribute");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "salience|10",
          "salience|( $x + 1 )",
          "enabled|false",
          "no-loop|true",
          "no-loop|",
          "agenda-group|\"x\"",
          "ruleflow-group|\"x\"",
          "activation-group|\"x\"",
          "auto-focus|true",
          "lock-on-active|",
          "duration|3",
          "timer|( int: 0 1 )",
          "calendars|\"a\", \"b\"",
          "dialect|\"mvel\"",
          "refract|",
          "direct|"
        })
    void each_other_attribute_is_refused_by_name(String name, String value) {
      String rest = value == null ? "" : value;
      assertAnnotationRefused("«" + name + "» " + rest, name + "-not-allowed");
      assertAnnotationRefused(
          "«" + name + "» " + rest + " date-effective «\"x\"»", name + "-not-allowed", "bad-date");
    }

    @Test
    void annotations_stand_before_attributes_as_everywhere_in_drl() {
      assertAnnotationRefused(
          "date-effective \"2014-01-01\" «@»level( 1 )", "annotation-behind-attribute");
    }

    @Test
    void unknown_words_in_the_header_suggest_the_nearest() {
      assertAnnotationRefused("«date»-efective \"2014-01-01\"", "unexpected-in-header");
      assertThat(
              file("rule \"r\" @credential( \"c\" ) date-efective \"x\" when A() then end")
                  .problems()
                  .get(0)
                  .hint())
          .isEqualTo("maybe `date-effective`");
    }
  }
}
