package giro.journey;

import giro.model.domain.ConversionPair;
import giro.model.domain.Moment;
import giro.model.domain.Phase;
import java.util.List;

/** What the pass made of a story, asked by the names the story gave its touches. */
record Told(List<JourneyTouch> touches, List<Lap> laps) {

  List<String> order() {
    return names(touches);
  }

  /** The touches of each lap, in order. */
  List<List<String>> lapsOfTouches() {
    return laps.stream().map(lap -> names(lap.touches)).toList();
  }

  List<String> acquisitions() {
    return names(touches.stream().filter(t -> t.outcome.isAcquisition).toList());
  }

  List<String> deliveries() {
    return names(touches.stream().filter(t -> t.outcome.isDelivery).toList());
  }

  List<Phase> phases() {
    return touches.stream().map(t -> t.outcome.phase).toList();
  }

  List<Integer> sessions() {
    return touches.stream().map(t -> t.outcome.session).toList();
  }

  List<String> reentries() {
    return names(touches.stream().filter(t -> t.outcome.isReentry).toList());
  }

  TouchOutcome of(String name) {
    return touch(name).outcome;
  }

  JourneyTouch touch(String name) {
    return touches.stream().filter(t -> t.eventId.equals(name)).findFirst().orElseThrow();
  }

  Phase phase(String name) {
    return of(name).phase;
  }

  Moment moment(String name) {
    return of(name).moment;
  }

  int lap(String name) {
    return of(name).lap.number;
  }

  Lap lap(int number) {
    return laps.get(number - 1);
  }

  /** Each move as {@code name: kind from X}, touches without a move left out. */
  List<String> moves() {
    return touches.stream().filter(t -> t.outcome.move != null).map(Told::move).toList();
  }

  private static String move(JourneyTouch touch) {
    TouchOutcome outcome = touch.outcome;
    String from = outcome.moveFrom == null ? "START" : outcome.moveFrom.name();
    return touch.eventId + ": " + outcome.move.label() + " from " + from;
  }

  /** The touches that decide a pair of a lap: {@code from > to, lost}; or {@code not entered}. */
  String pair(int lap, ConversionPair pair) {
    return new PairTimes(touches)
        .of(lap(lap)).stream()
            .filter(time -> time.pair() == pair)
            .map(Told::pair)
            .findFirst()
            .orElse("not entered");
  }

  private static String pair(PairTime time) {
    String pair = time.from().eventId + " > " + (time.to() == null ? "-" : time.to().eventId);
    return time.lost() == null ? pair : pair + ", lost " + time.lost().eventId;
  }

  private static List<String> names(List<JourneyTouch> touches) {
    return touches.stream().map(t -> t.eventId).toList();
  }
}
