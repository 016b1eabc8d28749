package giro.report;

import giro.report.ReadReputation.Alert;
import giro.report.ReadReputation.Standing;
import java.util.List;
import java.util.Locale;

/** How models stand in public, and what was unusual of late. */
final class ReputationSection {
  private static final Section.Title TITLE =
      new Section.Title(
          "reputation",
          "Reputation and alerts",
          "Public ratings, 1 to 5, small groups drawn toward their market. Models whose intervals"
              + " overlap share a rank. An alert: more negative voices, lower ratings or more of a"
              + " topic than the past explains, or a place never heard of.");

  private static final int ALERTS = 8;

  private ReputationSection() {}

  static Section section(Questions questions) {
    Section.Builder section = Section.of(TITLE);
    List<Standing> standings = ReadReputation.standings(questions);
    List<Alert> alerts = ReadReputation.alerts(questions);
    if (!standings.isEmpty()) {
      section.picture(draw(standings), sentence(standings)).folded(table(standings));
    }
    section
        .open(alerts("Latest alerts", alerts.subList(0, Math.min(ALERTS, alerts.size()))))
        .basis("Ratings", questions.of(ReadReputation.TABLE))
        .basis("Alerts", questions.of(ReadReputation.ALERTS));
    if (alerts.isEmpty()) {
      boolean isHidden = !questions.of(ReadReputation.ALERTS).all().isEmpty();
      section.caveat(isHidden ? "No alert may be shown." : "There is no alert.");
    }
    if (alerts.size() > ALERTS) {
      section.folded(alerts("All alerts that are read", alerts));
    }
    return section.build();
  }

  private static String draw(List<Standing> standings) {
    List<Dots.Dot> dots =
        standings.stream()
            .map(
                standing ->
                    new Dots.Dot(
                        standing.model(), standing.shrunk(), null, remark(standing), "#8e4aa0"))
            .toList();
    Dots.Scale scale = new Dots.Scale(1, 5, Double.NaN, ReputationSection::two);
    return Dots.draw("standing", "Shrunk rating by model", dots, scale);
  }

  private static String remark(Standing standing) {
    String rank = standing.rank() == null ? "" : "rank " + standing.rank() + ", ";
    return rank + Wording.brief(standing.rated()) + " ratings";
  }

  private static String sentence(List<Standing> standings) {
    long first =
        standings.stream().filter(standing -> Long.valueOf(1).equals(standing.rank())).count();
    String tie =
        first > 1
            ? String.format(
                "%s of %s models share the first rank: their ratings cannot be told apart.",
                first, standings.size())
            : String.format("%s stands first.", standings.get(0).model());
    return "Rating to date on each model’s latest day with reviews. " + tie;
  }

  private static TableView table(List<Standing> standings) {
    TableView.Builder table =
        TableView.of(
            "Standing by model, all markets",
            "Model",
            "Rank",
            "Shrunk rating",
            "Mean",
            "Ratings",
            "Latest day");
    for (Standing standing : standings) {
      boolean isTied =
          standing.rank() != null
              && standings.stream().filter(s -> standing.rank().equals(s.rank())).count() > 1;
      table.row(
          standing.model(),
          standing.rank() == null ? "–" : standing.rank() + (isTied ? " (tied)" : ""),
          two(standing.shrunk()),
          standing.mean() == null ? "–" : two(standing.mean()),
          Wording.brief(standing.rated()),
          Wording.day(standing.date()));
    }
    return table.build();
  }

  private static TableView alerts(String caption, List<Alert> alerts) {
    TableView.Builder table =
        TableView.of(caption, "Began", "What", "Where", "Voices", "Highest score", "Latest day");
    for (Alert alert : alerts) {
      String subject = alert.subject().isEmpty() ? "" : ": " + alert.subject();
      table.row(
          Wording.day(alert.date()),
          alert.kind().replace('_', ' ') + subject,
          alert.place(),
          Wording.brief(alert.voices()),
          alert.score() == null ? "–" : two(alert.score()),
          Wording.day(alert.lastDate()));
    }
    return table.build();
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
