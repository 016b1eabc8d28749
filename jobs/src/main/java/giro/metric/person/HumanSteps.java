package giro.metric.person;

import giro.model.table.TableContract;

/**
 * {@code human_steps}: what people do inwardly (discovery, enchantment, reflection, expression) by
 * moment and phase, and how much of it is digital.
 */
final class HumanSteps implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String TOUCHES = "touches";
  private static final String DIGITAL = "digital_touches";

  static final TableContract CONTRACT =
      TableContract.bi("human_steps", "touches of a month by human step, moment and phase")
          .key("month", "market", "human_step", "moment", "phase")
          .dimensions("market", "human_step", "moment", "phase")
          .column("month", "date", "first day of the touch's UTC month")
          .text("market", "market of the touch or the latest known in its lap, unknown, or (all)")
          .text("human_step", "discovery, enchantment, reflection, expression, unknown, or (all)")
          .text("moment", "STIMULUS, ZMOT, FMOT, SMOT, UMOT, or (all)")
          .text("phase", "prospect, waiting or owner, just then; or (all)")
          .count(TOUCHES, "touches that are a moment")
          .count(DIGITAL, "of these on a digital channel (giro.metrics.touches.digital)")
          .share("digital_share", TOUCHES, "digital_touches / touches")
          .count("persons", "different persons in them")
          .withholding()
          .definition(
              "Touches by the personal action behind them, which is a column of its own and does not"
                  + " follow from the moment; with the digital share before and after the sale.",
              "Contatti per azione personale, che è una colonna a sé e non segue dal momento; con la"
                  + " quota digitale prima e dopo la vendita.")
          .build();

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT).counts(TOUCHES, DIGITAL);
  }

  @Override
  public void add(Person person, Cells cells) {
    for (Touch touch : person.touches) {
      if (touch.moment.isMoment()) {
        cells
            .at(
                Calendar.month(touch.start),
                touch.marketSoFar,
                Touch.known(touch.humanStep),
                touch.moment.name(),
                touch.phase.label())
            .count(TOUCHES)
            .count(DIGITAL, touch.is(TouchKind.DIGITAL) ? 1 : 0);
      }
    }
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    row.set("digital_share", cell.share(DIGITAL, TOUCHES));
  }
}
