package giro.report;

import giro.model.table.Restatements;
import giro.report.ReadChanges.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why counts are not what the night before said. */
final class ChangeSection {
  private static final Section.Title TITLE =
      new Section.Title(
          "changes",
          "Changed since last night",
          "Counts that are not what the night before said, each change by its first cause that is"
              + " true of a lap; causes sum to the change.");

  private static final int SEEN = 12;

  private ChangeSection() {}

  static Section section(Questions questions) {
    Section.Builder section = Section.of(TITLE);
    List<Change> changes = ReadChanges.changes(questions);
    List<Change> headlines =
        changes.stream().filter(change -> "headline".equals(change.table())).toList();
    List<Change> first = headlines.isEmpty() ? changes : headlines;
    LocalDate before = ReadChanges.nightBefore(questions);
    section.open(
        table("Since " + Wording.day(before), first.subList(0, Math.min(SEEN, first.size()))));
    if (!changes.isEmpty()) {
      section.caveat(sentence(changes));
    }
    if (changes.size() > SEEN || !headlines.isEmpty()) {
      section.folded(table("All changes that may be shown", changes));
    }
    return section.basis(questions.of(Restatements.NAME)).build();
  }

  private static String sentence(List<Change> changes) {
    Map<String, Integer> counts = new TreeMap<>();
    changes.forEach(change -> counts.merge(change.cause(), 1, Integer::sum));
    StringBuilder causes = new StringBuilder();
    counts.forEach(
        (cause, count) ->
            causes.append(causes.isEmpty() ? "" : ", ").append(cause).append(' ').append(count));
    return "Changed counts by cause: " + causes + ".";
  }

  private static TableView table(String caption, List<Change> changes) {
    TableView.Builder table =
        TableView.of(caption, "Figure", "Month", "Cause", "Before", "Now", "Change");
    for (Change change : changes) {
      table.row(
          change.figure(),
          change.cohort() == null ? "–" : Wording.month(change.cohort()),
          change.cause(),
          Wording.brief(change.before()),
          Wording.brief(change.now()),
          (change.change() > 0 ? "+" : "") + Wording.count(change.change()));
    }
    return table.build();
  }
}
