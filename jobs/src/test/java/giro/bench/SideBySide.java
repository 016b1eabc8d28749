package giro.bench;

import static org.apache.spark.sql.functions.*;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import giro.config.GiroSettings;
import giro.config.ReadSettings;
import giro.lake.Lake;
import giro.metric.ComputeCircleTransitions;
import giro.metric.ComputeFunnelSteps;
import giro.metric.FunnelSettings;
import giro.model.table.JourneyTouches;
import giro.model.table.Laps;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The funnel moments and the circle, computed by Giro and by DuckDB from the same stored files on
 * two threads each: {@code LAKE AS_OF RESULT.json}. CPU-seconds are the process's; five pairs, the
 * median. Giro's share holds more than DuckDB's: cells by market and model, medians, persons and
 * the ends of laps.
 */
final class SideBySide {
  private static final int PAIRS = 5;

  private final ObjectMapper mapper = new ObjectMapper();
  private final GiroSettings settings =
      ReadSettings.of(Optional.empty(), List.of(), JourneyTouches.CONTRACT.schema());
  private final Dataset<Row> journeys;
  private final Dataset<Row> laps;
  private final long asOfEnd;
  private final String files;

  private SideBySide(SparkSession spark, String root, LocalDate asOf) {
    Lake lake = new Lake(spark, root);
    this.journeys = lake.read(JourneyTouches.CONTRACT);
    this.laps = lake.read(Laps.CONTRACT);
    this.asOfEnd = asOf.plusDays(1).toEpochDay() * 86_400_000_000L;
    this.files =
        Arrays.stream(journeys.inputFiles())
            .map(file -> "'" + Path.of(java.net.URI.create(file)) + "'")
            .collect(Collectors.joining(", "));
  }

  public static void main(String[] args) throws Exception {
    SparkSession spark = session();
    SideBySide both = new SideBySide(spark, args[0], LocalDate.parse(args[1]));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("touches", both.journeys.count());
    result.put("funnel", both.compare("funnel moments", both::funnel, "beside-funnel.sql"));
    result.put("circle", both.compare("circle by touch", both::circle, "beside-circle.sql"));
    Path json = Path.of(args[2]).toAbsolutePath();
    Files.createDirectories(json.getParent());
    both.mapper.writerWithDefaultPrettyPrinter().writeValue(json.toFile(), result);
    spark.stop();
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("giro-bench")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.ansi.enabled", "false")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.databricks.delta.snapshotPartitions", "2")
        .getOrCreate();
  }

  private Map<String, Long> funnel() {
    List<FunnelSettings> moments =
        settings.funnels().stream().filter(funnel -> funnel.name().equals("moments")).toList();
    Dataset<Row> steps =
        ComputeFunnelSteps.table(
                new ComputeFunnelSteps(moments, asOfEnd, settings.windows().latenessMicros())
                    .cells(journeys))
            .filter(
                "counting = 'unique' AND breakdown_1_value = '(all)' AND breakdown_2_value ="
                    + " '(all)' AND reached > 0");
    return counts(steps, concat_ws(" ", col("cohort_month"), col("step_number")), col("reached"));
  }

  private Map<String, Long> circle() {
    Dataset<Row> moves =
        ComputeCircleTransitions.table(new ComputeCircleTransitions(asOfEnd).cells(journeys, laps))
            .filter(
                "counting = 'touch' AND market = '(all)' AND model = '(all)' AND kind NOT IN"
                    + " ('exit', 'open')");
    return counts(
        moves,
        concat_ws(" ", col("cohort_month"), col("from_moment"), col("to_moment"), col("kind")),
        col("moves"));
  }

  private static Map<String, Long> counts(
      Dataset<Row> rows, org.apache.spark.sql.Column cell, org.apache.spark.sql.Column count) {
    Map<String, Long> counts = new TreeMap<>();
    for (Row row : rows.select(cell, count.cast("bigint")).collectAsList()) {
      counts.merge(row.getString(0), row.getLong(1), Long::sum);
    }
    return counts;
  }

  private Map<String, Long> duckDb(String script) throws Exception {
    Map<String, Long> counts = new TreeMap<>();
    for (Map<String, Object> row :
        SqlScript.named(script, Map.of("files", files)).run().get("answer")) {
      counts.put((String) row.get("cell"), ((Number) row.get("n")).longValue());
    }
    return counts;
  }

  private Map<String, Object> compare(String what, Callable<Map<String, Long>> giro, String script)
      throws Exception {
    List<Double> giroCpu = new ArrayList<>();
    List<Double> duckDbCpu = new ArrayList<>();
    Map<String, Long> ours = Map.of();
    Map<String, Long> theirs = Map.of();
    for (int pair = 0; pair < PAIRS; pair++) {
      double start = cpuSeconds();
      ours = giro.call();
      double between = cpuSeconds();
      theirs = duckDb(script);
      giroCpu.add(between - start);
      duckDbCpu.add(cpuSeconds() - between);
    }
    List<String> differences = differences(ours, theirs);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("cells", ours.size());
    result.put("cells_that_differ", differences);
    result.put("giro_cpu_seconds", giroCpu);
    result.put("duckdb_cpu_seconds", duckDbCpu);
    result.put("giro_median", median(giroCpu));
    result.put("duckdb_median", median(duckDbCpu));
    System.out.printf(
        "%s: %d cells, %d differ; CPU-seconds, median of %d: Giro %.2f, DuckDB %.2f%n",
        what, ours.size(), differences.size(), PAIRS, median(giroCpu), median(duckDbCpu));
    differences.stream().limit(10).forEach(line -> System.out.println("  " + line));
    return result;
  }

  private static List<String> differences(Map<String, Long> ours, Map<String, Long> theirs) {
    TreeMap<String, Long> all = new TreeMap<>(theirs);
    all.putAll(ours);
    return all.keySet().stream()
        .filter(cell -> !ours.getOrDefault(cell, 0L).equals(theirs.getOrDefault(cell, 0L)))
        .map(cell -> cell + ": Giro " + ours.get(cell) + ", DuckDB " + theirs.get(cell))
        .toList();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double cpuSeconds() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
