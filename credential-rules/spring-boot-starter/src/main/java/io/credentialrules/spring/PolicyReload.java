package io.credentialrules.spring;

import io.credentialrules.LiveRules;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** Reads the packs of an application again and again, until it ends, on a thread of its own. */
final class PolicyReload implements DisposableBean {
  private final @Nullable ScheduledExecutorService executor;
  private final @Nullable ScheduledFuture<?> reloads;

  /**
   * Reloads from now on.
   *
   * @param every null where packs are read once
   */
  PolicyReload(LiveRules live, @Nullable Duration every) {
    executor =
        every == null ? null : Executors.newSingleThreadScheduledExecutor(PolicyReload::thread);
    reloads = every == null || executor == null ? null : live.reloadEvery(every, executor);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "credential-rules-reload");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void destroy() {
    if (reloads != null && executor != null) {
      reloads.cancel(true);
      executor.shutdownNow();
    }
  }
}
