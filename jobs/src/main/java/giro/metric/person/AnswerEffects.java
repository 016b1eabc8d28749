package giro.metric.person;

import giro.model.domain.Moment;
import giro.model.measure.DifferenceInterval;
import giro.model.measure.Incidence;
import giro.model.measure.Interval;
import giro.model.measure.MeanInterval;
import giro.model.table.TableContract;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code answer_effects}: what goes with the brand's answer, for who wrote and for who reads along.
 * Whether an author was answered is settled at a landmark, and what follows is counted after it (J.
 * R. Anderson, K. C. Cain, R. D. Gelber, Journal of Clinical Oncology 1 (1983), 710-719): else only
 * those who stay long enough to be answered would count as answered.
 */
final class AnswerEffects implements PersonMetric.OfReplies {
  private static final long serialVersionUID = 1L;
  static final String AUTHOR = "author";
  static final String READER = "reader";
  private static final String WITH = "answered";
  private static final String WITHOUT = "unanswered";
  private static final String NEXT = "_next_incidence";
  private static final String FEELING = "_next_feeling";

  static final TableContract CONTRACT = contractOf();

  private final Replies replies;
  private final long landmark;
  private final long within;
  private final long now;

  /**
   * @param now end of as_of, exclusive, in microseconds since 1970 UTC
   */
  AnswerEffects(ServiceSettings service, long now) {
    this(
        Replies.NONE,
        Calendar.micros(service.feedback().answeredWithin()),
        Calendar.micros(service.experience().nextWithin()),
        now);
  }

  private AnswerEffects(Replies replies, long landmark, long within, long now) {
    this.replies = replies;
    this.landmark = landmark;
    this.within = within;
    this.now = now;
  }

  private static TableContract contractOf() {
    TableContract.Builder table =
        TableContract.bi("answer_effects", "UTC month, market, and on whom an answer may work")
            .key("month", "market", "whom")
            .withOverview()
            .dimensions("market")
            .column("month", "date", "first day of the UTC month of the words, or of their reading")
            .text("market", "market of that touch, or known before it in the lap; or unknown")
            .text(
                "whom",
                "author: who asked, complained or judged where others see it; reader: who read a"
                    + " customer's words as ZMOT before the lap's first FMOT")
            .count("persons", "different authors, or readers");
    for (String group : List.of(WITH, WITHOUT)) {
      String whose = group.equals(WITH) ? "answered" : "not answered";
      table
          .count(
              group,
              "author: contents "
                  + whose
                  + " by a person of the brand within the configured time, and followed beyond it;"
                  + " reader: laps whose first such reading was of words "
                  + whose
                  + " by then")
          .share(
              group + NEXT,
              group,
              "share with a lead or an acquisition within the configured time after (author: after"
                  + " the time allowed for the answer; reader: in the lap): Aalen-Johansen, a known"
                  + " loss competing")
          .share(group + NEXT + "_low", group, "lower end of its 95 % interval")
          .share(group + NEXT + "_high", group, "upper end of it")
          .count("n_" + group + FEELING, "authors' contents after which a feeling was told in time")
          .typical(
              group + FEELING,
              "mean of the next feeling of these, from -1 to 1; null for readers and without any")
          .typical(group + FEELING + "_low", "lower end of its 95 % interval")
          .typical(group + FEELING + "_high", "upper end of it");
    }
    return table
        .number(
            "difference",
            "answered_next_incidence - unanswered_next_incidence; null where one is not known")
        .number("difference_low", "lower end of its 95 % interval")
        .number("difference_high", "upper end of it")
        .withholding()
        .definition(
            "What authors do after an answer and without one, and what readers do after words with"
                + " an answer and without one: next lead or acquisition, and the authors' next"
                + " feeling. Associated with, never caused by: the brand chooses whom it answers.",
            "Che cosa fanno gli autori dopo una risposta e senza, e i lettori dopo parole con e senza"
                + " risposta: prossimo lead o acquisizione, e il prossimo sentimento degli autori."
                + " Associato, mai causato: è la marca a scegliere a chi rispondere.")
        .build();
  }

