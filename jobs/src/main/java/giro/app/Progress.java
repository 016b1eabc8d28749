package giro.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how a run goes on standard error: a bar on a terminal, a line a stage otherwise with its
 * seconds and rows, nothing when quiet; and how long the rest takes, where runs before tell. Also
 * keeps each stage's seconds for the ledger; where stages run side by side, their seconds overlap.
 */
final class Progress implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

  private static final long NO_ROWS = -1;

  private final boolean quiet;
  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private volatile Map<String, String> run = Map.of();
  private ProgressBar bar;
  private TimeLeft left = TimeLeft.UNKNOWN;
  private long began;

  Progress(boolean quiet) {
    this.quiet = quiet;
  }

  /** The stages from now on belong to this run, in logs and in Spark's own records. */
  void of(String runId, LocalDate night) {
    run = Map.of("run_id", runId, "night", night.toString());
  }

  /** A new piece of work of so many stages; its stages' seconds are kept apart. */
  void begin(String what, int stages) {
    seconds.clear();
    left = TimeLeft.UNKNOWN;
    began = System.nanoTime();
    endBar();
    if (quiet) {
      return;
    }
    if (System.console() != null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(what)
              .setInitialMax(stages)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .build();
    } else {
      err.println(what);
    }
  }

  /** From now on each stage that ends tells how long the rest takes. */
  synchronized void expect(TimeLeft usual) {
    left = usual;
  }

  /** Runs a stage, tells of it and keeps its seconds. */
  <T> T stage(String name, Supplier<T> work) {
    return stage(name, work, result -> NO_ROWS);
  }

  /**
   * The same of a stage that makes rows.
   *
   * @param rows how many, by its result
   */
  <T> T stage(String name, Supplier<T> work, ToLongFunction<T> rows) {
    long start = System.nanoTime();
    if (bar != null) {
      bar.setExtraMessage((name + "  " + left.words((start - began) / 1e9)).strip());
    }
    try (StageScope scope = StageScope.enter(run, name)) {
      T result = work.get();
      ended(name, (System.nanoTime() - start) / 1e9, rows.applyAsLong(result));
      return result;
    }
  }

  private synchronized void ended(String name, double took, long rows) {
    seconds.merge(name, took, Double::sum);
    left.ended(name);
    LOG.info("{} took {} s", name, String.format(Locale.ROOT, "%.1f", took));
    String rest = left.words((System.nanoTime() - began) / 1e9);
    if (bar != null) {
      bar.setExtraMessage(rest);
      bar.step();
    } else if (!quiet) {
      String made = rows < 0 ? "" : String.format(Locale.ROOT, "%,d rows", rows);
      String line = String.format(Locale.ROOT, "  %-28s %7.1f s %14s  %s", name, took, made, rest);
      err.println(line.stripTrailing());
    }
  }

  void stage(String name, Runnable work) {
    stage(
        name,
        () -> {
          work.run();
          return null;
        });
  }

  void note(String line) {
    LOG.info(line);
    if (!quiet) {
      err.println("  " + line);
    }
  }

  synchronized Map<String, Double> seconds() {
    return new LinkedHashMap<>(seconds);
  }

  private void endBar() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  @Override
  public void close() {
    endBar();
  }
}
