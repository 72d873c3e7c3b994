package io.credentialrules.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Laws;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** Wherever a name of a value can be, it is found, and the value is put in its place. */
class NamedValueProperties {

  @Property(seed = Laws.SEED)
  void a_name_is_found_wherever_it_is_and_leaves_its_value(@ForAll("policies") String text) {
    PolicyModel model = Reading.file(text).model();
    Set<String> names = model.values().stream().map(NamedValue::name).collect(Collectors.toSet());
    PolicyModel later = model.on(LocalDate.of(2031, 1, 1), null);
    for (int i = 0; i < model.rules().size(); i++) {
      PolicyRule rule = model.rules().get(i);
      assertThat(fields(rule)).as(text).noneMatch(names::contains);
      assertThat(fields(later.rules().get(i))).isEqualTo(fields(rule));
      assertThat(later.rules().get(i).when().namedValues().stream().map(Expression.Named::name))
          .as(text)
          .allMatch(name -> name.equals("Courses"));
      assertThat(later.rules().get(i).when().text()).isEqualTo(rule.when().text());
    }
  }

  @Property(seed = Laws.SEED)
  void a_value_that_is_written_out_is_read_again_as_it_was(
      @ForAll @StringLength(max = 40) String text) {
    Expression.Text value = new Expression.Text(text, new SourceSpan("p.drl", 1, 1, 1, 2));
    String written = new NamedValue.Dated(Window.ALWAYS, value).written();
    PolicyModel model =
        Reading.file(
                "declare Words @value( %s ) end rule \"R\" @requirement( \"r\" ) when Learner() then end"
                    .formatted(written))
            .model();
    assertThat(model.values()).as(written).hasSize(1);
    assertThat(model.values().get(0).on(LocalDate.of(2031, 1, 1)))
        .extracting(NamedValue.Dated::value)
        .isInstanceOfSatisfying(
            Expression.Text.class, read -> assertThat(read.value()).isEqualTo(text));
  }

  @Provide
  Arbitrary<String> policies() {
    return PolicyTexts.files();
  }

  private static List<String> fields(PolicyRule rule) {
    List<String> fields = new ArrayList<>();
    new PolicyWalk() {
      @Override
      public void expression(Expression expression) {
        if (expression instanceof Expression.Field field) {
          fields.add(field.name());
        }
        PolicyWalk.super.expression(expression);
      }
    }.condition(rule.when());
    return fields;
  }
}
