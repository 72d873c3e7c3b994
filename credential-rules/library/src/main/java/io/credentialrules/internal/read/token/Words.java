package io.credentialrules.internal.read.token;

import com.google.common.collect.ImmutableSet;
import java.util.Set;

/** The words that the language knows. */
public final class Words {

  /** Begin a statement of a file. */
  public static final Set<String> STATEMENTS =
      ImmutableSet.of("package", "import", "rule", "function", "global", "query", "declare");

  /** Begin or join conditions. */
  public static final Set<String> CONDITIONS =
      ImmutableSet.of("and", "or", "not", "exists", "forall", "accumulate", "acc", "eval");

  /** Compare texts or moments in DRL, but not in a policy. */
  public static final Set<String> TEMPORAL =
      ImmutableSet.of(
          "after",
          "before",
          "coincides",
          "during",
          "finishedby",
          "finishes",
          "includes",
          "meets",
          "metby",
          "overlappedby",
          "overlaps",
          "startedby",
          "starts");

  /** Operators that are words. */
  public static final Set<String> OPERATORS =
      ImmutableSet.of("in", "contains", "memberOf", "matches", "not", "excludes");

  /** Functions of an accumulate that take one value at most. */
  public static final Set<String> OF_ONE_VALUE =
      ImmutableSet.of(
          "sum", "count", "countDistinct", "min", "max", "average", "collectList", "collectSet");

  /** Functions of an accumulate that take one value for each key. */
  public static final Set<String> ONCE_PER_KEY =
      ImmutableSet.of(
          "sumOfBest",
          "sumOfLatest",
          "sumOfFirst",
          "averageOfBest",
          "averageOfLatest",
          "averageOfFirst");

  /** Functions of an accumulate of which at most so much counts. */
  public static final Set<String> CAPPED =
      ImmutableSet.of(
          "sumUpTo", "sumOfItemsUpTo", "sumOfGreatest", "averageOfGreatest", "countDistinctUpTo");

  /** Values, which DRL accepts as no part of a name. */
  public static final Set<String> LITERALS = ImmutableSet.of("true", "false", "null");

  /**
   * Cannot name a field, a variable or a fact type: DRL reads them as something else, always or in
   * some places.
   */
  public static final Set<String> RESERVED =
      ImmutableSet.<String>builder()
          .addAll(CONDITIONS)
          .addAll(OPERATORS)
          .addAll(TEMPORAL)
          .add("soundslike", "str", "instanceof", "isA")
          .addAll(STATEMENTS)
          .add(
              "when", "then", "end", "from", "collect", "over", "groupby", "do", "if", "else",
              "break")
          .addAll(LITERALS)
          .add("new", "super", "class")
          .add("boolean", "char", "byte", "short", "int", "long", "float", "double", "void")
          .build();

  private Words() {}
}
