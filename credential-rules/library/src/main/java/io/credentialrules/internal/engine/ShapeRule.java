package io.credentialrules.internal.engine;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.betaIndexedBy;
import static org.drools.model.PatternDSL.pattern;

import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Totals;
import java.util.List;
import org.drools.model.DSL;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;

/**
 * The conditions of the rule that all branches of a shape share. Facts come as pairs with the
 * constants of a branch, which alpha nodes test; a total joins the pairs of a branch to the branch.
 */
final class ShapeRule {
  private final Shape shape;
  private final int rule;
  private final String name;
  private final Variable<Pair> pair;
  private final Variable<Touched> touched;

  ShapeRule(Shape shape, int rule) {
    this.shape = shape;
    this.rule = rule;
    this.name = "shape " + rule;
    this.pair = DSL.declarationOf(Pair.class, name + " pair");
    this.touched = DSL.declarationOf(Touched.class, name + " touched");
  }

  /** The pairs that pass all tests of the pattern; each of them meets its branch. */
  List<RuleItemBuilder<?>> ofPattern() {
    return List.of(passing());
  }

  /** The variable of {@link #ofPattern()}. */
  Variable<Pair> pair() {
    return pair;
  }

  /** The branches whose total passes all tests. */
  List<RuleItemBuilder<?>> ofTotal(Step.Total total) {
    PatternDef<Touched> branch =
        pattern(touched)
            .expr(
                name,
                new Keyed<>(name, each -> each.rule() == rule),
                alphaIndexedBy(
                    Integer.class, ConstraintType.EQUAL, 0, new IndexedBy<>(Touched::rule), rule))
            .expr(name + " in force", new Keyed<>("in force", Touched::isInForce));
    PatternDef<Pair> own =
        passing()
            .expr(
                name + " own",
                touched,
                (each, of) -> each.branch() == of.branch(),
                betaIndexedBy(
                    Integer.class,
                    ConstraintType.EQUAL,
                    1,
                    new IndexedBy<>(Pair::branch),
                    new IndexedBy<>(Touched::branch)));
    Variable<Object> result = DSL.declarationOf(Object.class, name + " result");
    PatternDef<Object> enough = pattern(result);
    int number = 0;
    for (Test test : total.tests()) {
      enough.expr(
          name + " total test " + number++,
          touched,
          (totals, of) -> test.in(row((Totals) totals, of)));
    }
    return List.of(
        branch,
        DSL.accumulate(own, DSL.accFunction(() -> new TotalFunction(total), pair).as(result)),
        enough);
  }

  /** The variable of {@link #ofTotal}. */
  Variable<Touched> touched() {
    return touched;
  }

  private PatternDef<Pair> passing() {
    PatternDef<Pair> passing =
        pattern(pair)
            .expr(
                name,
                new Keyed<>(name, each -> each.rule() == rule),
                alphaIndexedBy(
                    Integer.class, ConstraintType.EQUAL, 0, new IndexedBy<>(Pair::rule), rule));
    List<Test> tests = shape.match().tests();
    String key = name + " tests in force";
    return passing.expr(key, new Keyed<>(key, each -> each.isInForce() && Test.all(tests, each)));
  }

  private static Row row(Totals totals, Touched branch) {
    return slot -> Constants.isAt(slot) ? branch.constant(slot) : totals.at(slot);
  }
}
