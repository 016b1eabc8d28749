package giro.metric.person;

import giro.model.table.TableContract;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code department_scorecard}: what each department counts for itself, beside what became of the
 * journeys it touched, and the pressure of its contacts. A contact is what {@link Handoffs} takes
 * for one. A lap counts once a month, from the department's first contact in it that month.
 */
final class DepartmentScorecard implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String OWN_RESULTS = "own_results";
  private static final String CONTACTS = "contacts";
  private static final String BRAND = "brand_contacts";
  private static final String CONTRADICTING = "contradicting_contacts";
  private static final String LAPS = "laps";
  private static final String RESEARCH = "research_laps";
  private static final String ACQUISITIONS = "acquisitions";
  private static final String LOST = "lost";
  private static final String OWNERSHIP = "ownership_laps";
  private static final String RETURNED = "returned";
  private static final String ACQUISITION_INCIDENCE = "acquisition_incidence";
  private static final String RETURN_INCIDENCE = "return_incidence";

  static final TableContract CONTRACT =
      TableContract.bi("department_scorecard", "UTC month and department")
          .key("month", "department")
          .withOverview()
          .dimensions("department")
          .column("month", "date", "first day of the UTC month of the contacts")
          .text(
              "department", "department; (all) counts a lap once, whichever departments touched it")
          .count("persons", "different persons with a contact or in the own metric")
          .text("own_metric_name", "what the department counts as its success; null where unknown")
          .count("own_metric_value", "touches it counts in the month; null without such a metric")
          .count(CONTACTS, "touches of the department that are moments and no surveys")
          .number("contacts_per_person", "contacts / persons: pressure")
          .count(BRAND, "of the contacts and the brand's acts, those the brand began")
          .number("brand_contacts_per_person", "brand_contacts / persons")
          .count(
              CONTRADICTING,
              "brand_contacts on a UTC day on which another department began one with the person")
          .share("contradicting_share", BRAND, "contradicting_contacts / brand_contacts")
          .count(LAPS, "laps with a contact of the department in the month")
          .count(RESEARCH, "of them neither won nor lost when the first contact came")
          .count(ACQUISITIONS, "research_laps with an acquisition in the configured time after it")
          .count(LOST, "research_laps known lost in that time, before any acquisition")
          .share("loss_share", RESEARCH, "lost / research_laps")
          .share(
              ACQUISITION_INCIDENCE,
              RESEARCH,
              "cumulative incidence of the acquisition in that time: Aalen-Johansen, a known loss"
                  + " competing, young laps followed until now; null without research_laps")
          .share(ACQUISITION_INCIDENCE + "_low", RESEARCH, "lower end of its 95 % interval")
          .share(ACQUISITION_INCIDENCE + "_high", RESEARCH, "upper end of it")
          .count(OWNERSHIP, "laps in which the person owned already, and no next lap was open")
          .count(RETURNED, "ownership_laps with a next lap opened in that time")
          .share(
              RETURN_INCIDENCE,
              OWNERSHIP,
              "cumulative incidence of the next lap in that time, the car's disposal competing; null"
                  + " without ownership_laps")
          .share(RETURN_INCIDENCE + "_low", OWNERSHIP, "lower end of its 95 % interval")
          .share(RETURN_INCIDENCE + "_high", OWNERSHIP, "upper end of it")
          .withholding()
          .definition(
              "Each department's own metric beside the journey's: acquisitions, losses and returns of"
                  + " the laps it had a contact in, from its first contact of the month. Several"
                  + " departments touch one lap, so their rows do not add up. Counts of a young month"
                  + " still rise, incidences allow for that. Being there is not having caused it.",
              "La metrica propria di ogni reparto accanto a quelle del percorso: acquisti, perdite e"
                  + " ritorni dei giri in cui ha avuto un contatto, dal primo del mese. Più reparti"
                  + " toccano lo stesso giro, quindi le righe non si sommano. I conteggi di un mese"
                  + " recente crescono ancora, le incidenze ne tengono conto. Esserci non vuol dire"
                  + " averlo causato.")
          .build();

  private final ScorecardSettings settings;
  private final long now;

  /**
   * @param now end of as_of, in microseconds since 1970 UTC
   */
  DepartmentScorecard(ScorecardSettings settings, long now) {
    this.settings = settings;
    this.now = now;
  }

  private record MonthLap(String month, String department, PersonLap lap) {}

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  /** Counts its {@code (all)} rows itself: a lap is one there, however many departments it has. */
  @Override
  public CellShape shape() {
    return new CellShape(CONTRACT.key(), List.of(), List.of(), List.of(), List.of())
        .counts(
            OWN_RESULTS,
            CONTACTS,
            BRAND,
            CONTRADICTING,
            LAPS,
            RESEARCH,
            ACQUISITIONS,
            LOST,
            OWNERSHIP,
            RETURNED)
        .samples(ACQUISITION_INCIDENCE, RETURN_INCIDENCE);
  }

  @Override
  public void add(Person person, Cells cells) {
    Map<String, Set<String>> brandDays = brandDays(person);
    Set<MonthLap> seen = new HashSet<>();
    for (Touch touch : person.touches) {
      if (touch.department != null) {
        count(person, touch, touch.department, brandDays, seen, cells);
        count(person, touch, Cells.ALL, brandDays, seen, cells);
      }
    }
  }

  /** Which departments began a contact with the person on a day. */
  private static Map<String, Set<String>> brandDays(Person person) {
    Map<String, Set<String>> days = new HashMap<>();
    for (Touch touch : person.touches) {
      if (touch.department != null && touch.is(TouchKind.BRAND_INITIATED)) {
        days.computeIfAbsent(Calendar.day(touch.start), d -> new HashSet<>()).add(touch.department);
      }
    }
    return days;
  }

  private void count(
      Person person,
      Touch touch,
      String department,
      Map<String, Set<String>> brandDays,
      Set<MonthLap> seen,
      Cells cells) {
    boolean isContact = Handoffs.isContact(touch);
    boolean isOfBrand = touch.is(TouchKind.BRAND_INITIATED);
    boolean isOwn = touch.is(TouchKind.OWN_RESULT);
    if (!isContact && !isOfBrand && !isOwn) {
      return;
    }
    String month = Calendar.month(touch.start);
    Cells.Place place = cells.at(month, department);
    place.count(OWN_RESULTS, isOwn ? 1 : 0).count(CONTACTS, isContact ? 1 : 0);
    if (isOfBrand) {
      boolean isAlone = brandDays.get(Calendar.day(touch.start)).size() == 1;
      place.count(BRAND).count(CONTRADICTING, isAlone ? 0 : 1);
    }
    if (isContact && seen.add(new MonthLap(month, department, touch.lap))) {
      place.count(LAPS);
      if (touch.afterAcquisition) {
        ownership(person, touch, place);
      } else {
        research(touch, place);
      }
    }
  }

  private void research(Touch touch, Cells.Place place) {
    PersonLap lap = touch.lap;
    Long loss = lap.isLostFirst && lap.lostAt != null ? (Long) (lap.lostAt - touch.start) : null;
    Long won = lap.acquisitionAt == null ? null : (Long) (lap.acquisitionAt - touch.start);
    if (loss != null && loss < 0) {
      return;
    }
    long until = Math.min(outcome(), now - touch.start);
    if (won == null && lap.becameOwnerAt != null) {
      // An owner without a known acquisition is followed to where the ownership shows.
      until = Math.min(until, Math.max(0, lap.becameOwnerAt - touch.start));
    }
    // A contact of the acquisition's day may be known to the day only.
    won = won == null ? null : (Long) Math.max(0, won);
    double followed = FollowUp.of(won, loss, until);
    place
        .count(RESEARCH)
        .sample(ACQUISITION_INCIDENCE, followed)
        .count(ACQUISITIONS, FollowUp.isEvent(followed) ? 1 : 0)
        .count(LOST, FollowUp.isCompeting(followed) ? 1 : 0);
  }

  private void ownership(Person person, Touch touch, Cells.Place place) {
    PersonLap lap = touch.lap;
    Long next = null;
    for (PersonLap later : person.laps) {
      if (later.previous != null && later.previous == lap.number) {
        if (later.openedAt < touch.start) {
          return;
        }
        long opened = later.openedAt - touch.start;
        next = next == null ? opened : Math.min(next, opened);
      }
    }
    Long disposed = lap.disposalAt == null ? null : (Long) (lap.disposalAt - touch.start);
    if (disposed != null && disposed < 0) {
      return;
    }
    long until = Math.min(outcome(), now - touch.start);
    double followed = FollowUp.of(next, disposed, until);
    place
        .count(OWNERSHIP)
        .sample(RETURN_INCIDENCE, followed)
        .count(RETURNED, FollowUp.isEvent(followed) ? 1 : 0);
  }

  private long outcome() {
    return Calendar.micros(settings.outcomeWithin());
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    String name = settings.ownMetrics().get(cell.key("department"));
    row.set("own_metric_name", name)
        .set("own_metric_value", name == null ? null : (Long) cell.count(OWN_RESULTS))
        .set("contacts_per_person", Cell.ratio(cell.count(CONTACTS), cell.persons()))
        .set("brand_contacts_per_person", Cell.ratio(cell.count(BRAND), cell.persons()))
        .set("contradicting_share", cell.share(CONTRADICTING, BRAND))
        .set("loss_share", cell.share(LOST, RESEARCH));
    row.incidence(
        ACQUISITION_INCIDENCE, FollowUp.incidence(cell.samples(ACQUISITION_INCIDENCE), outcome()));
    row.incidence(RETURN_INCIDENCE, FollowUp.incidence(cell.samples(RETURN_INCIDENCE), outcome()));
  }
}
