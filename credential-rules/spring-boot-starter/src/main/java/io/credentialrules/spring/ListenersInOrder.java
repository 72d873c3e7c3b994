package io.credentialrules.spring;

import io.credentialrules.CredentialRules;
import io.credentialrules.LiveRules;
import java.util.List;

/** Tells all listeners of an application, in their order. */
record ListenersInOrder(List<LiveRules.Listener> listeners) implements LiveRules.Listener {
  ListenersInOrder {
    listeners = List.copyOf(listeners);
  }

  @Override
  public void replaced(CredentialRules before, CredentialRules now) {
    listeners.forEach(listener -> listener.replaced(before, now));
  }

  @Override
  public void refused(LiveRules.Refusal refusal) {
    listeners.forEach(listener -> listener.refused(refusal));
  }
}
