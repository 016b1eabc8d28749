package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.model.table.RejectedRows;
import giro.model.table.Touches;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.TimestampType;

/**
 * Turns mapped rows into touches or reasons for rejection: times, numbers, normal forms, keyed
 * hashes, masks, allow-list. Raw identifiers are gone after this.
 */
final class NormaliseTouches {
  private static final long DAY_SECONDS = 86_400L;
  private static final String MICROS = "_micros";

  private final IngestSettings ingest;
  private final PrivacySettings privacy;
  private final SourceSettings source;

  NormaliseTouches(IngestSettings ingest, PrivacySettings privacy, SourceSettings source) {
    this.ingest = ingest;
    this.privacy = privacy;
    this.source = source;
  }

  /**
   * Touch columns plus the reader's own; a row with a reason in {@link ReadLanding#REASON} is to be
   * rejected and its touch columns mean nothing.
   */
  Dataset<Row> apply(Dataset<Row> mapped, String runId) {
    DataType time = mapped.schema().apply(Touches.OCCURRED_AT).dataType();
    Dataset<Row> timed =
        mapped
            .withColumn(MICROS, micros(time))
            .withColumn(Touches.OCCURRED_PRECISION, precision(time))
            .withColumn(RejectedRows.FIELDS_PRESENT, fieldsPresent());
    return timed
        .withColumn(ReadLanding.REASON, coalesce(col(ReadLanding.REASON), reason()))
        .select(columns(runId).toArray(Column[]::new));
  }

  private static Column fieldsPresent() {
    List<Column> names = new ArrayList<>();
    for (String name : RawColumns.COMMON) {
      names.add(when(col(name).isNotNull(), lit(name)));
    }
    return concat_ws(",", names.toArray(Column[]::new));
  }

  private static Column micros(DataType time) {
    Column at = col(Touches.OCCURRED_AT);
    if (time instanceof TimestampType) {
      return unix_micros(at);
    }
    if (time instanceof DateType) {
      return unix_micros(at.cast("timestamp"));
    }
    return udf((String text) -> OccurredAt.micros(text), DataTypes.LongType)
        .apply(at.cast("string"));
  }

  /** A date, or midnight from a source whose clock is a day wide, says only the day. */
  private Column precision(DataType time) {
    Column at = col(Touches.OCCURRED_AT);
    Column isDay;
    if (time instanceof DateType) {
      isDay = lit(true);
    } else if (time instanceof TimestampType) {
      isDay =
          lit(source.clockUncertainty().toSeconds() >= DAY_SECONDS)
              .and(date_trunc("day", at).equalTo(at));
    } else {
      isDay = length(trim(at)).equalTo(10);
    }
    return when(isDay, "day").otherwise("instant");
  }

  private Column reason() {
    Column id = col(Touches.EVENT_ID).cast("string");
    Column type = col(Touches.EVENT_TYPE).cast("string");
    Column at = col(Touches.OCCURRED_AT).cast("string");
    Column micros = col(MICROS);
    Column landed = unix_micros(col(ReadLanding.LANDING_DATE).cast("timestamp"));
    long earliest = ingest.earliest().toEpochDay() * DAY_SECONDS * 1_000_000L;
    long future = ingest.future().toNanos() / 1_000L + DAY_SECONDS * 1_000_000L;
    Column kinds = map_keys(col(Touches.IDENTIFIERS));
    return when(isBlank(id), Reasons.MISSING_EVENT_ID)
        .when(isBlank(type), Reasons.MISSING_EVENT_TYPE)
        .when(isContainer(id).or(isContainer(type)), Reasons.WRONG_TYPE)
        .when(isBlank(at), Reasons.MISSING_OCCURRED_AT)
        .when(micros.isNull(), Reasons.BAD_OCCURRED_AT)
        .when(micros.lt(earliest), Reasons.OCCURRED_TOO_EARLY)
        .when(micros.geq(landed.plus(future)), Reasons.OCCURRED_TOO_LATE)
        .when(array_contains(kinds, Reasons.WRONG_TYPE), Reasons.WRONG_TYPE)
        .when(
            array_contains(map_keys(col(Touches.ATTRIBUTES)), Reasons.WRONG_TYPE),
            Reasons.WRONG_TYPE)
        .when(hasNoIdentifier(), Reasons.MISSING_IDENTIFIERS)
        .when(isTooLong(), Reasons.FIELD_TOO_LONG)
        .when(hasBadNumber(), Reasons.BAD_NUMBER);
  }

