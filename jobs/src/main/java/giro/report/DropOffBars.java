package giro.report;

import giro.model.measure.Interval;
import giro.model.measure.Wilson;
import java.util.List;

/**
 * Where laps stand, by last moment, each bar 100 % of the laps there: dropped (full colour, with
 * its Wilson interval), known lost, still open (striped), acquired (pale).
 */
final class DropOffBars {
  private static final int WIDTH = 460;
  private static final int LEFT = 112;
  private static final int LENGTH = 226;
  private static final int ROW = 62;
  private static final int BAR = 30;
  private static final int TOP = 40;
  private static final String GREY = "#7a828c";

  private DropOffBars() {}

  static String draw(List<DropOff> dropOffs) {
    int height = TOP + dropOffs.size() * ROW + 24;
    Svg svg = Svg.open("dropoff", WIDTH, height, "Drop-off by last moment", description(dropOffs));
    drawLegend(svg);
    drawScale(svg, TOP + dropOffs.size() * ROW);
    double y = TOP + 8;
    for (DropOff dropOff : dropOffs) {
      drawBar(svg, dropOff, y);
      y += ROW;
    }
    return svg.close();
  }

  /** Share of the laps at a moment that dropped there; null where there are none. */
  static Double droppedShare(DropOff dropOff) {
    return dropOff.laps() == 0 ? null : (double) dropOff.dropped() / dropOff.laps();
  }

  private static void drawLegend(Svg svg) {
    svg.stripes("dropoff-legend-open", GREY);
    String[] names = {"dropped", "known lost", "still open", "acquired"};
    double[] places = {2, 106, 230, 350};
    for (int i = 0; i < names.length; i++) {
      drawPart(svg, i, "dropoff-legend-open", GREY, places[i], 4, 12, 12);
      svg.text(places[i] + 17, 15, "small", names[i]);
    }
  }

  private static void drawScale(Svg svg, double bottom) {
    for (int percent = 0; percent <= 100; percent += 50) {
      double x = LEFT + LENGTH * percent / 100.0;
      svg.shape("line", "x1", x, "x2", x, "y1", TOP - 6.0, "y2", bottom, "stroke", "#d5dae0");
      svg.text(x, bottom + 16, "small middle", Wording.roundShare(percent / 100.0));
    }
  }

  private static void drawBar(Svg svg, DropOff dropOff, double y) {
    MomentLook look = MomentLook.of(dropOff.lastMoment());
    svg.text(LEFT - 10.0, y + 14, "label end", "NONE".equals(look.name()) ? "none" : look.name());
    svg.text(LEFT - 10.0, y + 30, "small end", look.english());
    if (dropOff.laps() == 0) {
      svg.text(LEFT + 8.0, y + 20, "small", "withheld");
      return;
    }
    String stripes = "dropoff-open-" + look.name().toLowerCase(java.util.Locale.ROOT);
    svg.stripes(stripes, look.color());
    long[] parts = {dropOff.dropped(), dropOff.lost(), dropOff.open(), dropOff.converted()};
    double x = LEFT;
    for (int i = 0; i < parts.length; i++) {
      double length = (double) LENGTH * parts[i] / dropOff.laps();
      drawPart(svg, i, stripes, look.color(), x, y, length, BAR);
      x += length;
    }
    Interval interval = Wilson.interval(dropOff.dropped(), dropOff.laps());
    drawWhisker(svg, interval, y + BAR / 2.0);
    svg.text(LEFT + LENGTH + 8.0, y + 12, "value", Wording.share(droppedShare(dropOff)));
    svg.text(LEFT + LENGTH + 8.0, y + 28, "small", Wording.shares(interval));
    svg.text(LEFT + LENGTH + 8.0, y + 43, "small", "of " + Wording.compact(dropOff.laps()));
  }

  private static void drawPart(
      Svg svg, int part, String stripes, String color, double x, double y, double... size) {
    String fill = part == 2 ? "url(#" + stripes + ")" : color;
    double opacity = part == 1 ? 0.55 : part == 3 ? 0.14 : 1;
    svg.shape(
        "rect",
        "x",
        x,
        "y",
        y,
        "width",
        size[0],
        "height",
        size[1],
        "fill",
        fill,
        "fill-opacity",
        String.valueOf(opacity));
  }

  private static void drawWhisker(Svg svg, Interval interval, double y) {
    double low = LEFT + LENGTH * interval.low();
    double high = LEFT + LENGTH * interval.high();
    String path =
        String.format(
            java.util.Locale.ROOT,
            "M%.1f %.1fv10M%.1f %.1fv10M%.1f %.1fH%.1f",
            low,
            y - 5,
            high,
            y - 5,
            low,
            y,
            high);
    svg.shape("path", "d", path, "stroke", "#ffffff", "stroke-width", 4, "fill", "none");
    svg.shape("path", "d", path, "stroke", MomentLook.INK, "stroke-width", 1.5, "fill", "none");
  }

  private static String description(List<DropOff> dropOffs) {
    StringBuilder text = new StringBuilder("Share of laps that dropped. ");
    for (DropOff dropOff : dropOffs) {
      Double share = droppedShare(dropOff);
      text.append(dropOff.lastMoment())
          .append(": ")
          .append(share == null ? "no laps" : Wording.share(share))
          .append(". ");
    }
    return text.toString().strip();
  }
}
