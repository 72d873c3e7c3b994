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
import org.junit.jupiter.api.Test;

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
        .startsWith("pack/file.drl:1:1: the file has " + (text.length() + 1) + " characters");
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
  void each_limit_is_changed_alone() {
    assertThat(
            Limits.DEFAULT
                .withMaxFileCharacters(1)
                .withMaxNesting(2)
                .withMaxRules(3)
                .withMaxProblems(4)
                .withMaxAlternatives(5)
                .withMaxFacts(6)
                .withMaxDerivedFacts(7)
                .withMaxJoinRows(8)
                .withMaxTextCharacters(9)
                .withEvaluationTime(Duration.ofSeconds(10)))
        .isEqualTo(new Limits(1, 2, 3, 4, 5, 6, 7, 8, 9, Duration.ofSeconds(10)));
  }
}
