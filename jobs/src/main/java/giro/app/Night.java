package giro.app;

import static org.apache.spark.sql.functions.*;

import giro.config.GiroSettings;
import giro.ingest.TakeLanding;
import giro.ingest.TakeLanding.Taken;
import giro.lake.InFlight;
import giro.lake.Lake;
import giro.lake.LakeFiles;
import giro.lake.LakeLock;
import giro.lake.Lanes;
import giro.lake.TableUse;
import giro.metric.person.PersonMetrics;
import giro.model.table.JourneyTouches;
import giro.model.table.Laps;
import giro.model.table.Runs;
import giro.model.table.TableContract;
import giro.model.table.Tables;
import giro.publish.Published;
import giro.publish.Snapshot;
import giro.publish.WithheldMemory;
import giro.quality.CheckExpectations;
import giro.report.PageFacts;
import giro.report.ReadPageTables;
import giro.report.WritePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One run from the landing zone to the published snapshot: write, audit, publish. A run that dies
 * is undone by the next; readers see the night before until the pointer moves.
 */
final class Night {
  private static final DateTimeFormatter RUN_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Taking, stitching, journeys, persons and checking; {@code runs} stands for publishing. */
  private static final int OTHER_STAGES = 5;

  /** So many places or files are named in a warning. */
  private static final int NAMED = 5;

  private final SparkSession spark;
  private final GiroSettings settings;
  private final Progress progress;
  private final Clock clock;
  private final Lake lake;
  private final LakeFiles files;
  private final Lineage lineage;

  Night(SparkSession spark, GiroSettings settings, Progress progress, Clock clock) {
    this.spark = spark;
    this.settings = settings;
    this.progress = progress;
    this.clock = clock;
    this.lineage = new Lineage(spark.sparkContext(), clock);
    this.lake = new Lake(spark, settings.lake(), lineage);
    this.files = new LakeFiles(spark.sessionState().newHadoopConf());
  }

