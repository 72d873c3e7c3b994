package io.credentialrules.internal.batch;

import io.credentialrules.internal.work.Interruption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does work on an executor and hands the results on in the order of what came in, with no more than
 * a fixed number under way. The thread that hands on does what the executor has not begun when it
 * is needed: so an executor that is busy, that refuses, or whose only thread this is, slows it down
 * and never stops it.
 */
public final class InOrder {
  private final Executor executor;
  private final int ahead;
  private volatile boolean isCancelled;

  /**
   * Work on an executor.
   *
   * @param ahead how many may be under way, at least 1
   */
  public InOrder(Executor executor, int ahead) {
    if (ahead < 1) {
      throw new IllegalArgumentException("`ahead` must be positive, but is " + ahead);
    }
    this.executor = executor;
    this.ahead = ahead;
  }

  /** Ends it before the next result is handed on. From any thread. */
  public void cancel() {
    isCancelled = true;
  }

  /**
   * Works until nothing comes in any more, or it is cancelled. What the work or the receiver throws
   * is thrown, after all that is under way is cancelled.
   *
   * @return whether all was handed on
   * @throws CancellationException when the thread is interrupted, which it stays, or one of the
   *     executor's threads is
   */
  public <T, R> boolean run(Iterator<T> input, Function<T, R> work, Consumer<R> receiver) {
    Deque<FutureTask<R>> underWay = new ArrayDeque<>();
    try {
      while (!isCancelled) {
        Interruption.check();
        while (underWay.size() < ahead && input.hasNext()) {
          T next = input.next();
          underWay.add(begin(() -> work.apply(next)));
        }
        FutureTask<R> first = underWay.poll();
        if (first == null) {
          return true;
        }
        first.run();
        receiver.accept(first.get());
      }
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the thread was interrupted");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failed.getCause();
    } finally {
      underWay.forEach(task -> task.cancel(true));
    }
  }

  private <R> FutureTask<R> begin(java.util.concurrent.Callable<R> work) {
    FutureTask<R> task = new FutureTask<>(work);
    try {
      executor.execute(task);
    } catch (RejectedExecutionException refused) {
      // It is done by the thread that needs it.
      return task;
    }
    return task;
  }
}
