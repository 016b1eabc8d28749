package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.domain.Moment;
import giro.model.domain.MoveKind;
import giro.model.table.JourneyTouches;
import java.util.List;
import org.apache.spark.sql.Column;

/** A move as a small number: from, to, kind and whether it came after the acquisition. */
final class MoveCode {
  private static final List<String> FROM =
      List.of("STIMULUS", "ZMOT", "FMOT", "SMOT", "UMOT", "START");
  private static final List<String> TO = FROM.subList(0, 5);
  private static final List<MoveKind> KINDS =
      List.of(MoveKind.ENTRY, MoveKind.SELF, MoveKind.FORWARD, MoveKind.BACKWARD, MoveKind.RETURN);

  /** Codes are below this. */
  static final int LIMIT = 6 * 5 * 5 * 2;

  private MoveCode() {}

  /** Of a journey touch; null where it has no move. */
  static Column column() {
    Column from = position(JourneyTouches.MOVE_FROM, FROM);
    Column to = position(JourneyTouches.MOMENT, TO);
    Column kind = position(JourneyTouches.MOVE, KINDS.stream().map(MoveKind::label).toList());
    Column after = when(col(JourneyTouches.AFTER_ACQUISITION), 1).otherwise(0);
    return from.multiply(5).plus(to).multiply(5).plus(kind).multiply(2).plus(after);
  }

  private static Column position(String name, List<String> values) {
    Column position = null;
    for (int i = 0; i < values.size(); i++) {
      Column is = col(name).equalTo(values.get(i));
      position = position == null ? when(is, i) : position.when(is, i);
    }
    return position;
  }

  static String from(int code) {
    return FROM.get(code / 50);
  }

  static String to(int code) {
    return Moment.valueOf(TO.get(code / 10 % 5)).name();
  }

  static String kind(int code) {
    return KINDS.get(code / 2 % 5).label();
  }

  static boolean isAfterAcquisition(int code) {
    return code % 2 == 1;
  }
}
