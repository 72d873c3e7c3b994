package io.credentialrules.spring;

import io.credentialrules.LiveRules;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** Reads the packs of an application again and again, until it ends, on a thread of its own. */
final class PolicyReload implements DisposableBean {
  private final @Nullable ScheduledExecutorService executor;

  /**
   * Reloads from now on.
   *
   * @param every null where packs are read once
   */
  PolicyReload(LiveRules live, @Nullable Duration every) {
    executor = every == null ? null : started(live, every);
  }

  private static ScheduledExecutorService started(LiveRules live, Duration every) {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "credential-rules-reload");
              thread.setDaemon(true);
              return thread;
            });
    live.reloadEvery(every, started);
    return started;
  }

  @Override
  public void destroy() {
    if (executor != null) {
      executor.shutdownNow();
    }
  }
}
