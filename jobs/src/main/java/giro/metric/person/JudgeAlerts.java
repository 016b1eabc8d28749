package giro.metric.person;

import giro.metric.Combinations;
import giro.model.measure.FallingMean;
import giro.model.measure.Quantile;
import giro.model.measure.UnusualVolume;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the alerts of each series of days. */
final class JudgeAlerts {
  /** Longest span of days that {@link UnusualVolume} judges together. */
  private static final int SPAN = 3;

  /** A voice of twice the usual weight is nothing unusual. */
  private static final double SPREAD = 1.5;

  private final AlertSettings settings;
  private final long firstDay;
  private final double unit;

  /** First day on which a place is heard anywhere. */
  private final Map<String, Integer> placesHeard = new HashMap<>();

  JudgeAlerts(AlertSettings settings, long firstDay, Collection<AlertSeries> series) {
    this.settings = settings;
    this.firstDay = firstDay;
    this.unit = unit(series);
    for (AlertSeries each : series) {
      if (each.what.equals(ReputationAlerts.NEW_PLACE)) {
        placesHeard.merge(each.subject, firstHeard(each), Math::min);
      }
    }
  }

  /** What a negative voice weighs, over all markets and models. */
  private static double unit(Collection<AlertSeries> series) {
    for (AlertSeries each : series) {
      if (each.what.equals(ReputationAlerts.NEGATIVE_VOLUME)
          && each.market.equals(Combinations.ALL)
          && each.model.equals(Combinations.ALL)) {
        double[] weights = new double[each.voices.length];
        int n = 0;
        for (int day = 0; day < weights.length; day++) {
          if (each.voices[day] > 0) {
            weights[n++] = each.reach[day] / each.weights[day];
          }
        }
        double[] sorted = Arrays.copyOf(weights, n);
        Arrays.sort(sorted);
        return SPREAD * Quantile.median(sorted);
      }
    }
    return 1;
  }

  void judge(AlertSeries series, List<GoldRow> rows) {
    switch (series.what) {
      case ReputationAlerts.NEGATIVE_VOLUME -> volume(series, series.weights, unit, rows);
      case ReputationAlerts.RISING_TOPIC -> {
        double[] voices = Arrays.stream(series.voices).asDoubleStream().toArray();
        volume(series, voices, 1, rows);
      }
      case ReputationAlerts.FALLING_RATING -> falling(series, rows);
      default -> place(series, rows);
    }
  }

  private void volume(AlertSeries series, double[] values, double unit, List<GoldRow> rows) {
    UnusualVolume.Day[] days =
        new UnusualVolume(settings.past(), settings.leastPast(), settings.limit())
            .judge(values, UnusualVolume.unit(unit, values.length));
    boolean[] unusual = new boolean[values.length];
    double[] scores = new double[values.length];
    for (int day = 0; day < values.length; day++) {
      scores[day] = days[day].score();
      unusual[day] =
          days[day].isUnusual()
              && AlertSeries.sum(series.voices, day, SPAN) >= settings.leastVoices();
    }
    for (int[] episode : AlertSeries.episodes(unusual, settings.quiet())) {
      int day = episode[0];
      rows.add(
          row(series, episode, SPAN)
              .set("volume", values[day])
              .set("baseline", days[day].baseline())
              .set("score", scores[day])
              .set("peak_score", peak(scores, episode)));
    }
  }

  private void falling(AlertSeries series, List<GoldRow> rows) {
    FallingMean.Day[] days =
        new FallingMean(settings.ratingDays(), settings.fallLimit())
            .judge(series.voices, series.ratings, series.squares);
    boolean[] unusual = new boolean[days.length];
    double[] scores = new double[days.length];
    for (int day = 0; day < days.length; day++) {
      unusual[day] = days[day].isUnusual();
      scores[day] = days[day].score();
    }
    for (int[] episode : AlertSeries.episodes(unusual, settings.ratingDays())) {
      int day = episode[0];
      int regained = regained(days, episode);
      boolean isOpen = regained == days.length;
      rows.add(
          row(series, episode, settings.ratingDays())
              .set("regained_date", isOpen ? null : date(regained))
              .set("days_to_regain", isOpen ? null : (Double) (double) (regained - day))
              .set("days_open", isOpen ? (Double) (double) (days.length - 1 - day) : null)
              .set("volume", days[day].mean())
              .set("baseline", days[day].before())
              .set("score", scores[day])
              .set("peak_score", peak(scores, episode)));
    }
  }

  /**
   * The first day after the fall on which the mean of the last weeks is back at what it fell from;
   * the end of the series where it is not. The level is that of the fall's first day: the year
   * before a later day holds the fall itself.
   */
  private static int regained(FallingMean.Day[] days, int[] episode) {
    double level = days[episode[0]].before();
    int day = episode[1] + 1;
    while (day < days.length && (days[day].mean() == null || days[day].mean() < level)) {
      day++;
    }
    return day;
  }

  /** Where a place was heard first, and over all markets; not while listening itself is new. */
  private void place(AlertSeries series, List<GoldRow> rows) {
    int day = firstHeard(series);
    if (day < settings.leastPast() || day > placesHeard.get(series.subject)) {
      return;
    }
    rows.add(
        row(series, new int[] {day, day}, 1)
            .set("volume", (double) series.voices[day])
            .set("baseline", 0.0));
  }

  private static int firstHeard(AlertSeries series) {
    int day = 0;
    while (series.voices[day] == 0) {
      day++;
    }
    return day;
  }

  private static double peak(double[] scores, int[] episode) {
    return Arrays.stream(scores, episode[0], episode[1] + 1).max().orElseThrow();
  }

  private GoldRow row(AlertSeries series, int[] episode, int span) {
    int day = episode[0];
    return new GoldRow(ReputationAlerts.CONTRACT)
        .set("date", date(day))
        .set("market", series.market)
        .set("model", series.model)
        .set("kind", series.what)
        .set("subject", series.subject)
        .set("last_date", date(episode[1]))
        .set("persons", AlertSeries.sum(series.persons, day, span))
        .set("voices", AlertSeries.sum(series.voices, day, span))
        .set(
            "reach",
            series.what.equals(ReputationAlerts.NEGATIVE_VOLUME)
                ? AlertSeries.sum(series.reach, day, span)
                : null);
  }

  private String date(int day) {
    return Calendar.day((firstDay + day) * Calendar.DAY);
  }
}
