package giro.metric.person;

import giro.model.table.TableContract;
import java.util.List;
import java.util.Map;

/**
 * {@code attribution}: which channels, campaigns and moments stood on the way to acquisitions, and
 * what each method gives them for it. Every acquisition gives a credit of 1 by every method.
 */
final class Attribution implements PersonMetric.OfAllCells {
  private static final long serialVersionUID = 1L;

  static final TableContract CONTRACT =
      TableContract.bi(
              "attribution",
              "method, acquisition's UTC month, market and model, credited channel, campaign and"
                  + " moment")
          .key("method", "month", "market", "model", "channel", "campaign", "moment")
          .dimensions("market", "model")
          .text(
              "method",
              "first, last, linear, time_decay, position_based, markov or shapley: each shares out"
                  + " the same acquisitions, so methods are never added up")
          .column("month", "date", "first day of the UTC month of the acquisition")
          .text("market", "market known at the acquisition, unknown, or (all)")
          .text("model", "model known at the acquisition, unknown, or (all)")
          .text(
              "channel",
              "channel of the credited touches, unknown, or none where nothing on the way to the"
                  + " acquisition may be credited")
          .text("campaign", "their campaign, unknown where they name none; none as for channel")
          .text("moment", "their moment; NONE as for channel, and for spend that brought nothing")
          .summed(
              "credit",
              "acquisitions credited; sums to the acquisitions over channel, campaign and moment")
          .number(
              "credit_error",
              "standard error of a credit by sampled Shapley values, before these are shared out; 0"
                  + " where they are exact, null for the other methods")
          .count(
              "acquisitions",
              "acquisitions with such a touch on their way; for first and last those with it at that"
                  + " end. An acquisition counts at each of its channels, campaigns and moments")
          .count("persons", "different persons who made them")
          .number(
              "spend",
              "what was spent in the month on channel and campaign, in proportion to credit over"
                  + " moments, and over models where the spend names none; null where nothing is"
                  + " said, and over several currencies")
          .text("currency", "of the spend, ISO 4217; null where spend is")
          .number(
              "cost_per_acquisition", "spend / credit; null where either is null or credit is 0")
          .withholding()
          .definition(
              "Each acquisition shares out one credit over the touches before it: at most the"
                  + " look-back old, since the previous acquisition, without NONE, the acquisition"
                  + " and its paperwork. First, last; linear: equal parts; time decay: half for each"
                  + " half-life of age; position: 40 % first, 40 % last, 20 % between. Markov"
                  + " (removal effect) and Shapley (worth of some channels: acquisitions over"
                  + " ways of just these, or where there is none of no others; a value below 0"
                  + " counts as 0) learn over channels from all ways of a market, those of laps without"
                  + " acquisition, open ones too, included; what they give a channel is shared out"
                  + " to acquisitions with the channel on their way, as near as that allows, and"
                  + " equally over its touches. Associated with, never caused by.",
              "Ogni acquisto ripartisce un credito tra i contatti che lo precedono: non più vecchi"
                  + " della finestra, successivi all'acquisto precedente, esclusi NONE, l'acquisto"
                  + " stesso e le sue pratiche. Primo, ultimo; lineare: parti uguali; decadimento:"
                  + " metà per ogni tempo di dimezzamento; posizione: 40 % al primo, 40 % all'ultimo,"
                  + " 20 % in mezzo. Markov (effetto di rimozione) e Shapley (valore di alcuni"
                  + " canali: acquisti sui percorsi con proprio questi o, se non ce ne sono, con"
                  + " nessun altro; un valore sotto zero conta zero) apprendono per canale da tutti i percorsi"
                  + " di un mercato, compresi i giri senza acquisto, anche aperti; il credito di un"
                  + " canale va agli acquisti che lo hanno nel percorso, per quanto possibile, in"
                  + " parti uguali fra i suoi contatti. Associato a, mai causato da.")
          .build();

  /** Credits add up over months, campaigns and moments; acquisitions and persons do not. */
  static final TableContract OVERVIEW =
      TableContract.bi(
              "attribution_overview", "method, market, model and channel; over every month")
          .key("method", "market", "model", "channel")
          .dimensions("market", "model")
          .text("method", "as in attribution; methods are never added up")
          .text("market", "market known at the acquisition, unknown, or (all)")
          .text("model", "model known at the acquisition, unknown, or (all)")
          .text("channel", "channel of the credited touches, unknown, or none")
          .summed("credit", "acquisitions credited; sums to the acquisitions over channel")
          .number("credit_error", "as in attribution")
          .count(
              "acquisitions",
              "acquisitions with the channel on their way; for first and last at that end")
          .count("persons", "different persons who made them")
          .withholding()
          .definition(
              "Attribution by channel over all months, campaigns and moments.",
              "Attribuzione per canale su tutti i mesi, le campagne e i momenti.")
          .build();

  private final AttributionSettings settings;
  private final boolean isOverview;

  Attribution(AttributionSettings settings) {
    this(settings, false);
  }

  private Attribution(AttributionSettings settings, boolean isOverview) {
    this.settings = settings;
    this.isOverview = isOverview;
  }

  /** The same by channel alone. */
  static Attribution overview(AttributionSettings settings) {
    return new Attribution(settings, true);
  }

  @Override
  public TableContract contract() {
    return isOverview ? OVERVIEW : CONTRACT;
  }

  @Override
  public CellShape shape() {
    return AttributionCells.SHAPE;
  }

  @Override
  public void add(Person person, Cells cells) {
    List<Touch> touches = person.touches;
    for (int i = 0; i < touches.size(); i++) {
      if (touches.get(i).isAcquisition) {
        acquired(touches.get(i), CreditedWay.to(i, touches, settings.lookbackMicros()), cells);
      }
    }
    for (PersonLap lap : person.laps) {
      CreditedWay way = CreditedWay.of(lap, settings.lookbackMicros());
      if (lap.isResearch() && !way.isEmpty()) {
        AttributionCells.learned(cells, way.market(), way, false, settings.markovOrder());
      }
    }
  }

  private void acquired(Touch acquisition, CreditedWay way, Cells cells) {
    AttributionCells.Of of = AttributionCells.Of.touch(acquisition, isOverview);
    Map<CreditedWay.Stop, CreditedWay.Parts> parts =
        way.parts(acquisition.start, settings.halfLifeMicros());
    CreditedWay.Stop first = way.first();
    CreditedWay.Stop last = way.last();
    if (isOverview) {
      parts = CreditedWay.byChannel(parts);
      first = first.channelOnly();
      last = last.channelOnly();
    }
    AttributionCells.credited(cells, of, List.of(first, last), parts);
    if (!way.isEmpty()) {
      AttributionCells.sharedOut(cells, of, way, parts);
      AttributionCells.learned(cells, of.market(), way, true, settings.markovOrder());
    }
  }

  @Override
  public List<GoldRow> rows(TableContract table, List<Cell> cells) {
    return new AttributionRows(settings, table).rows(cells);
  }
}
