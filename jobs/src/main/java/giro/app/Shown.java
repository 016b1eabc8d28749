package giro.app;

import static org.apache.spark.sql.functions.*;

import giro.ingest.FindRejected;
import giro.lake.Lake;
import giro.model.table.Identities;
import giro.model.table.JourneyTouches;
import giro.model.table.PersonHistory;
import giro.model.table.Touches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Finds a person or an event in the lake and tells of it, in lines and as one JSON object. */
final class Shown {
  private final Lake lake;
  private final ShownIdentity identity;
  private final Function<String, List<FindRejected.Place>> findRejected;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param kinds of identifiers, strongest first
   * @param findRejected rejected rows by event id
   */
  Shown(Lake lake, List<String> kinds, Function<String, List<FindRejected.Place>> findRejected) {
    this.lake = lake;
    this.findRejected = findRejected;
    this.identity = new ShownIdentity(lake, kinds);
  }

  List<String> lines() {
    return lines;
  }

  /** The journey, the identifiers by kind, and what became of an id that is gone. */
  Map<String, Object> person(String id) {
    List<Row> touches =
        lake.read(JourneyTouches.CONTRACT)
            .filter(col(JourneyTouches.PERSON_ID).equalTo(id))
            .orderBy(JourneyTouches.SEQUENCE)
            .limit(10_000)
            .collectAsList();
    if (touches.isEmpty()) {
      throw UserError.noSuchThing("person", id, history(id));
    }
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("person_id", id);
    person.put("identifiers", identifiers(id));
    List<Map<String, Object>> shown = new ArrayList<>();
    lines.add("Person " + id + ": " + person.get("identifiers"));
    person.putAll(identity.person(id, lines));
    int lap = 0;
    for (Row touch : touches) {
      if (touch.<Integer>getAs(JourneyTouches.LAP) != lap) {
        lap = touch.getAs(JourneyTouches.LAP);
        lines.add("Lap " + lap);
      }
      lines.add(line(touch));
      shown.add(values(touch));
    }
    person.put("touches", shown);
    return person;
  }

  private String history(String id) {
    List<Row> changes =
        lake.read(PersonHistory.CONTRACT)
            .filter(
                col(PersonHistory.PERSON_ID)
                    .equalTo(id)
                    .and(col(PersonHistory.CHANGE).equalTo("merged")))
            .orderBy(col(PersonHistory.CHANGED_ON).desc())
            .limit(1)
            .collectAsList();
    return changes.isEmpty()
        ? "Person ids are in journey_touches (giro export journey_touches)."
        : "It went into " + changes.get(0).getAs(PersonHistory.OTHER_PERSON_ID) + ".";
  }

  private Map<String, Object> identifiers(String id) {
    Map<String, Object> kinds = new LinkedHashMap<>();
    lake.read(Identities.CONTRACT)
        .filter(col(Identities.PERSON_ID).equalTo(id))
        .groupBy(Identities.KIND)
        .count()
        .orderBy(Identities.KIND)
        .collectAsList()
        .forEach(row -> kinds.put(row.getString(0), row.getLong(1)));
    return kinds;
  }

  private static String line(Row touch) {
    return String.format(
        "  %s  %-12s %-22s %-12s %-9s %-9s %s%s",
        touch.<Object>getAs(JourneyTouches.OCCURRED_AT),
        touch.<Object>getAs(JourneyTouches.SOURCE),
        touch.<Object>getAs(JourneyTouches.EVENT_TYPE),
        touch.<Object>getAs(JourneyTouches.MOMENT),
        touch.<Object>getAs(JourneyTouches.PHASE),
        text(touch.getAs(JourneyTouches.MOVE)),
        text(touch.getAs(JourneyTouches.MODEL)),
        touch.<Boolean>getAs(JourneyTouches.IS_ACQUISITION) ? "  ACQUISITION" : "");
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static Map<String, Object> values(Row touch) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name :
        List.of(
            JourneyTouches.EVENT_ID,
            JourneyTouches.SOURCE,
            JourneyTouches.EVENT_TYPE,
            JourneyTouches.LAP,
            JourneyTouches.POSITION,
            JourneyTouches.SESSION_ID,
            JourneyTouches.MOMENT,
            JourneyTouches.RULE_ID,
            JourneyTouches.RULE_VERSION,
            JourneyTouches.PHASE,
            JourneyTouches.MOVE,
            JourneyTouches.IS_ACQUISITION)) {
      values.put(name, touch.getAs(name));
    }
    values.put(
        JourneyTouches.OCCURRED_AT,
        touch.<java.sql.Timestamp>getAs(JourneyTouches.OCCURRED_AT).toInstant().toString());
    return values;
  }

  /** Why an event has its moment, person and lap; for a rejected one where it stands and why. */
  Map<String, Object> event(String id) {
    List<Row> touches =
        lake.read(JourneyTouches.CONTRACT)
            .filter(col(JourneyTouches.EVENT_ID).equalTo(id))
            .collectAsList();
    if (!touches.isEmpty()) {
      return explained(touches.get(0));
    }
    List<Row> stored =
        lake.read(Touches.CONTRACT).filter(col(Touches.EVENT_ID).equalTo(id)).collectAsList();
    if (!stored.isEmpty()) {
      return anonymous(stored.get(0));
    }
    List<FindRejected.Place> places = findRejected.apply(id);
    if (!places.isEmpty()) {
      return rejected(places);
    }
    throw UserError.noSuchThing(
        "event",
        id,
        "No rejected row of the landing files that are still there has that id either.");
  }

  private Map<String, Object> explained(Row touch) {
    Map<String, Object> event = values(touch);
    event.put(JourneyTouches.PERSON_ID, touch.getAs(JourneyTouches.PERSON_ID));
    lines.add(
        "Event " + touch.getAs(JourneyTouches.EVENT_ID) + " of source " + event.get("source"));
    lines.add(
        "  moment  "
            + event.get(JourneyTouches.MOMENT)
            + " by rule "
            + event.get(JourneyTouches.RULE_ID)
            + " of version "
            + event.get(JourneyTouches.RULE_VERSION)
            + ", the person being "
            + event.get(JourneyTouches.PHASE));
    lines.add(
        "  lap     "
            + event.get(JourneyTouches.LAP)
            + ", position "
            + event.get(JourneyTouches.POSITION)
            + ", move "
            + event.get(JourneyTouches.MOVE));
    event.putAll(identity.event(touch, lines));
    return event;
  }

  private Map<String, Object> anonymous(Row touch) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event_id", touch.getAs(Touches.EVENT_ID));
    event.put("source", touch.getAs(Touches.SOURCE));
    event.put("person_id", null);
    event.put("landing_file", touch.getAs(Touches.LANDING_FILE));
    lines.add(
        "Event "
            + touch.getAs(Touches.EVENT_ID)
            + " has no person: no consent, a machine, a shared value no login reaches, or it waits"
            + " for its night. It landed in "
            + touch.getAs(Touches.LANDING_FILE)
            + ".");
    return event;
  }

  private Map<String, Object> rejected(List<FindRejected.Place> places) {
    Map<String, Object> event = new LinkedHashMap<>();
    List<Map<String, Object>> shown = new ArrayList<>();
    for (FindRejected.Place place : places) {
      lines.add(
          "Rejected: row %d of %s, for %s."
              .formatted(place.position(), place.landingFile(), place.reason()));
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("landing_file", place.landingFile());
      each.put("position", place.position());
      each.put("reason", place.reason());
      shown.add(each);
    }
    event.put("rejected", shown);
    return event;
  }
}
