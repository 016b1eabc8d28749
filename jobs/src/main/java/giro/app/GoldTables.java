package giro.app;

import static org.apache.spark.sql.functions.*;

import giro.config.GiroSettings;
import giro.lake.Lake;
import giro.metric.ComputeCircleSummary;
import giro.metric.ComputeCircleTransitions;
import giro.metric.ComputeCoverage;
import giro.metric.ComputeFunnelSteps;
import giro.metric.ComputeHeadline;
import giro.metric.ComputeIdentityHealth;
import giro.metric.ComputeIdentityKinds;
import giro.metric.ComputeMomentConversion;
import giro.metric.ComputeMomentDropoff;
import giro.metric.ComputeSourceQuality;
import giro.metric.Dimensions;
import giro.metric.WindowSettings;
import giro.metric.content.ComputeInfluence;
import giro.metric.content.ComputeMomentum;
import giro.metric.content.ContentLinks;
import giro.metric.content.SharedIdentifiers;
import giro.metric.person.CountPersons;
import giro.metric.person.PersonMetrics;
import giro.model.table.CircleOverview;
import giro.model.table.CircleSummary;
import giro.model.table.CircleTransitions;
import giro.model.table.ClassificationCoverage;
import giro.model.table.DimDate;
import giro.model.table.DimDealer;
import giro.model.table.DimMarket;
import giro.model.table.DimModel;
import giro.model.table.DimMoment;
import giro.model.table.DropoffOverview;
import giro.model.table.FunnelOverview;
import giro.model.table.FunnelSteps;
import giro.model.table.Headline;
import giro.model.table.IdentityHealth;
import giro.model.table.IdentityKinds;
import giro.model.table.LandingFiles;
import giro.model.table.MomentConversion;
import giro.model.table.MomentDropoff;
import giro.model.table.RejectedReasons;
import giro.model.table.RejectedRows;
import giro.model.table.Restatements;
import giro.model.table.SourceQuality;
import giro.model.table.StitchingSensitivity;
import giro.model.table.TableContract;
import giro.model.table.Touches;
import giro.model.table.UmotInfluence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The list of published tables: a new metric is one new class and one line here. */
final class GoldTables {
  private static final String COUNT_PERSONS = "count persons";

  private final Map<TableContract, Supplier<Dataset<Row>>> ofLanding = new LinkedHashMap<>();
  private final Map<TableContract, Supplier<Dataset<Row>>> ofJourneys = new LinkedHashMap<>();
  private final List<Runnable> toRelease = Collections.synchronizedList(new ArrayList<>());
  private final SparkSession spark;
  private final GiroSettings settings;
  private final Lake lake;
  private final NightStages night;
  private final Progress progress;
  private final LocalDate asOf;
  private final long end;

  GoldTables(
      SparkSession spark,
      GiroSettings settings,
      Lake lake,
      NightStages night,
      Progress progress,
      RestateNight restatements) {
    this.spark = spark;
    this.settings = settings;
    this.lake = lake;
    this.night = night;
    this.progress = progress;
    this.asOf = night.asOf();
    this.end = NightStages.endOf(asOf);
    Dimensions dimensions = new Dimensions(spark);
    addOfLanding(dimensions);
    Supplier<CountPersons.Counted> counted = onceWorkedOut(this::counted);
    addOfContents(counted);
    addOfPersons(counted);
    addOfLaps();
    ofJourneys.put(Restatements.CONTRACT, () -> restatements.table(night));
    addFunnelsAndMoves();
    addOfJourneys();
    addDimensions(dimensions);
  }

  private void addOfLanding(Dimensions dimensions) {
    ComputeSourceQuality quality = quality();
    ofLanding.put(StitchingSensitivity.CONTRACT, () -> lake.read(StitchingSensitivity.CONTRACT));
    ofLanding.put(
        SourceQuality.CONTRACT,
        () -> quality.table(lake.read(LandingFiles.CONTRACT), lake.read(Touches.CONTRACT)));
    ofLanding.put(
        RejectedReasons.CONTRACT, () -> quality.reasons(lake.read(RejectedRows.CONTRACT)));
    ofLanding.put(DimMoment.CONTRACT, dimensions::moments);
  }

  private void addOfLaps() {
    WindowSettings windows = settings.windows();
    ofJourneys.put(
        IdentityHealth.CONTRACT,
        () ->
            new ComputeIdentityHealth(asOf)
                .table(night.marked(), night.journeyTouches(), night.registry()));
    ofJourneys.put(
        MomentConversion.CONTRACT,
        () -> new ComputeMomentConversion(windows, end).table(night.laps()));
    ofJourneys.put(
        MomentDropoff.CONTRACT, () -> new ComputeMomentDropoff(windows, end).table(night.laps()));
    ofJourneys.put(
        DropoffOverview.CONTRACT,
        () -> new ComputeMomentDropoff(windows, end).overview(night.laps()));
  }

  private void addFunnelsAndMoves() {
    long lateness = settings.windows().latenessMicros();
    Supplier<Dataset<Row>> funnels =
        once(
            () ->
                new ComputeFunnelSteps(settings.funnels(), end, lateness)
                    .cells(night.journeyTouches()));
    ofJourneys.put(FunnelSteps.CONTRACT, () -> ComputeFunnelSteps.table(funnels.get()));
    ofJourneys.put(FunnelOverview.CONTRACT, () -> ComputeFunnelSteps.overview(funnels.get()));
    Supplier<Dataset<Row>> moves =
        once(() -> new ComputeCircleTransitions(end).cells(night.journeyTouches(), night.laps()));
    ofJourneys.put(CircleTransitions.CONTRACT, () -> ComputeCircleTransitions.table(moves.get()));
    ofJourneys.put(CircleOverview.CONTRACT, () -> ComputeCircleTransitions.overview(moves.get()));
  }

