package giro.journey;

/**
 * Numbers a person's sessions over all devices: a gap between timed touches above the limit starts
 * a new one (equal stays); a date-only touch is a session of its own and does not break others.
 */
final class SessionCounter {
  private final long gap;
  private JourneyTouch lastTimed;
  private int current;
  private int count;

  SessionCounter(long gap) {
    this.gap = gap;
  }

  void add(JourneyTouch touch) {
    if (touch.isDateOnly) {
      touch.outcome.session = ++count;
      return;
    }
    if (lastTimed == null || touch.since(lastTimed) > gap) {
      current = ++count;
    }
    lastTimed = touch;
    touch.outcome.session = current;
  }
}
