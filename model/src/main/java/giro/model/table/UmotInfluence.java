package giro.model.table;

/** What the words of customers bring: their readers, the readers' leads and acquisitions. */
public final class UmotInfluence {
  public static final String NAME = "umot_influence";
  public static final String CONTENT_ID = "content_id";
  public static final String MARKET = "market";
  public static final String MODEL = "model";
  public static final String DEALER = "dealer";
  public static final String CONTENTS = "contents";
  public static final String CONTENTS_WITHOUT_READERS = "contents_without_readers";
  public static final String SHARE_WITHOUT_READERS = "share_without_readers";
  public static final String MEDIAN_READERS = "median_readers";
  public static final String PERSONS = "persons";
  public static final String READERS = "readers";
  public static final String EXPOSURE = "exposure";
  public static final String REACH = "reach";
  public static final String LEADS = "leads";
  public static final String ACQUISITIONS = "acquisitions";
  public static final String SECOND_ORDER_READERS = "second_order_readers";
  public static final String MEDIAN_LAG_HOURS = "median_lag_hours";
  public static final String COMPARED_LAPS = "compared_laps";
  public static final String COMPARED_WITH_LEAD = "compared_with_lead";
  public static final String LEAD_RATE = "lead_rate";
  public static final String PLACEBO = "placebo";
  public static final String LIFT = "lift";
  public static final String LIFT_LOW = "lift_low";
  public static final String LIFT_HIGH = "lift_high";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "UMOT content; (all) contents by market, model and dealer")
          .key(CONTENT_ID, MARKET, MODEL, DEALER)
          .dimensions(CONTENT_ID, MARKET, MODEL, DEALER)
          .text(CONTENT_ID, "content of a customer, never its author; or (all)")
          .text(MARKET, "market of the publication, unknown, or (all) with all contents")
          .text(MODEL, "model of the publication, unknown, or (all) with all contents")
          .text(DEALER, "dealer of the publication, unknown, or (all) with all contents")
          .count(CONTENTS, "contents published")
          .count(CONTENTS_WITHOUT_READERS, "contents that nobody else is known to have read")
          .share(SHARE_WITHOUT_READERS, CONTENTS, "contents_without_readers / contents")
          .typical(MEDIAN_READERS, "median of the contents' readers, contents without any included")
          .count(PERSONS, "different readers, by whom small cells are judged")
          .count(
              READERS,
              "different persons with a ZMOT touch of the content; never the author, the author's"
                  + " household or who shares a device with the author")
          .count(
              EXPOSURE,
              "people exposed: of each content its reach where that is known, else its readers")
          .count(REACH, "people who could see the contents, as listening tells; null where unknown")
          .count(
              LEADS,
              "leads of the readers after their first reading, in its lap and within the window of"
                  + " zmot-acquisition; once in (all) whatever was read")
          .count(ACQUISITIONS, "acquisitions of the readers, likewise")
          .count(
              SECOND_ORDER_READERS,
              "different readers of what these readers published after reading, the author left out")
          .typical(
              MEDIAN_LAG_HOURS,
              "median hours from the first reading to the acquisition; null without one")
          .count(
              COMPARED_LAPS,
              "laps with a reading before their first FMOT, followed to the end of the window of"
                  + " zmot-fmot: the denominator of lead_rate, placebo and lift")
          .count(COMPARED_WITH_LEAD, "of them, laps with a lead within that window")
          .share(LEAD_RATE, COMPARED_LAPS, "compared_with_lead / compared_laps")
          .share(
              PLACEBO,
              COMPARED_LAPS,
              "the lead rate expected without reading: that of laps that read nothing before their"
                  + " first FMOT, of equal market, model, kind of lap and number of ZMOT touches")
          .number(LIFT, "lead_rate / placebo - 1; 0 is no lift; null where nothing is compared")
          .number(LIFT_LOW, "lower end of the 95 % interval of lift")
          .number(LIFT_HIGH, "upper end")
          .withholding()
          .definition(
              "Readers of customers' content and what became of them. Lift compares laps that read it"
                  + " with laps alike that read nothing: lead rate over placebo rate, less 1."
                  + " Associated with, never caused by: who reads may have been keener. What is read"
                  + " unobserved is not counted.",
              "Lettori dei contenuti dei clienti e cosa ne è seguito. Il lift confronta i giri che li"
                  + " hanno letti con giri simili che non hanno letto nulla: tasso di lead diviso il"
                  + " tasso placebo, meno 1. Associato, mai causato: chi legge poteva essere già più"
                  + " interessato. Le letture non osservate non contano.")
          .build();

  private UmotInfluence() {}
}
