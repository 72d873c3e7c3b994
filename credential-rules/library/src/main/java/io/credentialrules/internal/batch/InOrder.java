package io.credentialrules.internal.batch;

import io.credentialrules.internal.work.Interruption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does work on an executor and hands the results on in the order of what came in, with no more than
 * a fixed number under way. The thread that hands on does what the executor has not begun when it
 * is needed: so an executor that is busy, that refuses, or whose only thread this is, slows it down
 * and never stops it.
 */
public final class InOrder {
  private final Executor executor;
  private final int ahead;
  private final Set<Task<?>> underWay = ConcurrentHashMap.newKeySet();
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

  /** Ends it, and what is under way, before the next result is handed on. From any thread. */
  public void cancel() {
    isCancelled = true;
    underWay.forEach(task -> task.cancel(true));
  }

  /**
   * Works until nothing comes in any more, or it is cancelled. What the work or the receiver throws
   * is thrown, after all that is under way is cancelled. Runs once.
   *
   * @return whether all was handed on
   * @throws CancellationException when the thread is interrupted, which it stays, or one of the
   *     executor's threads is
   */
  public <T, R> boolean run(Iterator<T> input, Function<T, R> work, Consumer<R> receiver) {
    Deque<Task<R>> inTurn = new ArrayDeque<>();
    long taken = 0;
    try {
      while (!isCancelled) {
        Interruption.check();
        while (inTurn.size() < ahead && input.hasNext()) {
          T next = given(input.next(), taken++);
          inTurn.add(begin(new Task<>(() -> work.apply(next))));
        }
        Task<R> first = inTurn.poll();
        if (first == null) {
          return true;
        }
        first.run();
        R result = first.get();
        underWay.remove(first);
        receiver.accept(result);
      }
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the thread was interrupted");
    } catch (CancellationException ended) {
      if (isCancelled) {
        return false;
      }
      throw ended;
    } catch (ExecutionException failed) {
      throw cause(failed);
    } finally {
      inTurn.forEach(task -> task.cancel(true));
    }
  }

  private static <T> T given(@Nullable T record, long index) {
    return Objects.requireNonNull(
        record, () -> "record " + index + " is null, counted from 0; leave out what is not there");
  }

  private static RuntimeException cause(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(String.valueOf(cause), cause);
  }

  private <R> Task<R> begin(Task<R> task) {
    underWay.add(task);
    if (isCancelled) {
      task.cancel(true);
    }
    try {
      executor.execute(task);
    } catch (RejectedExecutionException refused) {
      // It is done by the thread that needs it.
      return task;
    }
    return task;
  }

  /**
   * One piece of work. Where it is cancelled while the thread that hands on does it, that thread is
   * interrupted to end it; nobody interrupted the host's thread, so its flag is cleared again.
   */
  private static final class Task<R> extends FutureTask<R> {
    private final Thread handsOn = Thread.currentThread();
    private final AtomicReference<@Nullable Thread> doneBy;

    private Task(Callable<R> work) {
      this(work, new AtomicReference<>());
    }

    private Task(Callable<R> work, AtomicReference<@Nullable Thread> doneBy) {
      super(
          () -> {
            doneBy.set(Thread.currentThread());
            return work.call();
          });
      this.doneBy = doneBy;
    }

    @Override
    public void run() {
      super.run();
      if (isCancelled() && handsOn == Thread.currentThread() && handsOn == doneBy.get()) {
        Thread.interrupted();
      }
    }
  }
}