  private static Column isBlank(Column text) {
    return text.isNull().or(trim(text).equalTo(""));
  }

  private static Column isContainer(Column text) {
    return text.startsWith("{").or(text.startsWith("["));
  }

  private static Column hasNoIdentifier() {
    return not(
        exists(
            map_values(col(Touches.IDENTIFIERS)),
            value -> coalesce(trim(value).notEqual(""), lit(false))));
  }

  private Column isTooLong() {
    Column longest = lit(0);
    for (String name : RawColumns.COMMON) {
      longest = greatest(longest, coalesce(length(col(name).cast("string")), lit(0)));
    }
    Column limit = lit(ingest.maxFieldBytes());
    Column inMaps =
        exists(map_values(col(Touches.IDENTIFIERS)), v -> length(v).gt(limit))
            .or(exists(map_values(col(Touches.ATTRIBUTES)), v -> length(v).gt(limit)));
    return longest.gt(limit).or(coalesce(inMaps, lit(false)));
  }

  private static Column hasBadNumber() {
    Column bad = lit(false);
    for (String name : List.of(Touches.RATING, Touches.SENTIMENT, Touches.REACH, Touches.AMOUNT)) {
      bad = bad.or(col(name).isNotNull().and(number(name).isNull()));
    }
    return bad;
  }

  private static Column number(String name) {
    return col(name).cast("string").cast("double");
  }

  private List<Column> columns(String runId) {
    List<Column> columns = new ArrayList<>();
    for (String own :
        List.of(
            ReadLanding.POSITION,
            ReadLanding.LENGTH,
            ReadLanding.CHECKSUM,
            ReadLanding.REASON,
            RejectedRows.FIELDS_PRESENT)) {
      columns.add(col(own));
    }
    var hide = new HideIdentifiers(ingest, privacy, source.attributes());
    Column market = text(Touches.MARKET);
    Column identifiers = hide.identifiers(col(Touches.IDENTIFIERS), market);
    Column isDay = col(Touches.OCCURRED_PRECISION).equalTo("day");
    Column uncertainty = lit(source.clockUncertainty().toSeconds());
    for (String name : Touches.CONTRACT.columnNames()) {
      Column value =
          switch (name) {
            case Touches.SOURCE -> lit(source.name());
            case Touches.OCCURRED_AT -> timestamp_micros(col(MICROS));
            case Touches.OCCURRED_PRECISION -> col(Touches.OCCURRED_PRECISION);
            case Touches.UNCERTAINTY_SECONDS ->
                when(isDay, lit(DAY_SECONDS)).otherwise(uncertainty);
            case Touches.RECEIVED_AT -> col(Touches.RECEIVED_AT).cast("timestamp");
            case Touches.IDENTIFIERS -> identifiers;
            case Touches.KEY_ID -> lit(privacy.keyId());
            case Touches.CHANNEL -> coalesce(text(Touches.CHANNEL), lit(source.name()));
            case Touches.VIN ->
                coalesce(hide.vin(text(Touches.VIN), market), hide.vinOf(identifiers));
            case Touches.RATING, Touches.SENTIMENT, Touches.AMOUNT -> number(name);
            case Touches.REACH -> number(name).cast("bigint");
            case Touches.TOPIC, Touches.CAMPAIGN -> hide.masked(text(name));
            case Touches.ATTRIBUTES -> hide.attributes(col(Touches.ATTRIBUTES));
            case Touches.CONSENT -> lower(text(Touches.CONSENT));
            case Touches.LANDING_DATE -> col(ReadLanding.LANDING_DATE);
            case Touches.LANDING_FILE -> col(ReadLanding.FILE);
            case Touches.RUN_ID -> lit(runId);
            default -> text(name);
          };
      columns.add(value.as(name));
    }
    return columns;
  }

  private static Column text(String name) {
    return nullif(trim(col(name).cast("string")), lit(""));
  }
}
