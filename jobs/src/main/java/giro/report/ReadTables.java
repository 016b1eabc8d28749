package giro.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import giro.lake.Lanes.Piece;
import giro.model.table.CircleOverview;
import giro.model.table.CircleSummary;
import giro.model.table.CircleTransitions;
import giro.model.table.DropoffOverview;
import giro.model.table.FunnelOverview;
import giro.model.table.FunnelSteps;
import giro.model.table.Headline;
import giro.model.table.MomentConversion;
import giro.model.table.Restatements;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which rows of which published tables the page reads: a small query or two of each. */
final class ReadTables {
  private static final String MARKET = "market";
  private static final String MODEL = "model";
  private static final String MONTH = "month";

  private static final Map<Dimension, String> BY_MARKET = Map.of(Dimension.MARKET, MARKET);
  private static final Map<Dimension, String> BY_MODEL =
      Map.of(Dimension.MARKET, MARKET, Dimension.MODEL, MODEL);
  private static final Map<Dimension, String> BY_MARKET_AND_MONTH =
      Map.of(Dimension.MARKET, MARKET, Dimension.MONTH, MONTH);
  private static final Map<Dimension, String> BY_MONTH = all(MONTH);
  private static final Map<Dimension, String> BY_COHORT = all(CircleSummary.COHORT_MONTH);

  private static final int ALERTS = 200;

  private final Map<String, Piece<SlicedRows>> pieces = new LinkedHashMap<>();

  ReadTables(Function<String, Optional<Dataset<Row>>> tables, Choices choices) {
    Function<String, Optional<Dataset<Row>>> prepared =
        name ->
            name.equals(FunnelSteps.NAME)
                ? tables.apply(name).map(ReadTables::withMarketAndModel)
                : tables.apply(name);
    queries()
        .forEach(
            (name, query) -> pieces.put(name, new Piece<>(() -> query.read(prepared, choices))));
  }

  private static Map<Dimension, String> all(String month) {
    return Map.of(Dimension.MARKET, MARKET, Dimension.MODEL, MODEL, Dimension.MONTH, month);
  }

  /** By the name under which the page asks for the rows. */
  private static Map<String, ReadSliced> queries() {
    Map<String, ReadSliced> queries = new LinkedHashMap<>();
    queries.put(Headline.NAME, ReadSliced.timeless(Headline.NAME, BY_MARKET, every()));
    queries.put(
        FunnelOverview.NAME,
        ReadSliced.withMonths(
            FunnelOverview.NAME, FunnelSteps.NAME, BY_COHORT, ReadTables::ofFunnels));
    queries.put(
        CircleOverview.NAME,
        ReadSliced.withMonths(CircleOverview.NAME, CircleTransitions.NAME, BY_COHORT, every()));
    queries.put(CircleSummary.NAME, ReadSliced.series(CircleSummary.NAME, BY_COHORT, every()));
    queries.put(DropoffOverview.NAME, ReadSliced.timeless(DropoffOverview.NAME, Map.of(), every()));
    queries.put(
        MomentConversion.NAME,
        ReadSliced.series(
            MomentConversion.NAME, BY_COHORT, overAll(MomentConversion.VEHICLE_TYPE)));
    queries.put(
        Restatements.NAME, ReadSliced.timeless(Restatements.NAME, Map.of(), ReadChanges::query));
    addOfPersons(queries);
    return queries;
  }

