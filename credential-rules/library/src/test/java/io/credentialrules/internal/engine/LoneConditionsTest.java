package io.credentialrules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.core.impl.InternalRuleBase;
import org.drools.model.DSL;
import org.drools.model.PatternDSL;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.Test;

/** A rule that is asked of its nodes has no node that is not asked, or it is not built. */
class LoneConditionsTest {
  private final Variable<String> text = DSL.declarationOf(String.class, "text");
  private final Variable<Integer> number = DSL.declarationOf(Integer.class, "number");

  private static AlphaNodeFieldConstraint[][] conditions(RuleItemBuilder<?>... items) {
    ModelImpl model = new ModelImpl(Network.PACKAGE);
    model.addRule(PatternDSL.rule(Network.PACKAGE, Network.shape(0)).build(items));
    InternalRuleBase base =
        (InternalRuleBase)
            EngineLoading.withOwnLoader(() -> KieBaseBuilder.createKieBaseFromModel(model));
    return LoneConditions.of(base.getReteooBuilder(), 2, Network::shape);
  }

  private PatternDSL.PatternDef<String> longText() {
    return PatternDSL.pattern(text).expr("long", each -> each.length() > 3);
  }

  @Test
  void conditions_of_one_fact_are_found_and_none_where_there_is_no_rule() {
    AlphaNodeFieldConstraint[][] found =
        conditions(
            longText().expr("capital", each -> Character.isUpperCase(each.charAt(0))),
            DSL.on(text).execute(each -> {}));

    assertThat(found[0]).hasSize(2);
    assertThat(found[1]).isEmpty();
  }

  @Test
  void a_rule_that_joins_facts_is_not_built() {
    assertThatThrownBy(
            () ->
                conditions(
                    longText(), PatternDSL.pattern(number), DSL.on(text).execute(each -> {})))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the rule `shape 0` has more in the network than conditions for one fact alone");
  }

  @Test
  void nor_is_one_that_an_absence_follows() {
    assertThatThrownBy(
            () ->
                conditions(
                    longText(),
                    DSL.not(PatternDSL.pattern(number)),
                    DSL.on(text).execute(each -> {})))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nor_is_one_without_conditions() {
    assertThatThrownBy(() -> conditions(PatternDSL.pattern(text), DSL.on(text).execute(each -> {})))
        .isInstanceOf(IllegalStateException.class);
  }
}
