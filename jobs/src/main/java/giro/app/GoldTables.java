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
import giro.metric.content.ComputeInfluence;
import giro.metric.content.ComputeMomentum;
import giro.metric.content.ContentLinks;
import giro.metric.content.SharedIdentifiers;
import giro.metric.person.CountPersons;
import giro.metric.person.GatherContents;
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
import org.apache.spark.storage.StorageLevel;

/** The list of published tables: a new metric is one new class and one line here. */
final class GoldTables {
  private final Map<TableContract, Supplier<Dataset<Row>>> ofLanding = new LinkedHashMap<>();
  private final Map<TableContract, Supplier<Dataset<Row>>> ofJourneys = new LinkedHashMap<>();
  private final List<Dataset<Row>> shared = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> ofPersonMetrics;

  GoldTables(
      SparkSession spark,
      GiroSettings settings,
      Lake lake,
      NightStages night,
      LocalDate asOf,
      RestateNight restatements) {
    long end = NightStages.endOf(asOf);
    Supplier<Dataset<Row>> journeys = night::journeyTouches;
    Supplier<Dataset<Row>> laps = night::laps;
    Dimensions dimensions = new Dimensions(spark);
    ComputeSourceQuality quality = quality(settings, asOf);
    long lateness = settings.windows().latenessMicros();

    ofLanding.put(StitchingSensitivity.CONTRACT, () -> lake.read(StitchingSensitivity.CONTRACT));
    ofLanding.put(
        SourceQuality.CONTRACT,
        () -> quality.table(lake.read(LandingFiles.CONTRACT), lake.read(Touches.CONTRACT)));
    ofLanding.put(
        RejectedReasons.CONTRACT, () -> quality.reasons(lake.read(RejectedRows.CONTRACT)));
    ofLanding.put(DimMoment.CONTRACT, dimensions::moments);

    ofJourneys.put(
        IdentityHealth.CONTRACT,
        () ->
            new ComputeIdentityHealth(asOf)
                .table(night.marked(), journeys.get(), night.registry()));
    ofJourneys.put(
        MomentConversion.CONTRACT,
        () -> new ComputeMomentConversion(settings.windows(), end).table(laps.get()));
    ofJourneys.put(
        MomentDropoff.CONTRACT,
        () -> new ComputeMomentDropoff(settings.windows(), end).table(laps.get()));
    ofJourneys.put(
        DropoffOverview.CONTRACT,
        () -> new ComputeMomentDropoff(settings.windows(), end).overview(laps.get()));
    ofJourneys.put(Restatements.CONTRACT, () -> restatements.table(night));
    Supplier<Dataset<Row>> funnels =
        once(() -> new ComputeFunnelSteps(settings.funnels(), end, lateness).cells(journeys.get()));
    ofJourneys.put(FunnelSteps.CONTRACT, () -> ComputeFunnelSteps.table(funnels.get()));
    ofJourneys.put(FunnelOverview.CONTRACT, () -> ComputeFunnelSteps.overview(funnels.get()));
    Supplier<Dataset<Row>> moves =
        once(() -> new ComputeCircleTransitions(end).cells(journeys.get(), laps.get()));
    ofJourneys.put(CircleTransitions.CONTRACT, () -> ComputeCircleTransitions.table(moves.get()));
    ofJourneys.put(CircleOverview.CONTRACT, () -> ComputeCircleTransitions.overview(moves.get()));
    ofContents(settings, lake, night, end);
    ofJourneys.put(
        Headline.CONTRACT, () -> new ComputeHeadline(settings.windows(), end).table(laps.get()));
    ofJourneys.put(
        ClassificationCoverage.CONTRACT, () -> new ComputeCoverage().table(journeys.get()));
    ofJourneys.put(
        IdentityKinds.CONTRACT,
        () -> new ComputeIdentityKinds(asOf).table(journeys.get(), night.registry().identities()));
    ofPersons(spark, settings, night, end);
    ofPersonMetrics =
        PersonMetrics.tables().stream().map(TableContract::name).collect(Collectors.toSet());
    ofJourneys.put(DimDate.CONTRACT, () -> dates(dimensions, night, asOf));
    ofJourneys.put(DimMarket.CONTRACT, () -> dimensions.markets(journeys.get()));
    ofJourneys.put(DimModel.CONTRACT, () -> dimensions.models(journeys.get()));
    ofJourneys.put(DimDealer.CONTRACT, () -> dimensions.dealers(journeys.get()));
  }

  /** One pass counts them all. */
  private void ofPersons(SparkSession spark, GiroSettings settings, NightStages night, long end) {
    PersonMetrics metrics =
        new PersonMetrics(settings.metrics(), settings.windows(), settings.funnels(), end);
    Supplier<Map<TableContract, List<Row>>> ofPersons =
        onceWorkedOut(() -> new CountPersons(metrics).rows(night.journeyTouches()));
    for (TableContract table : PersonMetrics.tables()) {
      ofJourneys.put(
          table, () -> spark.createDataFrame(ofPersons.get().get(table), table.schema()));
    }
  }

  /** What was published and who read it is found once for both. */
  private void ofContents(GiroSettings settings, Lake lake, NightStages night, long end) {
    Supplier<ContentLinks> contents =
        onceWorkedOut(
            () -> {
              Dataset<Row> found =
                  new GatherContents(settings.metrics(), settings.windows(), end)
                      .of(night.journeyTouches())
                      .persist(StorageLevel.MEMORY_AND_DISK());
              shared.add(found);
              ContentLinks links = ContentLinks.of(found, bonds(settings, lake, night));
              shared.add(links.links());
              return links;
            });
    ofJourneys.put(
        CircleSummary.CONTRACT,
        () ->
            new ComputeMomentum(contents.get()).on(new ComputeCircleSummary().table(night.laps())));
    ofJourneys.put(UmotInfluence.CONTRACT, () -> new ComputeInfluence(contents.get()).table());
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
    List<Dataset<Row>> made = new ArrayList<>(1);
    return () -> {
      synchronized (made) {
        if (made.isEmpty()) {
          made.add(rows.get().persist());
          shared.add(made.get(0));
        }
        return made.get(0);
      }
    };
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
        ofPersonMetrics);
  }

  /** Lets go of what was kept to share. */
  void release() {
    shared.forEach(Dataset::unpersist);
  }

  /** Identifiers that persons may have in common without being one. */
  private static Dataset<Row> bonds(GiroSettings settings, Lake lake, NightStages night) {
    List<String> grouping =
        settings.identity().kinds().stream().filter(k -> !k.links()).map(k -> k.kind()).toList();
    return SharedIdentifiers.of(
        lake.read(Touches.CONTRACT),
        night.journeyTouches(),
        night.registry().identities(),
        night.registry().links(),
        grouping);
  }

  private static ComputeSourceQuality quality(GiroSettings settings, LocalDate asOf) {
    Map<String, Long> lateness =
        settings.ingest().sources().stream()
            .collect(Collectors.toMap(s -> s.name(), s -> s.lateness().toDays()));
    List<String> required =
        settings.ingest().sources().stream().filter(s -> s.required()).map(s -> s.name()).toList();
    return new ComputeSourceQuality(asOf, lateness, required);
  }

  private static Dataset<Row> dates(Dimensions dimensions, NightStages night, LocalDate asOf) {
    Row first = night.laps().agg(min("opened_at")).first();
    LocalDate from =
        first.isNullAt(0) ? asOf : first.getTimestamp(0).toLocalDateTime().toLocalDate();
    return dimensions.dates(from, asOf);
  }
}
