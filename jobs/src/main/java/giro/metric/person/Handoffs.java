package giro.metric.person;

import giro.model.domain.Moment;
import giro.model.table.TableContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code handoffs}: where people jump from department to department. A hand-off is two neighbouring
 * contacts of a lap with different departments. A contact is a touch with a department that is a
 * moment and no survey; what lies between without being one is passed over.
 */
final class Handoffs implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String HANDOFFS = "handoffs";
  private static final String EXPECTED = "expected_handoffs";
  private static final String REPEATED = "repeated_contacts";
  private static final String DROPPED = "dropped_after";
  private static final String MATURE = "mature_handoffs";
  private static final String MATURE_DROPPED = "mature_dropped";
  private static final String TIMED = "timed_handoffs";
  private static final String WAIT = "median_business_hours";
  private static final String DROPPED_SHARE = "dropped_share";

  static final TableContract CONTRACT =
      TableContract.bi(HANDOFFS, "UTC month, market and the two departments of a hand-off")
          .key("month", "market", "from_department", "to_department")
          .withOverview()
          .dimensions("market", "from_department", "to_department")
          .column("month", "date", "first day of the UTC month of the second contact")
          .text("market", "market of the second contact, or known before it in the lap; or unknown")
          .text("from_department", "department of the first contact")
          .text("to_department", "department of the second")
          .flag("is_expected", "true where the way is a planned one; null in (all) of departments")
          .count("persons", "different persons handed off")
          .count(HANDOFFS, "neighbouring contacts of a lap with these departments")
          .count(EXPECTED, "of them on a planned way")
          .count(
              REPEATED,
              "hand-offs after which the person had to make contact again on the same case or topic"
                  + " as either of the two contacts, within the configured time")
          .count(
              DROPPED,
              "hand-offs that a loss followed with no contact between, or a silence longer than the"
                  + " laps' inactivity (and lateness); advertising and brand acts do not break it; a"
                  + " hand-off to the acquisition is never one, nor is an owner's silence")
          .count(MATURE, "hand-offs whose silence could have shown by now")
          .count(MATURE_DROPPED, "dropped_after of them")
          .share(DROPPED_SHARE, MATURE, "mature_dropped / mature_handoffs; null where these are 0")
          .count(TIMED, "hand-offs whose two contacts both have an hour")
          .typical(
              WAIT,
              "median business hours of the market between the two contacts, start to start, over"
                  + " timed_handoffs; null without any")
          .withholding()
          .definition(
              "Hand-offs between departments: two neighbouring contacts of one lap with different"
                  + " departments, by the month of the second. Repeats and drops of young hand-offs"
                  + " are still to come; dropped_share takes only those old enough. That a drop"
                  + " follows a hand-off does not say it was caused by it.",
              "Passaggi tra reparti: due contatti vicini dello stesso giro con reparti diversi, nel"
                  + " mese del secondo. Ripetizioni e abbandoni dei passaggi recenti devono ancora"
                  + " vedersi; dropped_share usa solo quelli abbastanza vecchi. Un abbandono dopo un"
                  + " passaggio non ne è per forza la conseguenza.")
          .build();

  private final HandoffSettings settings;
  private final MarketHours hours;
  private final long repeat;
  private final long lateness;
  private final long now;

  /**
   * @param lateness how long after a silence a late touch may still arrive, in microseconds
   * @param now end of as_of, in microseconds since 1970 UTC
   */
  Handoffs(ServiceSettings service, long lateness, long now) {
    this.settings = service.handoffs();
    this.hours = service.hours();
    this.repeat = service.repeatMicros();
    this.lateness = lateness;
    this.now = now;
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT)
        .counts(HANDOFFS, EXPECTED, REPEATED, DROPPED, MATURE, MATURE_DROPPED, TIMED)
        .samples(WAIT);
  }

  @Override
  public void add(Person person, Cells cells) {
    Map<PersonLap, Touch> latest = new HashMap<>();
    for (int i = 0; i < person.touches.size(); i++) {
      Touch touch = person.touches.get(i);
      if (isContact(touch)) {
        Touch before = latest.put(touch.lap, touch);
        if (before != null && !before.department.equals(touch.department)) {
          handOff(person, before, i, cells);
        }
      }
    }
  }

  /** A touch with a department that is a moment and no survey. */
  static boolean isContact(Touch touch) {
    return touch.department != null && touch.moment.isMoment() && !touch.is(TouchKind.SURVEY);
  }

  private void handOff(Person person, Touch from, int at, Cells cells) {
    Touch to = person.touches.get(at);
    Cells.Place place =
        cells.at(Calendar.month(to.start), to.marketSoFar, from.department, to.department);
    place.count(HANDOFFS);
    place.count(EXPECTED, isExpected(from.department, to.department) ? 1 : 0);
    place.count(REPEATED, isRepeated(person.touches, from, at) ? 1 : 0);
    boolean isDropped = isDropped(person.touches, at);
    place.count(DROPPED, isDropped ? 1 : 0);
    if (now > to.start + silence(to)) {
      place.count(MATURE);
      place.count(MATURE_DROPPED, isDropped ? 1 : 0);
    }
    Long wait = hours.between(from, to, to.marketSoFar);
    if (wait != null) {
      place.count(TIMED).sample(WAIT, Calendar.hours(wait));
    }
  }

  private boolean isExpected(String from, String to) {
    return settings.expected().contains(new HandoffSettings.Way(from, to));
  }

  private long silence(Touch to) {
    return settings.silenceMicros(to.vehicleTypeSoFar) + lateness;
  }

  private boolean isRepeated(List<Touch> touches, Touch from, int at) {
    Touch to = touches.get(at);
    Matter first = Matter.of(from);
    Matter second = Matter.of(to);
    for (int i = at + 1; i < touches.size(); i++) {
      Touch later = touches.get(i);
      if (later.since(to) > repeat) {
        return false;
      }
      boolean isOwn = isContact(later) && later.moment != Moment.STIMULUS;
      if (isOwn && !later.is(TouchKind.BRAND_INITIATED)) {
        Matter matter = Matter.of(later);
        if (matter.isSame(first) || matter.isSame(second)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whatever comes first in the lap decides: a loss, a sign of life, or a silence too long. Who was
   * handed on to the signing of the contract was not dropped, and an owner may be silent.
   */
  private boolean isDropped(List<Touch> touches, int at) {
    Touch to = touches.get(at);
    if (to.isAcquisition) {
      return false;
    }
    for (int i = at + 1; i < touches.size(); i++) {
      Touch later = touches.get(i);
      if (later.lap != to.lap) {
        continue;
      }
      if (later.is(TouchKind.LOST)) {
        return true;
      }
      if (later.moment != Moment.NONE && later.moment != Moment.STIMULUS) {
        return !to.afterAcquisition
            && later.since(to) > settings.silenceMicros(to.vehicleTypeSoFar);
      }
    }
    return !to.afterAcquisition && now > to.start + silence(to);
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    String from = cell.key("from_department");
    String to = cell.key("to_department");
    boolean isOneWay = !from.equals(Cells.ALL) && !to.equals(Cells.ALL);
    row.set("is_expected", isOneWay ? (Object) isExpected(from, to) : null)
        .set(DROPPED_SHARE, cell.share(MATURE_DROPPED, MATURE))
        .set(WAIT, cell.median(WAIT));
  }
}