  @Override
  public PersonMetric knowing(Replies known) {
    return new AnswerEffects(known, landmark, within, now);
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT)
        .counts(WITH, WITHOUT, "n_" + WITH + FEELING, "n_" + WITHOUT + FEELING)
        .sums(sum(WITH), squares(WITH), sum(WITHOUT), squares(WITHOUT))
        .samples(WITH + NEXT, WITHOUT + NEXT);
  }

  private static String sum(String group) {
    return "sum_" + group;
  }

  private static String squares(String group) {
    return "squares_" + group;
  }

  @Override
  public void add(Person person, Cells cells) {
    Set<String> own = new HashSet<>();
    for (int i = 0; i < person.touches.size(); i++) {
      Touch touch = person.touches.get(i);
      if (touch.publishes()) {
        own.add(touch.contentId);
      }
      boolean isAsked = touch.is(TouchKind.QUESTION) && touch.is(TouchKind.PUBLIC_VOICE);
      if (isAsked && touch.contentId != null && touch.start + landmark < now) {
        author(person, i, cells);
      }
    }
    for (PersonLap lap : person.laps) {
      reader(person, lap, own, cells);
    }
  }

  private void author(Person person, int at, Cells cells) {
    Touch asked = person.touches.get(at);
    AnswerSearch.Found answer = new AnswerSearch(replies).first(person, at, false);
    boolean isAnswered = answer != null && answer.at() - asked.start <= landmark;
    String group = isAnswered ? WITH : WITHOUT;
    long from = asked.start + landmark;
    Cells.Place place = place(asked, AUTHOR, cells).count(group);
    place.sample(group + NEXT, next(person.touches, from));
    for (Touch later : person.touches) {
      Double feeling = later == asked ? null : Feeling.of(later);
      if (later.start > from && later.start - from <= within && feeling != null) {
        place
            .count("n_" + group + FEELING)
            .sum(sum(group), feeling)
            .sum(squares(group), feeling * feeling);
        return;
      }
    }
  }

  /** A lap counts by what it read first: of words read later it has read others before. */
  private void reader(Person person, PersonLap lap, Set<String> own, Cells cells) {
    for (Touch touch : lap.touches) {
      if (touch.moment == Moment.FMOT) {
        return;
      }
      if (touch.moment == Moment.ZMOT
          && touch.is(TouchKind.READS_CUSTOMERS)
          && !own.contains(touch.contentId)) {
        String group = isAnsweredBefore(touch) ? WITH : WITHOUT;
        place(touch, READER, cells)
            .count(group)
            .sample(group + NEXT, next(lap.touches, touch.start));
        return;
      }
    }
  }

  private boolean isAnsweredBefore(Touch reading) {
    return replies.to(reading.contentId).stream()
        .anyMatch(reply -> !reply.isBot() && reply.start() <= reading.start);
  }

  private static Cells.Place place(Touch touch, String whom, Cells cells) {
    return cells.at(Calendar.month(touch.start), touch.marketSoFar, whom);
  }

  private double next(List<Touch> touches, long from) {
    Long event = null;
    Long lost = null;
    for (Touch touch : touches) {
      if (touch.start <= from) {
        continue;
      }
      if (touch.is(TouchKind.LEAD) || touch.isAcquisition) {
        event = earlier(event, touch.start - from);
      } else if (touch.is(TouchKind.LOST)) {
        lost = earlier(lost, touch.start - from);
      }
    }
    return FollowUp.of(event, lost, Math.min(within, now - from));
  }

  private static Long earlier(Long one, long other) {
    return one == null ? other : Math.min(one, other);
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    Incidence with = incidence(cell, row, WITH);
    Incidence without = incidence(cell, row, WITHOUT);
    feeling(cell, row, WITH);
    feeling(cell, row, WITHOUT);
    if (with != null && without != null) {
      Interval interval =
          DifferenceInterval.of(
              with.incidence(), with.interval(), without.incidence(), without.interval());
      row.set("difference", with.incidence() - without.incidence()).ends("difference", interval);
    }
  }

  private Incidence incidence(Cell cell, GoldRow row, String group) {
    Incidence incidence = FollowUp.incidence(cell.samples(group + NEXT), within);
    row.incidence(group + NEXT, incidence);
    return incidence;
  }

  private static void feeling(Cell cell, GoldRow row, String group) {
    long n = cell.count("n_" + group + FEELING);
    double sum = cell.sum(sum(group));
    Interval interval = MeanInterval.of(n, sum, cell.sum(squares(group)));
    row.set(group + FEELING, Cell.ratio(sum, n));
    row.ends(group + FEELING, Feeling.onScale(interval));
  }
}
