package giro.simulate;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Entries of the review platform. */
final class ReviewWriter implements Writer {
  private static final Map<EventKind, String> KINDS =
      Map.of(
          EventKind.REVIEW_POSTED, "REVIEW",
          EventKind.REVIEW_EDITED, "EDIT",
          EventKind.SITE_REVIEW_READ, "READ",
          EventKind.HELPFUL_VOTE, "VOTE",
          EventKind.QUESTION_ASKED, "QUESTION",
          EventKind.QUESTION_ANSWERED, "ANSWER",
          EventKind.REVIEW_INVITED, "INVITATION",
          EventKind.COMPANY_ANSWER, "COMPANY_ANSWER");

  private final Words words;

  ReviewWriter(Words words) {
    this.words = words;
  }

  @Override
  public GenericRecord row(Schema schema, Act act, Person person, long received) {
    Names names = words.names();
    boolean isRating = act.kind == EventKind.REVIEW_POSTED || act.kind == EventKind.REVIEW_EDITED;
    boolean isAnswer = act.kind == EventKind.COMPANY_ANSWER;
    String content = words.content(act, person);
    Sheet sheet = new Sheet(schema);
    sheet
        .set("entry_id", words.id(act))
        .set("entry_kind", KINDS.get(act.kind))
        .set("posted_at", act.at)
        .set("harvested_at", received)
        .when(act.carries(Act.HANDLE), "author_handle", names.handle(person))
        .when(act.carries(Act.EMAIL), "author_email", names.email(act, person))
        .when(act.carries(Act.CRM), "customer_no", names.customerNumber(act, person))
        .when(act.carries(Act.COOKIE), "visitor_cookie", names.cookie(act, person))
        .set("country", words.country(act))
        .known("stars", isRating ? act.rating : 0)
        // The brand's answer is content of its own, in reply to the review.
        .set("thread_ref", isAnswer ? "b" + words.id(act) : content)
        .when(isAnswer, "reply_to_ref", content)
        .set("tone", Words.tone(act));
    about(sheet, act);
    if (isRating) {
      rating(sheet, act, person);
    }
    return sheet.row;
  }

  private void about(Sheet sheet, Act act) {
    if (act.model != 0 || act.dealer != 0) {
      sheet
          .part("about")
          .set("car_line", words.model(act))
          .set("dealer_code", words.dealer(act))
          .set("car_condition", words.condition(act));
    }
  }

  private static void rating(Sheet sheet, Act act, Person person) {
    Dice dice = Dice.of(act.id, person.index(), 8);
    sheet
        .set("is_verified", act.has(Act.VERIFIED))
        .set("is_invited", act.has(Act.INVITED))
        .set("writer_kind", "customer")
        .set("views", (int) dice.logNormal(60, 1.2));
    Sheet aspects = sheet.part("aspects");
    for (Schema.Field aspect : aspects.row.getSchema().getFields()) {
      int rating = Math.max(1, Math.min(5, act.rating + dice.below(3) - 1));
      aspects.when(dice.chance(0.6), aspect.name(), rating);
    }
  }
}
