package giro.identity;

import static org.apache.spark.sql.functions.*;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import giro.lake.Lake;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What it costs to make persons of links, by their number: {@code WORK RESULT.json LINKS...}. In
 * one run, from the same files: reading the links and a plain union-find in one task; the same as
 * Giro solves it, members by age and nothing held; and with the look for ties that are held. The
 * start of the JVM and the writing of tables are in none of them.
 */
final class MeasureGraph {
  private static final int IDENTIFIERS_A_PERSON = 8;
  private static final int TIMES = 3;

  private final SparkSession spark;
  private final Path work;

  private MeasureGraph(SparkSession spark, Path work) {
    this.spark = spark;
    this.work = work;
  }

  public static void main(String[] args) throws IOException {
    Path work = Path.of(args[0]).toAbsolutePath();
    SparkSession spark =
        SparkSession.builder()
            .master("local[*]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.ansi.enabled", "false")
            .config("spark.local.dir", work.resolve("local").toString())
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate();
    MeasureGraph graph = new MeasureGraph(spark, work);
    graph.measure(200_000); // the compiler's share
    List<Map<String, Object>> all = new ArrayList<>();
    System.out.printf(
        Locale.ROOT,
        "  %12s %12s %14s %14s %14s %8s%n",
        "links",
        "identifiers",
        "plain CPU-s",
        "persons CPU-s",
        "held ties too",
        "ratio");
    for (int i = 2; i < args.length; i++) {
      Map<String, Object> measured = graph.measure(Long.parseLong(args[i]));
      all.add(measured);
      System.out.printf(
          Locale.ROOT, "  %,12d %,12d %14.1f %14.1f %14.1f %8.2f%n", measured.values().toArray());
    }
    spark.stop();
    Path json = Path.of(args[1]).toAbsolutePath();
    Files.createDirectories(json.getParent());
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), all);
  }

  /**
   * Persons of about eight identifiers that a tree and a few more links hold together, one link in
   * a thousand to another person, and one value in ten thousand that meets hundreds.
   */
  private void simulate(long links) {
    long nodes = links * 9 / 10;
    Column place = col("id").mod(IDENTIFIERS_A_PERSON);
    Column chance = pmod(xxhash64(col("id"), lit(1)), lit(10_000L));
    spark
        .range(nodes)
        .select(
            xxhash64(col("id")).as("link_key"),
            xxhash64(col("id")).as("own_key"),
            element_at(
                    array(lit("login"), lit("email"), lit("crm_id"), lit("cookie")),
                    least(place, lit(3)).plus(1).cast("int"))
                .as("kind"),
            date_add(
                    lit("2024-01-01").cast("date"), pmod(xxhash64(col("id")), lit(900)).cast("int"))
                .as("minted_date"),
            hex(xxhash64(col("id"), lit(2))).as("minted_event_id"))
        .write()
        .mode("overwrite")
        .parquet(path("members"));
    Column own = col("id").minus(place).plus(pmod(xxhash64(col("id"), lit(3)), lit(8)));
    Column partner =
        when(chance.lt(10), pmod(xxhash64(col("id"), lit(4)), lit(nodes)))
            .when(chance.equalTo(10), col("id").minus(col("id").mod(4_096)))
            .otherwise(own);
    spark
        .range(links)
        .withColumn("id", col("id").mod(nodes).plus(col("id").divide(nodes).cast("long")))
        .select(
            xxhash64(col("id")).as("from_key"),
            xxhash64(least(partner, lit(nodes - 1))).as("to_key"),
            lit("observed").as("evidence"),
            pmod(xxhash64(col("id"), lit(5)), lit(9L)).plus(1).as("touches"))
        .filter(col("from_key").notEqual(col("to_key")))
        .write()
        .mode("overwrite")
        .parquet(path("links"));
  }

  private Map<String, Object> measure(long links) {
    simulate(links);
    Dataset<Row> members = spark.read().parquet(path("members"));
    Dataset<Row> ties = spark.read().parquet(path("links"));
    List<Double> plain = new ArrayList<>();
    List<Double> persons = new ArrayList<>();
    List<Double> held = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      plain.add(cpu(() -> plain(ties)));
      persons.add(cpu(() -> solve(members, ties, new BridgeSettings(0, 0, 0))));
      held.add(cpu(() -> solve(members, ties, new BridgeSettings(3, 2, 3))));
    }
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("links", ties.count());
    measured.put("identifiers", members.count());
    measured.put("plain_cpu_seconds", median(plain));
    measured.put("persons_cpu_seconds", median(persons));
    measured.put("with_held_ties_cpu_seconds", median(held));
    measured.put("ratio", median(held) / median(plain));
    return measured;
  }

  private static double median(List<Double> seconds) {
    return seconds.stream().sorted().toList().get(seconds.size() / 2);
  }

  private void plain(Dataset<Row> ties) {
    FlatMapFunction<Iterator<InternalRow>, Integer> join =
        rows -> {
          Components components = new Components();
          rows.forEachRemaining(row -> components.link(row.getLong(0), row.getLong(1)));
          return List.of(components.size()).iterator();
        };
    ties.select("from_key", "to_key")
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .coalesce(1)
        .mapPartitions(join)
        .collect();
  }

  private void solve(Dataset<Row> members, Dataset<Row> ties, BridgeSettings bridges) {
    Lake lake = new Lake(spark, work.resolve("lake").toString());
    IdentitySettings settings =
        new IdentitySettings(kinds(), Duration.ofHours(12), bridges, 0, null);
    LabelComponents labels = new LabelComponents(lake);
    try {
      new SolveGraph(settings, labels, settings.linksInMemory())
          .solve(members, ties, new long[0])
          .write()
          .format("noop")
          .mode("overwrite")
          .save();
    } finally {
      labels.release();
    }
  }

  private static List<KindSettings> kinds() {
    return List.of(
        kind("login", true), kind("crm_id", true), kind("email", false), kind("cookie", false));
  }

  private static KindSettings kind(String kind, boolean onePerPerson) {
    return new KindSettings(
        kind,
        true,
        1,
        Map.of(),
        Duration.ofDays(365),
        List.of(),
        "split",
        onePerPerson,
        onePerPerson);
  }

  /** Of the whole process: tasks, planning, collecting. */
  private static double cpu(Runnable work) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.gc();
    long before = system.getProcessCpuTime();
    work.run();
    return (system.getProcessCpuTime() - before) / 1e9;
  }

  private String path(String name) {
    return work.resolve(name).toUri().toString();
  }
}
