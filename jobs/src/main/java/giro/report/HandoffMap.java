package giro.report;

import giro.report.ReadHandoffs.Handoff;
import java.util.List;

/**
 * Departments by departments: rows hand to columns. The darker, the larger the share that dropped
 * after it; a frame marks planned ways, a dot what is withheld.
 */
final class HandoffMap {
  private static final int WIDTH = 460;
  private static final int LEFT = 152;
  private static final int TOP = 40;
  private static final int CELL = 38;
  private static final int LEGEND = 46;

  /** More departments than this do not fit; the table has them all. */
  private static final int MOST = 12;

  private static final int[] PALE = {0xfb, 0xee, 0xed};
  private static final int[] DARK = {0x8c, 0x1f, 0x19};

  private final List<Handoff> handoffs;
  private final List<String> departments;
  private final double cell;
  private final double highest;

  private HandoffMap(List<Handoff> handoffs) {
    this.handoffs = handoffs;
    List<String> all = ReadHandoffs.departments(handoffs);
    this.departments = all.subList(0, Math.min(MOST, all.size()));
    this.cell = (double) (WIDTH - LEFT - 2) / Math.max(1, departments.size());
    this.highest =
        handoffs.stream()
            .filter(h -> h.droppedShare() != null)
            .mapToDouble(Handoff::droppedShare)
            .max()
            .orElse(0);
  }

  static String draw(List<Handoff> handoffs) {
    return new HandoffMap(handoffs).draw();
  }

  private String draw() {
    int bottom = TOP + departments.size() * CELL;
    String description =
        "Rows hand to columns. Share of hand-offs after which the person was not heard of again.";
    Svg svg = Svg.open("handoff-map", WIDTH, bottom + LEGEND, "Hand-offs", description);
    svg.text(LEFT - 10.0, TOP - 22, "small end", "from ↓  to →");
    for (int i = 0; i < departments.size(); i++) {
      String letter = letter(i);
      svg.text(LEFT + (i + 0.5) * cell, TOP - 8, "small middle", letter);
      svg.text(LEFT - 10.0, TOP + i * CELL + 24, "end", name(departments.get(i)) + " " + letter);
    }
    handoffs.forEach(handoff -> draw(svg, handoff));
    drawLegend(svg, bottom + 16);
    return svg.close();
  }

  private static String letter(int place) {
    return String.valueOf((char) ('A' + place));
  }

  /** A department's name without its underscores. */
  static String name(String department) {
    return department.replace('_', ' ');
  }

  private void draw(Svg svg, Handoff handoff) {
    int row = departments.indexOf(handoff.from());
    int column = departments.indexOf(handoff.to());
    if (row < 0 || column < 0) {
      return;
    }
    double x = LEFT + column * cell;
    double y = TOP + row * (double) CELL;
    double share = handoff.droppedShare() == null ? -1 : handoff.droppedShare();
    double depth = highest == 0 ? 0 : Math.max(0, share) / highest;
    Paint paint = Paint.fill(share < 0 ? "#ffffff" : color(depth)).outlined("#e4e7eb", 1);
    svg.rect(x + 1, y + 1, cell - 2, CELL - 2, paint.named("cell"));
    if (handoff.isExpected()) {
      Paint frame = Paint.line(MomentLook.INK, 2).named("expected");
      svg.rect(x + 2.5, y + 2.5, cell - 5, CELL - 5, frame);
    }
    String ink = depth > 0.5 ? "#ffffff" : MomentLook.INK;
    double middle = x + cell / 2;
    if (share >= 0) {
      svg.text(middle, y + 17, "tiny middle", percent(share), ink);
      svg.text(middle, y + 31, "tiny middle", Wording.compact(handoff.count()), ink);
    } else {
      svg.text(middle, y + 24, "tiny middle", handoff.isWithheld() ? "·" : "–", ink);
    }
  }

  /** 5.2, or 12: what fits a cell; the legend says that it is percent. */
  private static String percent(double share) {
    String text = share < 0.0995 ? Wording.share(share) : Wording.roundShare(share);
    return text.replace("\u202f", "");
  }

  private static String color(double depth) {
    int[] rgb = new int[3];
    for (int i = 0; i < 3; i++) {
      rgb[i] = (int) Math.round(PALE[i] + (DARK[i] - PALE[i]) * depth);
    }
    return String.format("#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
  }

  private void drawLegend(Svg svg, double y) {
    svg.rect(4, y, 16, 12, Paint.line(MomentLook.INK, 2));
    svg.text(27, y + 11, "small", "planned way");
    for (int i = 0; i <= 8; i++) {
      svg.rect(146 + i * 8, y, 8, 12, Paint.fill(color(i / 8.0)));
    }
    svg.text(225, y + 11, "small", "0 to " + percent(highest) + " dropped");
    svg.text(367, y + 11, "small", "· withheld");
  }
}
