package io.credentialrules.internal.read;

import static io.credentialrules.internal.read.Reading.assertRefused;
import static io.credentialrules.internal.read.Reading.constraint;
import static io.credentialrules.internal.read.Reading.constraints;
import static io.credentialrules.internal.read.Reading.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintReadingTest {

  private static SourceSpan at(int line, int column, int endColumn) {
    return new SourceSpan("pack/file.drl", line, column, line, endColumn);
  }

  private static Expression right(String inside) {
    return ((Constraint.Compare) constraint(inside)).right();
  }

  @Nested
  class Comparisons {

    @Test
    void a_comparison_has_two_sides_their_places_and_its_text() {
      assertThat(constraint("hours  >= /* at least */ 200"))
          .isEqualTo(
              new Constraint.Compare(
                  new Expression.Field("hours", at(3, 4, 9)),
                  Operator.AT_LEAST,
                  new Expression.Number(new BigDecimal("200"), at(3, 29, 32)),
                  "hours >= 200",
                  at(3, 4, 32)));
    }

    @ParameterizedTest
    @EnumSource(
        value = Operator.class,
        mode = EnumSource.Mode.EXCLUDE,
        names = {"IN", "NOT_IN"})
    void each_operator_is_read(Operator operator) {
      Constraint.Compare compare =
          (Constraint.Compare) constraint("type " + operator.symbol() + " $x");
      assertThat(compare.operator()).isEqualTo(operator);
      assertThat(compare.right()).isInstanceOf(Expression.Variable.class);
    }

    @Test
    void in_takes_a_list() {
      Constraint.Compare compare = (Constraint.Compare) constraint("type not in ( \"A\", $b )");
      assertThat(compare.operator()).isEqualTo(Operator.NOT_IN);
      assertThat(((Expression.Listing) compare.right()).values())
          .containsExactly(
              new Expression.Text("A", at(3, 18, 21)),
              new Expression.Variable("$b", at(3, 23, 25)));
    }

    @Test
    void in_without_a_list_is_refused() {
      assertRefused("A( type in «\"A\"» )", "list-without-parentheses");
      assertRefused("A( type in ( «)» )", "empty-list");
      assertRefused("A( type in ( \"A\"«;» \"B\" ) )", "unexpected-symbol");
      assertRefused("A( type in «[» \"A\" ] )", "list-without-parentheses");
    }

    @Test
    void a_missing_list_parenthesis_is_reported_where_it_was_opened() {
      assertRefused("A( type in «(» \"A\", \"B\", hours > 3 )", "missing-parenthesis");
    }

    @Test
    void assignments_and_slips_name_the_right_operator() {
      assertRefused("A( hours «=» 3 )", "assignment");
      assertRefused("A( hours «+=» 3 )", "assignment");
      assertRefused("A( hours «=>» 3, hours «=<» 3 )", "unknown-operator", "unknown-operator");
      assertRefused("A( hours «<>» 3, hours «===» 3 )", "unknown-operator", "unknown-operator");
      assertRefused("A( hours «!==» 3, name «~=» \"x\" )", "unknown-operator", "unknown-operator");
      assertThat(message("A( hours = 3 )")).isEqualTo("`=` does not compare; write `==`");
      assertThat(message("A( hours => 3 )")).isEqualTo("unknown operator `=>`; write `>=`");
    }

    @Test
    void unknown_operators_suggest_the_nearest() {
      assertRefused("A( names «excludes» \"x\" )", "unknown-operator");
      assertThat(message("A( names excludes \"x\" )")).endsWith("; write `not contains`");
      assertRefused("A( names «contain» \"x\" )", "unknown-operator");
      assertThat(message("A( names contain \"x\" )")).endsWith("; maybe `contains`");
      assertRefused("A( names «like» \"x\" )", "unknown-operator");
      assertRefused("A( names «not» like \"x\" )", "unknown-operator");
      assertRefused("A( names «not» == \"x\" )", "unknown-operator");
    }

    @Test
    void operators_of_time_and_likeness_are_refused_by_their_own_messages() {
      assertRefused("A( this «after» $x )", "temporal-operator");
      assertRefused(
          "A( this «after»[ 1d, 2d ] $x, hours «=» 3 )", "temporal-operator", "assignment");
      assertRefused("A( name «soundslike» \"x\" )", "custom-operator");
      assertRefused("A( name «str»[ startsWith ] \"x\" )", "custom-operator");
      assertRefused("A( this «instanceof» B )", "type-test");
      assertRefused("A( this «isA» B )", "type-test");
    }

    @Test
    void half_comparisons_and_chains_are_refused() {
      assertRefused("A( hours > 3 && «<» 10 )", "half-constraint");
      assertRefused("A( hours( «>» 3 && < 10 ) )", "half-constraint");
      assertRefused("A( type == \"A\" || «==» \"B\" )", "half-constraint");
      assertRefused("A( names contains \"A\" || «contains» \"B\" )", "half-constraint");
      assertRefused("A( type == \"A\" || «\"B\"» )", "value-alone");
      assertRefused("A( 1 < hours «<» 3 )", "chained-comparison");
      assertRefused("A( «not» hours )", "negated-constraint");
    }
  }

  @Nested
  class Combinations {

    @Test
    void and_binds_tighter_than_or() {
      Constraint.Either either = (Constraint.Either) constraint("a || b && !c");
      assertThat(either.text()).isEqualTo("a || b && !c");
      assertThat(either.parts().get(0)).isInstanceOf(Constraint.IsTrue.class);
      Constraint.Both both = (Constraint.Both) either.parts().get(1);
      assertThat(both.text()).isEqualTo("b && !c");
      assertThat(both.parts().get(1)).isInstanceOf(Constraint.Opposite.class);
    }

    @Test
    void parentheses_bind_tightest() {
      Constraint.Both both = (Constraint.Both) constraint("( a || b ) && !( c == 1 )");
      assertThat(both.parts().get(0)).isInstanceOf(Constraint.Either.class);
      Constraint.Opposite opposite = (Constraint.Opposite) both.parts().get(1);
      assertThat(opposite.part()).isInstanceOf(Constraint.Compare.class);
      assertThat(opposite.text()).isEqualTo("!( c == 1 )");
    }

    @Test
    void words_and_single_signs_do_not_join_constraints() {
      assertRefused(
          "A( a «and» b «or» c )", "word-between-constraints", "word-between-constraints");
      assertRefused("A( a «&» b «|» c )", "word-between-constraints", "word-between-constraints");
      assertRefused("A( a «AND» b )", "word-between-constraints");
    }

    @Test
    void a_negation_before_a_comparison_needs_parentheses() {
      assertRefused("A( «!»hours > 3 )", "negated-comparison");
      assertRefused("A( «!»type in ( \"A\" ) )", "negated-comparison");
      assertRefused("A( a == «!»b )", "negated-value");
    }

    @Test
    void values_stand_without_parentheses() {
      assertRefused("A( «(» hours ) > 3 )", "value-in-parentheses");
      assertRefused("A( hours > «(»3) )", "value-in-parentheses");
    }

    @Test
    void commas_separate_constraints() {
      assertThat(constraints("a, b == 1")).hasSize(2);
      assertRefused("A( a«,» )", "trailing-comma");
      assertRefused("A( «,» a )", "unexpected-symbol");
      assertRefused("A( a, «,» b )", "unexpected-symbol");
      assertRefused("A( hours > 3 «type» == \"A\" )", "missing-comma");
      assertRefused("A( hours > 3\n   «type» == \"A\" )", "missing-comma");
      assertRefused("A( $h : hours\n   «$t» : type )", "missing-comma");
      assertRefused("A( a == 1 «(»b) )", "missing-comma");
      assertRefused("A( a«;» )", "positional-value");
    }
  }

  @Nested
  class Bindings {

    @Test
    void a_name_is_given_to_a_value() {
      assertThat(constraint("$h : hours"))
          .isEqualTo(
              new Constraint.Bind(
                  "$h", new Expression.Field("hours", at(3, 9, 14)), "$h : hours", at(3, 4, 14)));
    }

    @Test
    void a_binding_with_a_comparison_is_both() {
      List<Constraint> constraints = constraints("$h : hours >= 3 && hours < 10, b");
      assertThat(constraints)
          .extracting(Constraint::text)
          .containsExactly("$h : hours", "hours >= 3 && hours < 10", "b");
      assertThat(constraints.get(1)).isInstanceOf(Constraint.Both.class);
    }

    @Test
    void a_name_without_a_dollar_sign_is_a_field_until_it_is_resolved() {
      assertThat(constraint("h : hours")).isInstanceOf(Constraint.Bind.class);
      assertThat(right("x == h")).isInstanceOf(Expression.Field.class);
    }

    @Test
    void a_name_is_given_to_values_only_and_at_the_start_only() {
      assertRefused("A( $h : «(» hours > 3 ) )", "binding-of-expression");
      assertRefused("A( $h : «!»a )", "binding-of-expression");
      assertRefused("A( $h : «-»3 )", "binding-of-expression");
      assertThat(constraint("$h : 3")).isInstanceOf(Constraint.Bind.class);
      assertRefused("A( a && «$h» : hours )", "binding-inside-constraint");
      assertRefused("A( ( «$h» : hours ) )", "binding-inside-constraint");
      assertRefused("A( $h «:=» hours )", "unification");
      assertRefused("A( «contains» : hours )", "reserved-word");
      assertRefused("A( «this» : hours )", "reserved-word");
    }
  }

  @Nested
  class Values {

    @Test
    void products_bind_more_tightly_than_sums_and_both_from_left_to_right() {
      assertThat(tree(right("x > 1 + 2 * $a - $b / 3 / 4")))
          .isEqualTo("((1 + (2 * $a)) - (($b / 3) / 4))");
      assertThat(tree(right("x > ( 1 + 2 ) * ( $a - $b )"))).isEqualTo("((1 + 2) * ($a - $b))");
      assertThat(tree(right("x > 3 - -2"))).isEqualTo("(3 - -2)");
      assertThat(tree(right("x > $a-$b"))).isEqualTo("($a - $b)");
    }

    @Test
    void a_constraint_may_begin_with_a_calculation_in_parentheses() {
      Constraint.Compare compare = (Constraint.Compare) constraint("( $a + $b ) >= 3");
      assertThat(tree(compare.left())).isEqualTo("($a + $b)");
      Constraint.Compare product = (Constraint.Compare) constraint("( $a ) * 2 >= 3");
      assertThat(tree(product.left())).isEqualTo("($a * 2)");
      assertThat(constraint("( a + 1 > 2 || b )")).isInstanceOf(Constraint.Either.class);
    }

    @Test
    void what_a_method_is_given_makes_no_calculation_of_what_is_in_parentheses() {
      assertThat(constraint("( $d.plusDays( -1 ).x )")).isInstanceOf(Constraint.IsTrue.class);
      assertThat(constraint("( $d.plusDays( $a - 1 ).x )")).isInstanceOf(Constraint.IsTrue.class);
      assertThat(constraint("( $d.plusDays( -1 ).x - 1 ) >= 3"))
          .isInstanceOf(Constraint.Compare.class);
    }

    private static String tree(Expression value) {
      if (value instanceof Expression.Calculation calculation) {
        return "("
            + tree(calculation.left())
            + " "
            + calculation.operation().symbol()
            + " "
            + tree(calculation.right())
            + ")";
      }
      return value instanceof Expression.Number number
          ? number.value().toPlainString()
          : ((Expression.Variable) value).name();
    }

    @Test
    void properties_and_calls_are_chained() {
      Expression.Call call = (Expression.Call) right("x > $today.minusYears( 2 ).plusDays( -1 )");
      assertThat(call.method()).isEqualTo("plusDays");
      assertThat(call.methodSpan()).isEqualTo(at(3, 31, 39));
      assertThat(call.span()).isEqualTo(at(3, 8, 45));
      assertThat(((Expression.Number) call.arguments().get(0)).value()).isEqualByComparingTo("-1");
      Expression.Call inner = (Expression.Call) call.target();
      assertThat(inner.target()).isEqualTo(new Expression.Variable("$today", at(3, 8, 14)));
      assertThat(inner.span()).isEqualTo(at(3, 8, 30));
      Expression.Property property = (Expression.Property) right("x > $work.hours");
      assertThat(property.name()).isEqualTo("hours");
      assertThat(property.nameSpan()).isEqualTo(at(3, 14, 19));
      assertThat(right("x == this")).isInstanceOf(Expression.This.class);
      assertThat(right("x == this.hours")).isInstanceOf(Expression.Property.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "0", "79.5", "0.10", "-3", "- 3", "200B", "79.5B", "12L", "12I"})
    void numbers_are_exact_and_their_suffix_is_dropped(String number) {
      String digits = number.replace(" ", "").replaceAll("[BLI]$", "");
      assertThat(((Expression.Number) right("x == " + number)).value())
          .isEqualTo(new BigDecimal(digits));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"5.", "2d", "1.5f", "1e3", "0x1F", "007", "1.2.3", "3.5L", "12l", "1_000"})
    void other_numbers_are_refused(String number) {
      assertRefused("A( x == «" + number + "» )", "bad-number");
    }

    @Test
    void a_number_that_is_too_long_to_be_an_amount_is_refused() {
      assertThat(right("x == " + "9".repeat(40))).isInstanceOf(Expression.Number.class);
      assertRefused("A( x == «" + "9".repeat(41) + "» )", "bad-number");
      assertRefused("A( x == «.»5 )", "bad-number");
      assertRefused("A( day > «2024-01-01» )", "date-without-quotes");
    }

    @Test
    void truth_and_absence_are_values() {
      assertThat(right("x == true")).isEqualTo(new Expression.Truth(true, at(3, 9, 13)));
      assertThat(right("x == null")).isEqualTo(new Expression.Null(at(3, 9, 13)));
      assertRefused("A( «true» )", "value-alone");
    }

    @Test
    void escapes_in_texts_are_resolved() {
      assertThat(right("x == \"\\\"\\'\\\\\\n\\t\\r\\b\\f\\u0022\""))
          .isEqualTo(new Expression.Text("\"'\\\n\t\r\b\f\"", at(3, 9, 33)));
      assertThat(((Expression.Text) right("x == 'say \"hi\"'")).value()).isEqualTo("say \"hi\"");
    }

    @Test
    void unknown_escapes_and_unclosed_texts_are_refused() {
      assertRefused("A( x == «\"\\d\"» )", "bad-escape");
      assertRefused("A( x == «\"\\u00g0\"» )", "bad-escape");
      assertRefused("A( x == «\"\\u00\"» )", "bad-escape");
      assertRefused("A( x == «\"abc )»", "unclosed-text");
      assertRefused("A( x == «\"abc\\»\n )", "unclosed-text");
    }

    @Test
    void what_is_no_calculation_with_amounts_is_refused() {
      assertRefused(
          "A( a «%» 2 == 0, a > «-»b, a > «+»3, a «<<» 2 > 1, a «^» 2 > 1 )",
          "arithmetic", "arithmetic", "arithmetic", "arithmetic", "arithmetic");
      assertRefused("A( experience == «host-feedback» )", "id-without-quotes");
      assertRefused("A( «(» a + 1 > 2 ) == true )", "value-in-parentheses");
    }

    @Test
    void code_is_refused() {
      assertRefused("A( x == «new» Foo() )", "new-not-allowed");
      assertRefused("A( «size»() > 3 )", "function-call");
      assertRefused("A( «eval»( true ) )", "eval-not-allowed");
      assertRefused("A( x «->» y )", "lambda");
      assertRefused("A( x == $a.map( y «->» y ) )", "lambda");
      assertRefused("A( (x) «->» y )", "lambda");
      assertRefused("A( x «?» 1 : 2 )", "conditional-value");
      assertRefused("A( x«[»0] == 1 )", "index-access");
      assertRefused("A( x«#»B == 1 )", "cast");
      assertRefused("A( x«!.»y == 1, x«?.»y == 1 )", "null-safe-access", "null-safe-access");
      assertRefused("A( x == \"a\"«.»length() )", "call-on-text");
      assertRefused("A( x.«(» y == 1 ) )", "grouped-fields");
      assertRefused("A( x == «[» 1, 2 ] )", "list-in-brackets");
      assertRefused("A( x«::»y )", "class-reference");
    }

    @Test
    void classes_are_out_of_reach() {
      assertRefused("A( «Runtime.getRuntime»().exec( \"x\" ) == 1 )", "class-reference");
      assertRefused("A( «java.lang.System.exit»( 0 ) )", "class-reference");
      assertRefused("A( type == «TrainingType.WORKSHOP» )", "class-reference");
      assertRefused("A( x == $a.«class» )", "reserved-word");
      assertThat(message("A( type == TrainingType.WORKSHOP )"))
          .endsWith("write the word as a text: `\"WORKSHOP\"`");
      assertThat(right("x == provenance.reviewer.role")).isInstanceOf(Expression.Property.class);
    }

    @Test
    void words_of_the_language_name_no_fields() {
      assertRefused("A( «starts» > 3 )", "reserved-word");
      assertRefused("A( a == 1 && «after» > 3 )", "reserved-word");
      assertThat(constraint("$x.then == 3")).isInstanceOf(Constraint.Compare.class);
    }
  }
}
