package giro.app;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;

import giro.app.LakeWithout.Removed;
import giro.config.GiroSettings;
import giro.identity.DecideRule;
import giro.identity.FindForgotten;
import giro.identity.FindForgotten.Found;
import giro.ingest.FindForgottenRows;
import giro.ingest.LandingException;
import giro.ingest.Suppressions;
import giro.lake.Exchange;
import giro.lake.Lake;
import giro.lake.LakeFiles;
import giro.model.table.ForgottenValues;
import giro.model.table.SuppressedIdentifiers;
import giro.model.table.TableContract;
import giro.model.table.Tables;
import giro.model.table.Touches;
import giro.publish.EarlierRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Erases people. The lake is written anew aside without them, the latest night derived and
 * published from there, and then one lake takes the place of the other: an erasure is whole or did
 * not happen.
 */
final class Forget {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final SparkSession spark;
  private final GiroSettings settings;
  private final Progress progress;
  private final Clock clock;
  private final Lake lake;
  private final LakeFiles files;
  private final Exchange exchange;

  Forget(SparkSession spark, GiroSettings settings, Progress progress, Clock clock) {
    this.spark = spark;
    this.settings = settings;
    this.progress = progress;
    this.clock = clock;
    this.lake = new Lake(spark, settings.lake());
    this.files = new LakeFiles(spark.sessionState().newHadoopConf());
    this.exchange = new Exchange(lake, files);
  }

  /** Who asked and why, and what the receipt is called. */
  private record Request(
      String id, Instant at, String by, String reason, List<DecideRule.End> named) {
    List<String> kinds() {
      return named.stream().map(DecideRule.End::kind).distinct().toList();
    }
  }

