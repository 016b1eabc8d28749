package giro.metric.person;

import giro.model.measure.AalenJohansen;
import giro.model.measure.KaplanMeier;
import giro.model.table.TableContract;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code responsiveness}: how soon questions are answered by a person, and whether one contact was
 * enough. All questions are waited for, the unanswered ones until now: a median over answered ones
 * would reward silence.
 */
final class Responsiveness implements PersonMetric.OfReplies {
  private static final long serialVersionUID = 1L;
  private static final double HOURS_A_DAY = 24;
  private static final String QUESTIONS = "questions";
  private static final String BY_HUMAN = "answered_by_human";
  private static final String BY_BOT = "answered_by_bot";
  private static final String TIMED = "timed_questions";
  private static final String WITHIN_DAY = "answered_24h";
  private static final String WITHIN_DAY_LOW = "answered_24h_low";
  private static final String WITHIN_DAY_HIGH = "answered_24h_high";
  private static final String BUSINESS_HOURS = "median_business_hours";
  private static final String CASES = "cases";
  private static final String RESOLVED = "resolved_at_first_contact";
  private static final String RESOLUTION = "first_contact_resolution";
  private static final String OVER_CHANNELS = "cases_over_channels";

  private static final String FEEDBACK = "negative_feedback";
  private static final String ACTED = "acted_on";
  private static final String ACTED_IN_TIME = "acted_in_time";
  private static final String DAYS_TO_ACTION = "median_days_to_action";

  /** Each negative feedback's {@link FollowUp}; not published. */
  private static final String ACTIONS = "actions";

  /** Each question's {@link FollowUp}; not published. */
  private static final String WAITS = "waits";

  private static final String BUSINESS_WAITS = "business_waits";

  static final TableContract CONTRACT =
      TableContract.bi("responsiveness", "UTC month, market, department, dealer and channel")
          .key("month", "market", "department", "dealer", "channel")
          .withOverview()
          .dimensions("market", "department", "dealer", "channel")
          .column("month", "date", "first day of the UTC month of the question")
          .text("market", "market of the question, or known before it in the lap; or unknown")
          .text("department", "department asked, or unknown")
          .text("dealer", "dealer of the question, or known before it in the lap; or unknown")
          .text("channel", "where it was asked, or unknown")
          .count("persons", "different persons who asked or made contact")
          .count(QUESTIONS, "questions, complaints, reviews, messages and calls as configured")
          .count(BY_HUMAN, "of them answered by a person, by now")
          .count(BY_BOT, "of them answered by a machine; a person may have answered too")
          .share("answered_by_human_share", QUESTIONS, "answered_by_human / questions")
          .share(
              WITHIN_DAY,
              QUESTIONS,
              "share answered by a person within 24 elapsed hours: 1 - Kaplan-Meier over all"
                  + " questions, unanswered ones waited for until now")
          .share(WITHIN_DAY_LOW, QUESTIONS, "lower end of its 95 % interval")
          .share(WITHIN_DAY_HIGH, QUESTIONS, "upper end of it")
          .count(TIMED, "questions whose time, and whose answer's time, is known to the hour")
          .typical(
              BUSINESS_HOURS,
              "Kaplan-Meier median of the wait for a person's answer in business hours of the"
                  + " market, over timed_questions; null where half are not answered yet")
          .count(
              CASES,
              "first contacts on a case or topic (questions and service contacts), old enough for a"
                  + " repeat to have shown")
          .count(RESOLVED, "of them without another contact on it in the configured time")
          .share(RESOLUTION, CASES, "resolved_at_first_contact / cases; null where these are 0")
          .count(OVER_CHANNELS, "cases that went on in another channel in that time")
          .count(FEEDBACK, "contacts that are negative feedback: bad ratings and bad feelings")
          .count(ACTED, "of them followed by an action of the brand on the matter, by now")
          .share(
              ACTED_IN_TIME,
              FEEDBACK,
              "share followed by an action within the configured time: 1 - Kaplan-Meier over all"
                  + " negative feedback, what is still open waited for until now")
          .share(ACTED_IN_TIME + "_low", FEEDBACK, "lower end of its 95 % interval")
          .share(ACTED_IN_TIME + "_high", FEEDBACK, "upper end of it")
          .typical(
              DAYS_TO_ACTION,
              "Kaplan-Meier median of the days to the action; null where half wait still")
          .withholding()
          .definition(
              "Waiting for an answer, over all questions: answered within 24 hours and the median"
                  + " wait are Kaplan-Meier estimates in which silence counts as waiting. Only a"
                  + " person's answer ends the wait. First-contact resolution is the share of cases"
                  + " with a single contact; people who gave up look resolved.",
              "Attesa di una risposta, su tutte le domande: le risposte entro 24 ore e l'attesa"
                  + " mediana sono stime di Kaplan-Meier in cui il silenzio vale come attesa. Solo la"
                  + " risposta di una persona la chiude. La risoluzione al primo contatto è la quota"
                  + " di casi con un solo contatto; chi ha rinunciato sembra risolto.")
          .build();

  private final MarketHours hours;
  private final long repeat;
  private final long acted;
  private final long lateness;
  private final long now;
  private final Replies replies;

  /**
   * @param lateness how long a late touch may still arrive, in microseconds
   * @param now end of as_of, in microseconds since 1970 UTC
   */
  Responsiveness(ServiceSettings service, long lateness, long now) {
    this(
        service.hours(),
        service.repeatMicros(),
        Calendar.micros(service.feedback().actedWithin()),
        lateness,
        now,
        Replies.NONE);
  }

  private Responsiveness(
      MarketHours hours, long repeat, long acted, long lateness, long now, Replies replies) {
    this.acted = acted;
    this.hours = hours;
    this.repeat = repeat;
    this.lateness = lateness;
    this.now = now;
    this.replies = replies;
  }

