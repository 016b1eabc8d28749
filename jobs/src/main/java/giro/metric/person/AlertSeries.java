package giro.metric.person;

import java.util.ArrayList;
import java.util.List;

/** One series of {@code reputation_alerts}, with a place for each day. */
final class AlertSeries {
  final String market;
  final String model;
  final String what;
  final String subject;
  final long[] persons;
  final long[] voices;
  final double[] weights;
  final double[] reach;
  final double[] ratings;
  final double[] squares;

  AlertSeries(Cell cell, int days) {
    this.market = cell.key(ReputationAlerts.MARKET);
    this.model = cell.key(ReputationAlerts.MODEL);
    this.what = cell.key(ReputationAlerts.WHAT);
    this.subject = cell.key(ReputationAlerts.SUBJECT);
    this.persons = new long[days];
    this.voices = new long[days];
    this.weights = new double[days];
    this.reach = new double[days];
    this.ratings = new double[days];
    this.squares = new double[days];
  }

  void add(Cell cell, int day) {
    persons[day] += cell.persons();
    voices[day] += cell.count(ReputationAlerts.VOICES);
    weights[day] += cell.sum(ReputationAlerts.WEIGHTS);
    reach[day] += cell.sum(ReputationAlerts.REACH);
    ratings[day] += cell.sum(ReputationAlerts.RATINGS);
    squares[day] += cell.sum(ReputationAlerts.SQUARES);
  }

  /** Of the last {@code span} days up to and including the day. */
  static long sum(long[] values, int day, int span) {
    long sum = 0;
    for (int i = Math.max(0, day - span + 1); i <= day; i++) {
      sum += values[i];
    }
    return sum;
  }

  static double sum(double[] values, int day, int span) {
    double sum = 0;
    for (int i = Math.max(0, day - span + 1); i <= day; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** Unusual days that follow each other closely, as their first and last. */
  static List<int[]> episodes(boolean[] unusual, int quiet) {
    List<int[]> episodes = new ArrayList<>();
    for (int day = 0; day < unusual.length; day++) {
      if (!unusual[day]) {
        continue;
      }
      int[] last = episodes.isEmpty() ? null : episodes.get(episodes.size() - 1);
      if (last != null && day - last[1] <= quiet) {
        last[1] = day;
      } else {
        episodes.add(new int[] {day, day});
      }
    }
    return episodes;
  }
}