  private static void addOfPersons(Map<String, ReadSliced> queries) {
    queries.put(
        ReadBlindLine.TABLE,
        ReadSliced.withMonths(ReadBlindLine.TABLE, "linear_vs_circular", BY_COHORT, every()));
    queries.put(
        ReadDealers.TABLE,
        ReadSliced.withMonths(
            ReadDealers.TABLE, "dealer_funnel", BY_MARKET_AND_MONTH, overAll("lead_origin")));
    queries.put(
        ReadHandoffs.TABLE,
        ReadSliced.withMonths(ReadHandoffs.TABLE, "handoffs", BY_MARKET_AND_MONTH, every()));
    queries.put(
        ReadInfluence.TABLE,
        ReadSliced.timeless(ReadInfluence.TABLE, BY_MARKET, overAll("content_id", "dealer")));
    queries.put(
        ReadReputation.TABLE,
        ReadSliced.timeless(ReadReputation.TABLE, Map.of(), ReadReputation::latest));
    queries.put(
        ReadReputation.ALERTS,
        ReadSliced.timeless(
            ReadReputation.ALERTS, Map.of(), table -> table.orderBy(desc("date")).limit(ALERTS)));
    queries.put(
        ReadExperience.TABLE,
        ReadSliced.withMonths(
            ReadExperience.TABLE,
            "experience",
            Map.of(Dimension.MONTH, MONTH),
            overAll("channel", "department")));
    queries.put(ReadPaths.TABLE, ReadSliced.timeless(ReadPaths.TABLE, BY_MODEL, every()));
    queries.put(
        ReadCredits.TABLE,
        ReadSliced.withMonths(ReadCredits.TABLE, "attribution", BY_MONTH, ReadCredits::byChannel));
    queries.put(ReadSources.TABLE, ReadSliced.timeless(ReadSources.TABLE, BY_MODEL, every()));
    queries.put(
        ReadLeaks.TABLE,
        ReadSliced.withMonths(ReadLeaks.TABLE, "leakage", BY_MONTH, ReadLeaks::query));
    queries.put(
        ReadAnswers.TABLE,
        ReadSliced.withMonths(
            ReadAnswers.TABLE, "responsiveness", BY_MARKET_AND_MONTH, ReadAnswers::query));
    queries.put(ReadReturns.TABLE, ReadSliced.timeless(ReadReturns.TABLE, BY_MODEL, every()));
  }

  private static UnaryOperator<Dataset<Row>> every() {
    return table -> table;
  }

  private static UnaryOperator<Dataset<Row>> overAll(String... columns) {
    return table -> table.filter(Cells.isAll(columns));
  }

  /** The queries, to be run before {@link #answers()}. */
  List<Piece<SlicedRows>> pieces() {
    return List.copyOf(pieces.values());
  }

  Map<String, SlicedRows> answers() {
    Map<String, SlicedRows> rows = new HashMap<>();
    pieces.forEach((name, piece) -> rows.put(name, piece.get()));
    return rows;
  }

  /** Units counted once. */
  private static Dataset<Row> ofFunnels(Dataset<Row> steps) {
    return steps.filter(col(FunnelSteps.COUNTING).equalTo("unique"));
  }

  /**
   * The steps of funnels by month with columns for market and model, from whichever breakdowns name
   * them; rows that another breakdown narrows are left out.
   */
  static Dataset<Row> withMarketAndModel(Dataset<Row> steps) {
    String[][] breakdowns = {
      {FunnelSteps.BREAKDOWN_1_NAME, FunnelSteps.BREAKDOWN_1_VALUE},
      {FunnelSteps.BREAKDOWN_2_NAME, FunnelSteps.BREAKDOWN_2_VALUE},
      {FunnelSteps.BREAKDOWN_3_NAME, FunnelSteps.BREAKDOWN_3_VALUE}
    };
    Column market = lit(PageTables.ALL);
    Column model = lit(PageTables.ALL);
    Column isWide = lit(true);
    for (String[] breakdown : breakdowns) {
      Column name = coalesce(col(breakdown[0]), lit(""));
      Column value = col(breakdown[1]);
      market = when(name.equalTo(MARKET), value).otherwise(market);
      model = when(name.equalTo(MODEL), value).otherwise(model);
      Column isOther = name.isin("", MARKET, MODEL);
      isWide = isWide.and(isOther.or(value.equalTo(PageTables.ALL)));
    }
    return steps.filter(isWide).withColumn(MARKET, market).withColumn(MODEL, model);
  }
}
