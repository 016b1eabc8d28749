package giro.report;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Conversion by cohort month, one line a pair in the colour of its first moment. Dashed and shaded
 * where laps of the cohort can still convert, so that a young cohort does not read as a fall.
 */
final class CohortLines {
  /** The steps of the circle, one a moment, so that each colour stands for one line. */
  private static final List<String> PAIRS =
      List.of("zmot_fmot", "fmot_acquisition", "smot_umot", "umot_zmot");

  private static final int WIDTH = 460;
  private static final int HEIGHT = 330;
  private static final int LEFT = 40;
  private static final int RIGHT = 308;
  private static final int TOP = 24;
  private static final int BOTTOM = 292;
  private static final int LABEL_GAP = 17;

  /** More months than this are left to the table, oldest first. */
  private static final int MONTHS = 24;

  private final List<CohortPoint> points;
  private final List<LocalDate> months;
  private final double tick;
  private final double top;

  private CohortLines(List<CohortPoint> all) {
    List<CohortPoint> known = all.stream().filter(CohortLines::isDrawn).toList();
    List<LocalDate> every = everyMonth(known);
    this.months = every.subList(Math.max(0, every.size() - MONTHS), every.size());
    this.points = known.stream().filter(p -> months.contains(p.cohortMonth())).toList();
    double highest = points.stream().mapToDouble(CohortPoint::incidence).max().orElse(0.5);
    this.tick = highest <= 0.095 ? 0.02 : highest <= 0.48 ? 0.1 : 0.2;
    this.top = Math.min(1, tick * Math.ceil(highest * 1.04 / tick));
  }

  /** From the first to the last cohort, months without one included: time runs evenly. */
  private static List<LocalDate> everyMonth(List<CohortPoint> known) {
    TreeSet<LocalDate> present =
        new TreeSet<>(known.stream().map(CohortPoint::cohortMonth).toList());
    List<LocalDate> every = new ArrayList<>();
    if (!present.isEmpty()) {
      present
          .first()
          .datesUntil(present.last().plusDays(1), Period.ofMonths(1))
          .forEach(every::add);
    }
    return every;
  }

  static String draw(List<CohortPoint> points) {
    return new CohortLines(points).draw();
  }

  /** True for points of the drawn pairs that are not withheld. */
  static boolean isDrawn(CohortPoint point) {
    return point.incidence() != null
        && PAIRS.contains(PairConversion.key(point.from(), point.to()));
  }

  private String draw() {
    Svg svg = Svg.open("cohorts", WIDTH, HEIGHT, "Conversion by cohort month", description());
    drawShade(svg);
    drawScales(svg);
    List<CohortPoint> ends = new ArrayList<>();
    for (String pair : PAIRS) {
      List<CohortPoint> line =
          points.stream()
              .filter(p -> PairConversion.key(p.from(), p.to()).equals(pair))
              .sorted(Comparator.comparing(CohortPoint::cohortMonth))
              .toList();
      if (!line.isEmpty()) {
        drawLine(svg, line);
        ends.add(line.get(line.size() - 1));
      }
    }
    drawEndLabels(svg, ends);
    return svg.close();
  }

  /**
   * From the first month in which laps of a lap's own pairs are open; returns stay open for years.
   */
  private void drawShade(Svg svg) {
    LocalDate first =
        points.stream()
            .filter(p -> p.isStillOpen() && !"return".equals(p.kind()))
            .map(CohortPoint::cohortMonth)
            .min(Comparator.naturalOrder())
            .orElse(null);
    if (first == null) {
      return;
    }
    double x = Math.max(LEFT, x(first) - step() / 2);
    svg.shape(
        "rect",
        "x",
        x,
        "y",
        TOP,
        "width",
        RIGHT + 6 - x,
        "height",
        BOTTOM - TOP,
        "fill",
        "#eef1f4");
    svg.text(RIGHT + 6.0, TOP - 8.0, "small end", "window still open");
  }

  private void drawScales(Svg svg) {
    for (int i = 0; i <= Math.round(top / tick); i++) {
      double share = tick * i;
      svg.shape(
          "line",
          "x1",
          LEFT,
          "x2",
          RIGHT + 6,
          "y1",
          y(share),
          "y2",
          y(share),
          "stroke",
          i == 0 ? "#7a828c" : "#d5dae0");
      svg.text(LEFT - 6.0, y(share) + 4, "small end", Wording.roundShare(share));
    }
    int every = Math.max(1, (int) Math.ceil(months.size() / 4.0));
    for (int i = 0; i < months.size(); i += every) {
      svg.text(x(months.get(i)), BOTTOM + 20.0, "small middle", Wording.month(months.get(i)));
    }
  }

