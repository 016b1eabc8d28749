package giro.simulate;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Rows of the dealer-management export. */
final class DealerWriter implements Writer {
  private static final Map<EventKind, String> CODES =
      Map.ofEntries(
          Map.entry(EventKind.LEAD_RECEIVED, "LEAD"),
          Map.entry(EventKind.LEAD_CONTACTED, "CONTACT"),
          Map.entry(EventKind.APPOINTMENT_MADE, "APPOINTMENT"),
          Map.entry(EventKind.APPOINTMENT_NO_SHOW, "NOSHOW"),
          Map.entry(EventKind.SHOWROOM_VISIT, "VISIT"),
          Map.entry(EventKind.TEST_DRIVE, "TESTDRIVE"),
          Map.entry(EventKind.TRADE_IN_APPRAISAL, "APPRAISAL"),
          Map.entry(EventKind.OFFER_MADE, "OFFER"),
          Map.entry(EventKind.FINANCE_APPLICATION, "CREDIT"),
          Map.entry(EventKind.ORDER_SIGNED, "ORDER"),
          Map.entry(EventKind.ORDER_CANCELLED, "CANCELLED"),
          Map.entry(EventKind.ORDER_UPDATE, "UPDATE"),
          Map.entry(EventKind.REGISTRATION, "REGISTRATION"),
          Map.entry(EventKind.DELIVERY, "DELIVERY"),
          Map.entry(EventKind.SERVICE_VISIT, "WORKSHOP"),
          Map.entry(EventKind.REPAIR, "REPAIR"),
          Map.entry(EventKind.WARRANTY_OR_RECALL, "WARRANTY"),
          Map.entry(EventKind.CONTRACT_END_CONTACT, "CONTRACTEND"),
          Map.entry(EventKind.VEHICLE_RETURNED_OR_SOLD, "DISPOSAL"),
          Map.entry(EventKind.LOST_SALE, "LOST"));

  private final Words words;

  DealerWriter(Words words) {
    this.words = words;
  }

  @Override
  public GenericRecord row(Schema schema, Act act, Person person, long received) {
    boolean isLead = act.kind == EventKind.LEAD_RECEIVED;
    boolean isVisit = act.kind == EventKind.SHOWROOM_VISIT;
    boolean isLeadDesk = isLead || act.kind == EventKind.LEAD_CONTACTED;
    Sheet sheet = new Sheet(schema);
    sheet
        .set("row_no", words.id(act))
        .set("record_code", CODES.get(act.kind))
        .set("business_date", (int) Math.floorDiv(act.at, TrueOrder.DAY))
        .when(!act.dateOnly, "stamped_at", act.at)
        .set("exported_at", received)
        .set("dealer_code", words.names().dealer(person.market(), person.dealer()))
        .set("country", words.country(act))
        .when(isLead || act.kind == EventKind.ORDER_SIGNED, "buyer_kind", words.buyer(person))
        .set("vin", words.vin(act, person))
        .set("car_line", words.model(act))
        .set("car_condition", words.condition(act))
        .set("contract_kind", words.contract(act))
        .set("order_no", words.order(act, person))
        .set("lead_no", words.lead(act, person))
        .when(isLead, "lead_origin", act.subject == 1 ? "marketplace" : "brand_site")
        .when(act.kind == EventKind.LEAD_CONTACTED, "lead_reached", !act.has(Act.NOT_REACHED))
        .when(isVisit, "department", act.has(Act.SERVICE) ? "service" : "sales")
        .when(isVisit, "details_taken", act.has(Act.DETAILS_TAKEN))
        .set("amount", Words.amount(act))
        .set("currency", Words.currency(act))
        .when(!isLeadDesk, "work_subject", words.subject(act))
        .set("loss_reason", words.lossReason(act))
        .set("loss_to", words.competitor(act))
        .set("case_no", words.caseNumber(act, person));
    customer(sheet, act, person);
    return sheet.row;
  }

  private void customer(Sheet sheet, Act act, Person person) {
    if (act.has(Act.OWN_REGISTRATION)) {
      sheet
          .set("own_registration", true)
          .set("buyer_kind", "dealer")
          .set("customer_no", words.names().ownCustomerNumber(person));
      return;
    }
    Names names = words.names();
    sheet
        .when(act.carries(Act.CRM | Act.WALK_IN), "customer_no", names.customerNumber(act, person))
        .when(act.carries(Act.HOUSEHOLD), "household_no", names.household(person))
        .when(act.carries(Act.EMAIL), "email", names.email(act, person))
        .when(act.carries(Act.PHONE), "phone", names.phone(act, person));
  }
}
