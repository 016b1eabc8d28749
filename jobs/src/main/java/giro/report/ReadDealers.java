package giro.report;

import java.util.Comparator;
import java.util.List;

/** Reads the leads of dealers and what became of them, over all origins. */
final class ReadDealers {
  static final String TABLE = "dealer_funnel_overview";
  private static final String DEALER = "dealer";
  static final String LEADS = "leads";
  static final String CONTACTED = "contacted";
  static final String ORDERS = "orders";
  static final String DELIVERIES = "deliveries";
  static final String LOST = "lost";
  private static final String HOURS = "median_business_hours_lead_to_contacted";

  /**
   * A count of leads with its words.
   *
   * @param column of the table
   */
  record Step(String column, String english) {}

  /** In the order in which a dealer hopes for them. */
  static final List<Step> STEPS =
      List.of(
          new Step(LEADS, "Leads"),
          new Step(CONTACTED, "Contacted"),
          new Step("appointments", "Appointment"),
          new Step("test_drives", "Test drive"),
          new Step("offers", "Offer"),
          new Step(ORDERS, "Order"),
          new Step(DELIVERIES, "Delivery"));

  /** What the lost leads are the sum of. */
  static final List<Step> REASONS =
      List.of(
          new Step("lost_price", "Price"),
          new Step("lost_product", "Product"),
          new Step("lost_waiting_time", "Waiting time"),
          new Step("lost_no_answer", "No answer"),
          new Step("lost_other_brand", "Other brand"),
          new Step("lost_gave_up", "Gave up"),
          new Step("lost_other", "Other reason"),
          new Step("lost_unknown", "No reason given"));

  /**
   * One dealer, or all.
   *
   * @param counts by column; null where withheld
   * @param businessHours median from lead to contact; null where unknown
   */
  record Dealer(String name, PublishedRow counts, Double businessHours) {
    Long count(String column) {
      return counts.count(column);
    }
  }

  private ReadDealers() {}

  /** Null where it is not published or withheld. */
  static Dealer all(Questions questions) {
    return questions.of(TABLE).shown().stream()
        .filter(row -> row.isAll(DEALER))
        .map(ReadDealers::dealer)
        .findFirst()
        .orElse(null);
  }

  /** Dealers that may be shown, most leads first. */
  static List<Dealer> dealers(Questions questions) {
    Comparator<Dealer> byLeads =
        Comparator.comparing(d -> d.count(LEADS), Comparator.nullsLast(Comparator.reverseOrder()));
    return questions.of(TABLE).shown().stream()
        .filter(row -> !row.isAll(DEALER))
        .map(ReadDealers::dealer)
        .sorted(byLeads.thenComparing(Dealer::name))
        .toList();
  }

  private static Dealer dealer(PublishedRow row) {
    return new Dealer(row.text(DEALER), row, row.number(HOURS));
  }
}
