package giro.metric;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What moments, milestones and ends of moves are called, for people. */
enum MomentLabels {
  START(null, "start", "inizio", "the journey begins", "il percorso comincia"),
  STIMULUS(
      1,
      "stimulus",
      "stimolo",
      "the brand makes contact, or a need arises",
      "la marca si fa viva, o nasce un bisogno"),
  ZMOT(
      2,
      "research",
      "ricerca",
      "Zero Moment of Truth: people research by themselves",
      "Momento Zero della Verità: le persone si informano da sole"),
  FMOT(
      3,
      "first impression",
      "prima impressione",
      "First Moment of Truth: a specific car, price, dealer or offer",
      "Primo Momento della Verità: un'auto, un prezzo, un concessionario o un'offerta"),
  SMOT(
      4,
      "experience",
      "esperienza",
      "Second Moment of Truth: owning, using, being supported",
      "Secondo Momento della Verità: possedere, usare, essere assistiti"),
  UMOT(
      5,
      "sharing",
      "condivisione",
      "Ultimate Moment of Truth: publishing the experience for others to find",
      "Momento Ultimo della Verità: pubblicare l'esperienza perché altri la trovino"),
  OWNER_STIMULUS(
      null,
      "stimulus to an owner",
      "stimolo a un proprietario",
      "a stimulus after the lap became an ownership lap",
      "uno stimolo dopo che il giro è diventato di proprietà"),
  ACQUISITION(
      null,
      "acquisition",
      "acquisizione",
      "contract signed and not cancelled, or first paid access",
      "contratto firmato e non annullato, o primo accesso a pagamento"),
  DELIVERY(
      null,
      "delivery",
      "consegna",
      "the lap's own car is handed over",
      "l'auto del giro viene consegnata"),
  NONE(
      null, "no moment", "nessun momento", "declared to be no moment", "dichiarato nessun momento"),
  UNCLASSIFIED(
      null, "unclassified", "non classificato", "no rule matched", "nessuna regola corrisponde"),
  EXIT(null, "exit", "uscita", "the lap is over", "il giro è finito"),
  OPEN(null, "open", "aperto", "the lap goes on", "il giro continua");

  private final Integer position;
  private final String labelEn;
  private final String labelIt;
  private final String meaningEn;
  private final String meaningIt;

  MomentLabels(
      Integer position, String labelEn, String labelIt, String meaningEn, String meaningIt) {
    this.position = position;
    this.labelEn = labelEn;
    this.labelIt = labelIt;
    this.meaningEn = meaningEn;
    this.meaningIt = meaningIt;
  }

  Row row() {
    return RowFactory.create(name(), position, labelEn, labelIt, meaningEn, meaningIt);
  }
}
