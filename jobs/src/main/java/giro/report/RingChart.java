package giro.report;

import giro.report.Arc.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The circle: four moments on a ring, forward moves outside, moves back dashed inside in red, and
 * the return from UMOT to ZMOT that closes it. Width and number of an arc are moves, each once per
 * lap. Moves too few to see stay in the table.
 */
final class RingChart {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 452;
  private static final Point CENTRE = new Point(230, 244);
  private static final double RING = 150;
  private static final double NODE = 46;
  private static final double WIDEST = 15;
  private static final double NARROWEST = 1.6;

  /** A move of fewer than this share of the widest one is left to the table. */
  private static final double VISIBLE = 0.02;

  private static final Map<String, Point> NODES =
      Map.of(
          "ZMOT", new Point(CENTRE.x(), CENTRE.y() - RING),
          "FMOT", new Point(CENTRE.x() + RING, CENTRE.y()),
          "SMOT", new Point(CENTRE.x(), CENTRE.y() + RING),
          "UMOT", new Point(CENTRE.x() - RING, CENTRE.y()),
          "STIMULUS", new Point(48, 34));

  private RingChart() {}

  static String draw(List<Move> moves) {
    List<Move> drawn = drawn(moves);
    Svg svg = Svg.open("ring", WIDTH, HEIGHT, "Moves on the circle", description(drawn));
    long most = drawn.isEmpty() ? 1 : drawn.get(0).lapMoves();
    RingLabels labels = new RingLabels();
    NODES.values().forEach(point -> labels.avoid(point, NODE));
    List<Arc> arcs = new ArrayList<>();
    for (Move move : drawn) {
      Arc arc = arc(move, width(move.lapMoves(), most));
      drawArc(svg, move, arc);
      arcs.add(arc);
    }
    for (String moment : List.of("ZMOT", "FMOT", "SMOT", "UMOT")) {
      drawNode(svg, MomentLook.of(moment));
    }
    drawStimulus(svg);
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
    if (!NODES.containsKey(move.from()) || !NODES.containsKey(move.to())) {
      return false;
    }
    return switch (move.kind()) {
      case "forward" -> !"STIMULUS".equals(move.from()) || "ZMOT".equals(move.to());
      case "backward" -> true;
      case "return" -> "ZMOT".equals(move.to()) && isOwnerMoment(move.from());
      default -> false;
    };
  }

  private static boolean isOwnerMoment(String moment) {
    return "SMOT".equals(moment) || "UMOT".equals(moment);
  }

  /** In proportion to the moves, down to the narrowest line one can see. */
  static double width(long moves, long most) {
    return Math.max(NARROWEST, WIDEST * moves / most);
  }

  private static boolean isBackward(Move move) {
    return "backward".equals(move.kind());
  }

  private static Arc arc(Move move, double width) {
    Point from = NODES.get(move.from());
    Point to = NODES.get(move.to());
    if ("STIMULUS".equals(move.from())) {
      Arc.Point start = new Point(from.x() + 44, from.y());
      return Arc.between(start, to, new Point(150, 30), NODE, width).from(start);
    }
    return Arc.between(from, to, control(move, from, to), NODE, width);
  }

  /** Outside the ring for steps ahead and the return from UMOT, inside it for all others. */
  private static Point control(Move move, Point from, Point to) {
    Point middle = new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
    boolean opposite = Math.hypot(middle.x() - CENTRE.x(), middle.y() - CENTRE.y()) < 1;
    if (opposite) {
      double bow = "return".equals(move.kind()) ? -112 : 52;
      double dx = to.x() - from.x();
      double dy = to.y() - from.y();
      double length = Math.hypot(dx, dy);
      return new Point(CENTRE.x() - dy / length * bow, CENTRE.y() + dx / length * bow);
    }
    boolean isLong = "ZMOT".equals(move.from()) && "UMOT".equals(move.to());
    double distance = isBackward(move) ? 74 : isLong ? 26 : RING * 1.3;
    return CENTRE.towards(middle, distance);
  }

  private static void drawArc(Svg svg, Move move, Arc arc) {
    String color = isBackward(move) ? MomentLook.RED : MomentLook.of(move.from()).color();
    svg.shape(
        "path",
        "d",
        arc.line(),
        "class",
        "arc " + move.kind(),
        "fill",
        "none",
        "stroke",
        color,
        "stroke-width",
        arc.width(),
        "stroke-dasharray",
        isBackward(move) ? "7 4" : "none");
    svg.shape("polygon", "points", arc.headPoints(), "fill", color);
  }

  private static void drawLabel(Svg svg, Move move, Arc arc, RingLabels labels) {
    String text = Wording.compact(move.lapMoves());
    Point middle = arc.at(0.5);
    double outward = Math.hypot(middle.x() - CENTRE.x(), middle.y() - CENTRE.y());
    boolean outside = outward > RING * 0.85;
    double off = outside ? 12 + arc.width() / 2 + text.length() * 2.2 : 0;
    Point moved = CENTRE.towards(middle, outward + off);
    Point place = labels.place(arc, text, moved.x() - middle.x(), moved.y() - middle.y());
    String ink = isBackward(move) ? MomentLook.RED : MomentLook.of(move.from()).ink();
    svg.text(place.x(), place.y() + 5, "value middle halo", text, ink);
  }

  private static void drawNode(Svg svg, MomentLook look) {
    Point at = NODES.get(look.name());
    svg.shape("circle", "cx", at.x(), "cy", at.y(), "r", NODE, "fill", "#ffffff");
    svg.shape(
        "circle",
        "cx",
        at.x(),
        "cy",
        at.y(),
        "r",
        NODE - 2,
        "fill",
        look.color(),
        "fill-opacity",
        "0.15",
        "stroke",
        look.color(),
        "stroke-width",
        4);
    svg.text(at.x(), at.y() - 6, "node middle", look.name());
    svg.text(at.x(), at.y() + 10, "tiny middle", look.english());
    svg.text(at.x(), at.y() + 23, "tiny middle it", look.italian());
  }

  private static void drawStimulus(Svg svg) {
    MomentLook look = MomentLook.of("STIMULUS");
    Point at = NODES.get("STIMULUS");
    svg.shape(
        "rect",
        "x",
        at.x() - 44,
        "y",
        at.y() - 20,
        "width",
        88,
        "height",
        40,
        "rx",
        20,
        "fill",
        "#f1f2f4",
        "stroke",
        look.color(),
        "stroke-width",
        2.5);
    svg.text(at.x(), at.y() - 1, "tiny middle", look.english());
    svg.text(at.x(), at.y() + 12, "tiny middle it", look.italian());
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
