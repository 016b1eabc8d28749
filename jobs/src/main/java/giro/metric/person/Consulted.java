package giro.metric.person;

import giro.model.domain.Moment;
import java.util.List;

/**
 * Which kinds of sources one person consulted (a ZMOT touch each), when, and what changed after.
 */
final class Consulted {
  private final SourceKinds kinds;
  private final int lastAcquisition;

  /** Kinds as bits of {@link SourceKinds}: before the person's first FMOT touch, if any comes. */
  long beforeFirstFmot;

  /** Before an acquisition of the person, whichever. */
  long beforeAcquisition;

  long atAll;

  /** The next car named after the source, in its lap, was another one, or another brand's. */
  long switchedAfter;

  long switchedBrandAfter;

  Consulted(Person person, SourceKinds kinds) {
    this.kinds = kinds;
    this.lastAcquisition = lastAcquisition(person.touches);
    boolean hasMet = false;
    for (int i = 0; i < person.touches.size(); i++) {
      Touch touch = person.touches.get(i);
      hasMet |= touch.moment == Moment.FMOT;
      if (touch.moment == Moment.ZMOT) {
        long bits = kinds.of(touch);
        atAll |= bits;
        beforeFirstFmot |= hasMet ? 0 : bits;
        beforeAcquisition |= i < lastAcquisition ? bits : 0;
      }
    }
    person.laps.forEach(this::follow);
  }

  boolean hasAcquired() {
    return lastAcquisition >= 0;
  }

  private static int lastAcquisition(List<Touch> touches) {
    for (int i = touches.size() - 1; i >= 0; i--) {
      if (touches.get(i).isAcquisition) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Compares the car in mind at each source with the next one named in the lap. In mind is the
   * model named last before the source, or else the one that it is about itself.
   */
  private void follow(PersonLap lap) {
    String named = null;
    String before = null;
    long namingSource = 0;
    long since = 0;
    for (Touch touch : lap.touches) {
      if (touch.is(TouchKind.LOST) && touch.attribute("competitor") != null) {
        switchedBrandAfter |= namingSource | since;
        namingSource = 0;
        since = 0;
        continue;
      }
      boolean isSource = touch.moment == Moment.ZMOT;
      if (touch.model != null) {
        switchedAfter |= touch.model.equals(before) ? 0 : namingSource;
        switchedAfter |= touch.model.equals(named) ? 0 : since;
        before = named == null ? touch.model : named;
        named = touch.model;
        namingSource = isSource ? kinds.of(touch) : 0;
        since = 0;
      } else if (isSource && named != null) {
        since |= kinds.of(touch);
      }
    }
    switchedAfter |= switchedBrandAfter;
  }
}