  /** Contents and their readers are found once for both, in the pass over persons. */
  private void addOfContents(Supplier<CountPersons.Counted> counted) {
    Supplier<ContentLinks> contents =
        onceWorkedOut(
            () -> {
              ContentLinks links = ContentLinks.of(counted.get().contents(), bonds());
              toRelease.add(links::release);
              return links;
            });
    ofJourneys.put(
        CircleSummary.CONTRACT,
        () ->
            new ComputeMomentum(contents.get()).on(new ComputeCircleSummary().table(night.laps())));
    ofJourneys.put(UmotInfluence.CONTRACT, () -> new ComputeInfluence(contents.get()).table(spark));
  }

  private void addOfJourneys() {
    ofJourneys.put(
        Headline.CONTRACT, () -> new ComputeHeadline(settings.windows(), end).table(night.laps()));
    ofJourneys.put(
        ClassificationCoverage.CONTRACT, () -> new ComputeCoverage().table(night.journeyTouches()));
    ofJourneys.put(
        IdentityKinds.CONTRACT,
        () ->
            new ComputeIdentityKinds(asOf)
                .table(night.journeyTouches(), night.registry().identities()));
  }

  private void addOfPersons(Supplier<CountPersons.Counted> counted) {
    for (TableContract table : PersonMetrics.tables()) {
      ofJourneys.put(
          table, () -> spark.createDataFrame(counted.get().rows().get(table), table.schema()));
    }
  }

  /** A stage by itself, because tables that read more than it share it. */
  private CountPersons.Counted counted() {
    PersonMetrics metrics =
        new PersonMetrics(settings.metrics(), settings.windows(), settings.funnels(), end);
    return progress.stage(
        COUNT_PERSONS, () -> new CountPersons(metrics).over(night.journeyTouches()));
  }

  private void addDimensions(Dimensions dimensions) {
    ofJourneys.put(DimDate.CONTRACT, () -> dates(dimensions));
    ofJourneys.put(DimMarket.CONTRACT, () -> dimensions.markets(night.journeyTouches()));
    ofJourneys.put(DimModel.CONTRACT, () -> dimensions.models(night.journeyTouches()));
    ofJourneys.put(DimDealer.CONTRACT, () -> dimensions.dealers(night.journeyTouches()));
  }

  /** Those that stored touches and rejected rows are enough for. */
  Map<TableContract, Supplier<Dataset<Row>>> ofLanding() {
    return ofLanding;
  }

  /** Those that need this night's journeys, in the order they are computed: the longest first. */
  Map<TableContract, Supplier<Dataset<Row>>> ofJourneys() {
    return ofJourneys;
  }

  /** Computed when first asked for and kept for the tables that share it. */
  private Supplier<Dataset<Row>> once(Supplier<Dataset<Row>> rows) {
    return onceWorkedOut(
        () -> {
          Dataset<Row> kept = rows.get().persist();
          toRelease.add(kept::unpersist);
          return kept;
        });
  }

  /** Worked out when first asked for. */
  private static <T> Supplier<T> onceWorkedOut(Supplier<T> work) {
    List<T> made = new ArrayList<>(1);
    return () -> {
      synchronized (made) {
        if (made.isEmpty()) {
          made.add(work.get());
        }
        return made.get(0);
      }
    };
  }

  /** Tables made of rows that were worked out once: each comes from what those read. */
  List<Set<String>> shared() {
    return List.of(
        Set.of(FunnelSteps.NAME, FunnelOverview.NAME),
        Set.of(CircleTransitions.NAME, CircleOverview.NAME),
        Set.of(CircleSummary.NAME, UmotInfluence.NAME),
        ofPersons());
  }

  private static Set<String> ofPersons() {
    Set<String> tables =
        PersonMetrics.tables().stream().map(TableContract::name).collect(Collectors.toSet());
    tables.add(COUNT_PERSONS);
    return tables;
  }

  /** Lets go of what was kept to share. */
  void release() {
    toRelease.forEach(Runnable::run);
  }

  /** Identifiers that persons may have in common without being one. */
  private Dataset<Row> bonds() {
    List<String> grouping =
        settings.identity().kinds().stream().filter(k -> !k.links()).map(k -> k.kind()).toList();
    return SharedIdentifiers.of(
        lake.read(Touches.CONTRACT),
        night.journeyTouches(),
        night.registry().identities(),
        night.registry().links(),
        grouping);
  }

  private ComputeSourceQuality quality() {
    Map<String, Long> lateness =
        settings.ingest().sources().stream()
            .collect(Collectors.toMap(s -> s.name(), s -> s.lateness().toDays()));
    List<String> required =
        settings.ingest().sources().stream().filter(s -> s.required()).map(s -> s.name()).toList();
    return new ComputeSourceQuality(asOf, lateness, required);
  }

  private Dataset<Row> dates(Dimensions dimensions) {
    Row first = night.laps().agg(min("opened_at")).first();
    LocalDate from =
        first.isNullAt(0) ? asOf : first.getTimestamp(0).toLocalDateTime().toLocalDate();
    return dimensions.dates(from, asOf);
  }
}
