package giro.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import giro.model.table.CircleSummary;
import giro.model.table.DimMarket;
import giro.model.table.DimModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads what a reader of the page can choose from: the markets and models with the most laps, and
 * the latest cohort months.
 */
final class ReadChoices {
  /** More than these would make the page too large and its lists too long. */
  private static final int VALUES = 14;

  private static final int MONTHS = 36;

  private final Function<String, Optional<Dataset<Row>>> tables;

  ReadChoices(Function<String, Optional<Dataset<Row>>> tables) {
    this.tables = tables;
  }

  Choices read() {
    return tables
        .apply(CircleSummary.NAME)
        .map(
            laps ->
                new Choices(
                    values(laps, CircleSummary.MARKET, CircleSummary.MODEL, DimMarket.NAME),
                    values(laps, CircleSummary.MODEL, CircleSummary.MARKET, DimModel.NAME),
                    months(laps)))
        .orElse(Choices.none());
  }

  private List<Choices.Choice> values(
      Dataset<Row> laps, String column, String other, String labels) {
    Map<String, Choices.Choice> labelled = labels(labels, column);
    return laps
        .filter(Cells.isAll(other).and(col(column).notEqual(PageTables.ALL)))
        .groupBy(column)
        .agg(sum(CircleSummary.LAPS).as(CircleSummary.LAPS))
        .orderBy(col(CircleSummary.LAPS).desc_nulls_last(), col(column))
        .limit(VALUES)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .map(value -> labelled.getOrDefault(value, new Choices.Choice(value, value, value)))
        .toList();
  }

  private Map<String, Choices.Choice> labels(String table, String column) {
    Map<String, Choices.Choice> labels = new HashMap<>();
    tables
        .apply(table)
        .ifPresent(
            rows ->
                rows.select(column, DimMarket.LABEL_EN, DimMarket.LABEL_IT)
                    .collectAsList()
                    .forEach(row -> labels.put(row.getString(0), choice(row))));
    return labels;
  }

  private static Choices.Choice choice(Row row) {
    return new Choices.Choice(row.getString(0), row.getString(1), row.getString(2));
  }

  private static List<Choices.Choice> months(Dataset<Row> laps) {
    Column month = col(CircleSummary.COHORT_MONTH).cast("string");
    return laps
        .filter(Cells.isAll(CircleSummary.MARKET, CircleSummary.MODEL))
        .select(month)
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted(Comparator.reverseOrder())
        .limit(MONTHS)
        .map(first -> new Choices.Choice(first, label(first), label(first)))
        .toList();
  }

  private static String label(String first) {
    return Wording.month(java.time.LocalDate.parse(first));
  }
}
