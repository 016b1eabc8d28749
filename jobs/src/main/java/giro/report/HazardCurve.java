package giro.report;

import giro.report.ReadReturns.Tenure;
import java.util.List;
import java.util.Locale;

/** A rate by month as points on a line, each with its 95 % interval; what is not shown is a gap. */
final class HazardCurve {
  private static final int WIDTH = 460;
  private static final int LEFT = 44;
  private static final int RIGHT = 448;
  private static final int TOP = 14;
  private static final int BOTTOM = 190;
  private static final String COLOR = "#2f9069";

  private final List<Tenure> months;
  private final double highest;
  private final int last;

  private HazardCurve(List<Tenure> months) {
    this.months = months.stream().filter(month -> month.hazard() != null).toList();
    this.highest =
        Math.max(0.01, this.months.stream().mapToDouble(HazardCurve::top).max().orElse(0));
    this.last = this.months.stream().mapToInt(Tenure::month).max().orElse(0);
  }

  static String draw(String id, String title, List<Tenure> months) {
    return new HazardCurve(months).draw(id, title);
  }

  private static double top(Tenure month) {
    return month.interval() == null ? month.hazard() : month.interval().high();
  }

  private String draw(String id, String title) {
    Svg svg = Svg.open(id, WIDTH, BOTTOM + 40, title, description());
    for (double share : new double[] {0, highest / 2, highest}) {
      svg.line(LEFT, y(share), RIGHT, y(share), Paint.line("#d5dae0", 1));
      svg.text(LEFT - 8.0, y(share) + 4, "small end", Wording.roundShare(share));
    }
    for (int month = 0; month <= last; month += 6) {
      svg.text(x(month), BOTTOM + 18, "small middle", String.valueOf(month));
    }
    svg.text((LEFT + RIGHT) / 2.0, BOTTOM + 36, "small middle", "months of ownership");
    Tenure before = null;
    for (Tenure month : months) {
      if (before != null && before.month() == month.month() - 1) {
        svg.line(
            x(before.month()),
            y(before.hazard()),
            x(month.month()),
            y(month.hazard()),
            Paint.line(COLOR, 2));
      }
      before = month;
    }
    for (Tenure month : months) {
      if (month.interval() != null) {
        Paint whisker = Paint.line(COLOR, 1.2);
        double x = x(month.month());
        svg.line(x, y(month.interval().low()), x, y(month.interval().high()), whisker);
      }
      svg.circle(x(month.month()), y(month.hazard()), 3.2, Paint.fill(COLOR));
    }
    return svg.close();
  }

  private double x(int month) {
    return LEFT + 8 + (RIGHT - LEFT - 16) * (last == 0 ? 0 : (double) month / last);
  }

  private double y(double share) {
    return BOTTOM - (BOTTOM - TOP) * share / highest;
  }

  private String description() {
    StringBuilder text = new StringBuilder();
    for (Tenure month : months) {
      text.append(
          String.format(
              Locale.ROOT, "Month %d: %s. ", month.month(), Wording.share(month.hazard())));
    }
    return text.toString().strip();
  }
}
