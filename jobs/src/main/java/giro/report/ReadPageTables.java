package giro.report;

import giro.lake.Lanes;
import giro.lake.Lanes.Piece;
import giro.model.domain.Moment;
import giro.model.table.CircleOverview;
import giro.model.table.CircleSummary;
import giro.model.table.DropoffOverview;
import giro.model.table.FunnelOverview;
import giro.model.table.FunnelSteps;
import giro.model.table.Headline;
import giro.model.table.MomentConversion;
import giro.model.table.MomentDropoff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads what the page shows from the published tables of one run.
 *
 * <p>A choice of market, model and month shows the published rows of that choice: sums over rows of
 * finer choices would leave out what is withheld in them. Line, circle and drop-off come from the
 * overview tables where nothing is chosen. Credit of channels, pairs of moments and the starts of
 * laps are the exceptions, and say so.
 */
public final class ReadPageTables {
  private static final int AT_ONCE = 3;

  private final Function<String, Dataset<Row>> tables;
  private final Function<String, Optional<Dataset<Row>>> optional;

  /**
   * A reader of one snapshot.
   *
   * @param tables gives a published table by its name; a table may be empty
   * @param optional the same for tables which a snapshot may lack
   */
  public ReadPageTables(
      Function<String, Dataset<Row>> tables, Function<String, Optional<Dataset<Row>>> optional) {
    this.tables = tables;
    this.optional = optional;
  }

  /**
   * Runs a few small queries, some at once; their answers do not grow with the number of persons.
   */
  public PublishedNight read() {
    Choices choices = new ReadChoices(optional).read();
    ReadTables rows = new ReadTables(optional, choices);
    ReadDataBasis basis = new ReadDataBasis(tables);
    Piece<List<SourceLine>> sources = new Piece<>(basis::sources);
    Piece<List<RejectedReason>> rejected = new Piece<>(basis::rejected);
    List<Piece<?>> pieces = new ArrayList<>(List.of(sources, rejected));
    pieces.addAll(rows.pieces());
    new Lanes(AT_ONCE).run(pieces);
    return new PublishedNight(choices, rows.answers(), sources.get(), rejected.get());
  }

  /** The page of one choice, from its rows. */
  static PageTables page(Questions rows, List<SourceLine> sources, List<RejectedReason> rejected) {
    List<HeadlineFigure> headlines = headlines(rows.of(Headline.NAME));
    TableRows conversions = rows.of(MomentConversion.NAME);
    Map<String, MarkedRows> marked = new HashMap<>();
    for (String table :
        List.of(
            FunnelOverview.NAME,
            CircleOverview.NAME,
            DropoffOverview.NAME,
            MomentConversion.NAME)) {
      marked.put(table, rows.of(table).marked());
    }
    return new PageTables(
        headlines,
        funnels(rows.of(FunnelOverview.NAME)),
        ReadCircle.moves(rows.of(CircleOverview.NAME)),
        ReadCircle.starts(rows.of(CircleSummary.NAME)),
        dropOffs(rows.of(DropoffOverview.NAME)),
        ReadConversions.pairs(conversions, headlines),
        ReadConversions.cohorts(conversions),
        sources,
        rejected,
        marked,
        rows);
  }

  private static List<HeadlineFigure> headlines(TableRows rows) {
    return rows.all().stream()
        .map(
            row ->
                new HeadlineFigure(
                    row.text(Headline.FIGURE),
                    row.text(Headline.LABEL_EN),
                    row.text(Headline.LABEL_IT),
                    row.text(Headline.UNIT),
                    row.number(Headline.VALUE),
                    row.interval(Headline.LOW, Headline.HIGH),
                    row.count(Headline.DENOMINATOR),
                    row.isWithheld()))
        .sorted(Comparator.comparing(HeadlineFigure::figure))
        .toList();
  }

  private static List<Funnel> funnels(TableRows rows) {
    Comparator<String> linearFirst = Comparator.comparing(name -> !"linear".equals(name));
    Map<String, List<FunnelStep>> steps = new TreeMap<>(linearFirst.thenComparing(name -> name));
    rows.all().stream()
        .sorted(Comparator.comparing(row -> row.count(FunnelSteps.STEP_NUMBER)))
        .forEach(
            row ->
                steps
                    .computeIfAbsent(row.text(FunnelSteps.FUNNEL), name -> new ArrayList<>())
                    .add(step(row)));
    return steps.entrySet().stream().map(e -> new Funnel(e.getKey(), e.getValue())).toList();
  }

  private static FunnelStep step(PublishedRow row) {
    return new FunnelStep(
        row.count(FunnelSteps.STEP_NUMBER).intValue(),
        row.text(FunnelSteps.STEP_NAME),
        row.count(FunnelSteps.REACHED),
        row.count(FunnelSteps.OPEN),
        row.count(FunnelSteps.DROPPED),
        row.count(FunnelSteps.EXCLUDED));
  }

  private static List<DropOff> dropOffs(TableRows rows) {
    return rows.all().stream()
        .map(
            row ->
                new DropOff(
                    row.text(MomentDropoff.LAST_MOMENT),
                    plain(row, MomentDropoff.LAPS),
                    plain(row, MomentDropoff.CONVERTED),
                    plain(row, MomentDropoff.LOST),
                    plain(row, MomentDropoff.OPEN),
                    plain(row, MomentDropoff.DROPPED)))
        .sorted(Comparator.comparing(dropOff -> Moment.valueOf(dropOff.lastMoment())))
        .toList();
  }

  private static long plain(PublishedRow row, String column) {
    Long count = row.count(column);
    return count == null ? 0 : count;
  }
}
