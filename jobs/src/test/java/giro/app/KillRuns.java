package giro.app;

import com.fasterxml.jackson.databind.JsonNode;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.JourneyTouches;
import giro.model.table.LandingFiles;
import giro.model.table.Laps;
import giro.model.table.PersonHistory;
import giro.model.table.RejectedRows;
import giro.model.table.TableContract;
import giro.model.table.Touches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;

/**
 * Kills a backfill over many nights again and again, at random moments while it holds the lake's
 * lock, and reads what is published all the while; see {@code scripts/kill-runs}. What counts is
 * what a lake says to which nothing happened: every read must be one whole night of it, and in the
 * end every night and the lake's tables must be the same.
 *
 * <p>Arguments: landing zone, work folder, first night, last night, kills, seed, longest seconds
 * before a kill. Ends with 0 where all of this holds, else with 1.
 */
public final class KillRuns {
  /** What nights that went wrong must leave as undisturbed ones do. */
  static final List<TableContract> LAKE =
      List.of(
          Touches.CONTRACT,
          RejectedRows.CONTRACT,
          LandingFiles.CONTRACT,
          IdentityLinks.CONTRACT,
          Identities.CONTRACT,
          PersonHistory.CONTRACT,
          JourneyTouches.CONTRACT,
          Laps.CONTRACT);

  private final Path landing;
  private final Path work;
  private final LocalDate from;
  private final LocalDate to;
  private final Random random;
  private final int longest;

  private KillRuns(String[] told) {
    this.landing = Path.of(told[0]);
    this.work = Path.of(told[1]);
    this.from = LocalDate.parse(told[2]);
    this.to = LocalDate.parse(told[3]);
    this.random = new Random(Long.parseLong(told[5]));
    this.longest = Integer.parseInt(told[6]);
  }

  public static void main(String[] told) throws Exception {
    System.exit(new KillRuns(told).kill(Integer.parseInt(told[4])) ? 0 : 1);
  }

  private boolean kill(int kills) throws Exception {
    Path calm = work.resolve("calm");
    Path killed = work.resolve("killed");
    long started = System.nanoTime();
    ended(backfill(calm, from), calm);
    System.out.printf("undisturbed: %d s%n", (System.nanoTime() - started) / 1_000_000_000L);
    Map<String, Map<String, String>> nights;
    try (PublishedTables tables = new PublishedTables()) {
      nights = nights(tables, calm.resolve("bi"));
    }
    AtomicBoolean isOver = new AtomicBoolean();
    Reader reader = new Reader(killed.resolve("bi"), nights, isOver);
    Thread reading = new Thread(reader, "reader");
    reading.start();
    int inTime = 0;
    for (int i = 1; i <= kills; i++) {
      boolean wasKilled = killOne(killed, i);
      inTime += wasKilled ? 1 : 0;
    }
    ended(backfill(killed, from), killed);
    Thread.sleep(2000);
    isOver.set(true);
    reading.join();
    return verdict(inTime, reader, nights, calm, killed);
  }

  private boolean verdict(
      int kills, Reader reader, Map<String, Map<String, String>> nights, Path calm, Path killed)
      throws Exception {
    boolean isSame;
    try (PublishedTables tables = new PublishedTables()) {
      isSame = nights(tables, killed.resolve("bi")).equals(nights);
    }
    boolean isLakeSame = sameLake(calm, killed);
    System.out.printf(
        "%d kills, %d nights, %d reads, %d mixed reads; published nights equal: %s; lake tables"
            + " equal: %s%n",
        kills,
        nights.size(),
        reader.reads,
        reader.mixed.size(),
        isSame ? "yes" : "no",
        isLakeSame ? "yes" : "no");
    reader.mixed.stream().limit(10).forEach(System.out::println);
    return kills > 0 && reader.reads > 0 && reader.mixed.isEmpty() && isSame && isLakeSame;
  }

  /** True where the process was killed at work, not after it had ended. */
  private boolean killOne(Path home, int number) throws Exception {
    long delay = random.nextInt(longest * 1000);
    boolean isDone = Files.exists(home.resolve("bi/published.json")) && isLast(home);
    Process run = isDone ? start(home, "run", "--date", to.toString()) : backfill(home, from);
    Path lock = home.resolve("lake/_giro/lock");
    while (run.isAlive() && !isHeldBy(lock, run.pid())) {
      Thread.sleep(20);
    }
    boolean hasEnded = run.waitFor(delay, TimeUnit.MILLISECONDS);
    run.destroyForcibly().waitFor();
    System.out.printf(
        "kill %d: %s after %.1f s of work%n",
        number, hasEnded ? "had ended" : "killed", delay / 1000.0);
    if (hasEnded && run.exitValue() != ExitCode.DONE) {
      throw new IllegalStateException("A run failed: " + Files.readString(log(home)));
    }
    return !hasEnded;
  }

