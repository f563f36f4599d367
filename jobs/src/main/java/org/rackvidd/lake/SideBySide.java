package org.rackvidd.lake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does small pieces of driver work at the same time: a commit is mostly waiting. Its threads have
 * the caller's class loader, which those of parallel streams lack, so that they find the classes of
 * a jar that was submitted.
 */
public final class SideBySide {
  private static final int THREADS = 4;

  private SideBySide() {}

  /** Calls the action for every item and returns when all are done; the first failure is thrown. */
  public static <T> void each(Collection<T> items, Consumer<T> action) {
    if (items.isEmpty()) {
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, items.size()));
    try {
      List<Future<?>> running = new ArrayList<>();
      items.forEach(item -> running.add(threads.submit(() -> action.accept(item))));
      for (Future<?> task : running) {
        task.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
