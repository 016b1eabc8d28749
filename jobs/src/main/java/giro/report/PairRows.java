package giro.report;

import giro.model.measure.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of conversion by pair, grouped by what kind of progress a pair measures. */
record PairRows(Wording words) {
  private static final String[][] GROUPS = {
    {"forward", "Forward"},
    {"milestone", "Milestones"},
    {"backward", "Back"},
    {"return", "Return in a later lap"}
  };

  /** Pairs of one kind. */
  record Group(String name, List<Line> pairs) {}

  /**
   * One pair, in words.
   *
   * @param basis the cohorts that the incidence stands for
   * @param bar where the interval lies on a scale from 0 to 100 %; null for none
   * @param matureDetail interval and denominator of the mature rate
   */
  record Line(
      MomentLook from,
      MomentLook to,
      String incidence,
      String interval,
      String basis,
      Bar bar,
      String entered,
      String converted,
      String lost,
      String open,
      String openShare,
      String dropped,
      String mature,
      String matureDetail) {}

  /** Places on a scale of 0 to 100, with one decimal. */
  record Bar(String left, String width, String value, String color) {}

  List<Group> groups(List<PairConversion> pairs) {
    List<Group> groups = new ArrayList<>();
    for (String[] group : GROUPS) {
      List<Line> lines =
          pairs.stream().filter(pair -> group[0].equals(pair.kind())).map(this::line).toList();
      if (!lines.isEmpty()) {
        groups.add(new Group(group[1], lines));
      }
    }
    return groups;
  }

  private Line line(PairConversion pair) {
    PairIncidence incidence = pair.incidence();
    String missing = pair.entered() == null ? words.withheld() : "–";
    return new Line(
        MomentLook.of(pair.from()),
        MomentLook.of(pair.to()),
        incidence == null ? missing : Wording.share(incidence.value()),
        incidence == null ? "" : Wording.shares(incidence.interval()),
        basis(incidence),
        bar(pair),
        Wording.brief(pair.entered()),
        Wording.brief(pair.converted()),
        Wording.brief(pair.lost()),
        Wording.brief(pair.open()),
        pair.open() == null ? "" : Wording.shareOf(pair.open(), pair.entered()),
        Wording.brief(pair.dropped()),
        mature(pair),
        matureDetail(pair));
  }

  private static String matureDetail(PairConversion pair) {
    Interval interval = pair.matureInterval();
    return interval == null
        ? ""
        : Wording.shares(interval) + ", of " + Wording.count(pair.matureEntered());
  }

  private static String basis(PairIncidence incidence) {
    if (incidence == null) {
      return "";
    }
    if (incidence.cohortMonth() == null) {
      return "all cohorts";
    }
    String days = incidence.days() == null ? "" : ", " + Wording.days(incidence.days()) + " days";
    return "cohort " + Wording.month(incidence.cohortMonth()) + days;
  }

  private static Bar bar(PairConversion pair) {
    PairIncidence incidence = pair.incidence();
    if (incidence == null) {
      return null;
    }
    Interval interval =
        incidence.interval() != null
            ? incidence.interval()
            : new Interval(incidence.value(), incidence.value());
    return new Bar(
        percent(interval.low()),
        percent(Math.max(0.004, interval.high() - interval.low())),
        percent(incidence.value()),
        "backward".equals(pair.kind()) ? MomentLook.RED : MomentLook.of(pair.from()).color());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", share * 100);
  }

  private static String mature(PairConversion pair) {
    if (pair.matureEntered() == null || pair.matureConverted() == null) {
      return "–";
    }
    return pair.matureEntered() == 0
        ? "none mature yet"
        : Wording.shareOf(pair.matureConverted(), pair.matureEntered());
  }
}
