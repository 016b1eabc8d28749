package giro.report;

import giro.report.Arc.Point;
import java.util.List;
import java.util.Map;

/**
 * The places of the moments: four on the ring, clockwise from the top, and the stimulus outside.
 */
final class RingNodes {
  static final Point CENTRE = new Point(230, 244);
  static final double RING = 150;
  static final double RADIUS = 46;

  private static final String STIMULUS = "STIMULUS";
  private static final List<String> ON_RING = List.of("ZMOT", "FMOT", "SMOT", "UMOT");
  private static final Map<String, Point> PLACES =
      Map.of(
          "ZMOT",
          new Point(CENTRE.x(), CENTRE.y() - RING),
          "FMOT",
          new Point(CENTRE.x() + RING, CENTRE.y()),
          "SMOT",
          new Point(CENTRE.x(), CENTRE.y() + RING),
          "UMOT",
          new Point(CENTRE.x() - RING, CENTRE.y()),
          STIMULUS,
          new Point(48, 34));

  private RingNodes() {}

  /** Null for what has no place in the picture. */
  static Point place(String moment) {
    return PLACES.get(moment);
  }

  static boolean isOnRing(String moment) {
    return ON_RING.contains(moment);
  }

  static void draw(Svg svg) {
    ON_RING.forEach(moment -> drawNode(svg, MomentLook.of(moment)));
    drawStimulus(svg, MomentLook.of(STIMULUS));
  }

  private static void drawNode(Svg svg, MomentLook look) {
    Point at = place(look.name());
    svg.circle(at.x(), at.y(), RADIUS, Paint.fill("#ffffff"));
    Paint tint = Paint.fill(look.color()).faint(0.15).outlined(look.color(), 4);
    svg.circle(at.x(), at.y(), RADIUS - 2, tint);
    svg.text(at.x(), at.y() + 1, "node middle", look.name());
    svg.text(at.x(), at.y() + 18, "tiny middle", look.english());
  }

  private static void drawStimulus(Svg svg, MomentLook look) {
    Point at = place(STIMULUS);
    Paint tint = Paint.fill("#f1f2f4").outlined(look.color(), 2.5);
    svg.pill(at.x() - 44, at.y() - 20, 88, 40, tint);
    svg.text(at.x(), at.y() + 5, "tiny middle", look.english());
  }
}
