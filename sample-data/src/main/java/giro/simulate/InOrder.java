package giro.simulate;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Works on numbered blocks on all cores and hands the results over one by one, in the order of the
 * blocks, so that what is made of them does not depend on the threads.
 */
final class InOrder<R> {
  /** Takes a block's result; called from one thread only. */
  interface Sink<R, E extends Exception> {
    void take(int block, R result) throws E;
  }

  private final int blocks;

  InOrder(int blocks) {
    this.blocks = blocks;
  }

  /** Few results wait at a time, so that memory stays bounded. */
  <E extends Exception> void run(IntFunction<R> work, Sink<R, E> sink) throws E {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Queue<Future<R>> waiting = new ArrayDeque<>();
      int started = 0;
      for (int block = 0; block < blocks; block++) {
        while (started < blocks && waiting.size() < threads + 2) {
          int next = started++;
          waiting.add(pool.submit(() -> work.apply(next)));
        }
        sink.take(block, waiting.remove().get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("Simulation failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Simulation was interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
