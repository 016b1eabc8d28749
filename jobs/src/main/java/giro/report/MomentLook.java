package giro.report;

import java.util.Locale;
import java.util.Map;

/**
 * How a moment or milestone looks everywhere on the page: one colour, one short word in each
 * language. The colours stay apart for colour-blind readers; red is kept for moves that go back and
 * for gaps.
 *
 * @param name as in the tables
 * @param color fill and line
 * @param english short word
 * @param italian short word
 */
record MomentLook(String name, String color, String english, String italian) {
  /** Moves that go back, and gaps. */
  static final String RED = "#b3342b";

  /** Text and what is no moment. */
  static final String INK = "#1c2530";

  private static final Map<String, MomentLook> KNOWN =
      Map.ofEntries(
          known("STIMULUS", "#7a828c", "Stimulus", "Stimolo"),
          known("ZMOT", "#3a6db5", "Research", "Ricerca"),
          known("FMOT", "#c67d16", "First contact", "Contatto"),
          known("SMOT", "#2f9069", "Ownership", "Possesso"),
          known("UMOT", "#8e4aa0", "Sharing", "Condivisione"),
          known("OWNER_STIMULUS", "#7a828c", "Stimulus to an owner", "Stimolo al proprietario"),
          known("ACQUISITION", "#4a5563", "Acquisition", "Acquisto"),
          known("DELIVERY", "#4a5563", "Delivery", "Consegna"),
          known("NONE", "#a9b0b8", "No moment", "Nessun momento"),
          known("START", "#a9b0b8", "Start", "Inizio"),
          known("EXIT", "#a9b0b8", "Lap ended", "Giro concluso"),
          known("OPEN", "#a9b0b8", "Lap still open", "Giro ancora aperto"),
          known("ATTRACT", "#5b6b7d", "Attract", "Attrarre"),
          known("CONVERT", "#5b6b7d", "Convert", "Convertire"),
          known("CLOSE", "#5b6b7d", "Close", "Chiudere"),
          known("DELIGHT", "#5b6b7d", "Delight", "Deliziare"));

  private static Map.Entry<String, MomentLook> known(
      String name, String color, String english, String italian) {
    return Map.entry(name, new MomentLook(name, color, english, italian));
  }

  /** The look of a name in any case; a name of somebody's own configuration is shown as it is. */
  static MomentLook of(String name) {
    MomentLook look = KNOWN.get(name.toUpperCase(Locale.ROOT));
    return look != null ? look : new MomentLook(name, "#5b6b7d", name, "");
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
