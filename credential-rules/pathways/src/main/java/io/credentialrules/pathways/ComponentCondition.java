package io.credentialrules.pathways;

import java.util.List;

/** What a rule asks for, as CTDL says it: a component, or some of several. */
sealed interface ComponentCondition {

  /** A component, by the address of its node. */
  record Component(String node) implements ComponentCondition {}

  /** So many of these; as many as there are for all. */
  record Some(int number, List<ComponentCondition> of) implements ComponentCondition {
    public Some {
      of = List.copyOf(of);
    }

    static Some all(List<ComponentCondition> of) {
      return new Some(of.size(), of);
    }

    /** Whether each is a component. */
    boolean isFlat() {
      return of.stream().allMatch(Component.class::isInstance);
    }
  }
}
