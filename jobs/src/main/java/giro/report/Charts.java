package giro.report;

import giro.model.table.CircleOverview;
import giro.model.table.DropoffOverview;
import giro.model.table.FunnelOverview;
import giro.model.table.MomentConversion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The charts of line and circle: picture, sentence, and the same numbers as a table. */
record Charts(Wording words) {

  /** One section with a chart. */
  record Chart(
      String id,
      String name,
      String subtitle,
      String svg,
      String sentence,
      String caveat,
      TableView table) {}

  Chart circle(PageTables tables) {
    List<Move> moves = tables.moves();
    return new Chart(
        "circle",
        "The circle: who moves where next",
        "Moves between moments, each once per lap. Width is moves, dashed red goes back. Smaller"
            + " moves and stays in one moment are in the table.",
        RingChart.draw(moves),
        Sentences.underRing(moves, tables.starts()),
        caveat(tables, CircleOverview.NAME),
        new ChartTables(words).moves(moves));
  }

  Chart dropOff(PageTables tables) {
    return new Chart(
        "drop-off",
        "Drop-off by last moment",
        "Where laps stood before the acquisition, the loss or now; share dropped with its 95 %"
            + " interval.",
        DropOffBars.draw(tables.dropOffs()),
        Sentences.underDropOff(tables.dropOffs()),
        caveat(tables, DropoffOverview.NAME),
        new ChartTables(words).dropOffs(tables.dropOffs()));
  }

  Chart byCohort(PageTables tables) {
    return new Chart(
        "by-cohort",
        "Conversion by cohort month",
        "Cumulative incidence with 95 % interval. Dashed: the window is not over, it can rise.",
        CohortLines.draw(tables.cohorts()),
        Sentences.underCohorts(tables.cohorts()),
        caveat(tables, MomentConversion.NAME),
        new ChartTables(words).cohorts(tables.cohorts()));
  }

  /** The linear funnel, or the first that is configured. */
  Chart line(PageTables tables) {
    Funnel line =
        tables.funnels().isEmpty() ? new Funnel("linear", List.of()) : tables.funnels().get(0);
    return funnel("line", "The line: who gets how far", line, tables);
  }

  Chart funnel(PageTables tables, String name) {
    Funnel funnel =
        tables.funnels().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElse(new Funnel(name, List.of()));
    return funnel(FunnelBars.id(funnel) + "-section", "Funnel: " + name, funnel, tables);
  }

  private Chart funnel(String id, String name, Funnel funnel, PageTables tables) {
    return new Chart(
        id,
        name,
        "Deepest step in order within the window, each counted once. Striped: can still go on.",
        FunnelBars.draw(funnel, words),
        Sentences.underFunnel(funnel),
        caveat(tables, FunnelOverview.NAME),
        new ChartTables(words).funnel(funnel));
  }

  /** Where laps begin, in the colour of the moment. */
  Map<String, Object> starts(PageTables tables) {
    LapStarts starts = tables.starts();
    List<Map<String, String>> moments =
        List.of("STIMULUS", "ZMOT", "FMOT", "SMOT", "UMOT").stream()
            .filter(moment -> starts.entriesByMoment().containsKey(moment))
            .map(moment -> start(moment, starts))
            .toList();
    Map<String, Object> view = new HashMap<>();
    view.put("starts", moments);
    view.put("hasLaps", starts.laps() > 0);
    view.put("lapCount", Wording.count(starts.laps()));
    return view;
  }

  private static Map<String, String> start(String moment, LapStarts starts) {
    long laps = starts.entriesByMoment().get(moment);
    return Map.of(
        "name", moment,
        "color", MomentLook.of(moment).color(),
        "laps", Wording.count(laps),
        "share", Wording.shareOf(laps, starts.laps()));
  }

  Map<String, Object> pairs(PageTables tables) {
    return Map.of(
        "groups", new PairRows(words).groups(tables.pairs()),
        "pairSentence", Sentences.underPairs(),
        "pairCaveat", caveat(tables, MomentConversion.NAME));
  }

  private static String caveat(PageTables tables, String table) {
    return tables.markedRows().getOrDefault(table, new MarkedRows(0, 0)).caveat();
  }
}
