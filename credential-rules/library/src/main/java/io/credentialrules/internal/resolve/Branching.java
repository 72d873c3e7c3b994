package io.credentialrules.internal.resolve;

import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.syntax.Condition;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Expands {@code or}, so that a rule becomes alternatives that are plain conjunctions. */
public final class Branching {
  private Branching() {}

  /** How many alternatives a condition expands to, without expanding it. */
  public static BigInteger count(Condition condition) {
    if (condition instanceof Condition.All all) {
      BigInteger product = BigInteger.ONE;
      for (Condition part : all.parts()) {
        product = product.multiply(count(part));
      }
      return product;
    }
    if (condition instanceof Condition.Any any) {
      BigInteger sum = BigInteger.ZERO;
      for (Condition part : any.parts()) {
        sum = sum.add(count(part));
      }
      return sum;
    }
    if (condition instanceof Condition.Exists exists) {
      return count(exists.part());
    }
    return BigInteger.ONE;
  }

  /** How much work it is to expand everything, also inside {@code not}. */
  public static BigInteger work(Condition condition) {
    BigInteger work = count(condition);
    if (condition instanceof Condition.All all) {
      for (Condition part : all.parts()) {
        work = work.add(work(part));
      }
    } else if (condition instanceof Condition.Any any) {
      for (Condition part : any.parts()) {
        work = work.add(work(part));
      }
    } else if (condition instanceof Condition.Not not) {
      work = work.add(work(not.part()));
    } else if (condition instanceof Condition.Exists exists) {
      work = work.add(work(exists.part()));
    } else if (condition instanceof Condition.Accumulate accumulate) {
      work = work.add(work(accumulate.source()));
    } else if (condition instanceof Condition.GroupBy groups) {
      work = work.add(work(groups.each()));
    }
    return work;
  }

  /**
   * The alternatives, each a list of conditions without {@code and} and {@code or} around them, in
   * the author's order.
   */
  public static List<List<Condition>> expand(Condition condition) {
    if (condition instanceof Condition.All all) {
      List<List<Condition>> branches = List.of(List.of());
      for (Condition part : all.parts()) {
        branches = product(branches, expand(part));
      }
      return branches;
    }
    if (condition instanceof Condition.Any any) {
      List<List<Condition>> branches = new ArrayList<>();
      for (Condition part : any.parts()) {
        branches.addAll(expand(part));
      }
      return branches;
    }
    if (condition instanceof Condition.Exists exists) {
      List<List<Condition>> branches = new ArrayList<>();
      for (List<Condition> inner : expand(exists.part())) {
        branches.add(
            List.of(new Condition.Exists(all(inner, exists), exists.text(), exists.span())));
      }
      return branches;
    }
    if (condition instanceof Condition.Not not) {
      List<Condition> none = new ArrayList<>();
      for (List<Condition> inner : expand(not.part())) {
        none.add(new Condition.Not(all(inner, not), not.text(), not.span()));
      }
      return List.of(none);
    }
    return List.of(List.of(condition));
  }

  private static Condition all(List<Condition> parts, Condition of) {
    return new Condition.All(parts, of.text(), of.span());
  }

  private static List<List<Condition>> product(
      List<List<Condition>> left, List<List<Condition>> right) {
    List<List<Condition>> product = new ArrayList<>();
    for (List<Condition> first : left) {
      Interruption.check();
      for (List<Condition> second : right) {
        List<Condition> both = new ArrayList<>(first);
        both.addAll(second);
        product.add(both);
      }
    }
    return product;
  }
}
