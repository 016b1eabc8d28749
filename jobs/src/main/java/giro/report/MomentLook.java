package giro.report;

import java.util.Locale;
import java.util.Map;

/**
 * How a moment or milestone looks everywhere on the page: one colour, one short word. The colours
 * stay apart for colour-blind readers; red is kept for moves that go back and for gaps.
 *
 * @param name as in the tables
 * @param color fill and line
 * @param english short word
 */
record MomentLook(String name, String color, String english) {
  /** Moves that go back, and gaps. */
  static final String RED = "#b3342b";

  /** Text and what is no moment. */
  static final String INK = "#1c2530";

  private static final Map<String, MomentLook> KNOWN =
      Map.ofEntries(
          known("STIMULUS", "#7a828c", "Stimulus"),
          known("ZMOT", "#3a6db5", "Research"),
          known("FMOT", "#c67d16", "First contact"),
          known("SMOT", "#2f9069", "Ownership"),
          known("UMOT", "#8e4aa0", "Sharing"),
          known("OWNER_STIMULUS", "#7a828c", "Stimulus to an owner"),
          known("ACQUISITION", "#4a5563", "Acquisition"),
          known("DELIVERY", "#4a5563", "Delivery"),
          known("NONE", "#a9b0b8", "No moment"),
          known("START", "#a9b0b8", "Start"),
          known("EXIT", "#a9b0b8", "Lap ended"),
          known("OPEN", "#a9b0b8", "Lap still open"),
          known("ATTRACT", "#5b6b7d", "Attract"),
          known("CONVERT", "#5b6b7d", "Convert"),
          known("CLOSE", "#5b6b7d", "Close"),
          known("DELIGHT", "#5b6b7d", "Delight"));

  private static Map.Entry<String, MomentLook> known(String name, String color, String english) {
    return Map.entry(name, new MomentLook(name, color, english));
  }

  /** The look of a name in any case; a name of somebody's own configuration is shown as it is. */
  static MomentLook of(String name) {
    MomentLook look = KNOWN.get(name.toUpperCase(Locale.ROOT));
    return look != null ? look : new MomentLook(name, "#5b6b7d", name);
  }

  /** The colour, dark enough for text on white. */
  String ink() {
    int rgb = Integer.parseInt(color.substring(1), 16);
    int red = (rgb >> 16) * 7 / 10;
    int green = (rgb >> 8 & 0xff) * 7 / 10;
    int blue = (rgb & 0xff) * 7 / 10;
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }

  /** How a step or moment is called in a chart: the moment's own name, else the configured one. */
  String heading() {
    return name.endsWith("MOT") ? name : english;
  }
}
