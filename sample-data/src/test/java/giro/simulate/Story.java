package giro.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A hand-made time line: touches by day and hour, from 2026-01-01. */
final class Story {
  private static final long START =
      LocalDate.parse("2026-01-01").atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();

  private final List<Act> acts = new ArrayList<>();
  private List<TrueLap> laps;

  /** A touch at noon, {@code day} days after the start. */
  Act on(int day, EventKind kind) {
    return at(day, 12, kind);
  }

  Act at(int day, int hour, EventKind kind) {
    Act act = new Act();
    act.kind = kind;
    act.at = START + day * TrueOrder.DAY + hour * Scene.HOUR;
    act.trueAt = act.at;
    act.id = acts.size() + 1;
    act.market = 1;
    acts.add(act);
    return act;
  }

  /** A touch of which the dealer wrote down the day only. */
  Act onDay(int day, EventKind kind) {
    Act act = at(day, 0, kind);
    act.dateOnly = true;
    return act;
  }

  Story told() {
    laps = new TrueLaps().tell(acts);
    return this;
  }

  /** Moments in order, such as {@code ZMOT FMOT}. */
  String moments() {
    return join(act -> act.moment.name());
  }

  /** Laps in order, such as {@code 1 1 2}. */
  String laps() {
    return join(act -> Integer.toString(act.lap));
  }

  String phases() {
    return join(act -> act.phase.label());
  }

  List<TrueLap> lapList() {
    return laps;
  }

  long acquisitions() {
    return acts.stream().filter(act -> act.isAcquisition).count();
  }

  /** Laps of the pair that entered and converted in the year of the story, as {@code 1/1}. */
  String converted(giro.model.domain.ConversionPair pair, int condition) {
    CellCounts counts = new CellCounts(2, 3);
    new PairFold(START, Instant.parse("2030-01-01T00:00:00Z").toEpochMilli(), counts)
        .add(acts, laps);
    long entered = 0;
    long converted = 0;
    for (int model = 0; model < 3; model++) {
      CellCounts.Cell cell = new CellCounts.Cell(1, model, condition);
      entered += counts.entered(cell, pair);
      converted += counts.converted(cell, pair);
    }
    return converted + "/" + entered;
  }

  private String join(java.util.function.Function<Act, String> text) {
    return String.join(" ", acts.stream().map(text).toList());
  }
}
