package giro.report;

import java.util.ArrayList;
import java.util.List;

/** Finds for each number on the ring a place along its arc where it touches no other label. */
final class RingLabels {
  private static final double[] TRIES = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18};
  private static final double LETTER = 9.8;
  private static final double LINE = 20;

  private record Box(double left, double top, double right, double bottom) {
    boolean touches(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private final List<Box> taken = new ArrayList<>();

  RingLabels() {
    for (String moment : List.of("STIMULUS", "ZMOT", "FMOT", "SMOT", "UMOT")) {
      Arc.Point at = RingNodes.place(moment);
      double half = RingNodes.RADIUS * 0.9;
      taken.add(new Box(at.x() - half, at.y() - half, at.x() + half, at.y() + half));
    }
  }

  /** The centre of the label, moved off the arc by {@code dx}, {@code dy}; takes its place. */
  Arc.Point place(Arc arc, String text, double dx, double dy) {
    Arc.Point first = null;
    for (double t : TRIES) {
      Arc.Point on = arc.at(t);
      Arc.Point centre = new Arc.Point(on.x() + dx, on.y() + dy);
      first = first == null ? centre : first;
      Box box = box(centre, text);
      if (taken.stream().noneMatch(box::touches)) {
        taken.add(box);
        return centre;
      }
    }
    taken.add(box(first, text));
    return first;
  }

  private static Box box(Arc.Point centre, String text) {
    double half = text.length() * LETTER / 2 + 2;
    return new Box(
        centre.x() - half, centre.y() - LINE / 2, centre.x() + half, centre.y() + LINE / 2);
  }
}
