package giro.report;

import java.util.Comparator;
import java.util.List;

/** Under each chart, the same numbers as a table. */
record ChartTables(Wording words) {

  TableView funnel(Funnel funnel) {
    TableView.Builder table =
        TableView.of(
            "Funnel " + funnel.name() + ", each unit counted once, all cohorts",
            "Step",
            "Reached",
            "Of previous",
            "Of entry",
            "Still open",
            "Dropped",
            "Excluded");
    FunnelStep first = null;
    FunnelStep previous = null;
    for (FunnelStep step : funnel.steps()) {
      first = first == null ? step : first;
      table.row(
          step.number() + " " + step.name(),
          words.shown(step.reached()),
          previous == null ? "–" : Wording.shareOf(step.reached(), previous.reached()),
          Wording.shareOf(step.reached(), first.reached()),
          words.shown(step.open()),
          words.shown(step.dropped()),
          words.shown(step.excluded()));
      previous = step;
    }
    return table.build();
  }

  TableView moves(List<Move> moves) {
    TableView.Builder table =
        TableView.of(
            "Moves on the circle, all cohorts",
            "Move",
            "Kind",
            "Once per lap",
            "After acquisition",
            "Every move");
    moves.stream()
        .sorted(
            Comparator.comparing(Move::lapMoves, Comparator.nullsLast(Comparator.reverseOrder())))
        .forEach(
            move ->
                table.row(
                    move.from() + " → " + move.to(),
                    move.kind(),
                    words.shown(move.lapMoves()),
                    words.shown(move.lapMovesAfterAcquisition()),
                    words.shown(move.touchMoves())));
    return table.build();
  }

  TableView dropOffs(List<DropOff> dropOffs) {
    TableView.Builder table =
        TableView.of(
            "Laps by last moment, all cohorts; laps = dropped + lost + open + acquired",
            "Last moment",
            "Laps",
            "Dropped",
            "Share dropped",
            "95 % interval",
            "Known lost",
            "Still open",
            "Acquired");
    for (DropOff d : dropOffs) {
      table.row(
          d.lastMoment(),
          Wording.count(d.laps()),
          Wording.count(d.dropped()),
          Wording.shareOf(d.dropped(), d.laps()),
          Wording.shares(giro.model.measure.Wilson.interval(d.dropped(), d.laps())),
          Wording.count(d.lost()),
          Wording.count(d.open()),
          Wording.count(d.converted()));
    }
    return table.build();
  }

  TableView cohorts(List<CohortPoint> points) {
    TableView.Builder table =
        TableView.of(
            "Cumulative incidence by cohort month",
            "Pair and cohort",
            "Incidence",
            "95 % interval",
            "Followed, days",
            "Window, days",
            "Entered",
            "Still open");
    for (CohortPoint p : points) {
      table.row(
          p.from() + " → " + p.to() + ", " + Wording.month(p.cohortMonth()),
          p.incidence() == null ? words.withheld() : Wording.share(p.incidence()),
          Wording.shares(p.interval()),
          p.incidenceDays() == null ? "–" : Wording.days(p.incidenceDays()),
          p.windowDays() == null ? "–" : Wording.days(p.windowDays()),
          words.shown(p.entered()),
          words.shown(p.open()));
    }
    return table.build();
  }
}
