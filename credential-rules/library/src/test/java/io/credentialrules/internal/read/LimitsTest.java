package io.credentialrules.internal.read;

import static io.credentialrules.internal.read.Reading.file;
import static io.credentialrules.internal.read.Reading.ruleOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class LimitsTest {

  private static List<String> codes(ReadResult result) {
    return result.problems().stream().map(Problem::code).toList();
  }

  @Test
  void a_file_may_be_as_long_as_the_limit() {
    String text = ruleOf("A()");
    Limits limits = Limits.DEFAULT.withMaxFileCharacters(text.length());
    assertThat(codes(file(text, limits))).isEmpty();
    assertThat(codes(file(text + " ", limits))).containsExactly("limit-file-size");
    assertThat(file(text + " ", limits).problems().get(0).toString())
        .startsWith("pack/file.drl:1:1: the file has more than " + text.length() + " characters");
  }

  @Test
  void conditions_may_nest_as_deep_as_the_limit() {
    Limits limits = Limits.DEFAULT.withMaxNesting(4);
    assertThat(codes(file(ruleOf("( ( ( A() ) ) )"), limits))).isEmpty();
    assertThat(codes(file(ruleOf("( ( ( ( A() ) ) ) )\nB( x = 1 )"), limits)))
        .containsExactly("limit-nesting", "assignment");
    assertThat(codes(file(ruleOf("not( A() )"), limits))).isEmpty();
    assertThat(codes(file(ruleOf("not( not( A() ) )"), limits))).containsExactly("limit-nesting");
    assertThat(codes(file(ruleOf("A( ((( x ))) )"), limits))).isEmpty();
    assertThat(codes(file(ruleOf("A( (((( x )))), y = 1 )"), limits)))
        .containsExactly("limit-nesting", "assignment");
    assertThat(codes(file(ruleOf("A( !!!x )"), limits))).isEmpty();
    assertThat(codes(file(ruleOf("A( !!!!x )"), limits))).containsExactly("limit-nesting");
    assertThat(codes(file(ruleOf("A( a.b.c.d )"), limits))).isEmpty();
    assertThat(codes(file(ruleOf("A( a.b.c.d.e )"), limits))).containsExactly("limit-nesting");
    assertThat(codes(file(ruleOf("A( $a.b( $c.d( 1 ) ) )"), limits))).isEmpty();
    assertThat(codes(file(ruleOf("A( $a.b( $c.d( $e.f( $g.h() ) ) ) )"), limits)))
        .containsExactly("limit-nesting");
  }

  @Test
  void there_may_be_as_many_rules_as_the_limit_in_all_packs_together() {
    PolicyPack one = PolicyPack.of("one", Map.of("a", ruleOf("A()"), "b", ruleOf("A()")));
    PolicyPack two = PolicyPack.of("two", Map.of("c", ruleOf("A()") + ruleOf("A( x = 1 )")));
    Limits limits = Limits.DEFAULT.withMaxRules(3);
    assertThat(codes(PolicyReader.read(List.of(one), limits))).isEmpty();
    ReadResult result = PolicyReader.read(List.of(one, two), limits);
    assertThat(result.problems()).extracting(Problem::toString).hasSize(1);
    assertThat(result.problems().get(0).toString())
        .startsWith("two/c:6:1: more than 3 rules; what follows was not read");
    assertThat(result.model().rules()).hasSize(3);
  }

  @Test
  void reading_stops_after_as_many_problems_as_the_limit() {
    Limits limits = Limits.DEFAULT.withMaxProblems(2);
    String bad = ruleOf("A( x = 1 )");
    assertThat(codes(file(bad + bad, limits))).containsExactly("assignment", "assignment");
    ReadResult result = file(bad + bad + bad + bad, limits);
    assertThat(codes(result)).containsExactly("assignment", "assignment", "too-many-problems");
    assertThat(result.model().rules()).isEmpty();
  }

  @Test
  void a_rule_may_have_as_many_alternatives_as_the_limit() {
    Limits limits = Limits.DEFAULT.withMaxAlternatives(4);
    assertThat(codes(file(ruleOf("(A() or B())\n(C() or D())"), limits))).isEmpty();
    assertThat(codes(file(ruleOf("(A() or B())\n(C() or D() or E())"), limits)))
        .containsExactly("limit-alternatives");
    assertThat(codes(file(ruleOf("not( A() or B() or C() or D() or E() )"), limits)))
        .containsExactly("limit-alternatives");
    assertThat(codes(file(ruleOf("( A() or B() )\n".repeat(100)), Limits.DEFAULT)))
        .containsExactly("limit-alternatives");
  }

  @Test
  void texts_and_names_may_be_as_long_as_the_limit() {
    Limits limits = Limits.DEFAULT.withMaxTextCharacters(12);
    assertThat(codes(file(ruleOf("A( x == \"123456789012\" )"), limits))).isEmpty();
    assertThat(codes(file(ruleOf("A( x == \"1234567890123\" )"), limits)))
        .containsExactly("limit-text");
    assertThat(codes(file(ruleOf("A( abcdefghijklm )"), limits))).containsExactly("limit-text");
  }

  @Test
  void limits_are_positive() {
    assertThatThrownBy(() -> Limits.DEFAULT.withMaxRules(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`maxRules` must be positive, but is 0");
    assertThatThrownBy(() -> Limits.DEFAULT.withEvaluationTime(Duration.ZERO))
        .hasMessage("`evaluationTime` must be positive, but is PT0S");
    assertThatThrownBy(() -> Limits.DEFAULT.withMaxNesting(501))
        .hasMessage("`maxNesting` must be at most 500, but is 501");
  }

  @Test
  void limits_that_a_stack_must_hold_are_bounded() {
    assertThatThrownBy(() -> Limits.DEFAULT.withMaxConditions(2_001))
        .hasMessage("`maxConditions` must be at most 2000, but is 2001");
    assertThatThrownBy(() -> Limits.DEFAULT.withMaxChain(201))
        .hasMessage("`maxChain` must be at most 200, but is 201");
  }

  @Test
  void a_rule_may_have_as_many_conditions_constraints_and_values_as_the_limit() {
    Limits limits = Limits.DEFAULT.withMaxConditions(5);
    assertThat(codes(file(ruleOf("A( x == 1, y in ( 1, 2 ) )"), limits))).isEmpty();
    assertThat(codes(file(ruleOf("A( x == 1, y in ( 1, 2, 3 ) )"), limits)))
        .containsExactly("limit-conditions");
    assertThat(codes(file(ruleOf("A()\nnot B()\nexists C()"), limits))).isEmpty();
    assertThat(codes(file(ruleOf("A( x || y && !( z == 1 ), $z : z, w )"), limits)))
        .containsExactly("limit-conditions");
    assertThat(
            codes(
                file(ruleOf("accumulate( A( $x : x ); sum( $x ), $n : count(); $n > 1 )"), limits)))
        .containsExactly("limit-conditions");
  }

  @Test
  void all_rules_may_have_as_many_conditions_as_the_limit_once_each_or_is_expanded() {
    Limits limits = Limits.DEFAULT.withMaxExpandedConditions(8);
    String rule = ruleOf("( A() or B() )\nC()\nD()");
    assertThat(codes(file(rule, limits))).isEmpty();
    ReadResult result = file(rule + ruleOf("A()") + ruleOf("A( x = 1 )"), limits);
    assertThat(result.problems().get(0).toString())
        .startsWith("pack/file.drl:8:1: more than 8 conditions in all rules");
    assertThat(codes(result)).containsExactly("limit-expanded-conditions");
    assertThat(codes(file(ruleOf("A( x matches \"a{5}\" )"), limits))).isEmpty();
    assertThat(codes(file(ruleOf("A( x matches \"a{7}\" )"), limits)))
        .containsExactly("limit-expanded-conditions");
  }

  @Test
  void there_may_be_as_many_files_and_characters_as_the_limits() {
    String rule = ruleOf("A()");
    PolicyPack pack = PolicyPack.of("p", Map.of("a", rule, "b", rule, "c", rule));
    Limits files = Limits.DEFAULT.withMaxFiles(3);
    assertThat(codes(PolicyReader.read(List.of(pack), files))).isEmpty();
    assertThat(PolicyReader.read(List.of(pack), files.withMaxFiles(2)).problems())
        .singleElement()
        .asString()
        .startsWith("p/c:1:1: the pack has more than 2 files (limit `maxFiles`)");
    Limits characters = Limits.DEFAULT.withMaxPolicyCharacters(3 * rule.length());
    assertThat(codes(PolicyReader.read(List.of(pack), characters))).isEmpty();
    assertThat(
            PolicyReader.read(List.of(pack, PolicyPack.of("q", Map.of("a", "rule"))), characters)
                .problems())
        .singleElement()
        .asString()
        .startsWith("q/a:1:1: more than " + 3 * rule.length() + " characters in all files");
  }

  @Test
  void a_regular_expression_may_be_as_large_as_the_limit() {
    Limits limits = Limits.DEFAULT.withMaxRegularExpression(20);
    assertThat(codes(file(ruleOf("A( x matches \"[a-z]{20}\" )"), limits))).isEmpty();
    assertThat(codes(file(ruleOf("A( x matches \"[a-z]{20}b\" )"), limits)))
        .containsExactly("limit-regular-expression");
    assertThat(codes(file(ruleOf("A( x not matches \"((a{3}){3}){3}\" )"), limits)))
        .containsExactly("limit-regular-expression");
    assertThat(codes(file(ruleOf("A( x == \"a{1000}\" )"), limits))).isEmpty();
  }

  @Test
  void conditions_on_met_and_earned_may_stand_for_as_many_as_the_limit() {
    String credentials =
        """
        rule "1" @credential( "c-1" ) @pathway( "p" ) when A() then end
        rule "2" @credential( "c-2" ) @pathway( "p" ) when A() then end
        rule "3" @credential( "c-3" ) when
        """;
    Limits limits = Limits.DEFAULT.withMaxDependencies(2);
    assertThat(codes(file(credentials + "Earned( pathway == \"p\" ) then end", limits))).isEmpty();
    assertThat(codes(file(credentials + "Earned( level == 1 ) then end", limits)))
        .containsExactly("limit-dependencies");
    assertThat(
            codes(
                file(
                    credentials
                        + "Earned( credential in ( \"c-1\", \"c-2\" ) )\n"
                        + "Earned( credential == \"c-1\" ) then end",
                    limits)))
        .containsExactly("limit-dependencies");
  }

  @Test
  void reading_takes_time_in_proportion_to_the_text_whatever_repeats() {
    for (String text :
        List.of(
            "(",
            ")",
            "{",
            "\"",
            "'",
            "/*",
            "*/",
            "//\n",
            "@",
            "rule ",
            "end ",
            "import a.",
            "rule \"x\" when A( ",
            "not ",
            "not( ",
            "!",
            "x.",
            "A() or ",
            "A( x == 1 ) and ",
            "accumulate( ",
            "-",
            "\\u",
            "\ufeff",
            "\ud800",
            "a",
            "1",
            "\n",
            "function f() { ",
            "then ",
            "declare X ",
            "salience ")) {
      assertThat(file(text.repeat(1_000_000 / text.length())).problems())
          .as(text)
          .hasSizeLessThanOrEqualTo(Limits.DEFAULT.maxProblems() + 1);
    }
  }
}
