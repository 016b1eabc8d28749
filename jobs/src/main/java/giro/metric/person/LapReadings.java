package giro.metric.person;

import giro.metric.WindowSettings;
import giro.model.domain.ConversionPair;
import giro.model.domain.Moment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one lap read, and what became of it. Who reads much also looks at much and comes from
 * somewhere: a lap is compared with laps of its stratum only, those of the same market and model,
 * by persons who also had or had not had a car, with about as many ZMOT touches before the first
 * FMOT.
 */
final class LapReadings {
  /** Laps with at least so many ZMOT touches are alike. */
  private static final int[] TOUCHES = {1, 2, 3, 5, 8, 13};

  private final long person;
  private final PersonLap lap;
  private final WindowSettings windows;
  private final long now;
  private final List<Lead> leads;

  /** Where the first moment touch is a ZMOT that reads, that touch; else null. */
  private Touch entry;

  private Touch firstZmot;
  private Touch firstFmot;
  private int zmotsBefore;
  private boolean readsBefore;

  LapReadings(Person person, PersonLap lap, WindowSettings windows, long now) {
    this.person = person.key;
    this.lap = lap;
    this.windows = windows;
    this.now = now;
    this.leads = person.leads().stream().filter(lead -> lead.first.lap == lap).toList();
  }

  void tell(List<ContentReading> readings, Map<String, long[]> unread) {
    Map<String, Touch> first = new LinkedHashMap<>();
    boolean any = false;
    for (Touch touch : lap.touches) {
      boolean reads = touch.moment == Moment.ZMOT && touch.contentId != null;
      if (touch.moment.isMoment() && !any) {
        any = true;
        entry = reads ? touch : null;
      }
      if (reads) {
        first.putIfAbsent(touch.contentId, touch);
      }
      look(touch, reads);
    }
    first.values().forEach(touch -> readings.add(reading(touch)));
    if (isFollowed() && !readsBefore) {
      long[] laps = unread.computeIfAbsent(stratum(), s -> new long[2]);
      laps[0]++;
      laps[1] += hasLead() ? 1 : 0;
    }
  }

  private void look(Touch touch, boolean reads) {
    if (touch.moment == Moment.FMOT && firstFmot == null) {
      firstFmot = touch;
    }
    if (touch.moment == Moment.ZMOT && firstFmot == null) {
      firstZmot = firstZmot == null ? touch : firstZmot;
      zmotsBefore++;
      readsBefore |= reads;
    }
  }

  private ContentReading reading(Touch touch) {
    long window = window(ConversionPair.ZMOT_ACQUISITION, touch);
    long after = leads.stream().filter(lead -> isWithin(touch, lead.first, window)).count();
    boolean isBefore = firstFmot == null || touch.position < firstFmot.position;
    return new ContentReading(
        touch.contentId,
        person,
        lap.number,
        touch.start,
        touch.end,
        lap.openedAt,
        entryOf(touch),
        new ContentReading.Outcome(
            (int) after,
            acquisitionHours(touch, window),
            isFollowed() ? stratum() : null,
            isFollowed() && isBefore,
            isFollowed() && hasLead()));
  }

  private int entryOf(Touch touch) {
    if (entry == null || !entry.sessionId.equals(touch.sessionId)) {
      return 0;
    }
    return entry.contentId.equals(touch.contentId) ? 2 : 1;
  }

  private Double acquisitionHours(Touch reading, long window) {
    for (Touch touch : lap.touches) {
      if (touch.isAcquisition && isWithin(reading, touch, window)) {
        return (double) touch.since(reading) / Calendar.HOUR;
      }
    }
    return null;
  }

  /** The lap was researched before it met anything, and its window to do so is over. */
  private boolean isFollowed() {
    return firstZmot != null
        && firstZmot.start + window(ConversionPair.ZMOT_FMOT, firstZmot) + windows.latenessMicros()
            <= now;
  }

  private boolean hasLead() {
    long window = window(ConversionPair.ZMOT_FMOT, firstZmot);
    return leads.stream().anyMatch(lead -> isWithin(firstZmot, lead.first, window));
  }

  private static boolean isWithin(Touch from, Touch to, long window) {
    return to.mayComeAfter(from) && to.since(from) <= window;
  }

  private long window(ConversionPair pair, Touch from) {
    return windows.micros(pair, from.marketSoFar, "used".equals(from.vehicleTypeSoFar));
  }

  /** From what is known at the first ZMOT, and how much was looked at. */
  private String stratum() {
    int size = 0;
    while (size < TOUCHES.length && zmotsBefore >= TOUCHES[size]) {
      size++;
    }
    boolean isReturn = lap.previous != null || firstZmot.isFormerOwner;
    return String.join(
        String.valueOf(ContentReading.BETWEEN),
        isReturn ? "return" : "first",
        String.valueOf(size),
        firstZmot.marketSoFar,
        firstZmot.modelSoFar);
  }
}
