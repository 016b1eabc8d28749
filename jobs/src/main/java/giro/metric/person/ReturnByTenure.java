package giro.metric.person;

import giro.model.measure.Wilson;
import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code return_by_tenure}: of those who own a car for so many months, how many begin to look for
 * the next, and buy it. Every ownership lap counts in each month it reaches, under what its owner
 * had felt in the workshop and from support by the month's beginning.
 */
final class ReturnByTenure implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String AT_RISK = "at_risk";
  private static final String RETURNED = "returned";
  private static final String HAZARD = "hazard";
  private static final String HAZARD_LOW = "hazard_low";
  private static final String HAZARD_HIGH = "hazard_high";
  private static final String AT_RISK_OF_ACQUISITION = "at_risk_of_acquisition";
  private static final String ACQUIRED = "acquired";
  private static final String ACQUISITION_HAZARD = "acquisition_hazard";
  private static final String EXPOSURE = "exposure_months";

  static final TableContract CONTRACT =
      TableContract.bi(
              "return_by_tenure", "market, model, month of ownership and service experience")
          .key("market", "model", "tenure_months", "service_experience")
          .dimensions("market", "model", "service_experience")
          .text("market", "market of the acquisition, or known before it in the lap; or unknown")
          .text("model", "model of the acquisition, or known before it in the lap; or unknown")
          .column(
              "tenure_months",
              "int",
              "whole months since the delivery, or since the acquisition where no delivery is known")
          .text(
              "service_experience",
              "latest feeling in a service contact before the month began: good, bad, or none where"
                  + " there is none or it is neither")
          .count("persons", "different owners")
          .count(
              AT_RISK,
              "ownerships that began the month by now with the car still held and no next lap open;"
                  + " a lap opened before the delivery counts in month 0")
          .count(RETURNED, "of them with the next lap opened in the month")
          .share(HAZARD, AT_RISK, "returned / at_risk")
          .share(HAZARD_LOW, AT_RISK, "lower end of its 95 % interval (Wilson)")
          .share(HAZARD_HIGH, AT_RISK, "upper end of it")
          .count(AT_RISK_OF_ACQUISITION, "ownerships as in at_risk, with no next acquisition yet")
          .count(ACQUIRED, "of them with the next acquisition in the month")
          .share(ACQUISITION_HAZARD, AT_RISK_OF_ACQUISITION, "acquired / at_risk_of_acquisition")
          .number(
              EXPOSURE,
              "months lived at risk of a return: of the month under way only the part so far")
          .withholding()
          .definition(
              "Hazard of a return by months of ownership: next research laps opened in the month, of"
                  + " ownerships that began it without one. The month under way counts whole in"
                  + " at_risk; returned / exposure_months is the rate per month without that. Good"
                  + " and bad experience are associated with the return, not shown to cause it.",
              "Rischio di ritorno per mesi di possesso: nuovi giri di ricerca aperti nel mese, sui"
                  + " possessi che lo hanno iniziato senza. Il mese in corso conta intero in at_risk;"
                  + " returned / exposure_months è il tasso mensile che ne tiene conto. L'esperienza"
                  + " buona o cattiva è associata al ritorno, non ne è la causa dimostrata.")
          .build();

  private final Feeling feeling;
  private final long now;

  /**
   * @param now end of as_of, in microseconds since 1970 UTC
   */
  ReturnByTenure(ExperienceSettings settings, long now) {
    this.feeling = new Feeling(settings);
    this.now = now;
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT)
        .counts(AT_RISK, RETURNED, AT_RISK_OF_ACQUISITION, ACQUIRED)
        .sums(EXPOSURE);
  }

  @Override
  public void add(Person person, Cells cells) {
    for (PersonLap lap : person.laps) {
      Tenure tenure = Tenure.of(lap, person);
      if (tenure != null) {
        ownership(tenure, lap, felt(lap), cells);
      }
    }
  }

  private void ownership(Tenure tenure, PersonLap lap, List<Touch> felt, Cells cells) {
    String market = tenure.market(lap);
    String model = tenure.model(lap);
    for (int month = 0; tenure.isObserved(month, now); month++) {
      boolean mayReturn = tenure.isAtRiskOfReturn(month);
      boolean mayAcquire = tenure.isAtRiskOfAcquisition(month);
      if (!mayReturn && !mayAcquire) {
        return;
      }
      String experience = experience(felt, tenure.start(month));
      Cells.Place place = cells.at(market, model, String.valueOf(month), experience);
      if (mayReturn) {
        place
            .count(AT_RISK)
            .count(RETURNED, tenure.hasReturnedIn(month) ? 1 : 0)
            .sum(EXPOSURE, tenure.exposure(month, now));
      }
      if (mayAcquire) {
        place.count(AT_RISK_OF_ACQUISITION).count(ACQUIRED, tenure.hasAcquiredIn(month) ? 1 : 0);
      }
    }
  }

  /** Service contacts of the lap that say how it felt, in order. */
  private static List<Touch> felt(PersonLap lap) {
    List<Touch> felt = new ArrayList<>();
    for (Touch touch : lap.touches) {
      if (touch.is(TouchKind.SERVICE) && Feeling.of(touch) != null) {
        felt.add(touch);
      }
    }
    return felt;
  }

  private String experience(List<Touch> felt, long before) {
    Double latest = null;
    for (Touch touch : felt) {
      if (touch.start < before) {
        latest = Feeling.of(touch);
      }
    }
    if (feeling.isPositive(latest)) {
      return "good";
    }
    return feeling.isNegative(latest) ? "bad" : "none";
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    row.set(HAZARD, cell.share(RETURNED, AT_RISK))
        .ends(HAZARD, Wilson.interval(cell.count(RETURNED), cell.count(AT_RISK)))
        .set(ACQUISITION_HAZARD, cell.share(ACQUIRED, AT_RISK_OF_ACQUISITION));
  }
}
