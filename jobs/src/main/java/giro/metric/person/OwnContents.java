package giro.metric.person;

import giro.metric.Combinations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one person published: UMOT touches with a content of their own. Who shares or comments
 * passes on somebody's content and is not its author.
 */
final class OwnContents {
  private OwnContents() {}

  static List<PublishedContent> of(Person person) {
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
    List<PublishedContent> contents = new ArrayList<>();
    first.forEach((content, touch) -> contents.add(published(person, touch, reach.get(content))));
    return contents;
  }

  private static PublishedContent published(Person person, Touch touch, Long reach) {
    PersonLap lap = touch.lap;
    String month = Calendar.month(lap.openedAt);
    return new PublishedContent(
        touch.contentId,
        person.key,
        touch.start,
        touch.end,
        lap.number,
        new PublishedContent.About(touch.marketSoFar, touch.modelSoFar, touch.dealerSoFar),
        reach,
        new PublishedContent.Cohort(month, lap.market, lap.model),
        lapsAround(person, lap, month));
  }

  /** The person's laps in each cell that the lap's cohort counts in. */
  private static int[] lapsAround(Person person, PersonLap lap, String month) {
    return Combinations.of(List.of(lap.market, lap.model)).stream()
        .mapToInt(
            cell ->
                (int)
                    person.laps.stream()
                        .filter(other -> Calendar.month(other.openedAt).equals(month))
                        .filter(other -> isIn(cell.get(0), other.market))
                        .filter(other -> isIn(cell.get(1), other.model))
                        .count())
        .toArray();
  }

  private static boolean isIn(String cell, String value) {
    return cell.equals(Combinations.ALL) || cell.equals(value);
  }
}
