package giro.app;

import static org.apache.spark.sql.functions.col;

import giro.config.GiroSettings;
import giro.lake.InFlight;
import giro.lake.Lake;
import giro.lake.LakeFiles;
import giro.lake.LakeLock;
import giro.model.table.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description =
        "The runs of this lake, latest last: night, state, duration, rows; and a run that is under"
            + " way or died.",
    footer = {"%nExample:", "  giro history --last 10 --config giro.conf"})
final class HistoryCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          Runs.RUN_ID,
          Runs.AS_OF,
          Runs.COMMAND,
          Runs.STATE,
          Runs.STARTED_AT,
          Runs.SECONDS,
          Runs.ROWS_READ,
          Runs.ACCEPTED,
          Runs.DUPLICATES,
          Runs.REJECTED,
          Runs.TOUCHES,
          Runs.PERSONS,
          Runs.LAPS,
          Runs.ROWS_TOUCHED,
          Runs.BYTES_TOUCHED,
          Runs.BYTES_WRITTEN,
          Runs.TASK_CPU_SECONDS);

  private static final String LINE =
      "%-10s  %-8s  %-9s  %-20s %9s %12s %12s %10s %12s %10s %10s %9s";

  @Mixin private CommonOptions common;

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "30",
      description = "So many runs at most; ${DEFAULT-VALUE} unless told.")
  private int last;

  @Override
  public Integer call() {
    if (last < 1) {
      throw UserError.usage("--last is at least 1.");
    }
    GiroSettings settings = common.settings();
    SparkSession spark = Session.start(settings.spark());
    Lake lake = new Lake(spark, settings.lake());
    List<Row> runs =
        new ArrayList<>(
            lake.read(Runs.CONTRACT)
                .select(
                    COLUMNS.stream()
                        .map(name -> col(name))
                        .toArray(org.apache.spark.sql.Column[]::new))
                .orderBy(col(Runs.STARTED_AT).desc(), col(Runs.RUN_ID).desc())
                .limit(last)
                .collectAsList());
    java.util.Collections.reverse(runs);
    tell(runs, unfinished(lake, new LakeFiles(spark.sessionState().newHadoopConf())));
    return ExitCode.DONE;
  }

  /** What a run that has not ended says; empty where none is. */
  private static Optional<String> unfinished(Lake lake, LakeFiles files) {
    try {
      Optional<String> holder = LakeLock.holder(files, lake.root());
      if (holder.isPresent()) {
        return Optional.of("under way: " + holder.get());
      }
      return new InFlight(lake, files).isMarked()
          ? Optional.of("the last run did not end; the next one undoes it")
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(List<Row> runs, Optional<String> unfinished) {
    Output output = common.output();
    output.text(
        String.format(
            LINE,
            "night",
            "command",
            "state",
            "started",
            "seconds",
            "rows read",
            "accepted",
            "rejected",
            "touches",
            "persons",
            "laps",
            "MiB read"));
    List<Map<String, Object>> told = new ArrayList<>();
    for (Row run : runs) {
      Map<String, Object> values = new LinkedHashMap<>();
      COLUMNS.forEach(name -> values.put(name, plain(run.getAs(name))));
      told.add(values);
      output.text(line(values));
    }
    if (runs.isEmpty()) {
      output.text("No night was run on this lake yet.");
    }
    unfinished.ifPresent(output::text);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("state", "done");
    result.put("runs", told);
    result.put("unfinished", unfinished.orElse(null));
    output.result(result);
  }

  private static String line(Map<String, Object> run) {
    return String.format(
        Locale.ROOT,
        LINE,
        run.get(Runs.AS_OF),
        run.get(Runs.COMMAND),
        run.get(Runs.STATE),
        String.valueOf(run.get(Runs.STARTED_AT)).replaceAll("\\.\\d+Z$", "Z"),
        String.format(Locale.ROOT, "%.1f", (Double) run.get(Runs.SECONDS)),
        count(run.get(Runs.ROWS_READ)),
        count(run.get(Runs.ACCEPTED)),
        count(run.get(Runs.REJECTED)),
        count(run.get(Runs.TOUCHES)),
        count(run.get(Runs.PERSONS)),
        count(run.get(Runs.LAPS)),
        mebibytes(run.get(Runs.BYTES_TOUCHED)));
  }

  private static String count(Object number) {
    return String.format(Locale.ROOT, "%,d", (Long) number);
  }

  /** A dash for a run of a version that did not count bytes. */
  private static String mebibytes(Object bytes) {
    return bytes == null ? "-" : String.format(Locale.ROOT, "%,.1f", (Long) bytes / 1048576.0);
  }

  private static Object plain(Object value) {
    if (value instanceof java.sql.Timestamp at) {
      return at.toInstant().toString();
    }
    return value instanceof java.sql.Date date ? date.toString() : value;
  }
}
