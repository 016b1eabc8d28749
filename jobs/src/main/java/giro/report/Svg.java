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
    svg.out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " aria-labelledby=\"%s-title %s-desc\">",
            width,
            height,
            escape(id),
            escape(id)));
    svg.out.append("<title id=\"").append(escape(id)).append("-title\">").append(escape(title));
    svg.out.append("</title><desc id=\"").append(escape(id)).append("-desc\">");
    svg.out.append(escape(description)).append("</desc>");
    return svg;
  }

  /**
   * An element without content; attributes are names and values in turn, numbers to one decimal.
   */
  Svg shape(String element, Object... attributes) {
    start(element, attributes);
    out.append("/>");
    return this;
  }

  /** A text whose place is its baseline. */
  Svg text(double x, double y, String cssClass, String content) {
    start("text", "x", x, "y", y, "class", cssClass);
    out.append('>').append(escape(content)).append("</text>");
    return this;
  }

  /** The same in a colour of its own. */
  Svg text(double x, double y, String cssClass, String content, String color) {
    start("text", "x", x, "y", y, "class", cssClass, "style", "fill:" + color);
    out.append('>').append(escape(content)).append("</text>");
    return this;
  }

  /** Stripes for what is not over yet: parts that can still change. */
  Svg stripes(String id, String color) {
    start("pattern", "id", id, "width", 6, "height", 6, "patternUnits", "userSpaceOnUse");
    out.append(" patternTransform=\"rotate(45)\">");
    shape("rect", "width", 6, "height", 6, "fill", "#ffffff");
    shape("rect", "width", 2, "height", 6, "fill", color);
    out.append("</pattern>");
    return this;
  }

  String close() {
    return out.append("</svg>").toString();
  }

  private void start(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(value(attributes[i + 1]))).append('"');
    }
  }

  private static String value(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.1f", number)
        : String.valueOf(value);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
