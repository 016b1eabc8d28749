package giro.report;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where a cohort month and a share lie in the picture of the cohorts, and the axes that say so. */
final class CohortPlane {
  static final int LEFT = 40;
  static final int RIGHT = 308;
  static final int TOP = 24;
  static final int BOTTOM = 292;

  /** Room between the axes and the first and last month. */
  private static final int MARGIN = 16;

  /** More months than this are left to the table, oldest first. */
  private static final int MONTHS = 24;

  private final List<LocalDate> months;
  private final double tick;
  private final double top;

  CohortPlane(List<CohortPoint> points) {
    List<LocalDate> every = everyMonth(points);
    this.months = every.subList(Math.max(0, every.size() - MONTHS), every.size());
    double highest =
        points.stream().filter(this::holds).mapToDouble(CohortPoint::incidence).max().orElse(0.5);
    this.tick = highest <= 0.095 ? 0.02 : highest <= 0.48 ? 0.1 : 0.2;
    this.top = Math.min(1, tick * Math.max(1, Math.ceil(highest * 1.04 / tick)));
  }

  /** From the first to the last cohort, months without one included: time runs evenly. */
  private static List<LocalDate> everyMonth(List<CohortPoint> points) {
    TreeSet<LocalDate> known = new TreeSet<>();
    points.forEach(point -> known.add(point.cohortMonth()));
    List<LocalDate> every = new ArrayList<>();
    if (!known.isEmpty()) {
      LocalDate end = known.last().plusDays(1);
      known.first().datesUntil(end, Period.ofMonths(1)).forEach(every::add);
    }
    return every;
  }

  /** True where the point's month is on the axis. */
  boolean holds(CohortPoint point) {
    return months.contains(point.cohortMonth());
  }

  List<LocalDate> months() {
    return months;
  }

  double step() {
    return months.size() < 2
        ? RIGHT - LEFT
        : (RIGHT - LEFT - (double) MARGIN) / (months.size() - 1);
  }

  double x(LocalDate month) {
    return months.size() < 2
        ? (LEFT + RIGHT) / 2.0
        : LEFT + MARGIN + step() * months.indexOf(month);
  }

  double y(double share) {
    return BOTTOM - (BOTTOM - TOP) * Math.min(share, top) / top;
  }

  void drawAxes(Svg svg) {
    for (int i = 0; i <= Math.round(top / tick); i++) {
      double y = y(tick * i);
      svg.line(LEFT, y, RIGHT + 6, y, Paint.line(i == 0 ? "#7a828c" : "#d5dae0", 1));
      svg.text(LEFT - 6, y + 4, "small end", Wording.roundShare(tick * i));
    }
    int every = Math.max(1, (int) Math.ceil(months.size() / 4.0));
    for (int i = 0; i < months.size(); i += every) {
      LocalDate month = months.get(i);
      svg.text(x(month), BOTTOM + 20, "small middle", Wording.month(month));
    }
  }
}