  /** Erases whoever the identifiers stand for, under the lake's lock. */
  ForgetReceipt forget(List<DecideRule.End> named, String by, String reason) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Request request = new Request("forget-" + TIME.format(at), at, by, reason, named);
    try (LockedLake locked = LockedLake.take(spark, settings, request.id())) {
      KeyRotation rotation = new KeyRotation(spark, settings, lake);
      rotation.checkUnchanged();
      rotation.rekey(request.id(), at, progress); // notes a first key, else nothing
      progress.begin("forget", 4);
      Found found = progress.stage("find the person", () -> find(named));
      Dataset<Row> suppressed =
          Suppressions.rows(spark, found.values(), settings.privacy(), at, request.id());
      Optional<Map<String, Long>> landing = landing(suppressed);
      boolean isKnown = !found.personIds().isEmpty() || isCarried(found);
      return isKnown
          ? erased(request, found, suppressed, landing)
          : onlySuppressed(request, found, suppressed, landing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Found find(List<DecideRule.End> named) {
    Found found = new FindForgotten(spark, lake).by(named);
    if (!found.shared().isEmpty()) {
      throw UserError.usage(
          "The "
              + String.join(", ", found.shared())
              + " that was named is shared by several people and stands for none of them, so that"
              + " nothing was erased; name another identifier of the person.");
    }
    return found;
  }

  /** Rows by landing file; empty where there is no landing zone. */
  private Optional<Map<String, Long>> landing(Dataset<Row> suppressed) {
    try {
      return Optional.of(
          progress.stage(
              "look into landing files",
              () ->
                  new FindForgottenRows(spark, settings.ingest(), settings.privacy())
                      .in(settings.landing(), Suppressions.of(suppressed, settings.privacy()))));
    } catch (LandingException e) {
      return Optional.empty();
    }
  }

  /** Somebody whom no journey knows, such as one who never gave consent. */
  private boolean isCarried(Found found) {
    Object[] hashes =
        found.values().collectAsList().stream()
            .map(value -> value.getAs(ForgottenValues.HASH))
            .toArray();
    return !lake.read(Touches.CONTRACT)
        .filter(exists(col(Touches.IDENTIFIERS), id -> id.getField("hash").isin(hashes)))
        .limit(1)
        .isEmpty();
  }

  private ForgetReceipt onlySuppressed(
      Request request, Found found, Dataset<Row> suppressed, Optional<Map<String, Long>> landing)
      throws IOException {
    lake.append(SuppressedIdentifiers.CONTRACT, Suppressions.notYetIn(lake, suppressed));
    ForgetReceipt receipt = receipt(request, found, null, null, null, landing);
    files.replace(place(request), receipt.json());
    return receipt;
  }

  private ForgetReceipt erased(
      Request request, Found found, Dataset<Row> suppressed, Optional<Map<String, Long>> landing)
      throws IOException {
    LocalDate night = LockedLake.latestNight(spark, lake);
    GiroSettings aside = settings.withLake(exchange.aside());
    Lake next = new Lake(spark, aside.lake());
    Removed removed =
        progress.stage(
            "erase",
            () ->
                new LakeWithout(spark, lake, next)
                    .write(found, suppressed, landing.orElse(Map.of()), request.id()));
    String runId =
        new Night(spark, aside, progress, clock)
            .run(new RunRequest("forget", night, false))
            .runId();
    EarlierRuns.Gone gone = new EarlierRuns(files, settings.bi(), settings.report()).all(runId);
    ForgetReceipt receipt = receipt(request, found, removed, runId, gone, landing);
    Map<String, String> writes = new LinkedHashMap<>(gone.pointer());
    writes.put(place(request), receipt.json());
    writes.put(Lineage.place(lake.root(), runId), lineage(next, runId));
    exchange.commit(plan(next, gone, writes));
    return receipt;
  }

  /** What the run noted of the lake aside, as of the lake whose place it takes. */
  private String lineage(Lake next, String runId) throws IOException {
    return files
        .read(Lineage.place(next.root(), runId))
        .orElseThrow()
        .replace(next.root(), lake.root());
  }

  /** Every table changes places; one that the new lake does not have goes. */
  private Exchange.Plan plan(Lake next, EarlierRuns.Gone gone, Map<String, String> writes) {
    List<String> tables = new ArrayList<>();
    List<String> deletes = new ArrayList<>(gone.folders());
    for (TableContract table : Tables.lake()) {
      if (next.exists(table)) {
        tables.add(table.name());
      } else {
        deletes.add(lake.root() + "/" + table.name());
      }
    }
    for (String leftover : List.of("_giro/aside", "_older_night", "_sensitivity", "_reclassify")) {
      deletes.add(lake.root() + "/" + leftover);
    }
    return new Exchange.Plan(tables, deletes, writes);
  }

  /**
   * @param removed null, like the run and what is gone, where nothing was known
   */
  private ForgetReceipt receipt(
      Request request,
      Found found,
      Removed removed,
      String runId,
      EarlierRuns.Gone gone,
      Optional<Map<String, Long>> landing)
      throws IOException {
    TreeSet<String> holding = new TreeSet<>(landing.orElse(Map.of()).keySet());
    if (removed != null) {
      for (String file : removed.touches().landingFiles().keySet()) {
        if (files.exists(settings.landing() + "/" + file)) {
          holding.add(file);
        }
      }
    }
    Map<String, Long> kinds = new TreeMap<>();
    for (Row value : found.values().collectAsList()) {
      kinds.merge(value.getAs(ForgottenValues.KIND), 1L, Long::sum);
    }
    return new ForgetReceipt(
        request.id(),
        removed == null ? "nothing_found" : "done",
        request.at().toString(),
        request.by(),
        request.reason(),
        settings.privacy().keyId(),
        request.kinds(),
        found.personIds().size(),
        kinds,
        removed == null ? Map.of() : removed.rows(),
        removed == null ? 0 : removed.touches().stripped(),
        removed == null ? 0 : filesOfTables(),
        runId,
        gone == null ? List.of() : gone.nights(),
        List.copyOf(holding),
        landing.isPresent());
  }

  private long filesOfTables() throws IOException {
    long count = 0;
    for (TableContract table : Tables.lake()) {
      count += files.count(lake.root() + "/" + table.name());
    }
    return count;
  }

  private String place(Request request) {
    return lake.root() + "/_giro/receipts/" + request.id() + ".json";
  }
}
