package giro.metric.person;

import giro.metric.Combinations;
import giro.model.domain.Moment;
import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code leakage}: laps known to be lost by where they stood, why and to whom, beside those at risk
 * and the share of leavers of whom nothing is known.
 */
final class Leakage implements PersonMetric.OfAllCells {
  private static final long serialVersionUID = 1L;
  private static final String ALL = Combinations.ALL;
  private static final String AT_RISK = "at_risk";
  private static final String LOST = "lost";
  private static final String DROPPED = "dropped";

  static final TableContract CONTRACT =
      TableContract.bi("leakage", "where laps of a month were lost, why and to whom")
          .key("month", "market", "model", "moment", "channel", "reason", "competitor")
          .withOverview()
          .dimensions("market", "model", "moment", "channel", "reason", "competitor")
          .column("month", "date", "first day of the UTC month of the lap's first touch")
          .text("market", "market of the lap's first touch, unknown, or (all)")
          .text("model", "model of the lap's first touch, unknown, or (all)")
          .text("moment", "moment, NONE for a lap without one so far, or (all)")
          .text("channel", "channel, unknown, or (all)")
          .text("reason", "reason the loss came with, unknown, or (all)")
          .text("competitor", "who won instead, unknown, or (all)")
          .count(
              AT_RISK,
              "laps with a touch of the moment in the channel before acquisition, loss or now;"
                  + " whatever the reason")
          .count(LOST, "laps known lost whose last moment touch before it was this")
          .share("lost_share", AT_RISK, "lost / at_risk")
          .count(
              DROPPED, "laps that ended without a word, and with this as their last moment touch")
          .number(
              "unknown_share",
              "dropped / (dropped + lost for any reason): leavers of whom it is not known where to")
          .count("persons", "different persons with a lap at risk; of a reason: with a lap lost")
          .withholding()
          .definition(
              "Laps known to be lost, over the laps at risk: those that had a touch of the moment in"
                  + " the channel. Laps of owners without known acquisition are left out. What"
                  + " nobody reported is in unknown_share: losses are a lower bound.",
              "Giri che si sanno persi sui giri a rischio: quelli con un contatto di quel momento in"
                  + " quel canale. Esclusi i proprietari senza acquisto noto. Ciò che nessuno ha"
                  + " riferito è in unknown_share: le perdite sono un minimo.")
          .build();

  private final long now;
  private final long lateness;

  /**
   * @param now end of as_of, exclusive, in microseconds since 1970 UTC
   * @param lateness how long a lap waits for late data after its end, in microseconds
   */
  Leakage(long now, long lateness) {
    this.now = now;
    this.lateness = lateness;
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  /** Laps stand at one place of each kind at a time, so moments and channels are told by hand. */
  @Override
  public CellShape shape() {
    CellShape shape = CellShape.of(CONTRACT).counts(AT_RISK, LOST, DROPPED);
    List<String> expanded = List.of("market", "model", "reason", "competitor");
    return new CellShape(shape.key(), expanded, shape.counts(), shape.sums(), shape.samples());
  }

  private record Place(String moment, String channel) {
    static final Place NOWHERE = new Place(Moment.NONE.name(), Touch.UNKNOWN);

    /** The place, and (all) for its moment, its channel and both. */
    List<Place> withAll() {
      return List.of(this, new Place(moment, ALL), new Place(ALL, channel), new Place(ALL, ALL));
    }
  }

  @Override
  public void add(Person person, Cells cells) {
    for (PersonLap lap : person.laps) {
      if (lap.becameOwnerAt == null || lap.acquisitionAt != null) {
        add(lap, cells);
      }
    }
  }

  private void add(PersonLap lap, Cells cells) {
    Set<Place> places = new LinkedHashSet<>();
    Place last = Place.NOWHERE;
    Touch loss = null;
    for (Touch touch : lap.touches) {
      if (lap.isLostFirst ? touch.is(TouchKind.LOST) : touch.isAcquisition) {
        loss = lap.isLostFirst ? touch : null;
        break;
      }
      if (touch.moment.isMoment()) {
        last = new Place(touch.moment.name(), Touch.known(touch.channel));
        places.addAll(last.withAll());
      }
    }
    if (places.isEmpty()) {
      places.addAll(last.withAll());
    }
    places.forEach(place -> at(lap, place, ALL, ALL, cells).count(AT_RISK));
    if (lap.isLostFirst) {
      String reason = loss == null ? null : loss.attribute("lost_reason");
      String competitor = loss == null ? null : loss.attribute("competitor");
      for (Place place : last.withAll()) {
        at(lap, place, Touch.known(reason), Touch.known(competitor), cells).count(LOST);
      }
    } else if (isDropped(lap)) {
      last.withAll().forEach(place -> at(lap, place, ALL, ALL, cells).count(DROPPED));
    }
  }

  private boolean isDropped(PersonLap lap) {
    return lap.acquisitionAt == null && lap.isInactive(now - lateness);
  }

  private static Cells.Place at(
      PersonLap lap, Place place, String reason, String competitor, Cells cells) {
    String month = Calendar.month(lap.openedAt);
    return cells.at(
        month, lap.market, lap.model, place.moment(), place.channel(), reason, competitor);
  }

  @Override
  public List<GoldRow> rows(TableContract table, List<Cell> cells) {
    Map<List<String>, Cell> ofAnyReason = new HashMap<>();
    for (Cell cell : cells) {
      if (cell.key("reason").equals(ALL) && cell.key("competitor").equals(ALL)) {
        ofAnyReason.put(place(cell), cell);
      }
    }
    List<GoldRow> rows = new ArrayList<>();
    for (Cell cell : cells) {
      Cell any = ofAnyReason.get(place(cell));
      GoldRow row = GoldRow.of(table, cell);
      long gone = any.count(DROPPED) + any.count(LOST);
      row.set(AT_RISK, any.count(AT_RISK)).set(DROPPED, any.count(DROPPED));
      row.set("lost_share", Cell.ratio(cell.count(LOST), any.count(AT_RISK)));
      row.set("unknown_share", Cell.ratio(any.count(DROPPED), gone));
      rows.add(row);
    }
    return rows;
  }

  /** The key without reason and competitor. */
  private static List<String> place(Cell cell) {
    return cell.key().subList(0, cell.key().size() - 2);
  }
}