  @Override
  public PersonMetric knowing(Replies known) {
    return new Responsiveness(hours, repeat, acted, lateness, now, known);
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT)
        .counts(QUESTIONS, BY_HUMAN, BY_BOT, TIMED, CASES, RESOLVED, OVER_CHANNELS, FEEDBACK, ACTED)
        .samples(WAITS, BUSINESS_WAITS, ACTIONS);
  }

  @Override
  public void add(Person person, Cells cells) {
    AnswerSearch answers = new AnswerSearch(replies);
    for (int i = 0; i < person.touches.size(); i++) {
      Touch touch = person.touches.get(i);
      if (touch.is(TouchKind.QUESTION)) {
        question(touch, answers.first(person, i, false), place(touch, cells));
        if (answers.first(person, i, true) != null) {
          place(touch, cells).count(BY_BOT);
        }
      }
      if (isContact(touch)) {
        matter(person.touches, i, cells);
      }
      if (isFeedback(touch)) {
        feedback(person.touches, touch, place(touch, cells));
      }
    }
  }

  private static Cells.Place place(Touch touch, Cells cells) {
    return cells.at(
        Calendar.month(touch.start),
        touch.marketSoFar,
        Touch.known(touch.department),
        touch.dealerSoFar,
        Touch.known(touch.channel));
  }

  private void question(Touch asked, AnswerSearch.Found answer, Cells.Place place) {
    place.count(QUESTIONS).count(BY_HUMAN, answer == null ? 0 : 1);
    long until = answer == null ? Math.max(now, asked.start) : answer.at();
    place.sample(WAITS, wait(until - asked.start, answer));
    if (!asked.isDateOnly && (answer == null || answer.hasHour())) {
      long business = hours.micros(asked.start, until, asked.marketSoFar);
      place.count(TIMED).sample(BUSINESS_WAITS, wait(business, answer));
    }
  }

  private static double wait(long micros, AnswerSearch.Found answer) {
    return FollowUp.packed(micros, answer == null ? AalenJohansen.CENSORED : AalenJohansen.EVENT);
  }

  /** A person says so: what the brand or a machine notes down is no feedback. */
  private static boolean isFeedback(Touch touch) {
    boolean isSaid =
        touch.is(TouchKind.QUESTION) || touch.is(TouchKind.SURVEY) || touch.is(TouchKind.REVIEW);
    return isSaid && touch.is(TouchKind.NEGATIVE);
  }

  private void feedback(List<Touch> touches, Touch said, Cells.Place place) {
    Matter matter = Matter.of(said);
    Touch action = null;
    for (Touch touch : touches) {
      boolean isAction = touch != said && touch.is(TouchKind.ACTION) && touch.mayComeAfter(said);
      if (isAction && matter.isSame(Matter.of(touch))) {
        action = touch;
        break;
      }
    }
    long waited = action == null ? Math.max(0, now - said.start) : action.since(said);
    byte code = action == null ? AalenJohansen.CENSORED : AalenJohansen.EVENT;
    place
        .count(FEEDBACK)
        .count(ACTED, action == null ? 0 : 1)
        .sample(ACTIONS, FollowUp.packed(waited, code));
  }

  /** Who makes contact about something, as against who answers the brand's questions. */
  private static boolean isContact(Touch touch) {
    return (touch.is(TouchKind.QUESTION) || touch.is(TouchKind.SERVICE))
        && !touch.is(TouchKind.SURVEY);
  }

  /** Counts a case by its first contact, once a repeat would have been seen. */
  private void matter(List<Touch> touches, int at, Cells cells) {
    Touch first = touches.get(at);
    Matter matter = Matter.of(first);
    if (!matter.isKnown() || now < first.start + repeat + lateness) {
      return;
    }
    boolean isRepeated = false;
    Set<String> channels = new HashSet<>(Set.of(Touch.known(first.channel)));
    for (int i = 0; i < touches.size(); i++) {
      Touch other = touches.get(i);
      if (i == at || !isContact(other) || !matter.isSame(Matter.of(other))) {
        continue;
      }
      if (i < at && first.start - other.start <= repeat) {
        return;
      }
      if (i > at && other.start - first.start <= repeat) {
        isRepeated = true;
        channels.add(Touch.known(other.channel));
      }
    }
    place(first, cells)
        .count(CASES)
        .count(RESOLVED, isRepeated ? 0 : 1)
        .count(OVER_CHANNELS, channels.size() > 1 ? 1 : 0);
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    row.incidence(WITHIN_DAY, FollowUp.incidence(cell.samples(WAITS), Calendar.DAY));
    row.incidence(ACTED_IN_TIME, FollowUp.incidence(cell.samples(ACTIONS), acted));
    Double hours = medianHours(cell.samples(ACTIONS));
    row.set(DAYS_TO_ACTION, hours == null ? null : (Double) (hours / HOURS_A_DAY));
    row.set("answered_by_human_share", cell.share(BY_HUMAN, QUESTIONS))
        .set(BUSINESS_HOURS, medianHours(cell.samples(BUSINESS_WAITS)))
        .set(RESOLUTION, cell.share(RESOLVED, CASES));
  }

  private static Double medianHours(double[] waits) {
    double[] durations = new double[waits.length];
    boolean[] isAnswered = new boolean[waits.length];
    for (int i = 0; i < waits.length; i++) {
      isAnswered[i] = FollowUp.code(waits[i]) == AalenJohansen.EVENT;
      durations[i] = FollowUp.micros(waits[i]);
    }
    Double median = KaplanMeier.median(durations, isAnswered);
    return median == null ? null : (Double) Calendar.hours(median.longValue());
  }
}
