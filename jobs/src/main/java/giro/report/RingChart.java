package giro.report;

import static giro.report.RingNodes.CENTRE;
import static giro.report.RingNodes.RADIUS;
import static giro.report.RingNodes.RING;

import giro.report.Arc.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The circle: four moments on a ring, forward moves outside, moves back dashed inside in red, and
 * the return from UMOT to ZMOT that closes it. Width and number of an arc are moves, each once per
 * lap. Moves too few to see stay in the table.
 */
final class RingChart {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 452;
  private static final double WIDEST = 15;
  private static final double NARROWEST = 1.6;

  /** A move of fewer than this share of the widest one is left to the table. */
  private static final double VISIBLE = 0.02;

  private RingChart() {}

  static String draw(List<Move> moves) {
    List<Move> drawn = drawn(moves);
    Svg svg = Svg.open("ring", WIDTH, HEIGHT, "Moves on the circle", description(drawn));
    long most = drawn.isEmpty() ? 1 : drawn.get(0).lapMoves();
    List<Arc> arcs = new ArrayList<>();
    for (Move move : drawn) {
      Arc arc = arc(move, width(move.lapMoves(), most));
      drawArc(svg, move, arc);
      arcs.add(arc);
    }
    RingNodes.draw(svg);
    RingLabels labels = new RingLabels();
    for (int i = 0; i < arcs.size(); i++) {
      drawLabel(svg, drawn.get(i), arcs.get(i), labels);
    }
    return svg.close();
  }

  /** Moves between two moments of the ring that are many enough to see, most first. */
  static List<Move> drawn(List<Move> moves) {
    List<Move> between =
        moves.stream()
            .filter(move -> move.lapMoves() != null && move.lapMoves() > 0)
            .filter(RingChart::hasPlace)
            .sorted(Comparator.comparing(Move::lapMoves).reversed())
            .toList();
    double least = between.isEmpty() ? 0 : between.get(0).lapMoves() * VISIBLE;
    return between.stream().filter(move -> move.lapMoves() >= least).toList();
  }

  private static boolean hasPlace(Move move) {
    boolean toZmot = "ZMOT".equals(move.to());
    return switch (move.kind()) {
      case "forward" -> RingNodes.isOnRing(move.from()) || toZmot;
      case "backward" -> RingNodes.isOnRing(move.from()) && RingNodes.isOnRing(move.to());
      case "return" -> toZmot && ("SMOT".equals(move.from()) || "UMOT".equals(move.from()));
      default -> false;
    };
  }

  /** In proportion to the moves, down to the narrowest line one can see. */
  static double width(long moves, long most) {
    return Math.max(NARROWEST, WIDEST * moves / most);
  }

  private static boolean isBackward(Move move) {
    return "backward".equals(move.kind());
  }

  private static Arc arc(Move move, double width) {
    Point from = RingNodes.place(move.from());
    Point to = RingNodes.place(move.to());
    if (!RingNodes.isOnRing(move.from())) {
      Point edge = new Point(from.x() + 44, from.y());
      return Arc.between(edge, to, new Point(150, 30), RADIUS, width).from(edge);
    }
    return Arc.between(from, to, control(move, from, to), RADIUS, width);
  }

  /** Outside the ring for steps ahead and the return from UMOT, inside it for all others. */
  private static Point control(Move move, Point from, Point to) {
    Point middle = new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
    boolean isOpposite = Math.hypot(middle.x() - CENTRE.x(), middle.y() - CENTRE.y()) < 1;
    if (isOpposite) {
      // To one side of the middle, so that both directions and the return keep apart.
      double bow = "return".equals(move.kind()) ? -112 : 52;
      double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
      return new Point(
          CENTRE.x() - (to.y() - from.y()) / length * bow,
          CENTRE.y() + (to.x() - from.x()) / length * bow);
    }
    boolean isLong = "ZMOT".equals(move.from()) && "UMOT".equals(move.to());
    double distance = isBackward(move) ? 74 : isLong ? 26 : RING * 1.3;
    return CENTRE.towards(middle, distance);
  }

  private static void drawArc(Svg svg, Move move, Arc arc) {
    String color = isBackward(move) ? MomentLook.RED : MomentLook.of(move.from()).color();
    Paint line = Paint.line(color, arc.width()).dashedIf(isBackward(move));
    svg.path(arc.line(), line.named("arc " + move.kind()));
    svg.polygon(arc.headPoints(), Paint.fill(color));
  }

  private static void drawLabel(Svg svg, Move move, Arc arc, RingLabels labels) {
    String text = Wording.compact(move.lapMoves());
    Point middle = arc.at(0.5);
    double outward = Math.hypot(middle.x() - CENTRE.x(), middle.y() - CENTRE.y());
    boolean isOutside = outward > RING * 0.85;
    double off = isOutside ? 12 + arc.width() / 2 + text.length() * 2.2 : 0;
    Point moved = CENTRE.towards(middle, outward + off);
    Point place = labels.place(arc, text, moved.x() - middle.x(), moved.y() - middle.y());
    String ink = isBackward(move) ? MomentLook.RED : MomentLook.of(move.from()).ink();
    svg.text(place.x(), place.y() + 5, "value middle halo", text, ink);
  }

  private static String description(List<Move> drawn) {
    StringBuilder text = new StringBuilder("Arrows between moments. ");
    for (Move move : drawn) {
      text.append(move.kind()).append(' ').append(move.from()).append(" to ").append(move.to());
      text.append(": ").append(Wording.count(move.lapMoves())).append(". ");
    }
    return text.toString().strip();
  }
}
