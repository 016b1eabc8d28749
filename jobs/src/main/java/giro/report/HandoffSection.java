package giro.report;

import giro.report.ReadHandoffs.Handoff;
import java.util.Comparator;
import java.util.List;

/** Hand-offs between departments: where people get lost between two of them. */
record HandoffSection(Wording words) {
  private static final Section.Title TITLE =
      new Section.Title(
          "hand-offs",
          "Hand-offs between departments",
          "Two neighbouring contacts of one lap with different departments. In a cell: share dropped"
              + " after it, of those old enough to tell, and all hand-offs. A drop that follows a"
              + " hand-off need not come of it.");

  Section section(Questions questions) {
    List<Handoff> handoffs = ReadHandoffs.handoffs(questions);
    Section.Builder section = Section.of(TITLE);
    if (!handoffs.isEmpty()) {
      section
          .picture(HandoffMap.draw(handoffs), sentence(handoffs))
          .basis(ReadHandoffs.rows(questions))
          .folded(table(handoffs));
    }
    return section.build();
  }

  private static String sentence(List<Handoff> handoffs) {
    long all = sum(handoffs);
    long planned = sum(handoffs.stream().filter(Handoff::isExpected).toList());
    Handoff worst =
        handoffs.stream()
            .filter(h -> h.dropped() != null)
            .max(Comparator.comparing(Handoff::dropped))
            .orElse(null);
    if (worst == null || all == 0) {
      return "Every hand-off is withheld so far.";
    }
    String most =
        worst.dropped() == 0
            ? ""
            : String.format(
                "; most people get lost from %s to %s (%s of %s)",
                HandoffMap.name(worst.from()),
                HandoffMap.name(worst.to()),
                Wording.count(worst.dropped()),
                Wording.brief(worst.mature()));
    return String.format(
        "%s of the hand-offs shown here take a planned way%s.",
        Wording.roundShare((double) planned / all), most);
  }

  private static long sum(List<Handoff> handoffs) {
    return handoffs.stream().mapToLong(h -> h.count() == null ? 0 : h.count()).sum();
  }

  private TableView table(List<Handoff> handoffs) {
    TableView.Builder table =
        TableView.of(
            "Hand-offs, most frequent first; repeated: the person had to make contact again",
            "From → to",
            "Planned",
            "Hand-offs",
            "Repeated",
            "Old enough",
            "Dropped after",
            "Share dropped",
            "Median wait, business hours");
    handoffs.stream()
        .sorted(
            Comparator.comparing(Handoff::count, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Handoff::from)
                .thenComparing(Handoff::to))
        .forEach(
            h ->
                table.row(
                    HandoffMap.name(h.from()) + " → " + HandoffMap.name(h.to()),
                    h.isExpected() ? "yes" : "no",
                    words.shown(h.count()),
                    Wording.brief(h.repeated()),
                    Wording.brief(h.mature()),
                    Wording.brief(h.dropped()),
                    h.droppedShare() == null ? "–" : Wording.share(h.droppedShare()),
                    h.businessHours() == null ? "–" : Wording.days(h.businessHours())));
    return table.build();
  }
}
