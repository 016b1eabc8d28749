package giro.journey;

import giro.model.domain.Moment;
import giro.model.domain.MoveKind;
import giro.model.domain.Times;
import giro.model.table.Laps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Writes a finished lap as a row of {@code laps}: instants, counts, never states. */
final class LapRows {
  private static final List<String> COLUMNS = Laps.CONTRACT.columnNames();

  private final String personId;
  private final PairTimes pairs;

  LapRows(String personId, PairTimes pairs) {
    this.personId = personId;
    this.pairs = pairs;
  }

  Row of(Lap lap) {
    Map<String, Object> values = new HashMap<>(80);
    putOpening(values, lap);
    putMoments(values, lap);
    putOwnership(values, lap);
    putMoves(values, lap);
    putDropOff(values, DropOffPlace.of(lap));
    values.put(Laps.PAIRS, pairs.of(lap).stream().map(JourneyRows::pair).toArray(Row[]::new));
    return RowFactory.create(COLUMNS.stream().map(values::get).toArray());
  }

  private void putOpening(Map<String, Object> values, Lap lap) {
    JourneyTouch first = lap.first;
    values.put(Laps.PERSON_ID, personId);
    values.put(Laps.LAP, lap.number);
    values.put(Laps.KIND, lap.isOwnership() ? "ownership" : "research");
    values.put(Laps.IS_RETURN, lap.isReturn);
    values.put(Laps.PREVIOUS_LAP, lap.previous == null ? null : lap.previous.number);
    values.put(Laps.OPENED_AT, JourneyRows.at(first));
    values.put(Laps.MARKET, JourneyRows.orUnknown(first.market));
    values.put(Laps.MODEL, JourneyRows.orUnknown(first.model));
    values.put(Laps.DEALER_ID, JourneyRows.orUnknown(first.dealerId));
    values.put(Laps.VEHICLE_TYPE, JourneyRows.orUnknown(first.vehicleType));
    values.put(Laps.TOUCHES, lap.touches.size());
    values.put(Laps.LAST_ACTIVE_AT, JourneyRows.at(lap.idleSince()));
    values.put(
        Laps.INACTIVE_AT,
        lap.isOwnership() ? null : Times.at(lap.idleSince().start + lap.idleLimit));
  }

  private static void putMoments(Map<String, Object> values, Lap lap) {
    int momentTouches = 0;
    int distinct = 0;
    for (JourneyTouch touch : lap.touches) {
      Moment moment = touch.outcome.moment;
      if (!moment.isMoment()) {
        continue;
      }
      momentTouches++;
      distinct |= moment == Moment.STIMULUS ? 0 : 1 << moment.ordinal();
      String name = moment.name().toLowerCase(java.util.Locale.ROOT);
      values.putIfAbsent("first_" + name + "_at", JourneyRows.at(touch));
      values.put("last_" + name + "_at", JourneyRows.at(touch));
    }
    values.put(Laps.MOMENT_TOUCHES, momentTouches);
    values.put(Laps.DISTINCT_MOMENTS, Integer.bitCount(distinct));
  }

  private static void putOwnership(Map<String, Object> values, Lap lap) {
    Car car = lap.car;
    boolean isAcquired = car != null && car.hasAcquisition;
    values.put(Laps.BECAME_OWNER_AT, JourneyRows.at(lap.becameAt));
    values.put(Laps.ACQUISITION_AT, isAcquired ? JourneyRows.at(lap.becameAt) : null);
    values.put(Laps.ACQUISITION_KIND, isAcquired ? acquisitionKind(car) : null);
    values.put(Laps.IS_ACCESS, car != null && car.isAccess);
    values.put(Laps.DELIVERY_AT, car == null ? null : JourneyRows.at(car.deliveryTouch));
    values.put(Laps.DISPOSAL_AT, car == null ? null : JourneyRows.at(car.disposalTouch));
    boolean isAuthor = false;
    JourneyTouch lost = null;
    for (JourneyTouch touch : lap.touches) {
      isAuthor |= touch.outcome.moment == Moment.UMOT && lap.isAfterBecoming(touch);
      lost = lost == null && touch.matchesLost ? touch : lost;
    }
    values.put(Laps.PUBLISHED_AS_OWNER, isAuthor);
    values.put(Laps.LOST_AT, JourneyRows.at(lost));
  }

