package giro.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import giro.model.table.ClassificationCoverage;
import giro.model.table.IdentityHealth;
import giro.model.table.RejectedReasons;
import giro.model.table.SourceQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what the figures rest on: what landed, what the rules matched, what has a person. */
final class ReadDataBasis {
  private static final int NIGHTS = 30;
  private static final int REASONS = 10;
  private static final String LAST_NIGHT = "is_missing_last_night";
  private static final String NIGHTS_KNOWN = "nights";
  private static final String NIGHTS_MISSING = "missing_nights";

  private final Function<String, Dataset<Row>> tables;

  ReadDataBasis(Function<String, Dataset<Row>> tables) {
    this.tables = tables;
  }

  /** One line a source in the order of their names, then all of them together. */
  List<SourceLine> sources() {
    Map<String, SourceLine.Landing> landing = landing();
    Map<String, SourceLine.Coverage> coverage = coverage();
    Map<String, SourceLine.Stitching> stitching = stitching();
    Set<String> names = new TreeSet<>(landing.keySet());
    names.addAll(coverage.keySet());
    names.addAll(stitching.keySet());
    names.remove(PageTables.ALL);
    List<SourceLine> lines = new ArrayList<>();
    for (String name : names) {
      lines.add(new SourceLine(name, landing.get(name), coverage.get(name), stitching.get(name)));
    }
    if (!names.isEmpty()) {
      lines.add(
          new SourceLine(
              PageTables.ALL,
              landing.values().stream().reduce(SourceLine.Landing::plus).orElse(null),
              coverage.values().stream().reduce(SourceLine.Coverage::plus).orElse(null),
              stitching.get(PageTables.ALL)));
    }
    return lines;
  }

  /** The most frequent first. */
  List<RejectedReason> rejected() {
    return tables
        .apply(RejectedReasons.NAME)
        .filter(inRecentNights(RejectedReasons.LANDING_DATE))
        .groupBy(RejectedReasons.REASON, RejectedReasons.IS_ROW)
        .agg(sum(RejectedReasons.REJECTED).as(RejectedReasons.REJECTED))
        .orderBy(
            col(RejectedReasons.REJECTED).desc(),
            col(RejectedReasons.REASON),
            col(RejectedReasons.IS_ROW))
        .limit(REASONS)
        .collectAsList()
        .stream()
        .map(
            row ->
                new RejectedReason(
                    Cells.text(row, RejectedReasons.REASON),
                    Cells.flag(row, RejectedReasons.IS_ROW),
                    Cells.plainCount(row, RejectedReasons.REJECTED)))
        .toList();
  }

  private Map<String, SourceLine.Landing> landing() {
    Column missing = col(SourceQuality.IS_MISSING);
    Column lastNight = col(SourceQuality.LANDING_DATE).equalTo(lastNight());
    Dataset<Row> lines =
        tables
            .apply(SourceQuality.NAME)
            .filter(inRecentNights(SourceQuality.LANDING_DATE))
            .groupBy(SourceQuality.SOURCE)
            .agg(
                sum(SourceQuality.ROWS_READ).as(SourceQuality.ROWS_READ),
                sum(SourceQuality.ACCEPTED).as(SourceQuality.ACCEPTED),
                sum(SourceQuality.DUPLICATES).as(SourceQuality.DUPLICATES),
                sum(SourceQuality.REJECTED).as(SourceQuality.REJECTED),
                sum(SourceQuality.LATE_TOUCHES).as(SourceQuality.LATE_TOUCHES),
                count(when(missing, lit(1))).as(NIGHTS_MISSING),
                count(lit(1)).as(NIGHTS_KNOWN),
                max(lastNight.and(missing)).as(LAST_NIGHT));
    Map<String, SourceLine.Landing> landing = new TreeMap<>();
    for (Row row : lines.collectAsList()) {
      landing.put(Cells.text(row, SourceQuality.SOURCE), landing(row));
    }
    return landing;
  }

  private static SourceLine.Landing landing(Row row) {
    return new SourceLine.Landing(
        Cells.plainCount(row, SourceQuality.ROWS_READ),
        Cells.plainCount(row, SourceQuality.ACCEPTED),
        Cells.plainCount(row, SourceQuality.DUPLICATES),
        Cells.plainCount(row, SourceQuality.REJECTED),
        Cells.plainCount(row, SourceQuality.LATE_TOUCHES),
        Cells.plainCount(row, NIGHTS_MISSING),
        Cells.plainCount(row, NIGHTS_KNOWN),
        Cells.flag(row, LAST_NIGHT));
  }

  private Map<String, SourceLine.Coverage> coverage() {
    Map<String, SourceLine.Coverage> coverage = new TreeMap<>();
    tables
        .apply(ClassificationCoverage.NAME)
        .groupBy(ClassificationCoverage.SOURCE)
        .agg(
            sum(ClassificationCoverage.TOUCHES).as(ClassificationCoverage.TOUCHES),
            sum(ClassificationCoverage.NONE).as(ClassificationCoverage.NONE),
            sum(ClassificationCoverage.UNCLASSIFIED).as(ClassificationCoverage.UNCLASSIFIED))
        .collectAsList()
        .forEach(
            row ->
                coverage.put(
                    Cells.text(row, ClassificationCoverage.SOURCE),
                    new SourceLine.Coverage(
                        Cells.plainCount(row, ClassificationCoverage.TOUCHES),
                        Cells.plainCount(row, ClassificationCoverage.NONE),
                        Cells.plainCount(row, ClassificationCoverage.UNCLASSIFIED))));
    return coverage;
  }

  private Map<String, SourceLine.Stitching> stitching() {
    Dataset<Row> health = tables.apply(IdentityHealth.NAME);
    Object latest = health.agg(max(IdentityHealth.AS_OF)).first().get(0);
    Map<String, SourceLine.Stitching> stitching = new TreeMap<>();
    health
        .filter(col(IdentityHealth.AS_OF).equalTo(lit(latest)))
        .filter(Cells.isAll(IdentityHealth.MARKET))
        .collectAsList()
        .forEach(
            row ->
                stitching.put(
                    Cells.text(row, IdentityHealth.SOURCE),
                    new SourceLine.Stitching(
                        Cells.plainCount(row, IdentityHealth.TOUCHES),
                        Cells.plainCount(row, IdentityHealth.STITCHED),
                        Cells.plainCount(row, IdentityHealth.ANONYMOUS),
                        Cells.plainCount(row, IdentityHealth.WITHOUT_CONSENT),
                        Cells.plainCount(row, IdentityHealth.BOTS))));
    return stitching;
  }

  private Column inRecentNights(String date) {
    return col(date).gt(date_sub(lastNight(), NIGHTS));
  }

  /** The latest landing night of any source; null where none has landed. */
  private Column lastNight() {
    Object latest =
        tables.apply(SourceQuality.NAME).agg(max(SourceQuality.LANDING_DATE)).first().get(0);
    return lit(latest).cast("date");
  }
}