  private void drawLine(Svg svg, List<CohortPoint> line) {
    String color = MomentLook.of(line.get(0).from()).color();
    drawBand(svg, line, color);
    for (int i = 1; i < line.size(); i++) {
      CohortPoint a = line.get(i - 1);
      CohortPoint b = line.get(i);
      if (!a.cohortMonth().plusMonths(1).equals(b.cohortMonth())) {
        continue; // A month between them is withheld or empty: a gap, not a straight line.
      }
      svg.shape(
          "line",
          "x1",
          x(a.cohortMonth()),
          "y1",
          y(a.incidence()),
          "x2",
          x(b.cohortMonth()),
          "y2",
          y(b.incidence()),
          "stroke",
          color,
          "stroke-width",
          2.5,
          "stroke-dasharray",
          b.isStillOpen() ? "5 4" : "none");
    }
    for (CohortPoint point : line) {
      svg.shape(
          "circle",
          "cx",
          x(point.cohortMonth()),
          "cy",
          y(point.incidence()),
          "r",
          3.5,
          "fill",
          point.isStillOpen() ? "#ffffff" : color,
          "stroke",
          color,
          "stroke-width",
          2);
    }
  }

  private void drawBand(Svg svg, List<CohortPoint> line, String color) {
    List<CohortPoint> known = line.stream().filter(p -> p.interval() != null).toList();
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    for (CohortPoint p : known) {
      upper.append(pair(x(p.cohortMonth()), y(Math.min(top, p.interval().high()))));
      lower.insert(0, pair(x(p.cohortMonth()), y(Math.min(top, p.interval().low()))));
    }
    svg.shape(
        "polygon",
        "points",
        (upper.toString() + lower).strip(),
        "fill",
        color,
        "fill-opacity",
        "0.13");
  }

  private static String pair(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
  }

  private void drawEndLabels(Svg svg, List<CohortPoint> ends) {
    List<CohortPoint> sorted =
        ends.stream().sorted(Comparator.comparing(CohortPoint::incidence).reversed()).toList();
    double[] places = spread(sorted.stream().mapToDouble(p -> y(p.incidence())).toArray());
    for (int i = 0; i < places.length; i++) {
      CohortPoint end = sorted.get(i);
      String color = MomentLook.of(end.from()).color();
      svg.shape(
          "path",
          "d",
          String.format(
              Locale.ROOT,
              "M%.1f %.1fL%d %.1f",
              x(end.cohortMonth()) + 5,
              y(end.incidence()),
              RIGHT + 18,
              places[i]),
          "stroke",
          color,
          "stroke-width",
          1,
          "fill",
          "none");
      svg.shape(
          "rect", "x", RIGHT + 20, "y", places[i] - 5, "width", 10, "height", 10, "fill", color);
      String to = "ACQUISITION".equals(end.to()) ? "acq." : end.to();
      svg.text(RIGHT + 34.0, places[i] + 4.5, "small", end.from() + " → " + to);
    }
  }

  /** Heights from top to bottom, moved apart so that two labels never touch, and kept inside. */
  static double[] spread(double[] heights) {
    double[] places = heights.clone();
    for (int i = 1; i < places.length; i++) {
      places[i] = Math.max(places[i], places[i - 1] + LABEL_GAP);
    }
    double lowest = BOTTOM - 2.0;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], lowest);
      lowest = places[i] - LABEL_GAP;
    }
    return places;
  }

  private double step() {
    return months.size() < 2 ? RIGHT - LEFT : (RIGHT - LEFT - 16.0) / (months.size() - 1);
  }

  private double x(LocalDate month) {
    return months.size() < 2 ? (LEFT + RIGHT) / 2.0 : LEFT + 16 + step() * months.indexOf(month);
  }

  private double y(double share) {
    return BOTTOM - (BOTTOM - TOP) * share / top;
  }

  private String description() {
    if (points.isEmpty()) {
      return "No cohort is known yet.";
    }
    return "Lines of cumulative incidence from "
        + Wording.month(months.get(0))
        + " to "
        + Wording.month(months.get(months.size() - 1))
        + "; cohorts whose window is not over are dashed and shaded.";
  }
}
