package io.credentialrules.internal.check.words;

import io.credentialrules.internal.check.Linear;
import io.credentialrules.internal.check.WholeNumbers;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Calculation;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.OverRows;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Constraint;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a rule says, of which its name may say something else. */
final class RuleContent {
  /** A list of which one value is asked for. */
  record Listed(int size, Constraint source) {}

  /** A function that counts different values of a field, as it is written. */
  record Counted(VocabularyField field, String written, SourceSpan span) {}

  private final Predicate<VocabularyField> isWhole;
  private final Map<Object, RequiredAmount> asked = new LinkedHashMap<>();
  private final AskedTruths truths = new AskedTruths();
  private final Map<Object, Listed> lists = new LinkedHashMap<>();
  private final AskedWords words = new AskedWords();
  private final ChosenValues chosen = new ChosenValues();
  private final AskedOrders orders = new AskedOrders();
  private final Set<Counted> counted = new LinkedHashSet<>();
  private final Map<Object, VocabularyType> types = new LinkedHashMap<>();
  private final Set<RequiredAmount> caps = new LinkedHashSet<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private final Map<Integer, Step.Function> functions = new HashMap<>();
  private final Map<Integer, String> written = new HashMap<>();
  private boolean measuresOtherwise;
  private boolean refers;
  private boolean comparesFacts;
  private boolean isSplit;
  private boolean namesFacts;

  RuleContent(Predicate<VocabularyField> isWhole) {
    this.isWhole = isWhole;
  }

  void add(Proof proof) {
    isSplit |= proof.branches().size() > 1;
    chosen.add(proof);
    for (Branch branch : proof.branches()) {
      branch.steps().forEach(step -> add(step, false));
    }
  }

  /** Notes that it requires what other rules say. */
  void refers() {
    refers = true;
  }

  private void add(Step step, boolean inverted) {
    if (step instanceof Step.Match match) {
      orders.pattern(match);
      if (!match.type().name().equals(Vocabulary.TODAY)) {
        types.put(match.source().span(), match.type());
      }
      refers |= match.type().isDerived() && !match.referents().isEmpty();
      match.tests().forEach(test -> add(test, inverted));
      return;
    }
    if (step instanceof Step.Every every) {
      isSplit = true;
      add(every.each(), true);
      every.fits().forEach(fit -> add(fit, inverted));
      return;
    }
    step.parts().forEach(part -> add(part, inverted || step instanceof Step.None));
    isSplit |= step instanceof Step.None;
    if (step instanceof Step.Total total) {
      for (Step.Function function : total.functions()) {
        functions.put(function.slot(), function);
        written.put(function.slot(), RequiredAmount.written(function, total));
        if (function.argument() instanceof Capped capped) {
          caps.add(
              RequiredAmount.cap(
                  capped,
                  function.kind(),
                  RequiredAmount.written(function, total),
                  total.source()));
        }
        VocabularyField field = function.argument() == null ? null : function.argument().field();
        if (field != null && function.kind() == Aggregation.COUNT_DISTINCT) {
          counted.add(
              new Counted(field, RequiredAmount.written(function, total), total.source().span()));
        }
      }
      total.tests().forEach(test -> add(test, inverted));
      isSplit |= total.grouping() != null;
      if (total.grouping() != null) {
        total.grouping().functions().forEach(each -> functions.put(each.slot(), each));
        total.grouping().tests().forEach(test -> add(test, true));
      }
    }
  }

  private void add(Test test, boolean inverted) {
    if (test.formula() instanceof Formula.IsTrue isTrue) {
      truths.add(isTrue.value(), !inverted, test);
    } else if (test.comparison() != null) {
      Comparison comparison = test.comparison();
      boolean isOfResult = comparison.left() instanceof Calculation;
      compared(isOfResult ? comparison : Linear.solved(comparison), test, inverted);
    } else {
      boolean opposite = inverted || test.formula() instanceof Formula.Not;
      isSplit |= test.formula() instanceof Formula.Or;
      test.parts().forEach(part -> add(part, opposite));
    }
  }

