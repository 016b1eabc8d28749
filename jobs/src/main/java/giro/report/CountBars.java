package giro.report;

import java.util.List;

/** Horizontal bars of counts, one a line. */
final class CountBars {
  static final int WIDTH = 460;
  private static final int LEFT = 178;
  private static final int LONGEST = 132;
  private static final int ROW = 40;
  private static final int BAR = 24;

  /**
   * One bar.
   *
   * @param count null where it is withheld
   * @param remark behind the number
   */
  record Bar(String english, Long count, String remark, Paint paint) {}

  private final Svg svg;
  private final long widest;

  private CountBars(Svg svg, List<Bar> bars) {
    this.svg = svg;
    this.widest =
        Math.max(
            1, bars.stream().mapToLong(b -> b.count() == null ? 0 : b.count()).max().orElse(0));
  }

  static int height(List<Bar> bars) {
    return bars.size() * ROW + 4;
  }

  /** The bars in a picture of their own. */
  static String draw(String id, String title, List<Bar> bars) {
    Svg svg = Svg.open(id, WIDTH, height(bars), title, description(bars));
    drawInto(svg, 4, bars);
    return svg.close();
  }

  /** The bars below something else in a picture. */
  static void drawInto(Svg svg, double top, List<Bar> bars) {
    CountBars drawing = new CountBars(svg, bars);
    for (int i = 0; i < bars.size(); i++) {
      drawing.draw(bars.get(i), top + i * ROW);
    }
  }

  private void draw(Bar bar, double y) {
    svg.text(LEFT - 10.0, y + 19, "end", bar.english());
    if (bar.count() == null) {
      svg.text(LEFT + 2.0, y + 18, "small", "withheld");
      return;
    }
    double length = bar.count() == 0 ? 0 : Math.max(1.5, (double) LONGEST * bar.count() / widest);
    svg.rect(LEFT, y + 2, length, BAR, bar.paint());
    String number = Wording.count(bar.count());
    svg.text(LEFT + length + 7, y + 19, "value", number);
    svg.text(LEFT + length + 15 + number.length() * 10.4, y + 19, "small", bar.remark());
  }

  static String description(List<Bar> bars) {
    StringBuilder text = new StringBuilder();
    for (Bar bar : bars) {
      text.append(bar.english()).append(": ").append(Wording.brief(bar.count())).append(". ");
    }
    return text.toString().strip();
  }
}
