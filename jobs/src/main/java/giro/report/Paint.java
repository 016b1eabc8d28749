package giro.report;

/**
 * How a shape looks.
 *
 * @param fill a colour, or none
 * @param opacity of the fill, 0 to 1
 * @param stroke a colour, or none
 * @param width of the stroke
 * @param dashes lengths of dash and gap, or none for a whole line
 * @param cssClass for the style sheet and for tests; empty for none
 */
record Paint(
    String fill, double opacity, String stroke, double width, String dashes, String cssClass) {
  private static final String NONE = "none";

  static Paint fill(String color) {
    return new Paint(color, 1, NONE, 0, NONE, "");
  }

  static Paint line(String color, double width) {
    return fill(NONE).outlined(color, width);
  }

  Paint outlined(String color, double lineWidth) {
    return new Paint(fill, opacity, color, lineWidth, dashes, cssClass);
  }

  Paint faint(double share) {
    return new Paint(fill, share, stroke, width, dashes, cssClass);
  }

  Paint dashedIf(boolean condition) {
    return new Paint(fill, opacity, stroke, width, condition ? "6 4" : NONE, cssClass);
  }

  Paint named(String name) {
    return new Paint(fill, opacity, stroke, width, dashes, name);
  }
}
