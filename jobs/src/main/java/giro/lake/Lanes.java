package giro.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Pieces of work that do not need each other, some at once: while one is planned, another's tasks
 * keep the cores busy. The tasks themselves share the cores as always.
 */
public final class Lanes {
  private final int atOnce;

  public Lanes(int atOnce) {
    this.atOnce = atOnce;
  }

  /**
   * Starts the pieces in their order and returns when all are done.
   *
   * @throws RuntimeException the first that a piece threw, in their order; those that had not begun
   *     by then do not begin
   */
  public void run(List<? extends Runnable> pieces) {
    ExecutorService lanes = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<?>> running = new ArrayList<>();
      pieces.forEach(piece -> running.add(lanes.submit(piece)));
      for (Future<?> piece : running) {
        piece.get();
      }
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted between stages", e);
    } finally {
      lanes.shutdownNow();
    }
  }

  /** A piece of work with an answer, there once the lanes have run it. */
  public static final class Piece<T> implements Runnable, Supplier<T> {
    private final Supplier<T> work;
    private volatile T answer;

    public Piece(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      answer = work.get();
    }

    @Override
    public T get() {
      return answer;
    }
  }

  private static RuntimeException unwrapped(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
  }
}
