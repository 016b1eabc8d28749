package giro.report;

import java.util.Comparator;
import java.util.List;

/** One sentence under each chart: what the other view cannot show. */
final class Sentences {
  private static final String NOTHING = "Nothing has been counted yet.";

  private Sentences() {}

  /** Where the line loses most units; null counts take part in no comparison. */
  static String underFunnel(Funnel funnel) {
    FunnelStep worst = null;
    FunnelStep before = null;
    long most = -1;
    for (int i = 1; i < funnel.steps().size(); i++) {
      FunnelStep a = funnel.steps().get(i - 1);
      FunnelStep b = funnel.steps().get(i);
      if (a.reached() != null && b.reached() != null && a.reached() > 0) {
        long gone = a.reached() - b.reached();
        if (gone > most) {
          most = gone;
          worst = b;
          before = a;
        }
      }
    }
    if (worst == null) {
      boolean isHidden = funnel.steps().stream().anyMatch(step -> step.reached() == null);
      return isHidden ? "Where most go no further is withheld here." : NOTHING;
    }
    return String.format(
        "%s of those at %s go no further, %s of them still open: the circle counts moves and"
            + " cannot show how deep each one came.",
        Wording.roundShare((double) most / before.reached()),
        MomentLook.of(before.name()).heading(),
        before.open() == null ? "an unknown number" : Wording.count(before.open()));
  }

  /** The most frequent move back, and how few laps keep the order of the line. */
  static String underRing(List<Move> moves, LapStarts starts) {
    Move back =
        moves.stream()
            .filter(move -> "backward".equals(move.kind()) && move.lapMoves() != null)
            .max(Comparator.comparing(Move::lapMoves))
            .orElse(null);
    if (back == null && moves.stream().anyMatch(move -> "backward".equals(move.kind()))) {
      return "How many laps go back is withheld here.";
    }
    if (back == null) {
      return moves.isEmpty() ? NOTHING : "No lap goes back: here the line hides nothing.";
    }
    String order =
        starts.linearOrderShare() == null
            ? ""
            : String.format(
                "; only %s of the %s laps with two or more moments keep the order of the line",
                Wording.roundShare(starts.linearOrderShare()),
                Wording.count(starts.lapsWithTwoMoments()));
    return String.format(
        "%s laps go back from %s to %s, which the funnel cannot show%s.",
        Wording.count(back.lapMoves()), back.from(), back.to(), order);
  }

  static String underDropOff(List<DropOff> dropOffs) {
    DropOff most = dropOffs.stream().max(Comparator.comparingLong(DropOff::dropped)).orElse(null);
    if (most == null || most.laps() == 0) {
      return NOTHING;
    }
    return String.format(
        "Most laps that dropped stood last at %s (%s); a funnel shows the furthest step and cannot"
            + " show that a lap had gone back before it ended.",
        most.lastMoment(), Wording.count(most.dropped()));
  }

  static String underCohorts(List<CohortPoint> points) {
    long open = points.stream().filter(CohortPoint::isStillOpen).count();
    return points.isEmpty()
        ? NOTHING
        : String.format(
            "Where a line is dashed (%s of %s points of all pairs) laps can still convert and it"
                + " can rise; the sums in the other charts mix old and young cohorts and cannot"
                + " show this.",
            Wording.count(open), Wording.count(points.size()));
  }

  static String underPairs() {
    return "A pair says which share gets from one moment to another and how many laps can still do so;"
        + " neither the line nor the circle shows the laps that are still open.";
  }
}
