package giro.metric.person;

import java.util.List;

/**
 * Who answered a question first, and when. An answer is what was said at once, as on a call; a
 * reply to the question's content, in whoever's journey it is; in the person's own journey an
 * answer on the same case, or a call of the brand on the same topic by the department that was
 * asked. An answer may come after the question as any touch may.
 */
final class AnswerSearch {
  private static final String WAITED = "wait_seconds";

  private final Replies replies;

  AnswerSearch(Replies replies) {
    this.replies = replies;
  }

  /**
   * A first answer.
   *
   * @param at microseconds since 1970 UTC, not before the question
   * @param hasHour false where it is known to the day only
   */
  record Found(long at, boolean hasHour) {}

  /** The first answer by a person, or by a machine; null where there is none. */
  Found first(Person person, int question, boolean byBot) {
    Touch asked = person.touches.get(question);
    Found first = null;
    if (asked.is(TouchKind.ANSWERED_AT_ONCE) && asked.is(TouchKind.BY_BOT) == byBot) {
      Double waited = asked.number(WAITED);
      long wait = waited == null ? 0 : Math.max(0, (long) (waited * Calendar.SECOND));
      first = new Found(asked.start + wait, !asked.isDateOnly);
    }
    for (Replies.Answer reply : replies.to(asked.contentId)) {
      if (reply.isBot() == byBot && mayComeAfter(reply, asked)) {
        first = earlier(first, asked, reply.start(), reply.isDateOnly());
        break;
      }
    }
    List<Touch> touches = person.touches;
    for (Touch touch : touches) {
      if (touch != asked
          && touch.is(TouchKind.ANSWER)
          && touch.is(TouchKind.BY_BOT) == byBot
          && touch.mayComeAfter(asked)
          && isOnTheMatter(touch, asked)) {
        first = earlier(first, asked, touch.start, touch.isDateOnly);
      }
    }
    return first;
  }

  private static boolean mayComeAfter(Replies.Answer reply, Touch asked) {
    Touch answer = new Touch();
    answer.start = reply.start();
    answer.end = reply.end();
    return answer.mayComeAfter(asked);
  }

  private static boolean isOnTheMatter(Touch answer, Touch asked) {
    Matter matter = Matter.of(answer);
    Matter question = Matter.of(asked);
    if (!matter.isSame(question)) {
      return false;
    }
    boolean isSameCase = matter.caseNumber() != null && question.caseNumber() != null;
    boolean isOfDepartment = asked.department == null || asked.department.equals(answer.department);
    return isSameCase || (answer.is(TouchKind.BRAND_INITIATED) && isOfDepartment);
  }

  private static Found earlier(Found first, Touch asked, long at, boolean isDateOnly) {
    long after = Math.max(asked.start, at);
    return first != null && first.at() <= after ? first : new Found(after, !isDateOnly);
  }
}
