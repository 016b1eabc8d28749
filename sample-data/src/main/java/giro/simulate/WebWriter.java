package giro.simulate;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Web analytics hits. */
final class WebWriter implements Writer {
  /** Version 2 of the schema brought them. */
  private static final String[] SUBJECTS = {"brand", "model", "used_car", "price", "dealer"};

  private final Words words;

  WebWriter(Words words) {
    this.words = words;
  }

  @Override
  public GenericRecord row(Schema schema, Act act, Person person, long received) {
    Sheet sheet = new Sheet(schema);
    sheet
        .set("hit_id", words.id(act))
        .set("hit_name", act.kind.eventType)
        .set("hit_time", act.at)
        .set("collected_at", received)
        .when(act.carries(Act.COOKIE), "visitor_cookie", words.names().cookie(act, person))
        .set("site_country", words.country(act))
        .set("car_line", words.model(act))
        .set("car_condition", words.condition(act))
        .set("dealer_code", words.dealer(act))
        .set("campaign_code", words.campaign(act))
        .set("content_ref", words.content(act, person))
        .set("device_class", words.device(act))
        .set("user_agent", agent(act))
        .when(act.has(Act.CRAWLER), "is_crawler", true)
        .set("lead_no", words.lead(act, person))
        .set("order_no", words.order(act, person))
        .set("contract_kind", words.contract(act))
        .set("price", Words.amount(act))
        .set("currency", Words.currency(act))
        .set("marketing_consent", words.consent(person));
    visitor(sheet, act, person);
    byKind(sheet, act, person);
    boolean knowsSubjects = schema.getField("search_subject") != null;
    if (knowsSubjects && act.kind == EventKind.SEARCH_LANDING) {
      sheet.set("search_subject", SUBJECTS[(int) (act.id % SUBJECTS.length)]);
    }
    return sheet.row;
  }

  /** Half of the bots that say what they are do so in the user agent. */
  private static String agent(Act act) {
    if (act.has(Act.CRAWLER)) {
      return (act.id & 1) == 0 ? "Fetchbot" : "Chrome";
    }
    return act.device == 2 ? "Chrome" : "Safari Mobile";
  }

  private void visitor(Sheet sheet, Act act, Person person) {
    if (!act.carries(Act.LOGIN | Act.NO_LOGIN | Act.EMAIL | Act.PHONE)) {
      return;
    }
    sheet
        .part("visitor")
        .when(act.carries(Act.NO_LOGIN), "login", "anonymous")
        .when(act.carries(Act.LOGIN), "login", words.names().login(person))
        .when(act.carries(Act.EMAIL), "email", words.names().email(act, person))
        .when(act.carries(Act.PHONE), "phone", words.names().phone(act, person))
        .when(act.kind == EventKind.LOGIN, "birth_decade", person.birthDecade());
  }

  private void byKind(Sheet sheet, Act act, Person person) {
    switch (act.kind) {
      case PAGE_VIEW -> sheet.set("page_class", "generic");
      case MODEL_PAGE_VIEW -> sheet.set("page_class", "model");
      case MODEL_COMPARE -> sheet.set("page_class", "compare");
      case OWNER_MANUAL_VIEW -> sheet.set("page_class", "owner");
      case SEARCH_LANDING -> sheet.set("page_class", act.has(Act.OWNER_PAGE) ? "owner" : "generic");
      case EMAIL_CLICK, EMAIL_OPEN ->
          sheet.set("mail_class", act.has(Act.SERVICE) ? "service" : "marketing");
      case DEALER_LOCATOR ->
          sheet.set("locator_filter", act.has(Act.SERVICE) ? "service" : "sales");
      case ARTICLE_READ -> sheet.set("paid_placement", act.has(Act.PAID));
      case BROCHURE_DOWNLOAD -> sheet.set("behind_form", act.has(Act.GATED));
      case LEAD_FORM -> leadForm(sheet, act, person);
      case VIDEO_VIEW -> sheet.set("clip_class", act.has(Act.HOW_TO) ? "how_to" : "other");
      case CHAT_BOT, CHAT_HUMAN -> chat(sheet, act);
      default -> {
        // The other hits have nothing of their own.
      }
    }
  }

  private void leadForm(Sheet sheet, Act act, Person person) {
    String sales = act.has(Act.TEST_DRIVE_FORM) ? "test_drive" : "sales";
    sheet
        .set("form_class", act.has(Act.SERVICE) ? "service" : sales)
        .set("buyer_kind", words.buyer(person));
  }

  private void chat(Sheet sheet, Act act) {
    String subject = words.subject(act);
    sheet
        .set("chat_subject", act.has(Act.ABOUT_PURCHASE) ? "purchase" : subject)
        .set("tone", Words.tone(act))
        .when(act.kind == EventKind.CHAT_BOT, "left_contact", act.has(Act.CONTACT_LEFT));
  }
}
