package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.RefusedFaults;
import io.credentialrules.internal.fault.ValueFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code accumulate( source; functions; constraints )}. */
final class AccumulateReader {
  private static final Set<String> CODE = ImmutableSet.of("init", "action", "reverse", "result");

  private final Cursor cursor;
  private final ConditionReader conditions;
  private final ConstraintListReader constraints;
  private final OperandReader operands;

  AccumulateReader(
      Cursor cursor,
      ConditionReader conditions,
      ConstraintListReader constraints,
      OperandReader operands) {
    this.cursor = cursor;
    this.conditions = conditions;
    this.constraints = constraints;
    this.operands = operands;
  }

  Condition accumulate() {
    int first = cursor.index();
    cursor.enter(cursor.next());
    if (!cursor.at("(")) {
      throw cursor.unexpected("`(` after `accumulate`");
    }
    int parenthesis = cursor.open();
    Condition.Accumulate accumulate = functions(first, parenthesis, source());
    cursor.leave();
    return accumulate;
  }

  /** Functions and constraints, to the parenthesis that closes. */
  private Condition.Accumulate functions(int first, int parenthesis, Condition source) {
    List<Condition.Aggregate> functions = new ArrayList<>();
    do {
      functions.add(function());
    } while (cursor.accept(","));
    List<Constraint> results = List.of();
    if (cursor.accept(";")) {
      if (cursor.at(")")) {
        throw cursor.fail(cursor.previous(), ConstraintFaults.emptyConstraints());
      }
      Misplaced.refuseFunctionAmongComparisons(cursor);
      results = constraints.constraints(parenthesis, ConstraintListReader.Place.ACCUMULATE);
    }
    cursor.close("`,`, `;` or `)`");
    return new Condition.Accumulate(
        source, functions, results, cursor.textFrom(first), cursor.spanFrom(first));
  }

  /**
   * {@code groupby( source; key; functions; constraints )}, with what an accumulate of the same
   * would be.
   */
  private Condition groupBy() {
    int first = cursor.index();
    cursor.enter(cursor.next());
    int parenthesis = cursor.open();
    Condition source = summedUp();
    String variable = Variables.isNext(cursor) ? Variables.read(cursor) : null;
    Expression key = operands.operand();
    if (!cursor.accept(";") && !cursor.accept(",")) {
      throw cursor.unexpected("`;` and a function");
    }
    Condition.Accumulate each = functions(first, parenthesis, source);
    cursor.leave();
    return new Condition.GroupBy(
        each, variable, key, cursor.textFrom(first), cursor.spanFrom(first));
  }

  private Condition source() {
    if (!cursor.atWord("groupby") || !cursor.peek(1).isSymbol("(")) {
      return summedUp();
    }
    Condition groups = groupBy();
    if (!cursor.accept(",") && !cursor.accept(";")) {
      throw cursor.unexpected("`;` and a function");
    }
    return groups;
  }

  private Condition summedUp() {
    Condition source = conditions.both();
    reportWhatCannotBeSummedUp(source);
    if (cursor.atWord("or") || cursor.at("||")) {
      throw refusedInSource(cursor.span(cursor.peek()), "or");
    }
    if (!cursor.previous().isSymbol(";") && !cursor.accept(",") && !cursor.accept(";")) {
      boolean another = cursor.peek().isWord() && !cursor.atEndOfConditions();
      throw another && cursor.allOpenHavePartners()
          ? cursor.fail(
              cursor.peek(), ConditionFaults.missingAndAccumulate(cursor.written(cursor.peek())))
          : cursor.unexpected("`;` and a function");
    }
    return source;
  }

  /** Several facts of one kind are summed up; alternatives would count some of them twice. */
  private void reportWhatCannotBeSummedUp(Condition part) {
    if (part instanceof Condition.All all) {
      all.parts().forEach(this::reportWhatCannotBeSummedUp);
    } else if (part instanceof Condition.Not not) {
      reportWhatCannotBeSummedUp(not.part());
    } else if (part instanceof Condition.Exists exists) {
      reportWhatCannotBeSummedUp(exists.part());
    } else if (part instanceof Condition.Any) {
      refusedInSource(part.span(), "or");
    } else if (part instanceof Condition.ForAll) {
      refusedInSource(part.span(), "forall");
    } else if (part instanceof Condition.Accumulate || part instanceof Condition.GroupBy) {
      refusedInSource(part.span(), "accumulate");
    }
  }

