package giro.metric.person;

import giro.model.domain.Moment;
import giro.model.table.TableContract;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code linear_vs_circular}: the same people by the linear funnel and by the circle. Each person
 * counts once, with the first true reason; the facts beside it overlap.
 */
final class LinearAgainstCircular implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String OVER_DEVICES = "counted_twice_over_devices";
  private static final String OVER_CHANNELS = "counted_twice_over_channels";
  private static final String STAYED = "persons_after_purchase";
  private static final String AFTER = "touches_after_purchase";
  private static final String ACQUISITIONS = "acquisitions";
  private static final String BROUGHT = "purchases_a_umot_brought";

  static final TableContract CONTRACT =
      TableContract.bi(
              "linear_vs_circular",
              "UTC month, market and model of a person's first touch, and why the linear funnel"
                  + " sees the person or not")
          .key("cohort_month", "market", "model", "reason")
          .withOverview()
          .sumsOver("reason")
          .dimensions("market", "model")
          .column("cohort_month", "date", "first day of the UTC month of the person's first touch")
          .text("market", "market of that touch, unknown, or (all)")
          .text("model", "model of that touch, unknown, or (all)")
          .text(
              "reason",
              "the first true of: acquired_along_the_line (Attract, Convert, acquisition in the"
                  + " window of the linear funnel), acquired_entering_elsewhere (first touch of a"
                  + " stage is not Attract), acquired_without_convert (no Convert touch but an acquisition),"
                  + " acquired_otherwise (another order, or outside the window), still_open (a lap"
                  + " neither lost nor over), bought_elsewhere (a lap known lost), returned_later"
                  + " (a moment other than STIMULUS in a later lap), went_back (a backward move),"
                  + " gone")
          .text("label_en", "the reason in English")
          .text("label_it", "the reason in Italian")
          .count("persons", "different persons, each in one reason; reasons sum to all persons")
          .count(
              OVER_DEVICES,
              "of them, persons with touches of the line (Attract, Convert, acquisition) on two or"
                  + " more known devices, whom a count by device has twice")
          .count(
              OVER_CHANNELS,
              "of them, persons with such touches in two or more channels, whom the channels' own"
                  + " counts have twice")
          .count(
              STAYED, "of them, persons with a touch other than NONE after their first acquisition")
          .count(AFTER, "those touches")
          .count(ACQUISITIONS, "acquisitions of these persons, all of them")
          .count(
              BROUGHT,
              "of the acquisitions, those before which the buyer read content of another person,"
                  + " since the acquisition before it")
          .withholding()
          .definition(
              "The same people, by the line and by the circle: every person once, with the first"
                  + " reason that is true; reasons sum to all persons. The other columns are facts"
                  + " of the same persons that the line cannot see; they overlap and do not add up"
                  + " to anything. Bought elsewhere means a loss somebody noted; unnoted ones are"
                  + " among the others. That a UMOT brought a purchase means it was read before it.",
              "Le stesse persone, secondo la linea e secondo il cerchio: ogni persona una volta, con"
                  + " il primo motivo vero; i motivi sommano a tutte le persone. Le altre colonne"
                  + " sono fatti delle stesse persone che la linea non vede; si sovrappongono e non"
                  + " si sommano. Acquisto altrove significa una perdita annotata da qualcuno; le"
                  + " altre restano fra gli altri motivi. Un acquisto portato da un UMOT è un"
                  + " acquisto prima del quale quel contenuto è stato letto.")
          .build();

  private final LineSettings line;
  private final long lateness;
  private final long now;
  private transient JudgeByLine judge;

  LinearAgainstCircular(LineSettings line, long lateness, long now) {
    this.line = line;
    this.lateness = lateness;
    this.now = now;
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT)
        .counts(OVER_DEVICES, OVER_CHANNELS, STAYED, AFTER, ACQUISITIONS, BROUGHT);
  }

  @Override
  public void add(Person person, Cells cells) {
    if (judge == null) {
      judge = new JudgeByLine(line, lateness, now);
    }
    Touch first = person.touches.get(0);
    Cells.Place place =
        cells.at(
            Calendar.month(first.start),
            first.marketSoFar,
            first.modelSoFar,
            judge.reason(person).code());
    place
        .count(OVER_DEVICES, meetsLineOnTwo(person, touch -> touch.device) ? 1 : 0)
        .count(OVER_CHANNELS, meetsLineOnTwo(person, touch -> touch.channel) ? 1 : 0);
    purchases(person, place);
  }

  private static boolean meetsLineOnTwo(Person person, Function<Touch, String> of) {
    Set<String> met =
        person.touches.stream()
            .filter(JudgeByLine::isOnTheLine)
            .map(of)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return met.size() > 1;
  }

  private static void purchases(Person person, Cells.Place place) {
    Set<String> published = new HashSet<>();
    boolean hasRead = false;
    int acquisitions = 0;
    int after = 0;
    for (Touch touch : person.touches) {
      after += acquisitions > 0 && touch.moment != Moment.NONE ? 1 : 0;
      if (touch.isAcquisition) {
        acquisitions++;
        place.count(ACQUISITIONS).count(BROUGHT, hasRead ? 1 : 0);
        hasRead = false;
      } else if (touch.publishes()) {
        published.add(touch.contentId);
      } else if (touch.is(TouchKind.READS_CUSTOMERS)) {
        hasRead |= !published.contains(touch.contentId);
      }
    }
    place.count(STAYED, after > 0 ? 1 : 0).count(AFTER, after);
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    LineReason reason = LineReason.of(cell.key("reason"));
    row.set("label_en", reason.english()).set("label_it", reason.italian());
  }
}
