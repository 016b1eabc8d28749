package giro.metric.person;

import giro.model.table.TableContract;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code micro_moments}: bursts of touches by what the person wanted, on what and when. A burst is
 * a session; with touches of several intents, or on several devices, it counts in each.
 */
final class MicroMoments implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String BURSTS = "bursts";
  private static final String TOUCHES = "touches";

  static final TableContract CONTRACT =
      TableContract.bi("micro_moments", "UTC day, intent, device and hour of a burst's first touch")
          .key("date", "intent", "device", "hour")
          .column("date", "date", "UTC day of the burst's first touch of the intent and device")
          .text("intent", "know, go, do or buy")
          .text("device", "mobile, desktop and so on, or unknown")
          .column("hour", "int", "UTC hour of that touch, 0 to 23")
          .count(BURSTS, "sessions with such a touch")
          .count("persons", "different persons in them")
          .count(TOUCHES, "touches of the intent on the device in them")
          .number("touches_per_burst", "touches / bursts")
          .withholding()
          .definition(
              "Short bursts of touches by intent, device and hour. A burst is a session with at least"
                  + " one timed touch of the intent; touches without an intent or known to the day"
                  + " only are left out. Hours are UTC.",
              "Brevi raffiche di contatti per intenzione, dispositivo e ora. Una raffica è una"
                  + " sessione con almeno un contatto di quell'intenzione con ora nota; i contatti"
                  + " senza intenzione o noti solo al giorno sono esclusi. Ore in UTC.")
          .build();

  private record Burst(String session, String intent, String device) {}

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
    Map<Burst, Cells.Place> bursts = new LinkedHashMap<>();
    for (Touch touch : person.touches) {
      if (touch.intent == null || touch.isDateOnly) {
        continue;
      }
      Burst burst = new Burst(touch.sessionId, touch.intent, Touch.known(touch.device));
      Cells.Place place = bursts.get(burst);
      if (place == null) {
        String hour = String.valueOf(Calendar.hour(touch.start));
        place = cells.at(Calendar.day(touch.start), burst.intent(), burst.device(), hour);
        place.count(BURSTS);
        bursts.put(burst, place);
      }
      place.count(TOUCHES);
    }
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    row.set("touches_per_burst", cell.share(TOUCHES, BURSTS));
  }
}
