package giro.report;

import giro.model.measure.Interval;
import giro.model.measure.Wilson;
import java.util.List;
import java.util.Locale;

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
    String[] names = {"dropped", "known lost", "still open", "acquired"};
    double[] places = {2, 106, 230, 350};
    List<Paint> paints = paints(svg, "dropoff-legend-open", GREY);
    for (int i = 0; i < names.length; i++) {
      svg.rect(places[i], 4, 12, 12, paints.get(i));
      svg.text(places[i] + 17, 15, "small", names[i]);
    }
  }

  private static void drawScale(Svg svg, double bottom) {
    for (int percent = 0; percent <= 100; percent += 50) {
      double x = LEFT + LENGTH * percent / 100.0;
      svg.line(x, TOP - 6, x, bottom, Paint.line("#d5dae0", 1));
      svg.text(x, bottom + 16, "small middle", Wording.roundShare(percent / 100.0));
    }
  }

  private static void drawBar(Svg svg, DropOff dropOff, double y) {
    MomentLook look = MomentLook.of(dropOff.lastMoment());
    svg.text(LEFT - 10, y + 14, "label end", look.name());
    svg.text(LEFT - 10, y + 30, "small end", look.english());
    if (dropOff.laps() == 0) {
      svg.text(LEFT + 8, y + 20, "small", "withheld");
      return;
    }
    long[] parts = {dropOff.dropped(), dropOff.lost(), dropOff.open(), dropOff.converted()};
    String id = "dropoff-open-" + look.name().toLowerCase(Locale.ROOT);
    List<Paint> paints = paints(svg, id, look.color());
    double x = LEFT;
    for (int i = 0; i < parts.length; i++) {
      double length = (double) LENGTH * parts[i] / dropOff.laps();
      svg.rect(x, y, length, BAR, paints.get(i));
      x += length;
    }
    Interval interval = Wilson.interval(dropOff.dropped(), dropOff.laps());
    drawWhisker(svg, interval, y + BAR / 2.0);
    svg.text(LEFT + LENGTH + 8, y + 12, "value", Wording.share(droppedShare(dropOff)));
    svg.text(LEFT + LENGTH + 8, y + 28, "small", Wording.shares(interval));
    svg.text(LEFT + LENGTH + 8, y + 43, "small", "of " + Wording.compact(dropOff.laps()));
  }

  /** Of dropped, lost, open and acquired laps, in this order. */
  private static List<Paint> paints(Svg svg, String id, String color) {
    Paint full = Paint.fill(color);
    return List.of(full, full.faint(0.55), svg.stripes(id, color), full.faint(0.14));
  }

  private static void drawWhisker(Svg svg, Interval interval, double y) {
    double low = LEFT + LENGTH * interval.low();
    double high = LEFT + LENGTH * interval.high();
    String ends = "M%.1f %.1fv10M%.1f %.1fv10M%.1f %.1fH%.1f";
    String path = String.format(Locale.ROOT, ends, low, y - 5, high, y - 5, low, y, high);
    svg.path(path, Paint.line("#ffffff", 4));
    svg.path(path, Paint.line(MomentLook.INK, 1.5));
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
