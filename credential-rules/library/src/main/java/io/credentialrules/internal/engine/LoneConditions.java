package io.credentialrules.internal.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntFunction;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.LeftInputAdapterNode;
import org.drools.core.reteoo.LeftTupleSource;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.core.reteoo.ReteooBuilder;
import org.drools.core.reteoo.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The conditions that rules of shapes and of ways have for one fact alone: all that such a rule
 * has, or those of the facts that its total is over.
 *
 * <p>The idea: in the network they are a chain of alpha nodes, which keep nothing and join nothing.
 * So the nodes are asked themselves whether a fact passes them. A session would keep a handle for
 * the fact, a propagation, an activation and a place on the agenda, and all of that costs several
 * times as much as the conditions. Immutable and thread-safe.
 */
final class LoneConditions {
  private static final AlphaNodeFieldConstraint[] NONE = {};

  private final AlphaNodeFieldConstraint[][] ofShapes;
  private final AlphaNodeFieldConstraint[][] ofStrata;

  LoneConditions(AlphaNodeFieldConstraint[][] ofShapes, AlphaNodeFieldConstraint[][] ofStrata) {
    this.ofShapes = ofShapes;
    this.ofStrata = ofStrata;
  }

  /**
   * The conditions of rules, by number; none where there is no such rule.
   *
   * @throws IllegalStateException where a rule has another node than those that are read here: what
   *     it proves would be lost
   */
  static AlphaNodeFieldConstraint[][] of(
      ReteooBuilder nodes, int numbers, IntFunction<String> names) {
    AlphaNodeFieldConstraint[][] all = new AlphaNodeFieldConstraint[numbers][];
    for (int number = 0; number < numbers; number++) {
      String name = names.apply(number);
      TerminalNode[] ends = nodes.getTerminalNodes(Network.PACKAGE + "." + name);
      all[number] = ends == null ? NONE : conditions(name, ends);
    }
    return all;
  }

  /** The conditions of one rule, from its ends in the network, of which it must have one. */
  static AlphaNodeFieldConstraint[] conditions(String rule, TerminalNode... ends) {
    if (ends.length == 1) {
      Deque<AlphaNodeFieldConstraint> chain = new ArrayDeque<>();
      Object node = decides(ends[0].getLeftTupleSource());
      while (node instanceof AlphaNode alpha) {
        chain.addFirst(alpha.getConstraint());
        node = alpha.getParent();
      }
      if (node instanceof ObjectTypeNode && !chain.isEmpty()) {
        return chain.toArray(NONE);
      }
    }
    throw new IllegalStateException(
        "the rule `" + rule + "` has more in the network than conditions for one fact alone");
  }

  /** The last node that decides for a fact alone; null where the rule has another form. */
  private static @Nullable Object decides(LeftTupleSource end) {
    if (end instanceof LeftInputAdapterNode only) {
      return only.getObjectSource();
    }
    return end instanceof AccumulateNode total
            && total.getLeftTupleSource() instanceof LeftInputAdapterNode
        ? total.getRightInput().getParent()
        : null;
  }

  boolean pass(Pair pair) {
    return pass(ofShapes[pair.rule()], pair);
  }

  boolean pass(Candidacy way) {
    return pass(ofStrata[way.stratum()], way);
  }

  private static boolean pass(AlphaNodeFieldConstraint[] chain, Object fact) {
    if (chain.length == 0) {
      throw new IllegalStateException("there is such a rule");
    }
    FactHandle handle = new Lone(fact);
    for (AlphaNodeFieldConstraint condition : chain) {
      if (!condition.isAllowed(handle, null)) {
        return false;
      }
    }
    return true;
  }

  /** A fact that conditions are asked about, and no session has. */
  private record Lone(Object fact) implements FactHandle {
    @Override
    public Object getObject() {
      return fact;
    }

    @Override
    public boolean isNegated() {
      return false;
    }

    @Override
    public boolean isEvent() {
      return false;
    }

    @Override
    public long getId() {
      return 0;
    }

    @Override
    public long getRecency() {
      return 0;
    }

    @Override
    public <K> K as(Class<K> type) {
      return type.cast(fact);
    }

    @Override
    public boolean isValid() {
      return true;
    }

    @Override
    public String toExternalForm() {
      return fact.toString();
    }
  }
}
