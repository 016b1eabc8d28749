package giro.simulate;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Events of the connected car's app. */
final class AppWriter implements Writer {
  private final Words words;

  AppWriter(Words words) {
    this.words = words;
  }

  @Override
  public GenericRecord row(Schema schema, Act act, Person person, long received) {
    Sheet sheet = new Sheet(schema);
    sheet
        .set("event_uuid", words.id(act))
        .set("action", act.kind.eventType)
        .set("client_time", act.at)
        .set("server_time", received)
        .set("installation", words.names().installation(act, person))
        .set("account_login", words.names().login(person))
        .when(act.carries(Act.EMAIL), "account_email", words.names().email(act, person))
        .set("vehicle_vin", words.vin(act, person))
        .set("vehicle_line", words.model(act))
        .set("vehicle_condition", words.condition(act))
        .set("country", words.country(act))
        .set("platform", person.index() % 3 == 0 ? "ios" : "android")
        .set("form_factor", words.device(act))
        .set("campaign_code", words.campaign(act))
        .set("membership", words.contract(act))
        .set("subject", words.subject(act))
        .set("fare", Words.amount(act))
        .set("currency", Words.currency(act))
        .set("marketing_consent", words.consent(person));
    if (act.kind == EventKind.APP_ERROR) {
      sheet.set("tone", -0.5);
    }
    if (act.kind == EventKind.IN_APP_SURVEY) {
      Answers.fill(sheet.part("survey"), act, person);
    }
    return sheet.row;
  }
}
