package giro.metric.person;

import giro.model.domain.Moment;
import giro.model.measure.Interval;
import giro.model.measure.MeanInterval;
import giro.model.measure.Wilson;
import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code experience}: what people felt in their contacts, what they say when asked, and whether
 * they went on, by generation. Which survey is about which contact: {@link SurveyedContacts}.
 */
final class Experience implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String TOUCHES = "touches";
  private static final String ANSWERS = "answers";
  private static final String BOT_TOUCHES = "bot_touches";
  private static final String SENTIMENT = "sentiment";
  private static final String POSITIVE = "n_positive";
  private static final String NEGATIVE = "n_negative";
  private static final String IF_POSITIVE = "next_incidence_if_positive";
  private static final String IF_NEGATIVE = "next_incidence_if_negative";
  private static final String BIRTH_DECADE = "birth_decade";
  private static final int DECADE_LENGTH = 4;
  private static final double LEAST_STARS = 1;
  private static final double MOST_STARS = 5;

  static final TableContract CONTRACT = contractOf();

  private final ExperienceSettings settings;
  private final Feeling feeling;
  private final long now;

  /**
   * @param now end of as_of, in microseconds since 1970 UTC
   */
  Experience(ExperienceSettings settings, long now) {
    this.settings = settings;
    this.feeling = new Feeling(settings);
    this.now = now;
  }

  private static TableContract contractOf() {
    TableContract.Builder table =
        TableContract.bi(
                "experience", "UTC month, moment, channel, department of contacts, and generation")
            .key("month", "moment", "channel", "department", "generation")
            .withOverview()
            .dimensions("moment", "channel", "department", "generation")
            .column("month", "date", "first day of the UTC month of the contact")
            .text("moment", "STIMULUS, ZMOT, FMOT, SMOT or UMOT")
            .text("channel", "where the contact took place, or unknown")
            .text("department", "department behind the contact, or unknown")
            .text("generation", "by the decade of birth the person told anywhere, or unknown")
            .count("persons", "different persons")
            .count(
                TOUCHES,
                "contacts; a survey counts in the contact it is about, and by itself only where"
                    + " none is known")
            .count(ANSWERS, "contacts with an answered survey")
            .share("response_rate", TOUCHES, "answers / touches")
            .share("response_rate_low", TOUCHES, "lower end of its 95 % interval (Wilson)")
            .share("response_rate_high", TOUCHES, "upper end of it")
            .count(BOT_TOUCHES, "contacts in which a machine spoke for the brand");
    mean(table, SENTIMENT, "mean_sentiment", "mean feeling from -1 to 1, stars before sentiment");
    mean(table, "csat", "csat", "mean satisfaction in surveys, 1 to 5");
    mean(table, "expected_empathy", "expected_empathy", "mean empathy wanted, as surveys scale it");
    mean(table, "perceived_empathy", "perceived_empathy", "mean empathy felt");
    mean(table, "expected_trust", "expected_trust", "mean trust wanted");
    mean(table, "perceived_trust", "perceived_trust", "mean trust felt");
    next(table, IF_POSITIVE, POSITIVE, "good");
    next(table, IF_NEGATIVE, NEGATIVE, "bad");
    return table
        .withholding()
        .definition(
            "Feelings in contacts: stars first, then sentiment; a contact that says nothing is left"
                + " out of means, whose n stands beside them. Those who answer surveys are not like"
                + " those who do not: read with the response rate. The next moment is one further on"
                + " the circle in the same lap, or a new lap; that it follows a feeling does not"
                + " show that it came of it.",
            "Sentimenti nei contatti: prima le stelle, poi il sentiment; un contatto che non dice"
                + " nulla resta fuori dalle medie, con n accanto. Chi risponde ai sondaggi non è come"
                + " chi non risponde: leggere con il tasso di risposta. Il momento successivo è uno"
                + " più avanti nel cerchio nello stesso giro, o un nuovo giro; che segua un"
                + " sentimento non prova che ne derivi.")
        .build();
  }

  private static void mean(TableContract.Builder table, String name, String column, String what) {
    table
        .number(column, what + "; null where nobody says")
        .number(column + "_low", "lower end of its 95 % interval (Student); null below 2 answers")
        .number(column + "_high", "upper end of it")
        .count("n_" + name, "numbers behind the mean");
  }

  private static void next(TableContract.Builder table, String column, String n, String feeling) {
    table
        .share(
            column,
            n,
            "cumulative incidence of a further moment or a next lap after a contact with a "
                + feeling
                + " feeling, in the configured time: Aalen-Johansen, a known loss or the car's"
                + " disposal competing; null without any")
        .share(column + "_low", n, "lower end of its 95 % interval")
        .share(column + "_high", n, "upper end of it")
        .count(n, "contacts with a " + feeling + " feeling");
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  private static Stream<String> figures() {
    return Stream.concat(
        Stream.of(SENTIMENT), Arrays.stream(SurveyFigure.values()).map(SurveyFigure::column));
  }

  @Override
  public CellShape shape() {
    List<String> counts =
        new ArrayList<>(List.of(TOUCHES, ANSWERS, BOT_TOUCHES, POSITIVE, NEGATIVE));
    figures().map(name -> "n_" + name).forEach(counts::add);
    return CellShape.of(CONTRACT)
        .counts(counts.toArray(String[]::new))
        .sums(
            figures()
                .flatMap(name -> Stream.of("sum_" + name, "squares_" + name))
                .toArray(String[]::new))
        .samples(IF_POSITIVE, IF_NEGATIVE);
  }

  @Override
  public void add(Person person, Cells cells) {
    String generation = generation(person);
    long within = Calendar.micros(settings.surveyWithin());
    for (SurveyedContacts.Contact contact : SurveyedContacts.of(person, within)) {
      Touch touch = contact.touch();
      Cells.Place place =
          cells.at(
              Calendar.month(touch.start),
              touch.moment.name(),
              Touch.known(touch.channel),
              Touch.known(touch.department),
              generation);
      place.count(TOUCHES).count(ANSWERS, contact.surveys().isEmpty() ? 0 : 1);
      place.count(BOT_TOUCHES, touch.is(TouchKind.BY_BOT) ? 1 : 0);
      figure(place, SENTIMENT, Feeling.of(touch));
      for (Touch survey : contact.surveys()) {
        for (SurveyFigure figure : SurveyFigure.values()) {
          figure(place, figure.column(), figure.of(survey));
        }
      }
      Double felt = contact.feeling();
      if (feeling.isPositive(felt)) {
        place.count(POSITIVE).sample(IF_POSITIVE, next(person, contact));
      } else if (feeling.isNegative(felt)) {
        place.count(NEGATIVE).sample(IF_NEGATIVE, next(person, contact));
      }
    }
  }

  private static void figure(Cells.Place place, String name, Double value) {
    if (value != null) {
      place.count("n_" + name).sum("sum_" + name, value).sum("squares_" + name, value * value);
    }
  }

  /** A trait of the person, so that it may be told at any time; the latest answer counts. */
  private String generation(Person person) {
    String told = null;
    for (Touch touch : person.touches) {
      String decade = touch.attribute(BIRTH_DECADE);
      if (decade != null && decade.length() >= DECADE_LENGTH) {
        told = settings.generations().getOrDefault(decade.substring(0, DECADE_LENGTH), told);
      }
    }
    return Touch.known(told);
  }

  private double next(Person person, SurveyedContacts.Contact contact) {
    Touch touch = contact.touch();
    Long next = null;
    for (PersonLap lap : person.laps) {
      if (lap.number > touch.lap.number && lap.openedAt >= touch.start) {
        next = earlier(next, lap.openedAt - touch.start);
      }
    }
    Long lost = touch.lap.disposalAt == null ? null : touch.lap.disposalAt - touch.start;
    lost = lost != null && lost < 0 ? null : lost;
    for (int i = contact.place() + 1; i < person.touches.size(); i++) {
      Touch later = person.touches.get(i);
      if (later.lap != touch.lap) {
        continue;
      }
      if (later.is(TouchKind.LOST)) {
        lost = earlier(lost, later.since(touch));
      } else if (isFurther(later, touch)) {
        next = earlier(next, later.since(touch));
        break;
      }
    }
    long until = Math.min(Calendar.micros(settings.nextWithin()), now - touch.start);
    return FollowUp.of(next, lost, until);
  }

  private static boolean isFurther(Touch later, Touch touch) {
    return later.moment.isMoment()
        && later.moment != Moment.STIMULUS
        && touch.moment.isBefore(later.moment)
        && !later.is(TouchKind.SURVEY);
  }

  private static Long earlier(Long one, long other) {
    return one == null ? other : Math.min(one, other);
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    row.set("response_rate", cell.share(ANSWERS, TOUCHES));
    row.ends("response_rate", Wilson.interval(cell.count(ANSWERS), cell.count(TOUCHES)));
    figures().forEach(name -> mean(cell, row, name));
    long within = Calendar.micros(settings.nextWithin());
    row.incidence(IF_POSITIVE, FollowUp.incidence(cell.samples(IF_POSITIVE), within));
    row.incidence(IF_NEGATIVE, FollowUp.incidence(cell.samples(IF_NEGATIVE), within));
  }

  private static void mean(Cell cell, GoldRow row, String name) {
    String column = name.equals(SENTIMENT) ? "mean_sentiment" : name;
    long n = cell.count("n_" + name);
    double sum = cell.sum("sum_" + name);
    row.set(column, Cell.ratio(sum, n));
    Interval interval = MeanInterval.of(n, sum, cell.sum("squares_" + name));
    row.ends(column, onScale(name, interval));
  }

  /** Student's interval knows of no scale; satisfaction and feelings have one. */
  private static Interval onScale(String name, Interval interval) {
    boolean isCsat = name.equals(SurveyFigure.CSAT.column());
    if (interval == null || !isCsat && !name.equals(SENTIMENT)) {
      return interval;
    }
    return isCsat ? interval.within(LEAST_STARS, MOST_STARS) : Feeling.onScale(interval);
  }
}
