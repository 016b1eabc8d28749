package giro.simulate;

import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Records of the call center. */
final class CallWriter implements Writer {
  private static final Map<EventKind, String> KINDS =
      Map.of(
          EventKind.INBOUND_SALES_CALL, "SALES_IN",
          EventKind.INBOUND_INFO_CALL, "INFO_IN",
          EventKind.INBOUND_SERVICE_CALL, "SERVICE_IN",
          EventKind.COMPLAINT, "COMPLAINT",
          EventKind.ROADSIDE_ASSISTANCE, "ROADSIDE",
          EventKind.OUTBOUND_SALES_CALL, "SALES_OUT",
          EventKind.SURVEY_ANSWER, "SURVEY",
          EventKind.ABANDONED_CALL, "ABANDONED",
          EventKind.CASE_CLOSED, "CASE_CLOSED");

  private final Words words;

  CallWriter(Words words) {
    this.words = words;
  }

  @Override
  public GenericRecord row(Schema schema, Act act, Person person, long received) {
    Names names = words.names();
    boolean hasNumber = act.carries(Act.PHONE | Act.PLACEHOLDER | Act.SWITCHBOARD);
    boolean isCall = act.kind != EventKind.CASE_CLOSED && act.kind != EventKind.SURVEY_ANSWER;
    Sheet sheet = new Sheet(schema);
    sheet
        .set("call_id", words.id(act))
        .set("call_kind", KINDS.get(act.kind))
        .set("started_at", act.at)
        .set("logged_at", received)
        .set("country", words.country(act))
        .when(hasNumber, "caller_number", names.phone(act, person))
        .when(act.carries(Act.CRM), "recognised_customer_no", names.customerNumber(act, person))
        .set("car_line", words.model(act))
        .set("vin", words.vin(act, person))
        .set("subject", words.subject(act))
        .set("case_no", words.caseNumber(act, person))
        .set("order_no", words.order(act, person))
        .set("tone", Words.tone(act));
    if (isCall) {
      call(sheet, act);
    }
    if (act.kind == EventKind.SURVEY_ANSWER) {
      Answers.fill(sheet.part("survey"), act, person);
    }
    return sheet.row;
  }

  private void call(Sheet sheet, Act act) {
    boolean isOutbound = act.kind == EventKind.OUTBOUND_SALES_CALL;
    boolean isAnswered = act.talkSeconds > 0;
    boolean isBot = act.kind == EventKind.INBOUND_INFO_CALL && (act.id & 7) < 3;
    String queue = act.kind.eventType.startsWith("inbound_sales") ? "sales_" : "service_";
    String unanswered = isOutbound ? "unanswered" : "left";
    sheet
        .when(!isOutbound, "queue", queue + words.country(act).toLowerCase(Locale.ROOT))
        .when(!isOutbound, "queue_seconds", act.waitSeconds)
        .set("talk_seconds", act.talkSeconds)
        .when(isAnswered, "handled_by", isBot ? "bot" : "human")
        .set("outcome", isAnswered ? "answered" : unanswered);
  }
}
