package giro.report;

import giro.model.measure.Interval;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Values with their 95 % intervals on one scale, one a line. */
final class Dots {
  private static final int WIDTH = 460;
  private static final int LEFT = 128;
  private static final int RIGHT = 318;
  private static final int ROW = 42;
  private static final int TOP = 22;

  /**
   * One line.
   *
   * @param value null where none may be shown
   * @param interval null where none is known
   * @param remark under the value
   */
  record Dot(String english, Double value, Interval interval, String remark, String color) {}

  /**
   * The scale.
   *
   * @param mark a value to compare with; NaN for none
   */
  record Scale(double low, double high, double mark, DoubleFunction<String> wording) {

    /** A scale that holds all values and intervals, and what they are compared with. */
    static Scale around(List<Dot> dots, double mark, DoubleFunction<String> wording) {
      double low = mark;
      double high = mark;
      for (Dot dot : dots) {
        if (dot.value() != null) {
          low = Math.min(low, dot.interval() == null ? dot.value() : dot.interval().low());
          high = Math.max(high, dot.interval() == null ? dot.value() : dot.interval().high());
        }
      }
      double room = Math.max(1e-9, (high - low) * 0.04);
      return new Scale(low == mark ? low : low - room, high + room, mark, wording);
    }

    private double x(double value) {
      double share = (Math.max(low, Math.min(high, value)) - low) / (high - low);
      return LEFT + (RIGHT - LEFT) * share;
    }
  }

  private Dots() {}

  static String draw(String id, String title, List<Dot> dots, Scale scale) {
    int bottom = TOP + dots.size() * ROW;
    Svg svg = Svg.open(id, WIDTH, bottom + 6, title, description(dots, scale));
    for (double value : new double[] {scale.low(), scale.high()}) {
      svg.line(scale.x(value), TOP - 4, scale.x(value), bottom, Paint.line("#d5dae0", 1));
    }
    String end = scale.wording().apply(scale.high());
    svg.text(RIGHT, TOP - 8, "small middle", end);
    if (scale.mark() > scale.low()) {
      double x = scale.x(scale.mark());
      svg.line(x, TOP - 4, x, bottom, Paint.line("#56616e", 1.5).dashedIf(true));
      if (x - LEFT > 40 && RIGHT - x > 40) {
        svg.text(x, TOP - 8, "small middle", scale.wording().apply(scale.mark()));
      }
    }
    svg.text(LEFT, TOP - 8, "small middle", scale.wording().apply(scale.low()));
    for (int i = 0; i < dots.size(); i++) {
      drawDot(svg, dots.get(i), scale, TOP + i * ROW);
    }
    return svg.close();
  }

  private static void drawDot(Svg svg, Dot dot, Scale scale, double y) {
    svg.text(LEFT - 14.0, y + 23, "end", dot.english());
    double middle = y + 19;
    svg.line(LEFT, middle, RIGHT, middle, Paint.line("#eef1f4", 1));
    if (dot.value() == null) {
      svg.text(RIGHT + 12.0, y + 16, "small", "not shown");
    } else {
      if (dot.interval() != null) {
        svg.path(whisker(scale, dot.interval(), middle), Paint.line(dot.color(), 2));
      }
      svg.circle(scale.x(dot.value()), middle, 5, Paint.fill(dot.color()).outlined("#ffffff", 1));
      svg.text(RIGHT + 12.0, y + 16, "value", scale.wording().apply(dot.value()));
    }
    svg.text(RIGHT + 12.0, y + 32, "tiny", dot.remark(), "#56616e");
  }

  private static String whisker(Scale scale, Interval interval, double y) {
    double low = scale.x(interval.low());
    double high = scale.x(interval.high());
    String ends = "M%.1f %.1fv8M%.1f %.1fv8M%.1f %.1fH%.1f";
    return String.format(Locale.ROOT, ends, low, y - 4, high, y - 4, low, y, high);
  }

  private static String description(List<Dot> dots, Scale scale) {
    StringBuilder text = new StringBuilder();
    for (Dot dot : dots) {
      String value = dot.value() == null ? "not shown" : scale.wording().apply(dot.value());
      text.append(dot.english()).append(": ").append(value).append(". ");
    }
    return text.toString().strip();
  }
}
