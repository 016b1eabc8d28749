package giro.metric.person;

import giro.model.domain.Moment;
import giro.model.measure.Wilson;
import giro.model.table.TableContract;
import java.util.List;

/**
 * {@code zmot_sources}: the sources that people consult by themselves, by kind. What was seen to be
 * consulted and what buyers say was useful stand in columns of their own: they are not the same.
 */
final class ZmotSources implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String CONSULTED = "persons_who_consulted";
  private static final String ACQUIRERS = "acquirers";
  private static final String ACQUIRERS_CONSULTED = "acquirers_who_consulted";
  private static final String ANSWERS = "declared_answers";
  private static final String USEFUL = "declared_useful";
  private static final String AT_ALL = "consulted_at_all";
  private static final String SWITCHED = "switched_after";
  private static final String SWITCHED_BRAND = "switched_brand_after";

  private static final String TIMED = "timed_touches";
  private static final String OUT_OF_HOURS = "out_of_hours_touches";

  static final TableContract CONTRACT =
      TableContract.bi("zmot_sources", "kind of source, market and model of a person's first touch")
          .key("source_kind", "market", "model")
          .dimensions("market", "model")
          .text("source_kind", "as configured, or other for ZMOT touches of no such kind")
          .text("market", "market of the person's first touch, unknown, or (all)")
          .text("model", "model of that touch, unknown, or (all)")
          .count(
              "persons", "different persons, whatever they consulted: the same in each kind's row")
          .count(
              CONSULTED,
              "of them, persons with a ZMOT touch of the kind before their first FMOT touch, or with"
                  + " no FMOT touch yet")
          .count(ACQUIRERS, "of the persons, those with an acquisition")
          .count(
              ACQUIRERS_CONSULTED,
              "of the acquirers, those with a ZMOT touch of the kind before an acquisition of theirs")
          .share("share", "persons", "persons_who_consulted / persons")
          .share("rate_low", "persons", "lower bound of the share's Wilson interval at 95 %")
          .share("rate_high", "persons", "upper bound")
          .share(
              "acquirer_share",
              ACQUIRERS,
              "acquirers_who_consulted / acquirers; null without an acquirer")
          .share(
              "acquirer_rate_low", ACQUIRERS, "lower bound of that share's Wilson interval at 95 %")
          .share("acquirer_rate_high", ACQUIRERS, "upper bound")
          .count(ANSWERS, "of the persons, those who said in a survey what source was most useful")
          .count(
              USEFUL,
              "of them, those who named this kind, in any of their answers; a name of no kind is"
                  + " other")
          .share(
              "declared_share",
              ANSWERS,
              "declared_useful / declared_answers; null without an answer")
          .count(AT_ALL, "of the persons, those with a ZMOT touch of the kind at any time")
          .count(
              SWITCHED,
              "of these, persons for whom the next car named in the lap after such a touch was"
                  + " another model than the one named before it (or, none before, than its own), or"
                  + " was lost to a competitor that is known")
          .count(SWITCHED_BRAND, "of the switched, those lost to a competitor")
          .share(
              "switched_share", AT_ALL, "switched_after / consulted_at_all; null where nobody did")
          .count(
              TIMED, "ZMOT touches of the kind whose hour is known, of these persons, at any time")
          .count(
              OUT_OF_HOURS,
              "of them, touches outside the business hours of the market known at the touch")
          .share(
              "out_of_hours_share", TIMED, "out_of_hours_touches / timed_touches; null without any")
          .withholding()
          .definition(
              "Sources consulted before the first meeting with a car (share of all persons) and before"
                  + " an acquisition (share of acquirers), by kind; a person counts in each kind"
                  + " consulted. Declared usefulness is what buyers answer, over those who answered:"
                  + " what is seen and what is said are not the same. A switch follows the source;"
                  + " it need not come from it. Reading outside the brand's view is not seen.",
              "Fonti consultate prima del primo incontro con un'auto (quota di tutte le persone) e"
                  + " prima di un acquisto (quota degli acquirenti), per tipo; una persona conta in"
                  + " ogni tipo consultato. L'utilità dichiarata è ciò che gli acquirenti rispondono,"
                  + " su chi ha risposto: ciò che si osserva e ciò che si dichiara non coincidono. Il"
                  + " cambio segue la fonte, non per forza ne deriva. Le letture fuori dalla vista"
                  + " del marchio non si vedono.")
          .build();

  private final SourceKinds kinds;
  private final List<String> names;
  private final MarketHours hours;

  ZmotSources(SourceKinds kinds, MarketHours hours) {
    this.kinds = kinds;
    this.hours = hours;
    this.names = List.copyOf(kinds.names());
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT)
        .counts(
            CONSULTED,
            ACQUIRERS,
            ACQUIRERS_CONSULTED,
            ANSWERS,
            USEFUL,
            AT_ALL,
            SWITCHED,
            SWITCHED_BRAND,
            TIMED,
            OUT_OF_HOURS);
  }

  @Override
  public void add(Person person, Cells cells) {
    Consulted consulted = new Consulted(person, kinds);
    long declared = declared(person);
    Touch first = person.touches.get(0);
    long[] timed = new long[names.size()];
    long[] outOfHours = new long[names.size()];
    count(person, timed, outOfHours);
    for (int i = 0; i < names.size(); i++) {
      Cells.Place place = cells.at(names.get(i), first.marketSoFar, first.modelSoFar);
      place
          .count(CONSULTED, consulted.beforeFirstFmot >> i & 1)
          .count(ACQUIRERS, consulted.hasAcquired() ? 1 : 0)
          .count(ACQUIRERS_CONSULTED, consulted.beforeAcquisition >> i & 1)
          .count(ANSWERS, declared == 0 ? 0 : 1)
          .count(USEFUL, declared >> i & 1)
          .count(AT_ALL, consulted.atAll >> i & 1)
          .count(SWITCHED, consulted.switchedAfter >> i & 1)
          .count(SWITCHED_BRAND, consulted.switchedBrandAfter >> i & 1)
          .count(TIMED, timed[i])
          .count(OUT_OF_HOURS, outOfHours[i]);
    }
  }

  private void count(Person person, long[] timed, long[] outOfHours) {
    for (Touch touch : person.touches) {
      if (touch.moment != Moment.ZMOT || touch.isDateOnly) {
        continue;
      }
      long bits = kinds.of(touch);
      boolean isOpen = hours.isOpen(touch.start, touch.marketSoFar);
      for (int i = 0; i < timed.length; i++) {
        timed[i] += bits >> i & 1;
        outOfHours[i] += isOpen ? 0 : bits >> i & 1;
      }
    }
  }

  private long declared(Person person) {
    long declared = 0;
    for (Touch touch : person.touches) {
      String words = touch.attribute("declared_source");
      declared |= words == null || words.isBlank() ? 0 : kinds.declared(words);
    }
    return declared;
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    row.set("share", Cell.ratio(cell.count(CONSULTED), cell.persons()))
        .ends("rate", Wilson.interval(cell.count(CONSULTED), cell.persons()))
        .set("acquirer_share", cell.share(ACQUIRERS_CONSULTED, ACQUIRERS))
        .ends(
            "acquirer_rate",
            Wilson.interval(cell.count(ACQUIRERS_CONSULTED), cell.count(ACQUIRERS)))
        .set("declared_share", cell.share(USEFUL, ANSWERS))
        .set("switched_share", cell.share(SWITCHED, AT_ALL))
        .set("out_of_hours_share", cell.share(OUT_OF_HOURS, TIMED));
  }
}
