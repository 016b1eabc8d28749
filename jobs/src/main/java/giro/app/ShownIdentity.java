package giro.app;

import static org.apache.spark.sql.functions.*;

import giro.identity.ExplainPerson;
import giro.identity.ExplainPerson.Explained;
import giro.identity.ExplainPerson.Identifier;
import giro.identity.ExplainPerson.Tie;
import giro.lake.Lake;
import giro.model.table.HeldLinks;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.JourneyTouches;
import giro.model.table.Touches;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Tells what holds a person together, and how an event came to its person. */
final class ShownIdentity {
  private static final int SHORT = 8;

  private final Lake lake;
  private final ExplainPerson explain;
  private final List<String> kinds;

  /**
   * @param kinds strongest first
   */
  ShownIdentity(Lake lake, List<String> kinds) {
    this.lake = lake;
    this.kinds = kinds;
    this.explain = new ExplainPerson(lake);
  }

  /** Adds the ties to the lines and gives them back for programs. */
  Map<String, Object> person(String id, List<String> lines) {
    Explained explained = explain.person(id);
    List<Map<String, Object>> ties = new ArrayList<>();
    lines.add("Held together by " + explained.ties().size() + " links:");
    for (Tie tie : explained.ties()) {
      lines.add("  " + line(tie));
      ties.add(values(tie));
    }
    List<Map<String, Object>> held = new ArrayList<>();
    for (Row link : explain.held(id)) {
      Map<String, Object> values = held(link);
      lines.add(
          String.format(
              "  held: %s - %s, %s touches (%s)",
              values.get("from"), values.get("to"), values.get("touches"), values.get("reason")));
      held.add(values);
    }
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("links", ties);
    identity.put("held_links", held);
    return identity;
  }

  private static Map<String, Object> held(Row link) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(
        "from", name(link.getAs(IdentityLinks.FROM_KIND), link.getAs(IdentityLinks.FROM_HASH)));
    values.put("to", name(link.getAs(IdentityLinks.TO_KIND), link.getAs(IdentityLinks.TO_HASH)));
    values.put("touches", link.getAs(IdentityLinks.TOUCHES));
    values.put("reason", link.getAs(HeldLinks.REASON));
    return values;
  }

  private static String line(Tie tie) {
    String strength =
        tie.evidence().equals("manual") ? "by hand" : tie.touches() + " touches, " + days(tie);
    return String.format(
        "%s - %s  %s%s",
        name(tie.from()),
        name(tie.to()),
        strength,
        tie.wouldSplit() ? "  << alone: without it the person falls in two" : "");
  }

  private static String days(Tie tie) {
    return day(tie.first())
        + (day(tie.first()).equals(day(tie.last())) ? "" : " to " + day(tie.last()));
  }

  private static String day(Timestamp at) {
    return at.toInstant().toString().substring(0, 10);
  }

  private static Map<String, Object> values(Tie tie) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("from", name(tie.from()));
    values.put("to", name(tie.to()));
    values.put("evidence", tie.evidence());
    values.put("touches", tie.touches());
    values.put("first_seen_at", tie.first().toInstant().toString());
    values.put("last_seen_at", tie.last() == null ? null : tie.last().toInstant().toString());
    values.put("would_split", tie.wouldSplit());
    return values;
  }

  /** A kind and the beginning of the keyed hash: enough to tell identifiers apart. */
  private static String name(Identifier identifier) {
    return name(identifier.kind(), identifier.hash());
  }

  private static String name(String kind, String hash) {
    return kind + " " + hash.substring(0, Math.min(SHORT, hash.length()));
  }

  /** The path from an event with a person to that person. */
  Map<String, Object> event(Row touch, List<String> lines) {
    String id = touch.getAs(JourneyTouches.PERSON_ID);
    List<Row> carried = carried(touch);
    List<String> kinds = carried.stream().map(row -> row.<String>getAs(Identities.KIND)).toList();
    List<String> steps = new ArrayList<>();
    carried.stream()
        .filter(row -> id.equals(row.getAs(Identities.PERSON_ID)))
        .findFirst()
        .ifPresentOrElse(
            row -> steps.addAll(steps(id, row)),
            () -> steps.add("nearest in time to a login on one of these shared values"));
    lines.add("  person  " + id + " by " + String.join(", ", kinds));
    steps.forEach(step -> lines.add("          " + step));
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("identifiers", kinds);
    identity.put("path", steps);
    return identity;
  }

  private List<String> steps(String id, Row carried) {
    Explained explained = explain.person(id);
    List<String> steps = new ArrayList<>();
    steps.add(
        "carried " + name(carried.getAs(Identities.KIND), carried.<String>getAs(Identities.HASH)));
    explained
        .path(carried.<Long>getAs(Identities.LINK_KEY))
        .forEach(tie -> steps.add("linked  " + line(tie)));
    Identifier founder = explained.identifiers().get(explained.founder());
    if (founder != null) {
      steps.add("founded by " + name(founder));
    }
    return steps;
  }

  /** What the event carried, as the registry knows it, the strongest first. */
  private List<Row> carried(Row touch) {
    List<Row> hashes =
        lake.read(Touches.CONTRACT)
            .filter(
                col(Touches.EVENT_ID)
                    .equalTo(touch.<String>getAs(JourneyTouches.EVENT_ID))
                    .and(col(Touches.SOURCE).equalTo(touch.<String>getAs(JourneyTouches.SOURCE))))
            .select(explode(col(Touches.IDENTIFIERS)).as("i"))
            .select("i.hash")
            .collectAsList();
    Object[] values = hashes.stream().map(row -> row.getString(0)).toArray();
    return lake
        .read(Identities.CONTRACT)
        .filter(col(Identities.HASH).isin(values))
        .collectAsList()
        .stream()
        .sorted(Comparator.comparingInt(row -> rank(row.getAs(Identities.KIND))))
        .toList();
  }

  private int rank(String kind) {
    return kinds.contains(kind) ? kinds.indexOf(kind) : kinds.size();
  }
}
