package giro.journey;

import giro.model.domain.ConversionPair;
import giro.model.domain.Moment;
import giro.model.domain.RuleOutcome;
import giro.model.domain.Times;
import giro.model.table.JourneyTouches;
import giro.model.table.Touches;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Writes the outcome of the pass as rows of {@code journey_touches}. */
final class JourneyRows {
  private static final String UNKNOWN = "unknown";
  private static final double HOUR = 3_600_000_000.0;

  private final StructType input;
  private final int ruleVersion;
  private final List<Function<JourneyTouch, Object>> columns = new ArrayList<>();

  /** The person at hand; the pass goes person by person. */
  private String personId;

  private int sequence;
  private Row lapRecord;

  JourneyRows(StructType input, int ruleVersion) {
    this.input = input;
    this.ruleVersion = ruleVersion;
    JourneyTouches.CONTRACT.columnNames().forEach(name -> columns.add(column(name)));
  }

  static String personId(long personKey) {
    return "p" + HexFormat.of().toHexDigits(personKey);
  }

  /** All rows of one person, in order. */
  List<Row> of(long personKey, List<JourneyTouch> touches) {
    personId = personId(personKey);
    LapRows records = new LapRows(personId, new PairTimes(touches));
    List<Row> rows = new ArrayList<>(touches.size());
    sequence = 0;
    for (JourneyTouch touch : touches) {
      sequence++;
      Lap lap = touch.outcome.lap;
      lapRecord = lap.first == touch ? records.of(lap) : null;
      Object[] values = new Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = columns.get(i).apply(touch);
      }
      rows.add(RowFactory.create(values));
    }
    return rows;
  }

  private Function<JourneyTouch, Object> column(String name) {
    return switch (name) {
      case JourneyTouches.PERSON_ID -> t -> personId;
      case JourneyTouches.SEQUENCE -> t -> sequence;
      case JourneyTouches.LAP -> t -> t.outcome.lap.number;
      case JourneyTouches.POSITION -> t -> t.outcome.position;
      case JourneyTouches.SESSION_ID -> t -> personId + "-" + t.outcome.session;
      case JourneyTouches.DEPARTMENT ->
          t -> {
            String own = ruled(t, RuleOutcome::department);
            return own == null ? t.department : own;
          };
      case JourneyTouches.MOMENT -> t -> t.outcome.moment.name();
      case JourneyTouches.HUMAN_STEP -> t -> ruled(t, RuleOutcome::humanStep);
      case JourneyTouches.INTENT -> t -> ruled(t, RuleOutcome::intent);
      case JourneyTouches.LINEAR_STAGE -> t -> ruled(t, RuleOutcome::linearStage);
      case JourneyTouches.RULE_ID -> t -> ruled(t, RuleOutcome::id);
      case JourneyTouches.RULE_VERSION -> t -> t.outcome.rule == null ? null : ruleVersion;
      case JourneyTouches.PHASE -> t -> t.outcome.phase.label();
      case JourneyTouches.IS_FORMER_OWNER -> t -> t.outcome.isFormerOwner;
      case JourneyTouches.MOVE -> t -> t.outcome.move == null ? null : t.outcome.move.label();
      case JourneyTouches.MOVE_FROM -> JourneyRows::moveFrom;
      case JourneyTouches.MOVE_HOURS ->
          t -> t.outcome.moveMicros < 0 ? null : t.outcome.moveMicros / HOUR;
      case JourneyTouches.AFTER_ACQUISITION -> t -> t.outcome.isAfterAcquisition;
      case JourneyTouches.IS_ACQUISITION -> t -> t.outcome.isAcquisition;
      case JourneyTouches.IS_DELIVERY -> t -> t.outcome.isDelivery;
      case JourneyTouches.IS_RESUME -> t -> t.outcome.isReentry;
      case JourneyTouches.MARKET_SO_FAR -> t -> orUnknown(t.outcome.marketSoFar);
      case JourneyTouches.MODEL_SO_FAR -> t -> orUnknown(t.outcome.modelSoFar);
      case JourneyTouches.DEALER_SO_FAR -> t -> orUnknown(t.outcome.dealerSoFar);
      case JourneyTouches.VEHICLE_TYPE_SO_FAR -> t -> orUnknown(t.outcome.vehicleTypeSoFar);
      case JourneyTouches.LAP_OPENED_AT -> t -> at(t.outcome.lap.first);
      case JourneyTouches.LAP_MARKET -> t -> orUnknown(t.outcome.lap.first.market);
      case JourneyTouches.LAP_MODEL -> t -> orUnknown(t.outcome.lap.first.model);
      case JourneyTouches.LAP_RECORD -> t -> lapRecord;
      default -> {
        int position = input.fieldIndex(name);
        yield t -> ((Row) t.row).get(position);
      }
    };
  }

  private static String ruled(JourneyTouch touch, Function<RuleOutcome, String> value) {
    return touch.outcome.rule == null ? null : value.apply(touch.outcome.rule);
  }

  private static String moveFrom(JourneyTouch touch) {
    if (touch.outcome.move == null) {
      return null;
    }
    Moment from = touch.outcome.moveFrom;
    return from == null ? "START" : from.name();
  }

  static String orUnknown(String value) {
    return value == null ? UNKNOWN : value;
  }

  /** Null for no touch. */
  static Timestamp at(JourneyTouch touch) {
    return touch == null ? null : Times.at(touch.start);
  }

  /** The columns of {@code touches} that pass through unchanged, besides what the pass reads. */
  static List<String> passedThrough() {
    List<String> touches = Touches.CONTRACT.columnNames();
    return JourneyTouches.CONTRACT.columnNames().stream().filter(touches::contains).toList();
  }

  /** Rows for the pairs of a lap, in the shape {@code laps.pairs} has. */
  static Row pair(PairTime time) {
    ConversionPair pair = time.pair();
    TouchOutcome from = time.from().outcome;
    return RowFactory.create(
        pair.key(),
        at(time.from()),
        at(time.to()),
        at(time.lost()),
        orUnknown(from.marketSoFar),
        orUnknown(from.modelSoFar),
        orUnknown(from.vehicleTypeSoFar));
  }
}
