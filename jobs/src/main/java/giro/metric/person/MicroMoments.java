package giro.metric.person;

import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code micro_moments}: bursts of touches by what the person wanted, on what and when. A burst is
 * a session and counts once, with the intent and the device of most of its touches.
 */
final class MicroMoments implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String BURSTS = "bursts";
  private static final String TOUCHES = "touches";

  static final TableContract CONTRACT =
      TableContract.bi("micro_moments", "UTC day, intent, device and hour of a burst's first touch")
          .key("date", "intent", "device", "hour")
          .column("date", "date", "UTC day of the burst's first touch")
          .text(
              "intent", "know, go, do or buy: that of most touches of the burst, ties to the first")
          .text(
              "device",
              "mobile, desktop and so on, likewise among touches that name one; or unknown")
          .column(
              "hour",
              "int",
              "UTC hour of the burst's first touch, 0 to 23; touches known to the day have none, and"
                  + " are in no row")
          .count(BURSTS, "sessions with a touch that has an intent, each once")
          .count("persons", "different persons in them")
          .count(TOUCHES, "touches in them, of whatever intent")
          .number("touches_per_burst", "touches / bursts")
          .withholding()
          .definition(
              "Short bursts of touches by intent, device and hour. A burst is a session with an hour"
                  + " and at least one touch of an intent; it counts once, with the intent and the"
                  + " device of most of its touches. Touches known to the day only are left out."
                  + " Hours are UTC.",
              "Brevi raffiche di contatti per intenzione, dispositivo e ora. Una raffica è una"
                  + " sessione con ora nota e almeno un contatto con un'intenzione; conta una volta,"
                  + " con l'intenzione e il dispositivo della maggior parte dei suoi contatti. I"
                  + " contatti noti solo al giorno sono esclusi. Ore in UTC.")
          .build();

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT).counts(BURSTS, TOUCHES);
  }

  @Override
  public void add(Person person, Cells cells) {
    Map<String, List<Touch>> sessions = new LinkedHashMap<>();
    for (Touch touch : person.touches) {
      if (!touch.isDateOnly) {
        sessions.computeIfAbsent(touch.sessionId, session -> new ArrayList<>()).add(touch);
      }
    }
    sessions.values().forEach(burst -> add(burst, cells));
  }

  private static void add(List<Touch> burst, Cells cells) {
    String intent = most(burst, touch -> touch.intent);
    if (intent != null) {
      long start = burst.get(0).start;
      String device = Touch.known(most(burst, touch -> touch.device));
      cells
          .at(Calendar.day(start), intent, device, String.valueOf(Calendar.hour(start)))
          .count(BURSTS)
          .count(TOUCHES, burst.size());
    }
  }

  /** What most touches say, of those that say it; ties to the first. Null if none does. */
  private static String most(List<Touch> burst, Function<Touch, String> of) {
    Map<String, Integer> times = new LinkedHashMap<>();
    String most = null;
    for (Touch touch : burst) {
      String said = of.apply(touch);
      if (said != null) {
        times.merge(said, 1, Integer::sum);
      }
    }
    for (String said : times.keySet()) {
      most = most == null || times.get(said) > times.get(most) ? said : most;
    }
    return most;
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    row.set("touches_per_burst", cell.share(TOUCHES, BURSTS));
  }
}
