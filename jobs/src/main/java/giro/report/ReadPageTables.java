package giro.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import giro.lake.Lanes;
import giro.lake.Lanes.Piece;
import giro.model.domain.Moment;
import giro.model.table.CircleOverview;
import giro.model.table.DropoffOverview;
import giro.model.table.FunnelOverview;
import giro.model.table.FunnelSteps;
import giro.model.table.Headline;
import giro.model.table.MomentConversion;
import giro.model.table.MomentDropoff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * <p>Nothing is added up here: sums over published rows would leave out what is withheld in them.
 * Line, circle and drop-off come from the overview tables, and of the others only rows over all
 * markets, models and vehicle types are read. Credit of channels is the exception, and says so.
 */
public final class ReadPageTables {
  private static final int AT_ONCE = 3;

  private final Function<String, Dataset<Row>> tables;
  private final ReadQuestions questions;

  /**
   * A reader of one snapshot.
   *
   * @param tables gives a published table by its name; a table may be empty
   * @param optional the same for the tables of persons, which a snapshot may lack
   */
  public ReadPageTables(
      Function<String, Dataset<Row>> tables, Function<String, Optional<Dataset<Row>>> optional) {
    this.tables = tables;
    this.questions = new ReadQuestions(optional);
  }

  /**
   * Runs a few small queries, some at once; their answers do not grow with the number of persons.
   */
  public PageTables read() {
    ReadCircle circle = new ReadCircle(tables);
    ReadConversions conversions = new ReadConversions(tables.apply(MomentConversion.NAME));
    ReadDataBasis basis = new ReadDataBasis(tables);
    Piece<List<HeadlineFigure>> headlines = new Piece<>(this::headlines);
    Piece<List<Funnel>> funnels = new Piece<>(this::funnels);
    Piece<List<Move>> moves = new Piece<>(circle::moves);
    Piece<LapStarts> starts = new Piece<>(circle::starts);
    Piece<List<DropOff>> dropOffs = new Piece<>(this::dropOffs);
    Piece<List<CohortPoint>> cohorts = new Piece<>(conversions::cohorts);
    Piece<List<SourceLine>> sources = new Piece<>(basis::sources);
    Piece<List<RejectedReason>> rejected = new Piece<>(basis::rejected);
    Piece<Map<String, MarkedRows>> marked = new Piece<>(this::markedRows);
    List<Piece<?>> pieces =
        new ArrayList<>(
            List.of(
                sources, marked, headlines, funnels, moves, starts, dropOffs, cohorts, rejected));
    pieces.addAll(questions.pieces());
    new Lanes(AT_ONCE).run(pieces);
    return new PageTables(
        headlines.get(),
        funnels.get(),
        moves.get(),
        starts.get(),
        dropOffs.get(),
        conversions.pairs(cohorts.get(), headlines.get()),
        cohorts.get(),
        sources.get(),
        rejected.get(),
        marked.get(),
        questions.answers());
  }

  private List<HeadlineFigure> headlines() {
    return tables.apply(Headline.NAME).filter(Cells.isAll(Headline.MARKET)).collectAsList().stream()
        .map(
            row ->
                new HeadlineFigure(
                    Cells.text(row, Headline.FIGURE),
                    Cells.text(row, Headline.LABEL_EN),
                    Cells.text(row, Headline.LABEL_IT),
                    Cells.text(row, Headline.UNIT),
                    Cells.number(row, Headline.VALUE),
                    Cells.interval(row, Headline.LOW, Headline.HIGH),
                    Cells.count(row, Headline.DENOMINATOR),
                    Cells.flag(row, Cells.IS_WITHHELD)))
        .sorted(Comparator.comparing(HeadlineFigure::figure))
        .toList();
  }

  private List<Funnel> funnels() {
    List<Row> rows =
        tables
            .apply(FunnelOverview.NAME)
            .filter(col(FunnelSteps.COUNTING).equalTo("unique"))
            .orderBy(FunnelSteps.STEP_NUMBER)
            .collectAsList();
    Comparator<String> linearFirst = Comparator.comparing(name -> !"linear".equals(name));
    Map<String, List<FunnelStep>> steps = new TreeMap<>(linearFirst.thenComparing(name -> name));
    for (Row row : rows) {
      steps
          .computeIfAbsent(Cells.text(row, FunnelSteps.FUNNEL), name -> new ArrayList<>())
          .add(step(row));
    }
    return steps.entrySet().stream().map(e -> new Funnel(e.getKey(), e.getValue())).toList();
  }

  private static FunnelStep step(Row row) {
    return new FunnelStep(
        (int) Cells.plainCount(row, FunnelSteps.STEP_NUMBER),
        Cells.text(row, FunnelSteps.STEP_NAME),
        Cells.count(row, FunnelSteps.REACHED),
        Cells.count(row, FunnelSteps.OPEN),
        Cells.count(row, FunnelSteps.DROPPED),
        Cells.count(row, FunnelSteps.EXCLUDED));
  }

  private List<DropOff> dropOffs() {
    return tables.apply(DropoffOverview.NAME).collectAsList().stream()
        .map(
            row ->
                new DropOff(
                    Cells.text(row, MomentDropoff.LAST_MOMENT),
                    Cells.plainCount(row, MomentDropoff.LAPS),
                    Cells.plainCount(row, MomentDropoff.CONVERTED),
                    Cells.plainCount(row, MomentDropoff.LOST),
                    Cells.plainCount(row, MomentDropoff.OPEN),
                    Cells.plainCount(row, MomentDropoff.DROPPED)))
        .sorted(Comparator.comparing(dropOff -> Moment.valueOf(dropOff.lastMoment())))
        .toList();
  }

  /** How many of the rows that the page reads are not shown as they are, for each chart's note. */
  private Map<String, MarkedRows> markedRows() {
    Map<String, Dataset<Row>> read = new LinkedHashMap<>();
    for (String table : List.of(FunnelOverview.NAME, CircleOverview.NAME, DropoffOverview.NAME)) {
      read.put(table, tables.apply(table));
    }
    read.put(
        MomentConversion.NAME,
        overAll(
            MomentConversion.NAME,
            MomentConversion.MARKET,
            MomentConversion.MODEL,
            MomentConversion.VEHICLE_TYPE));
    Map<String, MarkedRows> marked = new HashMap<>();
    read.forEach(
        (name, rows) -> {
          Row counts =
              rows.agg(
                      count(when(col(Cells.IS_WITHHELD), lit(1))),
                      count(when(col(Cells.IS_ROUNDED), lit(1))))
                  .first();
          marked.put(name, new MarkedRows(counts.getLong(0), counts.getLong(1)));
        });
    return marked;
  }

  private Dataset<Row> overAll(String table, String... dimensions) {
    return tables.apply(table).filter(Cells.isAll(dimensions));
  }
}
