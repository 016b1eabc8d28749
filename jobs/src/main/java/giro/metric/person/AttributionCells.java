package giro.metric.person;

import giro.metric.Combinations;
import giro.model.measure.RemovalEffects;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How the cells of {@code attribution} are keyed. Beside those of the table's own rows there are
 * three that only the data-driven methods read; they belong to a pool, the market, and stand where
 * market and model are (all), so that they make no further cells.
 */
final class AttributionCells {
  static final String COUNT = "acquisitions";
  static final String OTHERS = "others";
  static final String LINEAR = "linear";
  static final String TIME_DECAY = "time_decay";
  static final String POSITION_BASED = "position_based";
  static final String OF_CHANNEL = "of_channel";

  /** Credit of a stop by the methods that credit every touch of a way. */
  static final String WAY = "way";

  /** Credit of a stop that is the first, or the last, of a way. */
  static final String FIRST = "first";

  static final String LAST = "last";

  /** A stop's part of its channel, by the way's channels; the credit is the channel's times it. */
  static final String PART = "part";

  /** Ways by their channels, those to an acquisition and the others. */
  static final String CHANNELS = "channels";

  /** One step of ways, for the Markov chain. */
  static final String STEP = "step";

  private static final String BETWEEN = "\u0002";
  private static final String CONVERTS = "converts";

  static final CellShape SHAPE =
      new CellShape(
          List.of(
              "part",
              "month",
              "market",
              "model",
              "channel",
              "campaign",
              "moment",
              "pool",
              "of",
              "set"),
          List.of("market", "model"),
          List.of(COUNT, OTHERS),
          List.of(LINEAR, TIME_DECAY, POSITION_BASED, OF_CHANNEL),
          List.of());

  /** Where an acquisition counts. */
  record Of(String month, String market, String model) {
    static Of touch(Touch acquisition, boolean ofAllMonths) {
      String month = ofAllMonths ? "" : Calendar.month(acquisition.start);
      return new Of(month, acquisition.marketSoFar, acquisition.modelSoFar);
    }
  }

  private AttributionCells() {}

  /**
   * The acquisition, and what is credited for it by its own way alone.
   *
   * @param ends the way's first stop and its last
   */
  static void credited(
      Cells cells,
      Of of,
      List<CreditedWay.Stop> ends,
      Map<CreditedWay.Stop, CreditedWay.Parts> parts) {
    stop(cells, FIRST, of, ends.get(0)).count(COUNT);
    stop(cells, LAST, of, ends.get(1)).count(COUNT);
    parts.forEach(
        (stop, part) ->
            stop(cells, WAY, of, stop)
                .count(COUNT)
                .sum(LINEAR, part.linear)
                .sum(TIME_DECAY, part.timeDecay)
                .sum(POSITION_BASED, part.positionBased));
  }

  private static Cells.Place stop(Cells cells, String kind, Of of, CreditedWay.Stop stop) {
    return cells.at(
        kind,
        of.month(),
        of.market(),
        of.model(),
        stop.channel(),
        stop.campaign(),
        stop.moment(),
        "",
        "",
        "");
  }

  /** What the data-driven methods will share out of the acquisition. */
  static void sharedOut(
      Cells cells, Of of, CreditedWay way, Map<CreditedWay.Stop, CreditedWay.Parts> parts) {
    String set = joined(way.channelSet());
    parts.forEach(
        (stop, part) ->
            cells
                .at(
                    PART,
                    of.month(),
                    Combinations.ALL,
                    Combinations.ALL,
                    stop.channel(),
                    stop.campaign(),
                    stop.moment(),
                    of.market(),
                    of.model(),
                    set)
                .sum(OF_CHANNEL, part.ofChannel));
  }

  /** The way as the data-driven methods learn from it. */
  static void learned(Cells cells, String pool, CreditedWay way, boolean converts, int order) {
    cells
        .at(
            CHANNELS,
            "",
            Combinations.ALL,
            Combinations.ALL,
            "",
            "",
            "",
            pool,
            "",
            joined(way.channelSet()))
        .count(converts ? COUNT : OTHERS);
    for (RemovalEffects.Step step : RemovalEffects.steps(way.channels(), converts, order)) {
      String to = step.channel() == null ? "" : step.channel();
      String end = step.converts() ? CONVERTS : "";
      cells
          .at(
              STEP,
              "",
              Combinations.ALL,
              Combinations.ALL,
              to,
              end,
              "",
              pool,
              "",
              joined(step.from()))
          .count(COUNT);
    }
  }

  /** The step that a cell counts. */
  static RemovalEffects.Step step(Cell cell) {
    String to = cell.key("channel");
    return new RemovalEffects.Step(
        split(cell.key("set")), to.isEmpty() ? null : to, CONVERTS.equals(cell.key("campaign")));
  }

  static String joined(List<String> channels) {
    return String.join(BETWEEN, channels);
  }

  static List<String> split(String channels) {
    return channels.isEmpty() ? List.of() : Arrays.asList(channels.split(BETWEEN, -1));
  }
}
