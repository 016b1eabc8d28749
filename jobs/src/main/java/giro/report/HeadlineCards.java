package giro.report;

import giro.model.table.Headline;
import java.util.Comparator;
import java.util.List;

/** The figures at the top: what a reader must see first, in a fixed order. */
record HeadlineCards(Wording words) {
  private static final List<String> ORDER =
      List.of(
          "persons",
          "laps",
          "acquisitions",
          "return_laps",
          "incidence_zmot_acquisition",
          "incidence_zmot_fmot",
          "incidence_fmot_acquisition",
          "incidence_acquisition_delivery",
          "incidence_smot_umot",
          "incidence_umot_zmot",
          "median_days_zmot_acquisition");

  /**
   * One figure in words.
   *
   * @param detail its interval and denominator
   * @param changes since the night before, cause by cause
   */
  record Card(String value, boolean isWithheld, String name, String detail, List<String> changes) {}

  /** Known figures in their order, then all others as the table gives them. */
  List<Card> cards(PageTables page) {
    List<ReadChanges.Change> changes = ReadChanges.changes(page.questions());
    return page.headlines().stream()
        .sorted(Comparator.comparingInt(figure -> place(figure.figure())))
        .map(figure -> card(figure, changes))
        .toList();
  }

  private static int place(String figure) {
    int place = ORDER.indexOf(figure);
    return place < 0 ? ORDER.size() : place;
  }

  private Card card(HeadlineFigure figure, List<ReadChanges.Change> changes) {
    boolean hidden = figure.isWithheld();
    String value =
        hidden
            ? words.withheld()
            : figure.value() == null ? "–" : words.figure(figure.value(), figure.unit());
    return new Card(
        value,
        hidden,
        figure.labelEn(),
        hidden ? "" : detail(figure),
        hidden ? List.of() : changes(figure, changes));
  }

  /** What the night before said otherwise, and why: +9 new touch. */
  private static List<String> changes(HeadlineFigure figure, List<ReadChanges.Change> changes) {
    return changes.stream()
        .filter(change -> Headline.NAME.equals(change.table()))
        .filter(change -> change.figure().equals(figure.figure()))
        .map(
            change ->
                (change.change() > 0 ? "+" : "")
                    + Wording.count(change.change())
                    + " "
                    + change.cause())
        .toList();
  }

  private String detail(HeadlineFigure figure) {
    String interval = words.interval(figure.interval(), figure.unit());
    String detail = interval.isEmpty() ? "" : "95 % interval " + interval;
    boolean isPlainCount = "count".equals(figure.unit());
    if (figure.denominator() == null || isPlainCount) {
      return detail;
    }
    return (detail.isEmpty() ? "of " : detail + ", of ") + Wording.count(figure.denominator());
  }
}
