package io.credentialrules.internal.read;

import static io.credentialrules.internal.read.Reading.assertFileRefused;
import static io.credentialrules.internal.read.Reading.assertRefused;
import static io.credentialrules.internal.read.Reading.condition;
import static io.credentialrules.internal.read.Reading.conditions;
import static io.credentialrules.internal.read.Reading.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConditionReadingTest {

  private static String shape(Condition condition) {
    if (condition instanceof Condition.All all) {
      return "all" + all.parts().stream().map(ConditionReadingTest::shape).toList();
    }
    if (condition instanceof Condition.Any any) {
      return "any" + any.parts().stream().map(ConditionReadingTest::shape).toList();
    }
    if (condition instanceof Condition.Not not) {
      return "not " + shape(not.part());
    }
    if (condition instanceof Condition.Exists exists) {
      return "exists " + shape(exists.part());
    }
    if (condition instanceof Condition.ForAll forAll) {
      return "forall "
          + shape(forAll.each())
          + " "
          + forAll.fits().stream().map(ConditionReadingTest::shape).toList();
    }
    if (condition instanceof Condition.Accumulate accumulate) {
      return "accumulate " + shape(accumulate.source());
    }
    Condition.Pattern pattern = (Condition.Pattern) condition;
    return (pattern.variable() == null ? "" : pattern.variable() + ":") + pattern.type();
  }

  private static List<String> shapes(String when) {
    return conditions(when).stream().map(ConditionReadingTest::shape).toList();
  }

  @Nested
  class Patterns {

    @Test
    void a_pattern_has_a_type_a_place_and_its_text() {
      Condition.Pattern pattern =
          (Condition.Pattern) condition("  $w : Work( hours >= 200, // enough\n\tpaid )  ");
      assertThat(pattern.variable()).isEqualTo("$w");
      assertThat(pattern.type()).isEqualTo("Work");
      assertThat(pattern.typeSpan()).isEqualTo(new SourceSpan("pack/file.drl", 3, 8, 3, 12));
      assertThat(pattern.span()).isEqualTo(new SourceSpan("pack/file.drl", 3, 3, 4, 8));
      assertThat(pattern.text()).isEqualTo("$w : Work( hours >= 200, paid )");
      assertThat(pattern.constraints()).hasSize(2);
    }

    @Test
    void comments_and_line_breaks_leave_the_text() {
      assertThat(condition("A(/* x */)").text()).isEqualTo("A()");
      assertThat(condition("not/* x */A(\n\n a\t==   1 )").text()).isEqualTo("not A( a == 1 )");
      assertThat(condition("A( x == \"a  /* b */\" )").text())
          .isEqualTo("A( x == \"a  /* b */\" )");
    }

    @Test
    void conditions_follow_each_other_with_or_without_semicolons() {
      assertThat(shapes("A()\nB(); C();")).containsExactly("A", "B", "C");
      assertThat(condition("A() ;").text()).isEqualTo("A()");
      assertRefused("A();«;»", "unexpected-symbol");
      assertRefused("A()«,» B()", "comma-between-conditions");
    }

    @Test
    void a_pattern_needs_parentheses() {
      assertRefused("«A»", "missing-parentheses");
      assertRefused("not «A»", "missing-parentheses");
      assertRefused("«A»\nB( x «=» 1 )", "missing-parentheses", "assignment");
      assertThat(message("A")).isEqualTo("the pattern `A` needs parentheses; write `A()`");
      assertRefused("«Foo» bar baz", "missing-parentheses");
      assertRefused("«foo» bar baz", "unexpected-word");
    }

    @Test
    void other_forms_of_patterns_are_refused() {
      assertRefused("«a.b.C»( x «=» 1 )", "qualified-type", "assignment");
      assertRefused("A«#»B()", "cast");
      assertRefused("«?»query( $x )", "query-call");
      assertRefused("«/»a/b[ x == 1 ]", "path-expression");
      assertRefused("«$x :» ( A() or B() )", "binding-on-group");
      assertRefused("«$x :» not A()", "binding-on-group");
      assertRefused("$x «:=» A()", "unification");
      assertRefused("$x «=» A()", "assignment");
      assertRefused("«not» : A()", "reserved-word");
      assertRefused("A() «@»watch( * )", "annotation-on-pattern");
      assertRefused("«contains»()", "unexpected-word");
    }

    @Test
    void facts_come_from_the_record_only() {
      assertRefused("A() «from» $x.list", "from-not-allowed");
      assertRefused("A() «from» entry-point \"x\"", "entry-point-not-allowed");
      assertRefused("A() from «collect»( B() )", "collect-not-allowed");
      assertRefused(
          "A() «from» accumulate( B(),\n sum( 1 ) )\nC( x «=» 1 )",
          "from-not-allowed",
          "assignment");
      assertRefused("A() «from» window W", "window-not-allowed");
      assertRefused("A() «over» window:time( 3d )", "window-not-allowed");
      assertRefused("«collect»( A() )", "collect-not-allowed");
      assertRefused("«eval»( true )\nB( x «=» 1 )", "eval-not-allowed", "assignment");
      assertRefused("A() «if» ( x ) do[ y ]", "conditional-consequence");
      assertRefused("A() «do»[ y ]", "conditional-consequence");
      assertRefused("«groupby»( A(); $x; count() )", "groupby-not-allowed");
    }
  }

  @Nested
  class Joints {

    @Test
    void and_binds_tighter_than_or() {
      assertThat(shapes("A() or B() and C()")).containsExactly("any[A, all[B, C]]");
      assertThat(shapes("( A() or B() ) and C()")).containsExactly("any[A, B]", "C");
      assertThat(shapes("A() or ( B() or C() )")).containsExactly("any[A, any[B, C]]");
      assertThat(shapes("A() or not B() and exists C()"))
          .containsExactly("any[A, all[not B, exists C]]");
    }

    @Test
    void an_and_of_its_own_says_the_same_as_one_after_the_other() {
      assertThat(shapes("A() and B()")).containsExactly("A", "B");
      assertThat(shapes("A() B()")).containsExactly("A", "B");
    }

    @Test
    void prefix_forms_are_read_where_they_can_stand() {
      assertThat(shapes("(or A() B() and C())")).containsExactly("any[A, all[B, C]]");
      assertThat(shapes("(or (and A() B()) C())")).containsExactly("any[all[A, B], C]");
      assertThat(shapes("(and A() B()) or C()")).containsExactly("any[all[A, B], C]");
      assertThat(shapes("not (and A() B())")).containsExactly("not all[A, B]");
      assertThat(shapes("exists ((or A() B()))")).containsExactly("exists any[A, B]");
    }

    @Test
    void prefix_forms_elsewhere_are_refused_as_everywhere_in_drl() {
      assertRefused("(and («or» A() B()) C())", "misplaced-prefix");
      assertRefused("C() and («or» A() B())", "misplaced-prefix");
      assertRefused("C() or («or» A() B())", "misplaced-prefix");
      assertRefused("(or A() B()) «and» C()", "prefix-and-infix");
      assertRefused("(and A() B()) «and» C()", "prefix-and-infix");
      assertRefused("(or A() B())«;»", "unexpected-symbol");
      assertRefused("(or A() B() «]»)", "unexpected-symbol");
      assertRefused("(«and» )", "empty-group");
    }

    @Test
    void signs_between_conditions_are_words() {
      assertRefused(
          "A() «&&» B() «||» C()", "symbol-between-conditions", "symbol-between-conditions");
      assertRefused("A() «&» B()", "symbol-between-conditions");
      assertRefused("A() «AND» B()", "wrong-case");
      assertRefused("«NOT» A()", "wrong-case");
    }

    @Test
    void a_word_joins_two_conditions() {
      assertRefused("«and» A()", "unexpected-word");
      assertFileRefused(
          "rule \"r\" @requirement( \"a\" ) when A() «or» then end", "unexpected-word");
      assertRefused("( A() «or» )", "unexpected-word");
    }

    @Test
    void conditions_in_parentheses_are_joined_by_a_word() {
      assertRefused("( A() «B»() )", "missing-and");
      assertRefused("not( A() «not» B() )", "missing-and");
      assertRefused("( A()«,» B() )", "comma-between-conditions");
      assertRefused("«(» )", "empty-group");
      assertRefused("not«(»)", "empty-group");
    }
  }

  @Nested
  class Quantifiers {

    @Test
    void not_and_exists_take_a_pattern_or_parentheses() {
      assertThat(shapes("not A() exists $b : B()")).containsExactly("not A", "exists $b:B");
      assertThat(shapes("not( A() or B() )")).containsExactly("not any[A, B]");
      assertThat(shapes("not( exists( A() ) )")).containsExactly("not exists A");
      assertThat(shapes("exists( not A() and B() )")).containsExactly("exists all[not A, B]");
    }

    @Test
    void not_before_another_word_needs_parentheses_because_drl_reads_a_fact_type_there() {
      assertRefused("not «not» A()", "parentheses-needed");
      assertRefused("not «forall»( A() )", "parentheses-needed");
      assertRefused("exists «accumulate»( A(), count() )", "parentheses-needed");
      assertRefused("not «eval»( true )", "eval-not-allowed");
      assertThat(shapes("not( forall( A() ) )")).containsExactly("not forall A [A]");
    }

    @Test
    void forall_names_the_facts_first_and_then_what_they_fit() {
      Condition.ForAll forAll =
          (Condition.ForAll) condition("forall( $a : A() A( this == $a, b ), C() )");
      assertThat(forAll.each().variable()).isEqualTo("$a");
      assertThat(forAll.fits()).extracting(Condition.Pattern::type).containsExactly("A", "C");
    }

    @Test
    void forall_with_one_pattern_is_about_all_facts_of_its_type() {
      Condition.ForAll forAll = (Condition.ForAll) condition("forall( $a : A( b ) )");
      assertThat(forAll.each().type()).isEqualTo("A");
      assertThat(forAll.each().variable()).isNull();
      assertThat(forAll.each().constraints()).isEmpty();
      assertThat(forAll.each().text()).isEqualTo("A()");
      assertThat(forAll.fits()).hasSize(1);
      assertThat(forAll.fits().get(0).text()).isEqualTo("$a : A( b )");
      assertThat(forAll.each().span()).isEqualTo(forAll.fits().get(0).span());
    }

    @Test
    void forall_has_patterns_only() {
      assertRefused("forall( «not» A() )", "pattern-in-forall");
      assertRefused("forall( A() «and» B() )", "pattern-in-forall");
      assertRefused("forall( «(»A()) )", "pattern-in-forall");
      assertRefused("forall( «)»", "unexpected-symbol");
      assertRefused("forall «A»()", "unexpected-word");
    }
  }

  @Nested
  class Accumulates {

    @Test
    void an_accumulate_has_a_source_functions_and_constraints() {
      Condition.Accumulate accumulate =
          (Condition.Accumulate)
              condition(
                  """
                  accumulate( A( $h : hours );
                    $total : sum( $h ), count();
                    $total >= 200, $total < 300 )\
                  """);
      assertThat(shape(accumulate.source())).isEqualTo("A");
      assertThat(accumulate.source().text()).isEqualTo("A( $h : hours )");
      assertThat(accumulate.functions())
          .extracting(Condition.Aggregate::variable, Condition.Aggregate::function)
          .containsExactly(tuple("$total", "sum"), tuple(null, "count"));
      assertThat(accumulate.functions().get(0).argument())
          .isEqualTo(new Expression.Variable("$h", new SourceSpan("pack/file.drl", 4, 17, 4, 19)));
      assertThat(accumulate.functions().get(0).text()).isEqualTo("$total : sum( $h )");
      assertThat(accumulate.functions().get(1).argument()).isNull();
      assertThat(accumulate.constraints()).hasSize(2);
      assertThat(accumulate.text())
          .isEqualTo(
              "accumulate( A( $h : hours ); $total : sum( $h ), count(); $total >= 200, $total <"
                  + " 300 )");
    }

    @Test
    void the_source_may_be_several_conditions() {
      assertThat(shapes("acc( A() and not B(), count() )"))
          .containsExactly("accumulate all[A, not B]");
      assertThat(shapes("accumulate( (and A() B()), count() )"))
          .containsExactly("accumulate all[A, B]");
      assertThat(shapes("accumulate( ( A() and exists( B() ) ); count() );"))
          .containsExactly("accumulate all[A, exists B]");
    }

    @Test
    void other_sources_are_refused() {
      assertRefused("accumulate( A() «or» B(); count() )", "source-of-accumulate");
      assertRefused("accumulate( («A() or B()»); count() )", "source-of-accumulate");
      assertRefused("accumulate( «forall( A() )»; count() )", "source-of-accumulate");
      assertRefused("accumulate( «accumulate( A(); count() )»; count() )", "source-of-accumulate");
      assertRefused("accumulate( A() «B»(); count() )", "missing-and");
    }

    @Test
    void code_in_an_accumulate_is_refused() {
      assertRefused(
          "accumulate( A(); «init»( int x = 0; ) action( x++; ) result( x ) )\nB( x «=» 1 )",
          "accumulate-code",
          "assignment");
      assertRefused("accumulate( A(), «action»( x++ ) )", "accumulate-code");
      assertRefused("accumulate( A(), $x : sum( 2 «%» $y ) )", "arithmetic");
    }

    @Test
    void what_is_missing_in_an_accumulate_is_reported() {
      assertRefused("accumulate( A() «)»", "unexpected-symbol");
      assertRefused("accumulate( A(); «)»", "unexpected-symbol");
      assertRefused("accumulate( A(), count()«;» )", "empty-constraints");
      assertRefused("accumulate( A(), sum( $x«,» $y ) )", "too-many-arguments");
      assertRefused("accumulate( A(), sum «)»", "unexpected-symbol");
      assertRefused("accumulate( A(), $x «=» sum( $y ); $x «=» 3 )", "assignment", "assignment");
      assertRefused("accumulate( A(), $x «:=» sum( $y ) )", "unification");
      assertRefused("accumulate( A(), count(); «$x» : $y )", "binding-in-accumulate");
      assertRefused("accumulate( A(), «not»() )", "reserved-word");
      assertRefused("accumulate «A»()", "unexpected-word");
    }
  }
}
