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
          known("FMOT", "#c67d16", "First contact", "Primo contatto"),
          known("SMOT", "#2f9069", "Ownership", "Possesso"),
          known("UMOT", "#8e4aa0", "Sharing", "Condivisione"),
          known("OWNER_STIMULUS", "#7a828c", "Stimulus to an owner", "Stimolo al proprietario"),
          known("ACQUISITION", "#4a5563", "Acquisition", "Acquisto"),
          known("DELIVERY", "#4a5563", "Delivery", "Consegna"),
          known("NONE", "#a9b0b8", "No moment yet", "Ancora nessun momento"),
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

  /** How a step or moment is called in a chart: the moment's own name, else the configured one. */
  String heading() {
    return name.endsWith("MOT") ? name : english;
  }
}
