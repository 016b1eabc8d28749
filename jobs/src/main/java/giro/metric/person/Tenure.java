package giro.metric.person;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * One ownership, month by month: from the delivery, or where none is known from what made the lap
 * an ownership lap, to the car's disposal or now.
 */
final class Tenure {
  private final LocalDateTime from;

  /** What made the owner; null where the lap does not have it. */
  private final Touch owned;

  /** Microseconds since 1970 UTC, null for what did not happen. */
  private final Long disposal;

  private final Long returned;
  private final Long acquired;

  private Tenure(PersonLap lap, Person person) {
    from = utc(lap.deliveryAt == null ? lap.becameOwnerAt : lap.deliveryAt);
    owned = owned(lap);
    disposal = lap.disposalAt;
    Long opened = null;
    Long bought = null;
    for (PersonLap next : person.laps) {
      if (next.previous != null && next.previous == lap.number) {
        opened = earlier(opened, next.openedAt);
        bought = earlier(bought, next.acquisitionAt);
      }
    }
    returned = opened;
    acquired = bought;
  }

  /** Null for a lap that is no ownership. */
  static Tenure of(PersonLap lap, Person person) {
    return lap.isResearch() ? null : new Tenure(lap, person);
  }

  private static Long earlier(Long one, Long other) {
    return one == null || (other != null && other < one) ? other : one;
  }

  private static Touch owned(PersonLap lap) {
    for (Touch touch : lap.touches) {
      if (touch.isAcquisition) {
        return touch;
      }
    }
    for (Touch touch : lap.touches) {
      if (touch.start >= lap.becameOwnerAt) {
        return touch;
      }
    }
    return null;
  }

  /** Market and model of what made the owner, or known before it in the lap. */
  String market(PersonLap lap) {
    return owned == null ? lap.market : owned.marketSoFar;
  }

  String model(PersonLap lap) {
    return owned == null ? lap.model : owned.modelSoFar;
  }

  /** Microseconds since 1970 UTC at which a month of ownership begins, from 0. */
  long start(int month) {
    return micros(from.plusMonths(month));
  }

  /** True where the month began by now and the car was still held. */
  boolean isObserved(int month, long now) {
    long start = start(month);
    return start < now && (disposal == null || month == 0 || disposal > start);
  }

  /** No next lap was open when the month began. What comes before the first month is in it. */
  boolean isAtRiskOfReturn(int month) {
    return month == 0 || returned == null || returned >= start(month);
  }

  boolean isAtRiskOfAcquisition(int month) {
    return month == 0 || acquired == null || acquired >= start(month);
  }

  boolean hasReturnedIn(int month) {
    return isAtRiskOfReturn(month) && isBy(returned, start(month + 1));
  }

  boolean hasAcquiredIn(int month) {
    return isAtRiskOfAcquisition(month) && isBy(acquired, start(month + 1));
  }

  /** How much of a month was lived at risk of a return: 1, or less where that or now cut it. */
  double exposure(int month, long now) {
    long start = start(month);
    long end = start(month + 1);
    long until = Math.min(end, now);
    until = returned == null ? until : Math.min(until, returned);
    until = disposal == null ? until : Math.min(until, disposal);
    return Math.max(0, (double) (until - start) / (end - start));
  }

  private static boolean isBy(Long time, long end) {
    return time != null && time < end;
  }

  private static LocalDateTime utc(long micros) {
    return LocalDateTime.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), ZoneOffset.UTC);
  }

  private static long micros(LocalDateTime time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant(ZoneOffset.UTC));
  }
}