  private static boolean isHeldBy(Path lock, long process) {
    try {
      return Files.readString(lock).contains("process " + process + ",");
    } catch (IOException e) {
      return false; // not taken yet
    }
  }

  private boolean isLast(Path home) throws IOException {
    return PublishedTables.pointer(home.resolve("bi")).get("as_of").asText().equals(to.toString());
  }

  private Process backfill(Path home, LocalDate first) throws IOException {
    return start(home, "backfill", "--from", first.toString(), "--to", to.toString());
  }

  private Process start(Path home, String... command) throws IOException {
    Files.createDirectories(home);
    return new GiroProcess(landing, home, command)
        .set("publish.keep-runs", "400")
        .start(log(home), Map.of());
  }

  private static Path log(Path home) {
    return home.resolve("run.log");
  }

  private static void ended(Process run, Path home) throws Exception {
    if (run.waitFor() != ExitCode.DONE) {
      throw new IllegalStateException("A run failed: " + Files.readString(log(home)));
    }
  }

  /** Each published night's tables as fingerprints, by as_of. */
  private static Map<String, Map<String, String>> nights(PublishedTables tables, Path bi)
      throws Exception {
    JsonNode pointer = PublishedTables.pointer(bi);
    Map<String, String> runs = new TreeMap<>();
    runs.put(pointer.get("as_of").asText(), pointer.get("run_id").asText());
    pointer
        .get("earlier")
        .forEach(n -> runs.put(n.get("as_of").asText(), n.get("run_id").asText()));
    Map<String, Map<String, String>> nights = new TreeMap<>();
    for (Map.Entry<String, String> run : runs.entrySet()) {
      Map<String, String> prints = new TreeMap<>();
      for (String table : (Iterable<String>) pointer.get("tables")::fieldNames) {
        Path folder = bi.resolve("runs").resolve(run.getValue()).resolve(table);
        prints.put(table, fingerprint(tables, "'" + folder + "/*.parquet'"));
      }
      nights.put(run.getKey(), compared(prints));
    }
    return nights;
  }

  /** Without the ledger, and without what a night says of runs before it. */
  private static Map<String, String> compared(Map<String, String> prints) {
    Map<String, String> compared = new TreeMap<>(prints);
    compared.keySet().removeAll(List.of("runs", "restatements"));
    return compared;
  }

  private static String fingerprint(PublishedTables tables, String files) throws Exception {
    return tables
        .rows("SELECT count(*), sum(hash(t))::VARCHAR FROM read_parquet([" + files + "]) t")
        .get(0)
        .toString();
  }

  private boolean sameLake(Path calm, Path killed) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config("spark.sql.catalog.spark_catalog", DELTA)
            .getOrCreate();
    LandedPeople lake = new LandedPeople(spark, landing, calm);
    boolean isSame = true;
    for (TableContract table : LAKE) {
      boolean isEqual = lake.rows(calm, table).equals(lake.rows(killed, table));
      if (!isEqual) {
        System.out.println("lake table differs: " + table.name());
      }
      isSame &= isEqual;
    }
    return isSame;
  }

  private static final String DELTA = "org.apache.spark.sql.delta.catalog.DeltaCatalog";

  /** Resolves the pointer and reads every table it names, over and over. */
  private static final class Reader implements Runnable {
    private final Path bi;
    private final Map<String, Map<String, String>> nights;
    private final AtomicBoolean isOver;
    private final List<String> mixed = new ArrayList<>();
    private int reads;

    Reader(Path bi, Map<String, Map<String, String>> nights, AtomicBoolean isOver) {
      this.bi = bi;
      this.nights = nights;
      this.isOver = isOver;
    }

    @Override
    public void run() {
      try (PublishedTables tables = new PublishedTables()) {
        while (!isOver.get()) {
          if (Files.exists(bi.resolve("published.json"))) {
            read(tables);
            reads++;
          }
          Thread.sleep(100);
        }
      } catch (Exception e) {
        mixed.add("the reader ended: " + e);
      }
    }

    private void read(PublishedTables tables) {
      try {
        JsonNode pointer = PublishedTables.pointer(bi);
        String asOf = pointer.get("as_of").asText();
        String runId = pointer.get("run_id").asText();
        Map<String, String> prints = new TreeMap<>();
        for (Map.Entry<String, JsonNode> table : pointer.get("tables").properties()) {
          Path folder = bi.resolve(table.getValue().get("path").asText());
          List<String> files = new ArrayList<>();
          for (JsonNode file : table.getValue().get("files")) {
            if (!file.asText().contains(runId)) {
              mixed.add(asOf + ": " + table.getKey() + " has a file of another run");
            }
            files.add("'" + folder.resolve(file.asText()) + "'");
          }
          prints.put(table.getKey(), fingerprint(tables, String.join(", ", files)));
        }
        if (!compared(prints).equals(nights.get(asOf))) {
          mixed.add(asOf + ": not the undisturbed night's tables");
        }
      } catch (Exception e) {
        mixed.add("a read failed: " + e.getMessage());
      }
    }
  }
}
