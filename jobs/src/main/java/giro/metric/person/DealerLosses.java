package giro.metric.person;

import giro.model.table.TableContract;

/**
 * {@code dealer_losses}: the lost leads of {@link DealerFunnel} by the reason as it was written.
 */
final class DealerLosses implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String LOST = "lost";
  private static final String HOURS = "median_hours_lead_to_lost";

  static final TableContract CONTRACT =
      TableContract.bi("dealer_losses", "UTC month, market, dealer, origin of leads, and reason")
          .key("month", "market", "dealer", "lead_origin", "reason")
          .withOverview()
          .dimensions("market", "dealer", "lead_origin")
          .column("month", "date", "first day of the UTC month of the lead's first entry")
          .text("market", "as in dealer_funnel")
          .text("dealer", "as in dealer_funnel")
          .text("lead_origin", "as in dealer_funnel")
          .text("reason", "reason of the loss in the source's words, or unknown")
          .count("persons", "different persons behind the leads")
          .count(LOST, "leads lost for this reason; over reasons the lost of dealer_funnel")
          .typical(HOURS, "median elapsed hours from lead to loss")
          .withholding()
          .definition(
              "Leads known lost by the reason that was written down. Reasons add up to the lost"
                  + " leads of dealer_funnel; losses nobody wrote down are missing.",
              "Lead persi per il motivo registrato. La somma dei motivi dà i lead persi di"
                  + " dealer_funnel; mancano le perdite che nessuno ha registrato.")
          .build();

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT).counts(LOST).samples(HOURS);
  }

  @Override
  public void add(Person person, Cells cells) {
    for (Lead lead : person.leads()) {
      if (lead.isLost()) {
        Touch loss = lead.step(LeadStep.LOST);
        cells
            .at(
                Calendar.month(lead.first.start),
                lead.market(),
                lead.dealer(),
                lead.origin(),
                Touch.known(loss.attribute("lost_reason")))
            .count(LOST)
            .sample(HOURS, Calendar.hours(loss.since(lead.first)));
      }
    }
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    row.set(HOURS, cell.median(HOURS));
  }
}
