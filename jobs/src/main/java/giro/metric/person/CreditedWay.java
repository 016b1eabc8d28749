package giro.metric.person;

import giro.model.domain.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The touches on the way to an acquisition, or to none, that may get credit for it: not older than
 * the look-back, none from before the previous acquisition, neither NONE nor paperwork nor the
 * acquisition itself.
 */
final class CreditedWay {
  private static final double END = 0.4;

  /** What is credited: one channel, campaign and moment. */
  record Stop(String channel, String campaign, String moment) {
    static final Stop NOWHERE = new Stop("none", "none", Moment.NONE.name());

    static Stop of(Touch touch) {
      return new Stop(Touch.known(touch.channel), Touch.known(touch.campaign), touch.moment.name());
    }

    /** The channel whatever its campaign and moment; nowhere stays so. */
    Stop channelOnly() {
      return equals(NOWHERE) ? this : new Stop(channel, "", "");
    }
  }

  /** The same parts by channel alone. */
  static Map<Stop, Parts> byChannel(Map<Stop, Parts> parts) {
    Map<Stop, Parts> channels = new LinkedHashMap<>();
    parts.forEach(
        (stop, part) ->
            channels.computeIfAbsent(stop.channelOnly(), channel -> new Parts()).add(part));
    return channels;
  }

  /** Parts of one acquisition by the methods that see nothing but its own way; each sums to 1. */
  static final class Parts {
    double linear;
    double timeDecay;
    double positionBased;

    /** The stop's part of the touches of its channel. */
    double ofChannel;

    private void add(Parts more) {
      linear += more.linear;
      timeDecay += more.timeDecay;
      positionBased += more.positionBased;
      ofChannel += more.ofChannel;
    }
  }

  private final List<Touch> touches;

  private CreditedWay(List<Touch> touches) {
    this.touches = touches;
  }

  /** The way to the acquisition at a place among a person's touches. */
  static CreditedWay to(int acquisition, List<Touch> all, long lookback) {
    int first = acquisition;
    while (first > 0 && !all.get(first - 1).isAcquisition) {
      first--;
    }
    return of(all.subList(first, acquisition), all.get(acquisition).start, lookback);
  }

  /** The way of a lap without acquisition, up to its last touch that could have had credit. */
  static CreditedWay of(PersonLap lap, long lookback) {
    long end = Long.MIN_VALUE;
    for (Touch touch : lap.touches) {
      end = mayHaveCredit(touch) ? Math.max(end, touch.start) : end;
    }
    return of(lap.touches, end, lookback);
  }

  private static CreditedWay of(List<Touch> all, long end, long lookback) {
    List<Touch> credited = new ArrayList<>();
    for (Touch touch : all) {
      if (mayHaveCredit(touch) && end - touch.start <= lookback) {
        credited.add(touch);
      }
    }
    return new CreditedWay(credited);
  }

  private static boolean mayHaveCredit(Touch touch) {
    return touch.moment != Moment.NONE && !touch.isAcquisition && !touch.is(TouchKind.PAPERWORK);
  }

  boolean isEmpty() {
    return touches.isEmpty();
  }

  Stop first() {
    return isEmpty() ? Stop.NOWHERE : Stop.of(touches.get(0));
  }

  Stop last() {
    return isEmpty() ? Stop.NOWHERE : Stop.of(touches.get(touches.size() - 1));
  }

  /** The channels in order, as often as they come. */
  List<String> channels() {
    return touches.stream().map(touch -> Touch.known(touch.channel)).toList();
  }

  /** The different channels in alphabetical order. */
  List<String> channelSet() {
    return List.copyOf(new TreeSet<>(channels()));
  }

  /** Market of the last touch as far as known then. */
  String market() {
    return touches.get(touches.size() - 1).marketSoFar;
  }

  /** What each stop gets of an acquisition at an instant; a way of nothing goes nowhere. */
  Map<Stop, Parts> parts(long acquiredAt, double halfLife) {
    Map<Stop, Parts> stops = new LinkedHashMap<>();
    int n = touches.size();
    double[] decay = decay(acquiredAt, halfLife);
    List<String> channels = channels();
    Map<String, Integer> times = new HashMap<>();
    channels.forEach(channel -> times.merge(channel, 1, Integer::sum));
    for (int i = 0; i < n; i++) {
      Parts parts = stops.computeIfAbsent(Stop.of(touches.get(i)), stop -> new Parts());
      parts.linear += 1.0 / n;
      parts.timeDecay += decay[i];
      parts.positionBased += byPosition(i, n);
      parts.ofChannel += 1.0 / times.get(channels.get(i));
    }
    if (n == 0) {
      Parts all = stops.computeIfAbsent(Stop.NOWHERE, stop -> new Parts());
      all.linear = 1;
      all.timeDecay = 1;
      all.positionBased = 1;
    }
    return stops;
  }

  /** 2 to the power of minus the age in half-lives, scaled to 1 in all. */
  private double[] decay(long acquiredAt, double halfLife) {
    double[] weights = new double[touches.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double age = Math.max(0, acquiredAt - touches.get(i).start);
      weights[i] = Math.pow(2, -age / halfLife);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** 40 % to the first and the last, 20 % to those between; two share equally. */
  private static double byPosition(int place, int n) {
    if (n <= 2) {
      return 1.0 / n;
    }
    return place == 0 || place == n - 1 ? END : (1 - 2 * END) / (n - 2);
  }
}
