package giro.report;

import java.util.Locale;

/**
 * Writes one SVG picture, element by element. Every text and attribute value is escaped here, so
 * that no name from the data can break the page.
 */
final class Svg {
  private final StringBuilder out = new StringBuilder();

  private Svg() {}

  /**
   * Opens a picture that scales with its column.
   *
   * @param id unique on the page
   * @param title what a screen reader says first
   * @param description the picture in words
   */
  static Svg open(String id, int width, int height, String title, String description) {
    Svg svg = new Svg();
    String box = "0 0 " + width + " " + height;
    svg.start("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", box, "role", "img");
    svg.attributes("aria-labelledby", id + "-title " + id + "-desc");
    svg.out.append('>');
    svg.start("title", "id", id + "-title").content("title", title);
    svg.start("desc", "id", id + "-desc").content("desc", description);
    return svg;
  }

  void rect(double x, double y, double width, double height, Paint paint) {
    start("rect", "x", x, "y", y, "width", width, "height", height).end(paint);
  }

  /** A rectangle with round ends. */
  void pill(double x, double y, double width, double height, Paint paint) {
    start("rect", "x", x, "y", y, "width", width, "height", height, "rx", height / 2).end(paint);
  }

  void circle(double x, double y, double radius, Paint paint) {
    start("circle", "cx", x, "cy", y, "r", radius).end(paint);
  }

  void line(double x1, double y1, double x2, double y2, Paint paint) {
    start("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2).end(paint);
  }

  void path(String d, Paint paint) {
    start("path", "d", d).end(paint);
  }

  void polygon(String points, Paint paint) {
    start("polygon", "points", points).end(paint);
  }

  /** A text whose place is its baseline; an empty one is left out. */
  void text(double x, double y, String cssClass, String content) {
    if (content.isEmpty()) {
      return;
    }
    start("text", "x", x, "y", y, "class", cssClass).content("text", content);
  }

  /** The same in a colour of its own. */
  void text(double x, double y, String cssClass, String content, String color) {
    if (content.isEmpty()) {
      return;
    }
    start("text", "x", x, "y", y, "class", cssClass, "style", "fill:" + color)
        .content("text", content);
  }

  /** A fill of stripes for what is not over yet and can still change. */
  Paint stripes(String id, String color) {
    start("pattern", "id", id, "width", 6, "height", 6, "patternUnits", "userSpaceOnUse");
    attributes("patternTransform", "rotate(45)");
    out.append('>');
    rect(0, 0, 6, 6, Paint.fill("#ffffff"));
    rect(0, 0, 2, 6, Paint.fill(color));
    out.append("</pattern>");
    return Paint.fill("url(#" + id + ")");
  }

  String close() {
    return out.append("</svg>").toString();
  }

  private Svg start(String element, Object... attributes) {
    out.append('<').append(element);
    return attributes(attributes);
  }

  private Svg attributes(Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.append(' ').append(namesAndValues[i]).append("=\"");
      out.append(escape(value(namesAndValues[i + 1]))).append('"');
    }
    return this;
  }

  private void content(String element, String content) {
    out.append('>').append(escape(content)).append("</").append(element).append('>');
  }

  private void end(Paint paint) {
    attributes("fill", paint.fill());
    if (paint.opacity() < 1) {
      attributes("fill-opacity", String.valueOf(paint.opacity()));
    }
    if (paint.width() > 0) {
      attributes("stroke", paint.stroke(), "stroke-width", paint.width());
      attributes("stroke-dasharray", paint.dashes());
    }
    if (!paint.cssClass().isEmpty()) {
      attributes("class", paint.cssClass());
    }
    out.append("/>");
  }

  private static String value(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.1f", number)
        : String.valueOf(value);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
