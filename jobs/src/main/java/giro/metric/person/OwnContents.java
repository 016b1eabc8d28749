package giro.metric.person;

import giro.metric.Combinations;
import java.sql.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What one person published: UMOT touches with a content of their own. Who shares or comments
 * passes on somebody's content and is not its author.
 */
final class OwnContents {
  private OwnContents() {}

  static void of(Person person, List<Row> rows) {
    Map<String, Touch> first = new LinkedHashMap<>();
    Map<String, Long> reach = new LinkedHashMap<>();
    for (Touch touch : person.touches) {
      if (touch.publishes()) {
        first.putIfAbsent(touch.contentId, touch);
        if (touch.reach != null) {
          reach.merge(touch.contentId, touch.reach, Math::max);
        }
      }
    }
    first.forEach((content, touch) -> rows.add(row(person, touch, reach.get(content))));
  }

  private static Row row(Person person, Touch touch, Long reach) {
    PersonLap lap = touch.lap;
    return new FoundRow(ContentColumns.CONTENT)
        .set(ContentColumns.CONTENT_ID, touch.contentId)
        .set(ContentColumns.PERSON, person.key)
        .set(ContentColumns.AT, touch.start)
        .set(ContentColumns.ENDS_AT, touch.end)
        .set(ContentColumns.LAP, lap.number)
        .set(ContentColumns.MARKET, touch.marketSoFar)
        .set(ContentColumns.MODEL, touch.modelSoFar)
        .set(ContentColumns.DEALER, touch.dealerSoFar)
        .set(ContentColumns.REACH, reach)
        .set(ContentColumns.COHORT_MONTH, Date.valueOf(Calendar.month(lap.openedAt)))
        .set(ContentColumns.LAP_MARKET, lap.market)
        .set(ContentColumns.LAP_MODEL, lap.model)
        .set(
            ContentColumns.AUTHOR_LAPS,
            CollectionConverters.asScala(lapsAround(person, lap)).toSeq())
        .row();
  }

  /** The person's laps in each cell that the lap's cohort counts in. */
  private static List<Integer> lapsAround(Person person, PersonLap lap) {
    String month = Calendar.month(lap.openedAt);
    return Combinations.of(List.of(lap.market, lap.model)).stream()
        .map(
            cell ->
                (int)
                    person.laps.stream()
                        .filter(other -> Calendar.month(other.openedAt).equals(month))
                        .filter(other -> isIn(cell.get(0), other.market))
                        .filter(other -> isIn(cell.get(1), other.model))
                        .count())
        .toList();
  }

  private static boolean isIn(String cell, String value) {
    return cell.equals(Combinations.ALL) || cell.equals(value);
  }
}
