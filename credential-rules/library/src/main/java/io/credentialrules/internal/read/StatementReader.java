package io.credentialrules.internal.read;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.fault.StatementFaults;
import io.credentialrules.internal.read.rule.FrameworkReader;
import io.credentialrules.internal.read.rule.RuleReader;
import io.credentialrules.internal.read.rule.StatedZone;
import io.credentialrules.internal.read.rule.ValueReader;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.policy.syntax.Framework;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads a file: its package, its imports, its values and its rules, and refuses every other
 * statement.
 */
final class StatementReader {
  private static final Set<String> IMPORTED_CODE =
      ImmutableSet.of("static", "function", "accumulate", "acc");

  private final Cursor cursor;
  private final String pack;
  private final Predicate<String> importAllowed;
  private final int mostRules;
  private final long mostExpandedConditions;
  private final List<PolicyRule> rules = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final List<StatedZone> zones = new ArrayList<>();
  private final List<Reference> external = new ArrayList<>();
  private final List<NamedValue> values = new ArrayList<>();
  private final List<String> leftOutValues = new ArrayList<>();
  private final List<Framework> frameworks = new ArrayList<>();
  private int rulesRead;
  private long expandedConditions;

  StatementReader(
      Cursor cursor,
      String pack,
      Predicate<String> importAllowed,
      int mostRules,
      long mostExpandedConditions) {
    this.cursor = cursor;
    this.pack = pack;
    this.importAllowed = importAllowed;
    this.mostRules = mostRules;
    this.mostExpandedConditions = mostExpandedConditions;
  }

  /** The rules that could be read. */
  List<PolicyRule> rules() {
    return rules;
  }

  /** The ids of what the other rules prove or award. */
  List<String> leftOut() {
    return leftOut;
  }

  /** The time zones that the rules say, in their order. */
  List<StatedZone> zones() {
    return zones;
  }

  /** The credentials that are awarded elsewhere, in their order. */
  List<Reference> external() {
    return external;
  }

  /** The values that are declared, in their order. */
  List<NamedValue> values() {
    return values;
  }

  /** The names of the values that could not be read. */
  List<String> leftOutValues() {
    return leftOutValues;
  }

  /** The frameworks that are declared, in their order. */
  List<Framework> frameworks() {
    return frameworks;
  }

  /** How many rules there are, the others included. */
  int rulesRead() {
    return rulesRead;
  }

  /** How many conditions the rules have once each {@code or} is expanded. */
  long expandedConditions() {
    return expandedConditions;
  }

  /** Reads to the end of the file, or until there are too many rules or problems. */
  void read() {
    while (!cursor.peek().isEnd()
        && !cursor.problems().full()
        && rulesRead <= mostRules
        && expandedConditions <= mostExpandedConditions) {
      int start = cursor.index();
      try {
        statement();
        cursor.accept(";");
      } catch (GiveUp problemInStatement) {
        cursor.forgetOpenBeyond(0);
        cursor.returnTo(0);
        RefusedStatements.skipToNext(cursor, start);
      }
    }
  }

  private void statement() {
    Token token = cursor.peek();
    if (token.isWord("rule")) {
      rule();
    } else if (token.isWord("import")) {
      importStatement();
    } else if (token.isWord("package")) {
      packageStatement();
    } else if (FrameworkReader.isNext(cursor)) {
      framework();
    } else if (ValueReader.isNext(cursor)) {
      namedValue();
    } else if (!readMisspeltRule()) {
      RefusedStatements.refuse(cursor);
    }
  }

  private void rule() {
    if (++rulesRead > mostRules) {
      throw cursor.fail(cursor.peek(), LimitFaults.limitRules(cursor.limits().maxRules()));
    }
    Token keyword = cursor.peek();
    RuleReader reader = new RuleReader(cursor, pack);
    PolicyRule rule = reader.rule();
    if (reader.zone() != null) {
      zones.add(reader.zone());
    }
    external.addAll(reader.external());
    expandedConditions += reader.expandedConditions();
    if (expandedConditions > mostExpandedConditions) {
      cursor.report(
          keyword, LimitFaults.limitExpandedConditions(cursor.limits().maxExpandedConditions()));
      return;
    }
    if (rule == null) {
      leftOut.addAll(reader.ids().isEmpty() ? List.of(ReadResult.UNNAMED) : reader.ids());
    } else {
      rules.add(rule);
    }
  }

  private void namedValue() {
    ValueReader reader = new ValueReader(cursor, pack);
    NamedValue value = reader.value();
    if (value == null) {
      leftOutValues.add(reader.name());
    } else {
      values.add(value);
    }
  }

  private void framework() {
    Framework framework = new FrameworkReader(cursor, pack).framework();
    if (framework != null) {
      frameworks.add(framework);
    }
  }

  private void packageStatement() {
    Token keyword = cursor.peek();
    if (cursor.index() > 0) {
      throw cursor.fail(keyword, RuleFaults.misplacedPackage());
    }
    cursor.next();
    qualifiedName();
  }

  private void importStatement() {
    Token keyword = cursor.next();
    int first = cursor.index();
    Token start = cursor.peek();
    if (start.isWord() && IMPORTED_CODE.contains(start.text())) {
      throw cursor.fail(keyword, StatementFaults.importOfCode(start.text()));
    }
    String name = qualifiedName();
    if (cursor.at(".") && cursor.peek(1).isSymbol("*")) {
      cursor.next();
      cursor.next();
      name += ".*";
    }
    if (!importAllowed.test(name)) {
      cursor.report(cursor.spanFrom(first), StatementFaults.importNotAllowed(name));
    }
  }

  private static boolean isName(Token token) {
    return token.isWord() && !Words.LITERALS.contains(token.text());
  }

  private String qualifiedName() {
    Token word = cursor.peek();
    if (!isName(word)) {
      throw cursor.unexpected("a name");
    }
    cursor.next();
    StringBuilder name = new StringBuilder(word.text());
    while (cursor.at(".") && !cursor.peek(1).isSymbol("*")) {
      cursor.next();
      if (!isName(cursor.peek())) {
        throw cursor.unexpected("a name after `.`");
      }
      name.append('.').append(cursor.next().text());
    }
    return name.toString();
  }

  /** A misspelt {@code rule} is read as one, so that its other problems are found too. */
  private boolean readMisspeltRule() {
    if (!RefusedStatements.startsMisspeltRule(cursor)) {
      return false;
    }
    RefusedStatements.reportUnknown(cursor);
    rule();
    return true;
  }
}