  /** What is not said counts as a purchase. */
  private static String acquisitionKind(Car car) {
    return car.first.acquisitionKind == null ? "purchase" : car.first.acquisitionKind;
  }

  private static void putMoves(Map<String, Object> values, Lap lap) {
    int moves = 0;
    int backward = 0;
    int reentries = 0;
    JourneyTouch arrival = null;
    for (JourneyTouch touch : lap.touches) {
      TouchOutcome outcome = touch.outcome;
      reentries += outcome.isReentry ? 1 : 0;
      if (outcome.move == null) {
        continue;
      }
      if (outcome.move == MoveKind.ENTRY || outcome.move == MoveKind.RETURN) {
        arrival = touch;
      } else {
        moves++;
      }
      backward += outcome.move == MoveKind.BACKWARD ? 1 : 0;
    }
    values.put(Laps.MOVES, moves);
    values.put(Laps.BACKWARD_MOVES, backward);
    values.put(Laps.REENTRIES, reentries);
    values.put(Laps.IS_LINEAR_ORDER, isInLinearOrder(lap));
    values.put(Laps.ENTRY_MOMENT, arrival == null ? null : arrival.outcome.moment.name());
    values.put(Laps.IS_ENTRY, arrival != null && arrival.outcome.move == MoveKind.ENTRY);
    values.put(
        Laps.LAST_MOMENT, lap.lastMover == null ? null : lap.lastMover.outcome.moment.name());
    values.put(Laps.LAST_MOMENT_AT, JourneyRows.at(lap.lastMover));
  }

  /**
   * True unless a touch comes surely after one of a later moment; STIMULUS is left out. Each touch
   * is held against the one of each later moment that ended first, so a tie in between hides none.
   */
  private static boolean isInLinearOrder(Lap lap) {
    JourneyTouch[] endedFirst = new JourneyTouch[Moment.values().length];
    for (JourneyTouch touch : lap.touches) {
      Moment moment = touch.outcome.moment;
      if (!moment.isMoment() || moment == Moment.STIMULUS) {
        continue;
      }
      for (int later = moment.ordinal() + 1; later < endedFirst.length; later++) {
        if (endedFirst[later] != null && !endedFirst[later].mayComeAfter(touch)) {
          return false;
        }
      }
      JourneyTouch known = endedFirst[moment.ordinal()];
      boolean endsFirst =
          known == null
              || touch.end() < known.end()
              || (touch.end() == known.end() && !touch.isInstant());
      endedFirst[moment.ordinal()] = endsFirst ? touch : known;
    }
    return true;
  }

  private static void putDropOff(Map<String, Object> values, DropOffPlace place) {
    values.put(Laps.IS_LOST_FIRST, place.isLostFirst());
    values.put(Laps.DROPOFF_LAST_MOMENT, place.lastMoment());
    values.put(Laps.DROPOFF_FURTHEST_MOMENT, place.furthestMoment());
    JourneyTouch last = place.last();
    String department = last == null ? null : last.outcome.rule.department();
    values.put(
        Laps.DROPOFF_LAST_CHANNEL, last == null ? Moment.NONE.name() : orUnknown(last.channel));
    values.put(
        Laps.DROPOFF_LAST_DEPARTMENT,
        last == null
            ? Moment.NONE.name()
            : orUnknown(department == null ? last.department : department));
    values.put(Laps.DROPOFF_LAST_EVENT_TYPE, last == null ? Moment.NONE.name() : last.eventType);
    values.put(Laps.DROPOFF_LAST_AT, JourneyRows.at(last));
  }

  private static String orUnknown(String value) {
    return JourneyRows.orUnknown(value);
  }
}