  private GiveUp refusedInSource(SourceSpan span, String word) {
    cursor.report(span, ConditionFaults.sourceOfAccumulate(word));
    return new GiveUp();
  }

  private Condition.Aggregate function() {
    int first = cursor.index();
    String variable = Variables.isNext(cursor) ? Variables.read(cursor) : null;
    Token name = cursor.peek();
    if (!name.isWord() || cursor.atEndOfConditions()) {
      throw cursor.unexpected("a function, such as `$total : sum( $hours )`");
    }
    if (Words.RESERVED.contains(name.text())) {
      throw Refusals.reserved(cursor, name, "function");
    }
    cursor.next();
    GiveUp compared = Misplaced.comparedFunction(cursor, variable == null ? name.text() : variable);
    if (compared != null) {
      throw compared;
    }
    if (!cursor.at("(")) {
      throw cursor.unexpected("`(` after the function " + Quoted.of(name.text()));
    }
    if (variable == null && CODE.contains(name.text())) {
      throw cursor.fail(name, RefusedFaults.accumulateCode(name.text()));
    }
    return called(first, variable, name);
  }

  /** {@code sumOfBest( $credits, $course, $score )}: a value, its key, and what decides. */
  private Expression oncePer(Token function, Expression value) {
    List<Expression> others = new ArrayList<>();
    while (others.size() < 2 && cursor.accept(",")) {
      others.add(operands.operand());
    }
    if (others.size() < 2) {
      throw cursor.fail(function, ValueFaults.badArgumentOncePer(function.text()));
    }
    return new Expression.OncePer(
        value, others.get(0), others.get(1), value.span().to(others.get(1).span()));
  }

  /** {@code sumUpTo( $credits, 6 )}: a value, how much of it counts, and for each of what. */
  private Expression capped(Token function, Expression value) {
    Expression most = cursor.accept(",") ? operands.operand() : null;
    boolean isName = most instanceof Expression.Field field && NamedValue.isName(field.name());
    if (most == null || !(isName || most instanceof Expression.Number)) {
      throw cursor.fail(function, ValueFaults.badArgumentCapped(function.text()));
    }
    Expression key = cursor.accept(",") ? operands.operand() : null;
    SourceSpan span = value.span().to((key == null ? most : key).span());
    return most instanceof Expression.Number number
        ? new Expression.Capped(value, number, key, span)
        : new Expression.NamedCap(value, most, key, span);
  }

  private Condition.Aggregate called(int first, @Nullable String variable, Token name) {
    cursor.enter(name);
    cursor.open();
    Misplaced.refuseArgument(cursor, name);
    Expression argument = cursor.at(")") ? null : operands.operand();
    if (argument != null && Words.ONCE_PER_KEY.contains(name.text())) {
      argument = oncePer(name, argument);
    } else if (argument != null && Words.CAPPED.contains(name.text())) {
      argument = capped(name, argument);
    }
    if (cursor.at(",") && isKnown(name.text())) {
      throw cursor.fail(cursor.peek(), ConditionFaults.tooManyArguments(name.text()));
    }
    while (cursor.accept(",")) {
      // what no function is called is found when names are resolved
      operands.operand();
    }
    cursor.close("`)`");
    cursor.leave();
    GiveUp compared = Misplaced.comparedFunction(cursor, variable);
    if (compared != null) {
      throw compared;
    }
    return new Condition.Aggregate(
        variable,
        name.text(),
        cursor.span(name),
        argument,
        cursor.textFrom(first),
        cursor.spanFrom(first));
  }

  private static boolean isKnown(String function) {
    return Words.OF_ONE_VALUE.contains(function)
        || Words.ONCE_PER_KEY.contains(function)
        || Words.CAPPED.contains(function);
  }
}
