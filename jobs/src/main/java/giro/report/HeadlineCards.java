package giro.report;

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

  /** One figure in words; {@code detail} is its interval and denominator. */
  record Card(String value, boolean isWithheld, String english, String italian, String detail) {}

  /** Known figures in their order, then all others as the table gives them. */
  List<Card> cards(List<HeadlineFigure> figures) {
    return figures.stream()
        .sorted(Comparator.comparingInt(figure -> place(figure.figure())))
        .map(this::card)
        .toList();
  }

  private static int place(String figure) {
    int place = ORDER.indexOf(figure);
    return place < 0 ? ORDER.size() : place;
  }

  private Card card(HeadlineFigure figure) {
    boolean hidden = figure.isWithheld();
    String value =
        hidden
            ? words.withheld()
            : figure.value() == null ? "–" : words.figure(figure.value(), figure.unit());
    return new Card(
        value, hidden, figure.labelEn(), figure.labelIt(), hidden ? "" : detail(figure));
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
