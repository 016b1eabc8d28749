package giro.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_concat;
import static org.apache.spark.sql.functions.when;

import giro.model.table.Touches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.TimestampType;

/**
 * Turns a source's raw fields into the common touch fields. A target is the user's expression;
 * else, for a row in the common touch form (it has an event id and an event type), the field of
 * that name; else the preset's expression; else the field of that name.
 */
final class MapFields {
  private static final String IS_COMMON = "_is_common";
  private static final Column NO_TEXTS = map().cast("map<string,string>");

  private final SourceSettings source;

  MapFields(SourceSettings source) {
    this.source = source;
  }

  /** The reader's own columns, then every common touch field as the mapping gives it. */
  Dataset<Row> apply(Dataset<Row> raw) {
    Dataset<Row> marked =
        raw.withColumn(
            IS_COMMON, col(Touches.EVENT_ID).isNotNull().and(col(Touches.EVENT_TYPE).isNotNull()));
    List<Column> columns = new ArrayList<>();
    for (String own :
        List.of(
            ReadLanding.FILE,
            ReadLanding.LANDING_DATE,
            ReadLanding.POSITION,
            ReadLanding.LENGTH,
            ReadLanding.CHECKSUM,
            ReadLanding.REASON)) {
      columns.add(col(own));
    }
    Dataset<Row> mapped = marked;
    RawColumns.COMMON.forEach(target -> columns.add(text(mapped, field(target)).as(target)));
    columns.add(texts(RawColumns.IDENTIFIERS).as(RawColumns.IDENTIFIERS));
    columns.add(texts(RawColumns.ATTRIBUTES).as(RawColumns.ATTRIBUTES));
    return marked.select(columns.toArray(Column[]::new));
  }

  /** Times as ISO text with a zone, dates as ISO dates, all else as Spark prints it. */
  private static Column text(Dataset<Row> rows, Column field) {
    DataType type = rows.select(field).schema().fields()[0].dataType();
    return type instanceof TimestampType
        ? date_format(field, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
        : field.cast("string");
  }

  private Column field(String target) {
    String own = source.mapping().get(target);
    if (own != null) {
      return expr(own);
    }
    String preset = source.presetMapping().get(target);
    return preset == null
        ? col(target)
        : when(col(IS_COMMON), col(target)).otherwise(expr(preset).cast("string"));
  }

  /** identifiers or attributes: single targets of the mapping over the row's own map. */
  private Column texts(String target) {
    Column fromPreset = entries(target, source.presetMapping());
    Column fromUser = entries(target, source.mapping());
    Column own = coalesce(col(target), NO_TEXTS);
    Column base = fromPreset == null ? own : when(col(IS_COMMON), own).otherwise(fromPreset);
    return fromUser == null ? base : map_concat(base, fromUser);
  }

  private static Column entries(String target, Map<String, String> mapping) {
    List<Column> entries = new ArrayList<>();
    new TreeMap<>(mapping)
        .forEach(
            (name, sql) -> {
              if (name.startsWith(target + ".")) {
                entries.add(lit(name.substring(target.length() + 1)));
                entries.add(expr(sql).cast("string"));
              }
            });
    return entries.isEmpty() ? null : map(entries.toArray(Column[]::new));
  }
}
