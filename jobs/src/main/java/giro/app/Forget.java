package giro.app;

import static org.apache.spark.sql.functions.col;

import giro.config.GiroSettings;
import giro.identity.DecideRule;
import giro.identity.ErasePersons;
import giro.identity.FindForgotten;
import giro.identity.FindForgotten.Found;
import giro.ingest.EraseTouches;
import giro.ingest.EraseTouches.Erased;
import giro.ingest.FindForgottenRows;
import giro.ingest.LandingException;
import giro.ingest.Suppressions;
import giro.lake.Exchange;
import giro.lake.InFlight;
import giro.lake.Lake;
import giro.lake.LakeFiles;
import giro.lake.LakeLock;
import giro.model.table.ForgottenValues;
import giro.model.table.JourneyTouches;
import giro.model.table.LandingFiles;
import giro.model.table.Laps;
import giro.model.table.PrivacyKeys;
import giro.model.table.RejectedRows;
import giro.model.table.Runs;
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

  /** Tables that hold nothing of a person, and are moved to the new lake as they are. */
  private static final List<TableContract> OF_NOBODY =
      List.of(RejectedRows.CONTRACT, LandingFiles.CONTRACT, Runs.CONTRACT, PrivacyKeys.CONTRACT);

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

  /** What went from the lake. */
  private record Removed(Map<String, Long> rows, Erased touches) {}

  /** Erases whoever the identifiers stand for, under the lake's lock. */
  ForgetReceipt forget(List<DecideRule.End> named, String by, String reason) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Request request = new Request("forget-" + TIME.format(at), at, by, reason, named);
    try (LakeLock lock = LakeLock.take(files, lake.root(), request.id())) {
      new InFlight(lake, files).recover();
      KeyRotation rotation = new KeyRotation(spark, settings, lake);
      rotation.checkUnchanged();
      rotation.rekey(request.id(), at, progress); // notes a first key, else nothing
      progress.begin("forget", 4);
      Found found = progress.stage("find the person", () -> find(named));
      boolean isKnown = !found.personIds().isEmpty() || isCarried(found);
      return isKnown ? erased(request, found) : onlySuppressed(request, found);
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

  /** Somebody whom no journey knows, such as one who never gave consent. */
  private boolean isCarried(Found found) {
    Object[] hashes =
        found.values().select(ForgottenValues.HASH).collectAsList().stream()
            .map(row -> row.getString(0))
            .toArray();
    return !lake.read(Touches.CONTRACT)
        .filter(
            org.apache.spark.sql.functions.exists(
                col(Touches.IDENTIFIERS), id -> id.getField("hash").isin(hashes)))
        .limit(1)
        .isEmpty();
  }

  private ForgetReceipt onlySuppressed(Request request, Found found) throws IOException {
    Dataset<Row> more = suppressed(request, found);
    lake.append(SuppressedIdentifiers.CONTRACT, notYetSuppressed(more));
    Removed none = new Removed(Map.of(), new Erased(0, 0, null, new TreeSet<>()));
    ForgetReceipt receipt =
        receipt(request, found, none, null, new EarlierRuns.Gone(List.of(), List.of(), Map.of()));
    files.replace(place(request), receipt.json());
    return receipt;
  }

  private ForgetReceipt erased(Request request, Found found) throws IOException {
    LocalDate night =
        new Ledger(spark, lake)
            .latestNight()
            .orElseThrow(() -> UserError.usage("No night was run on the lake yet; run one first."));
    GiroSettings aside = settings.withLake(exchange.aside());
    Lake next = new Lake(spark, aside.lake());
    Removed removed = progress.stage("erase", () -> erase(request, found, next));
    String runId =
        new Night(spark, aside, progress, clock)
            .run(new RunRequest("forget", night, false))
            .runId();
    EarlierRuns.Gone gone = new EarlierRuns(files, settings.bi(), settings.report()).all(runId);
    ForgetReceipt receipt = receipt(request, found, removed, runId, gone);
    Map<String, String> writes = new LinkedHashMap<>(gone.pointer());
    writes.put(place(request), receipt.json());
    List<String> deletes = new ArrayList<>(gone.folders());
    List<String> tables = new ArrayList<>();
    for (TableContract table : Tables.lake()) {
      if (next.exists(table)) {
        tables.add(table.name());
      } else {
        deletes.add(lake.root() + "/" + table.name());
      }
    }
    for (String leftover : List.of("_giro/aside", "_older_night", "_sensitivity")) {
      deletes.add(lake.root() + "/" + leftover);
    }
    exchange.commit(new Exchange.Plan(tables, deletes, writes));
    return receipt;
  }

  /** Everything that stays and cannot be derived goes to the next lake. */
  private Removed erase(Request request, Found found, Lake next) {
    EraseTouches touches = new EraseTouches(spark, lake, next, found.values());
    try {
      Erased erased = touches.erase(found.personIds());
      Map<String, Long> rows = new LinkedHashMap<>();
      rows.put(Touches.NAME, erased.touches());
      rows.put(JourneyTouches.NAME, ofPersons(JourneyTouches.CONTRACT, found));
      rows.put(Laps.NAME, ofPersons(Laps.CONTRACT, found));
      rows.putAll(
          new ErasePersons(lake, next, found.values(), found.personIds(), erased.keys()).erase());
      for (TableContract table : OF_NOBODY) {
        next.overwrite(table, lake.read(table));
      }
      next.overwrite(
          SuppressedIdentifiers.CONTRACT,
          lake.read(SuppressedIdentifiers.CONTRACT)
              .unionByName(notYetSuppressed(suppressed(request, found))));
      return new Removed(rows, erased);
    } finally {
      touches.release();
    }
  }

  private long ofPersons(TableContract table, Found found) {
    return lake.read(table)
        .filter(col(JourneyTouches.PERSON_ID).isInCollection(found.personIds()))
        .count();
  }

  private Dataset<Row> suppressed(Request request, Found found) {
    return Suppressions.rows(spark, found.values(), settings.privacy(), request.at(), request.id());
  }

  private Dataset<Row> notYetSuppressed(Dataset<Row> more) {
    String life = "concat_ws(' ', hash, key_id, valid_from, valid_to)";
    Dataset<Row> known =
        lake.read(SuppressedIdentifiers.CONTRACT).selectExpr(life + " AS _known").distinct();
    return more.withColumn("_life", org.apache.spark.sql.functions.expr(life))
        .join(known, col("_life").equalTo(col("_known")), "left_anti")
        .drop("_life");
  }

  private ForgetReceipt receipt(
      Request request, Found found, Removed removed, String runId, EarlierRuns.Gone gone)
      throws IOException {
    Optional<Map<String, Long>> landing = landing(request, found);
    TreeSet<String> holding = new TreeSet<>(landing.orElse(Map.of()).keySet());
    for (String file : removed.touches().landingFiles()) {
      if (files.exists(settings.landing() + "/" + file)) {
        holding.add(file);
      }
    }
    Map<String, Long> kinds = new TreeMap<>();
    found
        .values()
        .collectAsList()
        .forEach(value -> kinds.merge(value.getAs(ForgottenValues.KIND), 1L, Long::sum));
    return new ForgetReceipt(
        request.id(),
        runId == null ? "nothing_found" : "done",
        request.at().toString(),
        request.by(),
        request.reason(),
        settings.privacy().keyId(),
        request.kinds(),
        found.personIds().size(),
        kinds,
        removed.rows(),
        removed.touches().stripped(),
        runId == null ? 0 : filesOfTables(),
        runId,
        gone.nights(),
        List.copyOf(holding),
        landing.isPresent());
  }

  private Optional<Map<String, Long>> landing(Request request, Found found) {
    try {
      return Optional.of(
          progress.stage(
              "look into landing files",
              () ->
                  new FindForgottenRows(spark, settings.ingest(), settings.privacy())
                      .in(
                          settings.landing(),
                          Suppressions.of(suppressed(request, found), settings.privacy()))));
    } catch (LandingException e) {
      return Optional.empty();
    }
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
