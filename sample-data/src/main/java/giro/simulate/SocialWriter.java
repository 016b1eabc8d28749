package giro.simulate;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Mentions and activities found by social listening. */
final class SocialWriter implements Writer {
  private static final String[] NETWORKS = {"photo", "video", "forum", "blog", "messenger"};

  private final Words words;

  SocialWriter(Words words) {
    this.words = words;
  }

  @Override
  public GenericRecord row(Schema schema, Act act, Person person, long received) {
    Names names = words.names();
    Dice dice = Dice.of(act.id, person.index(), 9);
    boolean isPaid = act.kind == EventKind.PAID_INFLUENCER_POST;
    boolean isWritten = act.carries(Act.HANDLE);
    String employeeOrNot = act.has(Act.BY_EMPLOYEE) ? "employee" : "customer";
    Sheet sheet = new Sheet(schema);
    sheet
        .set("activity_id", words.id(act))
        .set("activity", act.kind.eventType)
        .set("happened_at", act.at)
        .set("harvested_at", received)
        .set("network", NETWORKS[dice.below(NETWORKS.length)])
        .when(isWritten, "author_handle", names.handle(person))
        .when(act.carries(Act.COOKIE), "viewer_cookie", names.cookie(act, person))
        .when(act.carries(Act.LOGIN), "linked_login", names.login(person))
        .set("country", words.country(act))
        .set("car_line", words.model(act))
        .set("dealer_code", words.dealer(act))
        .set("content_ref", words.content(act, person))
        .when(isWritten, "reach", (int) dice.logNormal(150, 1.4))
        .set("tone", Words.tone(act))
        .set("subject", words.subject(act))
        .when(isWritten || isPaid, "writer_kind", isPaid ? "paid" : employeeOrNot)
        .when(act.kind == EventKind.SHARE, "of_brand_content", act.has(Act.BRAND_CONTENT))
        .when(isStory(act.kind), "tells_story", act.has(Act.TELLS_STORY))
        .set("campaign_code", words.campaign(act));
    return sheet.row;
  }

  private static boolean isStory(EventKind kind) {
    return kind == EventKind.EXPERIENCE_POST || kind == EventKind.MENTION;
  }
}
