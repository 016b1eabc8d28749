package giro.config;

import giro.journey.LapSettings;
import giro.moment.Conditions;

/** {@code giro.laps} and {@code giro.sessions}. */
final class ReadLaps {

  private final Section laps;
  private final Section sessions;
  private final Conditions onTouches;

  ReadLaps(Section giro, Conditions onTouches) {
    this.laps = giro.section("laps");
    this.sessions = giro.section("sessions");
    this.onTouches = onTouches;
  }

  LapSettings read() {
    LapSettings read =
        new LapSettings(
            laps.span("inactivity"),
            laps.span("inactivity-used"),
            laps.span("reentry"),
            condition("acquisition"),
            condition("delivery"),
            condition("cancellation"),
            condition("disposal"),
            condition("ownership"),
            condition("lost"),
            sessions.span("gap"),
            laps.duration("acquisition-repeat"));
    laps.close();
    sessions.close();
    return read;
  }

  private String condition(String key) {
    return ConditionText.read(laps, key, onTouches);
  }
}