  private void compared(Comparison comparison, Test test, boolean inverted) {
    Value left = comparison.left();
    namesFacts |= left.type().is(FieldKind.TEXT) && comparison.right().isLiteral();
    Object literal = comparison.right().literal();
    Operator operator = comparison.operator();
    if (literal instanceof Boolean truth) {
      boolean expected = truth == (operator == Operator.EQUAL);
      truths.add(left, expected != inverted, test);
    } else if (literal instanceof String text) {
      texts.add(text);
      words.add(left, operator, List.of(text), test, inverted);
    } else if (literal instanceof List<?> values) {
      List<String> all = values.stream().map(String::valueOf).toList();
      texts.addAll(all);
      words.add(left, operator, all, test, inverted);
      if (operator == Operator.IN && left.field() != null && !inverted) {
        lists.put(test.source().span(), new Listed(new HashSet<>(values).size(), test.source()));
      }
    } else if (literal instanceof BigDecimal number) {
      amount(left, operator, number, test, inverted);
    } else if (left.type().is(FieldKind.DATE)) {
      dates(comparison, test, inverted);
    } else {
      measuresOtherwise |= left.type().is(FieldKind.AMOUNT);
      orders.amounts(comparison, test, inverted);
    }
    comparesFacts |=
        !comparison.right().isLiteral() && (operator.isNegative() || operator.isOrdering());
  }

  private void amount(
      Value left, Operator operator, BigDecimal number, Test test, boolean inverted) {
    Step.Function function = left instanceof Value.Slot slot ? functions.get(slot.slot()) : null;
    boolean counts =
        left instanceof Value.Size || (function != null && WholeNumbers.isCount(function.kind()));
    boolean isPlain =
        left.field() != null
            || function != null
            || left instanceof Value.Size
            || RequiredAmount.isMean(left);
    if (!isPlain || operator == Operator.NOT_EQUAL || left.unit().equals("level")) {
      measuresOtherwise = true;
      return;
    }
    String unit = left.unit();
    String span = unit.startsWith("different ") ? unit.substring("different ".length()) : unit;
    if (counts && Spans.isUnit(span)) {
      asked.put(
          List.of(test.source().span(), span),
          RequiredAmount.ofSpans(operator, number, span, inverted, test));
    }
    boolean whole = counts || (left.field() != null && isWhole.test(left.field()));
    asked.put(
        test.source().span(),
        new RequiredAmount(
            operator,
            number,
            counts ? Saying.COUNT : left.unit(),
            null,
            whole,
            inverted,
            function == null || function.argument() instanceof OverRows ? null : function.kind(),
            left instanceof Value.Slot slot ? written.getOrDefault(slot.slot(), "") : "",
            test.source().text(),
            test.source().span()));
  }

  /** The time between two dates, where one of them is moved. */
  private void dates(Comparison comparison, Test test, boolean inverted) {
    Value.Shift left = comparison.left() instanceof Value.Shift shift ? shift : null;
    Value.Shift right = comparison.right() instanceof Value.Shift shift ? shift : null;
    Operator operator = comparison.operator();
    boolean hasSpans =
        DateChain.hasSpans(comparison.left()) || DateChain.hasSpans(comparison.right());
    if (left == null && right == null && !hasSpans) {
      orders.dates(comparison, test, inverted);
      return;
    }
    if ((left != null && right != null) || hasSpans || !operator.isOrdering()) {
      measuresOtherwise = true;
      return;
    }
    asked.put(test.source().span(), RequiredAmount.period(left, operator, right, test, inverted));
  }

  List<RequiredAmount> asked() {
    return List.copyOf(asked.values());
  }

  /** What is not asked for: no more than that counts. */
  List<RequiredAmount> caps() {
    return List.copyOf(caps);
  }

  AskedTruths truths() {
    return truths;
  }

  List<Listed> lists() {
    return List.copyOf(lists.values());
  }

  AskedWords words() {
    return words;
  }

  ChosenValues chosen() {
    return chosen;
  }

  AskedOrders orders() {
    return orders;
  }

  List<Counted> counted() {
    return List.copyOf(counted);
  }

  List<VocabularyType> types() {
    return List.copyOf(types.values());
  }

  /** The functions whose results it compares. */
  boolean uses(Aggregation kind) {
    return functions.values().stream().anyMatch(function -> function.kind() == kind);
  }

  /** Whether it measures nothing at all, not even by another rule or by two patterns. */
  boolean measuresNothing() {
    return asked.isEmpty()
        && !measuresOtherwise
        && !refers
        && !comparesFacts
        && functions.isEmpty()
        && !isSplit
        && types.size() == 1;
  }

  /** Whether alternatives, absences or several facts make it hard to say what it asks of each. */
  boolean isSplit() {
    return isSplit;
  }

  boolean comparesFacts() {
    return comparesFacts;
  }

  /** Whether some text of the rule has the number, such as an id "hours-200". */
  boolean namesNumber(BigDecimal number) {
    String digits = number.toPlainString();
    return texts.stream().anyMatch(text -> text.contains(digits));
  }

  /** Whether some text of the rule is one of the values. */
  boolean names(Set<String> values) {
    return values.stream().anyMatch(texts::contains);
  }

  /** Whether a text or a list of them says which facts count. */
  boolean namesFacts() {
    return namesFacts;
  }
}
