package giro.report;

import static giro.report.CohortPlane.BOTTOM;
import static giro.report.CohortPlane.LEFT;
import static giro.report.CohortPlane.RIGHT;
import static giro.report.CohortPlane.TOP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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
  private static final int LABEL_GAP = 17;

  private final CohortPlane plane;
  private final List<CohortPoint> points;

  private CohortLines(List<CohortPoint> all) {
    List<CohortPoint> known = all.stream().filter(CohortLines::isDrawn).toList();
    this.plane = new CohortPlane(known);
    this.points = known.stream().filter(plane::holds).toList();
  }

  static String draw(List<CohortPoint> points) {
    return new CohortLines(points).draw();
  }

  /** True for points of the drawn pairs that are not withheld. */
  private static boolean isDrawn(CohortPoint point) {
    return point.incidence() != null
        && PAIRS.contains(PairConversion.key(point.from(), point.to()));
  }

  private String draw() {
    Svg svg = Svg.open("cohorts", WIDTH, HEIGHT, "Conversion by cohort month", description());
    drawShade(svg);
    plane.drawAxes(svg);
    List<CohortPoint> ends = new ArrayList<>();
    for (String pair : PAIRS) {
      List<CohortPoint> line =
          points.stream()
              .filter(p -> PairConversion.key(p.from(), p.to()).equals(pair))
              .sorted(Comparator.comparing(CohortPoint::cohortMonth))
              .toList();
      if (!line.isEmpty()) {
        drawLine(svg, line, MomentLook.of(line.get(0).from()).color());
        ends.add(line.get(line.size() - 1));
      }
    }
    drawEndLabels(svg, ends);
    return svg.close();
  }

  /**
   * From the first month with an open lap; pairs of a later lap are open for years and left out.
   */
  private void drawShade(Svg svg) {
    LocalDate first =
        points.stream()
            .filter(p -> p.isStillOpen() && !"return".equals(p.kind()))
            .map(CohortPoint::cohortMonth)
            .min(Comparator.naturalOrder())
            .orElse(null);
    if (first != null) {
      double x = Math.max(LEFT, plane.x(first) - plane.step() / 2);
      svg.rect(x, TOP, RIGHT + 6 - x, BOTTOM - TOP, Paint.fill("#eef1f4"));
      svg.text(RIGHT + 6, TOP - 8, "small end", "window still open");
    }
  }

  private void drawLine(Svg svg, List<CohortPoint> line, String color) {
    drawBand(svg, line, color);
    for (int i = 1; i < line.size(); i++) {
      CohortPoint a = line.get(i - 1);
      CohortPoint b = line.get(i);
      // A month between them may be withheld or empty: that is a gap, not a straight line.
      if (a.cohortMonth().plusMonths(1).equals(b.cohortMonth())) {
        Paint paint = Paint.line(color, 2.5).dashedIf(b.isStillOpen()).named("trend");
        svg.line(x(a), y(a), x(b), y(b), paint);
      }
    }
    for (CohortPoint point : line) {
      Paint paint = Paint.fill(point.isStillOpen() ? "#ffffff" : color).outlined(color, 2);
      svg.circle(x(point), y(point), 3.5, paint);
    }
  }

  private void drawBand(Svg svg, List<CohortPoint> line, String color) {
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    for (CohortPoint p : line) {
      if (p.interval() != null) {
        upper.append(corner(x(p), plane.y(p.interval().high())));
        lower.insert(0, corner(x(p), plane.y(p.interval().low())));
      }
    }
    svg.polygon((upper.toString() + lower).strip(), Paint.fill(color).faint(0.13));
  }

  private static String corner(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
  }

  private void drawEndLabels(Svg svg, List<CohortPoint> ends) {
    List<CohortPoint> sorted =
        ends.stream().sorted(Comparator.comparing(CohortPoint::incidence).reversed()).toList();
    double[] places = spread(sorted.stream().mapToDouble(this::y).toArray());
    for (int i = 0; i < places.length; i++) {
      CohortPoint end = sorted.get(i);
      String color = MomentLook.of(end.from()).color();
      svg.line(x(end) + 5, y(end), RIGHT + 18, places[i], Paint.line(color, 1));
      svg.rect(RIGHT + 20, places[i] - 5, 10, 10, Paint.fill(color));
      String to = "ACQUISITION".equals(end.to()) ? "acq." : end.to();
      svg.text(RIGHT + 34, places[i] + 4.5, "small", end.from() + " → " + to);
    }
  }

  /** Heights from top to bottom, moved apart so that two labels never touch, and kept inside. */
  static double[] spread(double[] heights) {
    double[] places = heights.clone();
    for (int i = 1; i < places.length; i++) {
      places[i] = Math.max(places[i], places[i - 1] + LABEL_GAP);
    }
    double lowest = BOTTOM - 2;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], lowest);
      lowest = places[i] - LABEL_GAP;
    }
    return places;
  }

  private double x(CohortPoint point) {
    return plane.x(point.cohortMonth());
  }

  private double y(CohortPoint point) {
    return plane.y(point.incidence());
  }

  private String description() {
    List<LocalDate> months = plane.months();
    return months.isEmpty()
        ? "No cohort is known yet."
        : "Lines of cumulative incidence from "
            + Wording.month(months.get(0))
            + " to "
            + Wording.month(months.get(months.size() - 1))
            + "; cohorts whose window is not over are dashed and shaded.";
  }
}