  /** Runs under the lake's lock. */
  RunResult run(RunRequest request) {
    Instant started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String runId = "asof-" + request.asOf() + "-" + RUN_TIME.format(started).replace(".", "");
    progress.of(runId, request.asOf());
    new Places(files, settings).check();
    try (LakeLock lock = LakeLock.take(files, settings.lake(), runId);
        TaskWork work = TaskWork.of(spark.sparkContext())) {
      InFlight inFlight = new InFlight(lake, files);
      if (inFlight.recover()) {
        progress.note("a run that did not end was undone");
      }
      KeyRotation rotation = new KeyRotation(spark, settings, lake);
      rotation.check();
      inFlight.begin();
      RunResult result = locked(request, new Begun(runId, started, work), rotation);
      inFlight.end();
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A run that has begun, and what its tasks have done so far. */
  private record Begun(String runId, Instant started, TaskWork work) {}

  private RunResult locked(RunRequest request, Begun run, KeyRotation rotation) throws IOException {
    String runId = run.runId();
    Instant started = run.started();
    LocalDate asOf = request.asOf();
    int known =
        Tables.published().size()
            + PersonMetrics.tables().size()
            + OTHER_STAGES
            + rotation.stages();
    progress.begin("night of " + asOf, known);
    List<String> warnings = new ArrayList<>(rotation.rekey(runId, started, progress));
    Ledger ledger = new Ledger(spark, lake);
    Optional<LocalDate> latest = ledger.latestNight();
    progress.expect(ledger.usual(request.command()));
    Taken taken =
        progress.stage(
            "take landing files", () -> take(request, latest, runId, warnings), Taken::read);
    boolean isOlder = latest.isPresent() && latest.get().isAfter(asOf);
    Lake derived = isOlder ? olderNight(spark, settings, lineage) : lake;
    NightStages stages = new NightStages(spark, settings, lake, derived, asOf);
    Dataset<Row> persons =
        progress.stage("stitch identities", () -> stitched(request, stages, isOlder, runId));
    stages.scope().ifPresent(progress::note);
    WithheldMemory withheld = new WithheldMemory(spark, lake, asOf);
    Snapshot snapshot = new Snapshot(spark, settings.bi(), runId, settings.publish(), withheld);
    GoldTables gold =
        new GoldTables(
            spark,
            settings,
            lake,
            stages,
            progress,
            new RestateNight(spark, settings, lake, asOf, runId, started));
    Lanes lanes = new Lanes(settings.spark().tablesAtOnce());
    List<Runnable> first = new ArrayList<>();
    lineage.handsOn("stitch identities", "build journeys");
    gold.shared().forEach(lineage::share);
    first.add(() -> progress.stage("build journeys", () -> stages.buildJourneys(persons)));
    first.add(withheld::read);
    first.addAll(writes(snapshot, gold.ofLanding()));
    lanes.run(first);
    lanes.run(writes(snapshot, gold.ofJourneys()));
    gold.release();
    if (!isOlder) {
      stages.note(runId);
    }
    lanes.run(
        List.of(
            withheld::write,
            () ->
                warnings.addAll(
                    progress.stage("check expectations", () -> audit(snapshot, asOf, taken)))));
    RunResult result = result(request, run, taken, stages, warnings);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ledger.add(request, result, settings, started, now);
    progress.stage("publish", () -> publish(snapshot, asOf, now, runId));
    files.replace(Lineage.place(lake.root(), runId), lineage.events(runId, started));
    return result;
  }

  /** Those alone whom the night may change, unless everything was asked for. */
  private static Dataset<Row> stitched(
      RunRequest request, NightStages stages, boolean isOlder, String runId) {
    boolean all = isOlder || !request.takesLanding();
    return all ? stages.stitch(runId) : stages.stitchTouched(runId);
  }

  /** Where an older night is derived, so that the lake keeps describing the latest one. */
  static Lake olderNight(SparkSession spark, GiroSettings settings, TableUse uses) {
    return new Lake(spark, settings.lake() + "/_older_night", uses);
  }

  private Taken take(
      RunRequest request, Optional<LocalDate> latest, String runId, List<String> warnings) {
    if (!request.takesLanding()) {
      return new Taken(0, 0, 0, 0, 0, 0);
    }
    lineage.read(settings.landing());
    TakeLanding landing = new TakeLanding(spark, lake, settings.ingest(), settings.privacy());
    Taken taken = landing.take(settings.landing(), request.asOf(), latest, runId);
    warn(
        warnings,
        "the landing zone holds what is no source's night (<source>/date=YYYY-MM-DD) and was passed"
            + " over: ",
        landing.passedOver());
    warn(warnings, "landing files not taken, or not to their end: ", landing.refused());
    return taken;
  }

  private static void warn(List<String> warnings, String what, List<String> names) {
    if (!names.isEmpty()) {
      int more = names.size() - NAMED;
      String named = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
      warnings.add(what + named + (more > 0 ? " and " + more + " more" : ""));
    }
  }

  private List<Runnable> writes(
      Snapshot snapshot, Map<TableContract, Supplier<Dataset<Row>>> tables) {
    List<Runnable> writes = new ArrayList<>();
    tables.forEach(
        (table, rows) ->
            writes.add(
                () ->
                    progress.stage(
                        table.name(), () -> write(snapshot, table, rows.get()), made -> made)));
    return writes;
  }

  private long write(Snapshot snapshot, TableContract table, Dataset<Row> rows) {
    try {
      lineage.published(settings.bi(), table.name(), snapshot.runId());
      return snapshot.write(table, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> audit(Snapshot snapshot, LocalDate asOf, Taken taken) {
    if (taken.read() != taken.accepted() + taken.duplicates() + taken.rejected()) {
      throw new IllegalStateException(
          "Rows read do not add up: " + taken + "; nothing was published");
    }
    return new CheckExpectations(settings.expectations(), asOf)
        .check(snapshot::read, name -> snapshot.has(name));
  }

  private RunResult result(
      RunRequest request, Begun run, Taken taken, NightStages stages, List<String> warnings) {
    Row counts = stages.laps().agg(count(lit(1)), countDistinct(col(Laps.PERSON_ID))).first();
    long touches = stages.journeyTouches().select(JourneyTouches.SOURCE).count();
    return new RunResult(
        run.runId(),
        request.asOf(),
        taken,
        touches,
        counts.getLong(1),
        counts.getLong(0),
        settings.bi(),
        page(run.runId()),
        warnings,
        progress.seconds(),
        run.work().byStage());
  }

  private String page(String runId) {
    return settings.report() + "/" + runId + ".html";
  }

  private void publish(Snapshot snapshot, LocalDate asOf, Instant now, String runId) {
    try {
      write(snapshot, Runs.CONTRACT, lake.read(Runs.CONTRACT));
      String html =
          new WritePage()
              .html(
                  new ReadPageTables(snapshot::read, snapshot::find).read(),
                  facts(runId, asOf, now));
      files.replace(page(runId), html);
      Published published = snapshot.publish(asOf.toString(), now.toString());
      if (published.runId().equals(runId)) {
        files.replace(settings.report() + "/index.html", html);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PageFacts facts(String runId, LocalDate asOf, Instant now) {
    boolean usesDemoKey = settings.environment().equals("demo");
    return new PageFacts(
        runId,
        asOf,
        now,
        asOf,
        settings.environment(),
        usesDemoKey,
        settings.publish().k(),
        CodeVersion.get(),
        settings.rules().version(),
        settings.laps().inactivityNew(),
        settings.laps().inactivityUsed());
  }
}
