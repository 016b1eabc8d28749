package giro.metric.person;

import static org.apache.spark.sql.functions.*;

import giro.model.table.JourneyTouches;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the {@link Replies} among the touches of everybody. */
final class ReadReplies {
  private ReadReplies() {}

  /** Of stored touches; brings four numbers an answer to the driver. */
  static Replies of(Dataset<Row> journeyTouches, Map<TouchKind, String> kinds) {
    return Replies.of(
        journeyTouches
            .where(
                col(JourneyTouches.IN_REPLY_TO).isNotNull().and(expr(kinds.get(TouchKind.ANSWER))))
            .select(
                xxhash64(col(JourneyTouches.IN_REPLY_TO)),
                unix_micros(col(JourneyTouches.OCCURRED_AT)),
                coalesce(col(JourneyTouches.UNCERTAINTY_SECONDS), lit(0L)),
                coalesce(col(JourneyTouches.OCCURRED_PRECISION).equalTo("day"), lit(false)),
                coalesce(expr(kinds.get(TouchKind.BY_BOT)), lit(false)))
            .collectAsList()
            .stream()
            .map(ReadReplies::answer)
            .toList());
  }

  private static Replies.Answer answer(Row row) {
    long start = row.getLong(1);
    long end = start + row.getLong(2) * Calendar.SECOND;
    return new Replies.Answer(row.getLong(0), start, end, row.getBoolean(3), row.getBoolean(4));
  }

  /** Of persons at hand. */
  static Replies of(List<Person> persons) {
    return Replies.of(
        persons.stream()
            .flatMap(person -> person.touches.stream())
            .filter(touch -> touch.is(TouchKind.ANSWER) && touch.inReplyTo != null)
            .map(Replies.Answer::of)
            .toList());
  }
}
