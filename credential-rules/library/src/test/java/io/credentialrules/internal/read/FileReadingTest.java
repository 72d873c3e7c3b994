package io.credentialrules.internal.read;

import static io.credentialrules.internal.read.Reading.assertFileRefused;
import static io.credentialrules.internal.read.Reading.assertRefused;
import static io.credentialrules.internal.read.Reading.file;
import static io.credentialrules.internal.read.Reading.ruleOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.SourceSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileReadingTest {
  private static final String SOUND = "rule \"s\" @requirement( \"s\" ) when A() then end\n";
  private static final String BROKEN =
      "rule \"b\" @requirement( \"b\" ) when A( x «=» 1 ) then end\n";

  @Nested
  class Statements {

    @Test
    void packs_and_files_are_read_in_order() {
      ReadResult result =
          PolicyReader.read(
              List.of(
                  PolicyPack.of("z", Map.of("b.drl", SOUND, "a.drl", "rul\n" + SOUND)),
                  PolicyPack.of("a", Map.of("c.drl", SOUND + "x"))),
              Limits.DEFAULT);
      assertThat(result.model().rules())
          .extracting(rule -> rule.header().span().file())
          .containsExactly("z/a.drl", "z/b.drl", "a/c.drl");
      assertThat(result.problems())
          .extracting(problem -> problem.span().toString())
          .containsExactly("a/c.drl:2:1", "z/a.drl:1:1");
    }

    @Test
    void the_package_stands_first() {
      assertThat(file("package a.b.c;\n" + SOUND).problems()).isEmpty();
      assertFileRefused(SOUND + "«package» a\n" + BROKEN, "misplaced-package", "assignment");
      assertFileRefused("package «;»", "unexpected-symbol");
      assertFileRefused("package a.«;»", "unexpected-symbol");
      assertFileRefused("package «true»", "unexpected-word");
    }

    @Test
    void the_vocabulary_can_be_imported_and_what_the_host_allows() {
      assertThat(
              file("import io.credentialrules.vocabulary.*; import"
                      + " io.credentialrules.vocabulary.Met\n"
                      + SOUND)
                  .problems())
          .isEmpty();
      assertFileRefused("import «java.util.List»;\n" + BROKEN, "import-not-allowed", "assignment");
      assertFileRefused(
          "import «io.credentialrules.*»\nimport «io.credentialrules.vocabulary.a.B»",
          "import-not-allowed",
          "import-not-allowed");
      ReadResult result =
          PolicyReader.read(
              List.of(PolicyPack.of("p", Map.of("f", "import a.b.C import a.b.* import a.c.*"))),
              Limits.DEFAULT,
              name -> name.startsWith("a.b."));
      assertThat(result.problems())
          .extracting(Problem::span)
          .containsExactly(new SourceSpan("p/f", 1, 34, 1, 39));
    }

    @ParameterizedTest
    @ValueSource(strings = {"static a.B.c", "function a.B.c", "accumulate a.B c", "acc a.B c"})
    void code_cannot_be_imported(String code) {
      assertFileRefused("«import» " + code + ";\n" + BROKEN, "import-of-code", "assignment");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "function|function|void f( int x ) { if ( x > 1 ) { return \"}\"; } }",
          "global|global|java.util.List list;",
          "query|query|\"q\" ( String $x ) A( x == $x ) end",
          "declare|declare|X a : String @key end",
          "declare|declare|enum X A( 1 ); end",
          "declare|declare|trait X end",
          "declare|declare|window W A() over window:length( 1 ) end",
          "declare|declare|entry-point X end",
          "unit|unit|Foo;",
          "dialect|dialect|\"mvel\"",
          "salience|salience|10",
          "dsl|expander|foo.dsl",
          "table|template|header",
          "table|RuleTable|foo",
        })
    void each_other_statement_is_refused_by_name(String code, String keyword, String rest) {
      assertFileRefused(
          "«" + keyword + "» " + rest + "\n" + BROKEN, code + "-not-allowed", "assignment");
      assertFileRefused(
          SOUND + "«" + keyword + "»\n" + rest + "\n" + BROKEN,
          code + "-not-allowed",
          "assignment");
    }

    @Test
    void a_date_belongs_into_a_rule() {
      assertFileRefused(
          "«date-effective» \"2014-01-01\"\n" + BROKEN, "misplaced-attribute", "assignment");
    }

    @Test
    void what_is_no_statement_is_reported_once() {
      assertFileRefused("«foo» bar\nbaz\n" + BROKEN, "unknown-statement", "assignment");
      assertFileRefused(
          "«ruel» \"a\" @requirement( \"a\" ) when A( x «=» 1 ) then end",
          "unknown-statement",
          "assignment");
      assertFileRefused(SOUND + ";«;»\n" + BROKEN, "unexpected-symbol", "assignment");
      assertFileRefused("«@»foo", "unexpected-symbol");
      assertFileRefused("«end»", "unknown-statement");
    }
  }

  @Nested
  class Characters {

    @Test
    void what_is_no_character_of_the_language_is_refused() {
      assertRefused("A( x «§» 1 )", "unexpected-character");
      assertRefused("A( x == «\\»u0022a\\u0022 )", "unexpected-character");
      assertRefused("A( «`»x` == 1 )", "unexpected-character");
      assertRefused("A( x ==«\u00a0»1 )", "unexpected-character");
      assertRefused("A( «\u0430» == 1 )", "unexpected-character");
      assertRefused("A( x == «“abc”» )", "typographic-quotes");
      assertRefused("A( x == «\ud83d\ude00» )", "unexpected-character");
    }

    @Test
    void letters_of_other_latin_alphabets_make_names() {
      assertThat(Reading.constraints("größe > 1, ığüşöç, ñ")).hasSize(3);
    }

    @Test
    void characters_that_nobody_sees_are_refused_even_in_comments() {
      assertRefused("A( x == «\"a\u202eb\"» )", "hidden-character");
      assertRefused("// «\u202e»\nA( x«\u0000» )", "hidden-character", "hidden-character");
      assertRefused("/* \n «\u2066\u2066» */ A()", "hidden-character");
      assertRefused("A(«\u2028»)", "hidden-character");
      assertFileRefused("«\ufeff»" + ruleOf("A()"), "byte-order-mark");
      assertThat(file("// \ud800 \u00e9 \u05d0\n" + ruleOf("A()")).problems()).isEmpty();
    }

    @Test
    void messages_show_no_hidden_character() {
      Problem problem = file("x\ud800\u001b[2J").problems().get(0);
      assertThat(problem.message()).doesNotContain("\u001b", "\ud800");
      assertThat(
              file("rule \"\\u001b[2J\" @requirement( \"\\u202e\" ) when A() then end").problems())
          .extracting(Problem::code, Problem::message)
          .containsExactly(
              tuple(
                  "bad-rule-name",
                  "the name of a rule is the sentence that people read; this one cannot be read"),
              tuple("bad-id", "`\\u202e` is not an id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void each_kind_of_line_end_counts(String end) {
      String text =
          "// one\n\trule \"a\"\n/* \n */ @requirement( \"b\" )\nwhen A( x = 1 )\nthen\nend\n"
              .replace("\n", end);
      assertThat(file(text).problems())
          .extracting(Problem::span)
          .containsExactly(new SourceSpan("pack/file.drl", 5, 11, 5, 12));
    }

    @Test
    void an_unclosed_comment_is_reported_alone() {
      assertFileRefused(
          SOUND + "rule \"a\" @requirement( \"a\" ) when A( x == 1 «/*» foo )\nthen\nend",
          "unclosed-comment");
      assertFileRefused("«/*»/", "unclosed-comment");
    }
  }

  @Nested
  class ManyProblems {

    @Test
    void all_problems_of_a_file_are_reported_at_once() {
      assertFileRefused(
          """
          package a
          import «java.util.*»
          rule "one"
              @requirement( «"One"» )
              «salience» 10
          when
              A( hours «=» 3, type «like» "x", $x : «(» a ), b «%» 1 > 2, c )
              not( B( x «=» 1 ) and «eval»( true ) )
              C«(» x == 1
              D( x «=» 1 )
              E( x == «"y )»
              F( x «=» 1 )
              G() «from» $x
              H( y == «\\» )
          then
              «update»( $x );
          end
          «function» void f() { }
          rule "two" @«credentail»( "x" ) when «A» then end
          """,
          "import-not-allowed",
          "bad-id",
          "salience-not-allowed",
          "assignment",
          "unknown-operator",
          "binding-of-expression",
          "arithmetic",
          "assignment",
          "eval-not-allowed",
          "missing-parenthesis",
          "assignment",
          "unclosed-text",
          "assignment",
          "from-not-allowed",
          "unexpected-character",
          "consequence-not-empty",
          "function-not-allowed",
          "unknown-annotation",
          "missing-parentheses");
    }

    @Test
    void parentheses_too_few_and_too_many_are_reported_once() {
      assertRefused("A«(» x == 1\nB( y «=» 1 )", "missing-parenthesis", "assignment");
      assertRefused("not«(» A( x == 1 )\nB( y «=» 1 )", "missing-parenthesis", "assignment");
      assertRefused("A«(» x == 1", "missing-parenthesis");
      assertRefused("A() «)»\nB( y «=» 1 )", "unexpected-parenthesis", "assignment");
      assertRefused("( A() ) «)»", "unexpected-parenthesis");
    }

    @Test
    void a_rule_with_a_problem_is_left_out_and_its_ids_are_known() {
      ReadResult result = file(SOUND + BROKEN.replace("«", "").replace("»", ""));
      assertThat(result.model().rules()).extracting(rule -> rule.id()).containsExactly("s");
      assertThat(result.leftOut()).containsExactly("b");
    }
  }
}
