package giro.report;

import giro.report.ReadPaths.Step;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first places of laps as layers from left to right: a node is a moment at its place, a band
 * the laps from one to the next. Withheld steps leave a node's side partly bare.
 */
final class PathFlow {
  /** So many places are drawn; the table has the others. */
  static final int PLACES = 4;

  private static final int WIDTH = 460;
  private static final int LAYER = 123;
  private static final int NODE = 11;
  private static final int HIGH = 250;
  private static final int GAP = 16;
  private static final int TOP = 30;
  private static final List<String> ORDER =
      List.of("STIMULUS", "ZMOT", "FMOT", "SMOT", "UMOT", "MORE", "OPEN", "EXIT");

  /** A moment, or an end, at its place. */
  private record Key(int place, String name) {}

  /** Where a node lies, and how much of either side is taken. */
  private static final class Node {
    private long in;
    private long out;
    private double y;
    private double inTaken;
    private double outTaken;

    /** What came in; what is withheld there or on the way out is missing. */
    long shown() {
      return in > 0 ? in : out;
    }

    long laps() {
      return Math.max(in, out);
    }
  }

  private final List<Step> steps;
  private final Map<Key, Node> nodes = new LinkedHashMap<>();
  private double scale;

  private PathFlow(List<Step> steps) {
    this.steps = steps.stream().filter(s -> s.laps() != null && s.position() <= PLACES).toList();
  }

  static String draw(List<Step> steps) {
    return new PathFlow(steps).draw();
  }

  private String draw() {
    double height = place();
    Svg svg = Svg.open("path-flow", WIDTH, (int) height + 8, "Ways of laps", description());
    for (int place = 1; place <= PLACES; place++) {
      svg.text(x(place), 14, "small", place + "");
    }
    steps.stream()
        .filter(step -> step.position() > 1)
        .sorted(
            Comparator.comparing(Step::position)
                .thenComparing(step -> rank(step.from()))
                .thenComparing(step -> rank(step.to())))
        .forEach(step -> drawBand(svg, step));
    nodes.forEach((key, node) -> drawNode(svg, key, node));
    return svg.close();
  }

  /** Puts nodes below each other, layer by layer; returns the lowest end. */
  private double place() {
    Map<Integer, Long> laps = new TreeMap<>();
    for (Step step : steps) {
      node(step.position(), step.to()).in += step.laps();
      if (step.position() > 1) {
        node(step.position() - 1, step.from()).out += step.laps();
      }
    }
    nodes.forEach((key, node) -> laps.merge(key.place(), node.laps(), Long::sum));
    long most = laps.values().stream().mapToLong(Long::longValue).max().orElse(1);
    scale = (double) HIGH / Math.max(1, most);
    Map<Integer, Double> next = new TreeMap<>();
    nodes.entrySet().stream()
        .sorted(Comparator.comparing(entry -> rank(entry.getKey().name())))
        .forEach(
            entry -> {
              double y = next.getOrDefault(entry.getKey().place(), (double) TOP);
              entry.getValue().y = y;
              next.put(entry.getKey().place(), y + tall(entry.getValue()) + GAP);
            });
    return next.values().stream().mapToDouble(Double::doubleValue).max().orElse(TOP);
  }

  private Node node(int place, String name) {
    return nodes.computeIfAbsent(new Key(place, name), key -> new Node());
  }

  private static int rank(String name) {
    int place = ORDER.indexOf(name);
    return place < 0 ? ORDER.size() : place;
  }

  private double tall(Node node) {
    return Math.max(1.5, node.laps() * scale);
  }

  private static double x(int place) {
    return 2 + (place - 1.0) * LAYER;
  }

  private void drawBand(Svg svg, Step step) {
    Node from = node(step.position() - 1, step.from());
    Node to = node(step.position(), step.to());
    double width = step.laps() * scale;
    double x1 = x(step.position() - 1) + NODE;
    double x2 = x(step.position());
    double y1 = from.y + from.outTaken;
    double y2 = to.y + to.inTaken;
    from.outTaken += width;
    to.inTaken += width;
    double middle = (x1 + x2) / 2;
    String d =
        String.format(
            Locale.ROOT,
            "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fv%.1fC%.1f %.1f %.1f %.1f %.1f %.1fz",
            x1,
            y1,
            middle,
            y1,
            middle,
            y2,
            x2,
            y2,
            width,
            middle,
            y2 + width,
            middle,
            y1 + width,
            x1,
            y1 + width);
    svg.path(d, Paint.fill(MomentLook.of(step.from()).color()).faint(0.3).named("band"));
  }

  private void drawNode(Svg svg, Key key, Node node) {
    double tall = tall(node);
    double x = x(key.place());
    svg.rect(x, node.y, NODE, tall, Paint.fill(MomentLook.of(key.name()).color()).named("place"));
    String text = name(key.name()) + " " + Wording.compact(node.shown());
    svg.text(x + NODE + 4, node.y + tall / 2 + 4, "tiny halo", text);
  }

  /** What a node is called: a moment by its name, an end by a word. */
  static String name(String node) {
    return switch (node) {
      case "EXIT" -> "ended";
      case "OPEN" -> "open";
      case "MORE" -> "goes on";
      case "STIMULUS" -> "Stimulus";
      default -> node;
    };
  }

  private String description() {
    StringBuilder text = new StringBuilder("Laps from place to place. ");
    nodes.forEach(
        (key, node) ->
            text.append(key.place())
                .append(' ')
                .append(name(key.name()))
                .append(": ")
                .append(Wording.count(node.shown()))
                .append(". "));
    return text.toString().strip();
  }
}
