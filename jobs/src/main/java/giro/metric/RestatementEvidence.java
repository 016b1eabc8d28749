package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.JourneyTouches;
import giro.model.table.LapStates;
import giro.model.table.ReplacedTouches;
import giro.model.table.WithdrawnTouches;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What tells why laps changed, as narrow rows of one shape, so that one shuffle by person brings a
 * person's laps of two nights and everything about them together.
 */
public final class RestatementEvidence {
  /** What a row speaks of. */
  enum Kind {
    /** A lap of the former night. */
    FORMER,
    /** A lap of this night. */
    NOW,
    /** A touch of a lap that was not known to the former night. */
    FRESH,
    /** Such a touch that occurred before that night's end. */
    LATE,
    /** A touch of a lap whose stored copy was replaced since. */
    REPLACED,
    /** The identifier that gave the person its id belongs to another person now. */
    WENT,
    /** The same, and the other is behind a rule of hand. */
    WENT_BY_RULE,
    /** The person is behind a rule of hand decided since. */
    RULED,
    /** The person has taken consent back. */
    WITHDRAWN
  }

  static final String PERSON = "person";
  static final String KIND = "kind";
  private static final String EVENT = "event";

  private RestatementEvidence() {}

  static Dataset<Row> laps(Dataset<Row> states, Kind kind) {
    return states.select(
        number(col(LapStates.PERSON_ID)),
        lit(kind.ordinal()).as(KIND),
        col(LapStates.LAP),
        col(LapStates.TOUCHES),
        col(LapStates.PARTS));
  }

  /** Every touch that the former night did not know: it landed since, or occurred after its end. */
  public static Dataset<Row> touches(Dataset<Row> journeyTouches, LocalDate former) {
    Column hasLanded = col(JourneyTouches.LANDING_DATE).gt(lit(Date.valueOf(former)));
    Column isAfter = col(JourneyTouches.OCCURRED_AT).geq(lit(Date.valueOf(former.plusDays(1))));
    Column kind = when(isAfter, Kind.FRESH.ordinal()).when(hasLanded, Kind.LATE.ordinal()).as(KIND);
    return touches(journeyTouches.filter(hasLanded.or(isAfter)), kind);
  }

  /**
   * Touches whose stored copy was replaced.
   *
   * @param replaced those of {@link ReplacedTouches} since the former night's run
   */
  public static Dataset<Row> replaced(Dataset<Row> journeyTouches, Dataset<Row> replaced) {
    Dataset<Row> keys =
        replaced
            .select(
                col(ReplacedTouches.SOURCE).as("of_source"),
                col(ReplacedTouches.EVENT_ID).as(EVENT))
            .distinct();
    return touches(
        journeyTouches.join(
            keys,
            col(JourneyTouches.EVENT_ID)
                .equalTo(col(EVENT))
                .and(col(JourneyTouches.SOURCE).equalTo(col("of_source"))),
            "left_semi"),
        lit(Kind.REPLACED.ordinal()).as(KIND));
  }

  private static Dataset<Row> touches(Dataset<Row> touches, Column kind) {
    return touches.select(
        number(col(JourneyTouches.PERSON_ID)),
        kind,
        col(JourneyTouches.LAP),
        lit(1).as(LapStates.TOUCHES),
        noParts());
  }

  /**
   * Persons that went into others.
   *
   * @param ownIds identifiers with the {@code own_id} each would give and its {@code person_id}
   * @param ruled persons behind rules of hand decided since
   */
  public static Dataset<Row> went(Dataset<Row> ownIds, Collection<String> ruled) {
    Column isRuled = col("person_id").isInCollection(ruled);
    Dataset<Row> gone = ownIds.filter(col("person_id").notEqual(col("own_id")));
    return persons(
        gone,
        col("own_id"),
        when(isRuled, Kind.WENT_BY_RULE.ordinal()).otherwise(Kind.WENT.ordinal()));
  }

  /** Persons who have taken consent back; whoever had done so before has no lap that changed. */
  public static Dataset<Row> withdrawn(Dataset<Row> withdrawnTouches) {
    Dataset<Row> persons = withdrawnTouches.select(WithdrawnTouches.PERSON_ID).distinct();
    return persons(persons, col(WithdrawnTouches.PERSON_ID), lit(Kind.WITHDRAWN.ordinal()));
  }

  /** Persons behind rules of hand decided since. */
  public static Dataset<Row> ruled(Dataset<String> personIds) {
    return persons(personIds.toDF("person_id"), col("person_id"), lit(Kind.RULED.ordinal()));
  }

  private static Dataset<Row> persons(Dataset<Row> rows, Column personId, Column kind) {
    return rows.select(
        number(personId), kind.as(KIND), lit(0).as(LapStates.LAP), lit(0), noParts());
  }

  /** Half as wide as the id; null for an erased person. */
  private static Column number(Column personId) {
    return when(personId.isNotNull(), xxhash64(personId)).as(PERSON);
  }

  private static Column noParts() {
    String type = LapStates.CONTRACT.schema().apply(LapStates.PARTS).dataType().catalogString();
    return lit(null).cast(type).as(LapStates.PARTS);
  }
}
