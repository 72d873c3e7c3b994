package io.credentialrules.spring;

import io.credentialrules.CredentialRules;
import io.credentialrules.LiveRules;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Reads the packs of an application again and again, and remembers why they were refused last.
 * Thread-safe. Nothing runs where no delay is configured.
 */
final class PolicyReload implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyReload.class);

  private final List<LiveRules.Listener> listeners;
  private final Set<String> mayLose;
  private volatile LiveRules.@Nullable Refusal refusal;
  private volatile @Nullable ScheduledExecutorService executor;
  private volatile @Nullable ScheduledFuture<?> reloads;

  PolicyReload(List<LiveRules.Listener> listeners, Set<String> mayLose) {
    this.listeners = List.copyOf(listeners);
    this.mayLose = Set.copyOf(mayLose);
  }

  /** Why the packs as they are now are not in force; null where they are. */
  LiveRules.@Nullable Refusal refusal() {
    return refusal;
  }

  void start(LiveRules live, Duration every) {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "credential-rules-reload");
              thread.setDaemon(true);
              return thread;
            });
    executor = started;
    reloads =
        started.scheduleWithFixedDelay(
            () -> reload(live), every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
  }

  void reload(LiveRules live) {
    try {
      if (live.reloadLosing(mayLose) != LiveRules.Reload.REFUSED) {
        refusal = null;
      }
    } catch (RuntimeException failure) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.error("a listener failed while the policy was reloaded", failure);
      }
    }
  }

  /** Told by the live rules; tells the listeners of the application. */
  LiveRules.Listener listener() {
    return new LiveRules.Listener() {
      @Override
      public void replaced(CredentialRules before, CredentialRules now) {
        listeners.forEach(listener -> listener.replaced(before, now));
      }

      @Override
      public void refused(LiveRules.Refusal refused) {
        refusal = refused;
        listeners.forEach(listener -> listener.refused(refused));
      }
    };
  }

  @Override
  public void destroy() {
    ScheduledFuture<?> running = reloads;
    ScheduledExecutorService started = executor;
    if (running != null && started != null) {
      running.cancel(true);
      started.shutdownNow();
    }
  }
}
