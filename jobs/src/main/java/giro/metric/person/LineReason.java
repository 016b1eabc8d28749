package giro.metric.person;

import java.util.Locale;

/** Why a person is, or is not, where the linear funnel expects everybody; the first true holds. */
enum LineReason {
  ACQUIRED_ALONG_THE_LINE(
      "Acquired along the line: Attract, Convert, acquisition, within the window",
      "Acquisto lungo la linea: Attract, Convert, acquisto, entro la finestra"),
  ACQUIRED_ENTERING_ELSEWHERE(
      "Acquired, but came in at another stage than Attract",
      "Acquisto, ma con ingresso in una fase diversa da Attract"),
  ACQUIRED_WITHOUT_CONVERT(
      "Acquired without ever being a lead", "Acquisto senza essere mai stato un contatto (lead)"),
  ACQUIRED_OTHERWISE(
      "Acquired in another order or outside the window",
      "Acquisto in un altro ordine o fuori dalla finestra"),
  STILL_OPEN("Not acquired yet, still under way", "Ancora nessun acquisto, percorso in corso"),
  BOUGHT_ELSEWHERE("Known lost: bought elsewhere", "Perso, con esito noto: acquisto altrove"),
  RETURNED_LATER(
      "Left and returned in a later lap, not acquired",
      "Uscito e tornato in un giro successivo, senza acquisto"),
  WENT_BACK(
      "Went back to an earlier moment, not acquired",
      "Tornato a un momento precedente, senza acquisto"),
  GONE("Gone without a word", "Sparito senza esito noto");

  private final String english;
  private final String italian;

  LineReason(String english, String italian) {
    this.english = english;
    this.italian = italian;
  }

  /** As published: lower case with underscores. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LineReason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  String english() {
    return english;
  }

  String italian() {
    return italian;
  }
}
