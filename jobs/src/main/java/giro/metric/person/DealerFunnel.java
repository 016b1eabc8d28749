package giro.metric.person;

import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code dealer_funnel}: leads by dealer and origin, and what became of them. Which touches are one
 * {@link Lead}, and what belongs to it, is that class's affair.
 */
final class DealerFunnel implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String LEADS = "leads";
  private static final String LOST = LeadStep.LOST.column();
  private static final String LOST_OTHER = "lost_other";
  private static final String LOST_UNKNOWN = "lost_unknown";
  private static final String BUSINESS_HOURS = "median_business_hours_lead_to_contacted";
  private static final String REASON = "lost_reason";

  /** Between which steps hours are given; null stands for the lead. */
  private record Between(LeadStep from, LeadStep to) {
    String column() {
      return "median_hours_%s_to_%s"
          .formatted(from == null ? "lead" : from.singular(), to.singular());
    }
  }

  private static final List<Between> BETWEEN =
      List.of(
          new Between(null, LeadStep.CONTACTED),
          new Between(LeadStep.CONTACTED, LeadStep.APPOINTMENT),
          new Between(LeadStep.APPOINTMENT, LeadStep.TEST_DRIVE),
          new Between(LeadStep.TEST_DRIVE, LeadStep.OFFER),
          new Between(LeadStep.OFFER, LeadStep.ORDER),
          new Between(LeadStep.ORDER, LeadStep.DELIVERY),
          new Between(null, LeadStep.ORDER),
          new Between(null, LeadStep.LOST));

  static final TableContract CONTRACT = contractOf();

  private final Map<String, LossReason> reasons;
  private final MarketHours hours;

  /**
   * @param reasons which reason a source's word, in lower case, means
   */
  DealerFunnel(Map<String, LossReason> reasons, MarketHours hours) {
    this.reasons = Map.copyOf(reasons);
    this.hours = hours;
  }

  private static TableContract contractOf() {
    TableContract.Builder table =
        TableContract.bi("dealer_funnel", "UTC month, market, dealer and origin of leads")
            .key("month", "market", "dealer", "lead_origin")
            .withOverview()
            .dimensions("market", "dealer", "lead_origin")
            .column("month", "date", "first day of the UTC month of the lead's first entry")
            .text("market", "market of the first entry, or known before it in the lap; or unknown")
            .text("dealer", "dealer an entry of the lead names, else known before; or unknown")
            .text("lead_origin", "brand_site, marketplace and so on, as an entry says; or unknown")
            .count("persons", "different persons behind the leads")
            .count(LEADS, "requests to be contacted; entries of one lead number are one")
            .count("contacted", "leads whose person was reached after them")
            .count("appointments", "leads with a visit agreed, be it by the lead itself")
            .count("test_drives", "leads with a test drive after them")
            .count("offers", "leads with an offer after them")
            .count("orders", "leads with an acquisition after them")
            .count("deliveries", "leads whose order was delivered")
            .count(LOST, "leads known lost, unless an order came before or with the loss");
    for (LossReason reason : LossReason.values()) {
      table.count(reason.column(), "lost for this reason: " + reason.key().replace('-', ' '));
    }
    table
        .count(LOST_OTHER, "lost for another reason that was given")
        .count(LOST_UNKNOWN, "lost without a reason")
        .share("contacted_share", LEADS, "contacted / leads")
        .share("order_share", LEADS, "orders / leads")
        .share("lost_share", LEADS, "lost / leads");
    for (Between between : BETWEEN) {
      table.typical(
          between.column(),
          "median elapsed hours over leads with both, the second not before the first; a touch"
              + " known to the day is its midnight; null without any");
    }
    return table
        .typical(
            BUSINESS_HOURS,
            "median business hours of the market from lead to contact, where both have an hour;"
                + " null without any")
        .withholding()
        .definition(
            "Leads of a month by dealer and origin, with what followed them in the same lap: each"
                + " step counts leads, not touches, and belongs to one lead only. Shares are of all"
                + " leads of the row; those of a young month still rise. What the dealer does not"
                + " write down is not seen.",
            "Contatti commerciali (lead) di un mese per concessionario e origine, con ciò che è"
                + " seguito nello stesso giro: ogni passo conta i lead, non i contatti, e appartiene"
                + " a un solo lead. Le quote sono su tutti i lead della riga; quelle di un mese"
                + " recente crescono ancora. Ciò che il concessionario non registra non si vede.")
        .build();
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    List<String> counts = new ArrayList<>(List.of(LEADS, LOST_OTHER, LOST_UNKNOWN));
    Arrays.stream(LeadStep.values()).map(LeadStep::column).forEach(counts::add);
    Arrays.stream(LossReason.values()).map(LossReason::column).forEach(counts::add);
    return CellShape.of(CONTRACT)
        .counts(counts.toArray(String[]::new))
        .samples(
            Stream.concat(BETWEEN.stream().map(Between::column), Stream.of(BUSINESS_HOURS))
                .toArray(String[]::new));
  }

  @Override
  public void add(Person person, Cells cells) {
    for (Lead lead : person.leads()) {
      Cells.Place place =
          cells.at(Calendar.month(lead.first.start), lead.market(), lead.dealer(), lead.origin());
      place.count(LEADS);
      for (LeadStep step : LeadStep.values()) {
        if (step == LeadStep.LOST ? lead.isLost() : lead.has(step)) {
          place.count(step.column());
        }
      }
      if (lead.isLost()) {
        place.count(lossColumn(lead));
      }
      times(lead, place);
    }
  }

  private String lossColumn(Lead lead) {
    String said = lead.step(LeadStep.LOST).attribute(REASON);
    if (said == null || said.isBlank()) {
      return LOST_UNKNOWN;
    }
    LossReason reason = reasons.get(said.trim().toLowerCase(Locale.ROOT));
    return reason == null ? LOST_OTHER : reason.column();
  }

  private void times(Lead lead, Cells.Place place) {
    for (Between between : BETWEEN) {
      Touch from = between.from() == null ? lead.first : lead.step(between.from());
      Touch to = lead.step(between.to());
      boolean isCounted = between.to() != LeadStep.LOST || lead.isLost();
      if (from != null && to != null && isCounted && to.mayComeAfter(from)) {
        place.sample(between.column(), Calendar.hours(to.since(from)));
      }
    }
    Touch contact = lead.step(LeadStep.CONTACTED);
    Long business = contact == null ? null : hours.between(lead.first, contact, lead.market());
    if (business != null) {
      place.sample(BUSINESS_HOURS, Calendar.hours(business));
    }
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    row.set("contacted_share", cell.share("contacted", LEADS))
        .set("order_share", cell.share("orders", LEADS))
        .set("lost_share", cell.share(LOST, LEADS))
        .set(BUSINESS_HOURS, cell.median(BUSINESS_HOURS));
    BETWEEN.forEach(between -> row.set(between.column(), cell.median(between.column())));
  }
}
