package giro.report;

import java.util.Locale;

/**
 * A curved arrow between two round nodes: a quadratic curve through one control point, cut back at
 * both nodes.
 *
 * @param x1 where the line leaves the first node
 * @param y1 the same
 * @param cx control point
 * @param cy control point
 * @param x2 where the line ends, at the foot of the arrow head
 * @param y2 the same
 * @param width of the line; the head grows with it
 */
record Arc(double x1, double y1, double cx, double cy, double x2, double y2, double width) {

  /** A place in the picture. */
  record Point(double x, double y) {
    Point towards(Point other, double distance) {
      double length = Math.max(1e-9, Math.hypot(other.x - x, other.y - y));
      return new Point(
          x + (other.x - x) / length * distance, y + (other.y - y) / length * distance);
    }
  }

  /** The arrow from one node to another, both of the same radius, drawn towards the control. */
  static Arc between(Point from, Point to, Point control, double radius, double width) {
    Point start = from.towards(control, radius + 2);
    Point end = to.towards(control, radius + 3 + head(width));
    return new Arc(start.x(), start.y(), control.x(), control.y(), end.x(), end.y(), width);
  }

  /** The same arrow from another start. */
  Arc from(Point start) {
    return new Arc(start.x(), start.y(), cx, cy, x2, y2, width);
  }

  private static double head(double width) {
    return 7 + width * 0.7;
  }

  /** The line, for the {@code d} of a path. */
  String line() {
    return String.format(Locale.ROOT, "M%.1f %.1fQ%.1f %.1f %.1f %.1f", x1, y1, cx, cy, x2, y2);
  }

  /** The arrow head, for the {@code points} of a polygon. */
  String headPoints() {
    double length = Math.max(1e-9, Math.hypot(x2 - cx, y2 - cy));
    double ux = (x2 - cx) / length;
    double uy = (y2 - cy) / length;
    double half = 4.5 + width * 0.62;
    return String.format(
        Locale.ROOT,
        "%.1f,%.1f %.1f,%.1f %.1f,%.1f",
        x2 + ux * head(width),
        y2 + uy * head(width),
        x2 - uy * half,
        y2 + ux * half,
        x2 + uy * half,
        y2 - ux * half);
  }

  /** The point at {@code t} of the way, 0 to 1. */
  Point at(double t) {
    double a = (1 - t) * (1 - t);
    double b = 2 * t * (1 - t);
    double c = t * t;
    return new Point(a * x1 + b * cx + c * x2, a * y1 + b * cy + c * y2);
  }
}
