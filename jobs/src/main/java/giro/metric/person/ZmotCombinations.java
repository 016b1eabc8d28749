package giro.metric.person;

import giro.model.table.TableContract;

/** {@code zmot_combinations}: which kinds of sources go together before the first meeting. */
final class ZmotCombinations implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String ACQUIRERS = "acquirers";

  static final TableContract CONTRACT =
      TableContract.bi(
              "zmot_combinations",
              "set of source kinds consulted, market and model of a person's first touch")
          .key("combination", "market", "model")
          .dimensions("market", "model")
          .text(
              "combination",
              "the kinds with a ZMOT touch before the person's first FMOT touch (or so far), joined by"
                  + " +, or none")
          .text("market", "market of the person's first touch, unknown, or (all)")
          .text("model", "model of that touch, unknown, or (all)")
          .count("persons", "different persons with just these kinds; combinations sum to all")
          .count(ACQUIRERS, "of them, persons with an acquisition")
          .share("acquirer_share", "persons", "acquirers / persons")
          .withholding()
          .definition(
              "Each person once, by the whole set of source kinds consulted before the first meeting"
                  + " with a car. The share that acquired goes with a combination; it need not come"
                  + " from it, and young persons had less time.",
              "Ogni persona una volta, secondo l'insieme dei tipi di fonte consultati prima del primo"
                  + " incontro con un'auto. La quota che acquista accompagna una combinazione, non"
                  + " per forza ne deriva, e chi è arrivato da poco ha avuto meno tempo.")
          .build();

  private final SourceKinds kinds;

  ZmotCombinations(SourceKinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT).counts(ACQUIRERS);
  }

  @Override
  public void add(Person person, Cells cells) {
    Consulted consulted = new Consulted(person, kinds);
    Touch first = person.touches.get(0);
    cells
        .at(kinds.together(consulted.beforeFirstFmot), first.marketSoFar, first.modelSoFar)
        .count(ACQUIRERS, consulted.hasAcquired() ? 1 : 0);
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    row.set("acquirer_share", Cell.ratio(cell.count(ACQUIRERS), cell.persons()));
  }
}
