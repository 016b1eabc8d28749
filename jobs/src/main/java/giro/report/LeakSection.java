package giro.report;

import giro.report.ReadLeaks.Leak;
import java.util.List;

/** Known losses: why, to whom, and after which moment. */
record LeakSection(Wording words) {
  private static final Section.Title TITLE =
      new Section.Title(
          "leakage",
          "Known losses",
          "Laps known to be lost, over the laps at risk of it. What nobody reported is not here:"
              + " losses are a lower bound.");

  private static final String COLOR = "#c67d16";
  private static final int COMPETITORS = 10;

  Section section(Questions questions) {
    Section.Builder section = Section.of(TITLE);
    Leak all = ReadLeaks.all(questions);
    List<Leak> reasons = ReadLeaks.byReason(questions);
    List<Leak> competitors = ReadLeaks.byCompetitor(questions);
    if (all != null && all.lost() != null) {
      add(section, "leak-reasons", "Lost laps by reason", reasons, sentence(all));
      add(
          section,
          "leak-competitors",
          "Lost laps by who won",
          competitors.subList(0, Math.min(COMPETITORS, competitors.size())),
          "Where they went, as far as anybody wrote it down.");
    }
    return section
        .basis(questions.of(ReadLeaks.TABLE))
        .folded(moments(ReadLeaks.byMoment(questions)))
        .folded(table("Lost laps by reason", "Reason", reasons))
        .folded(table("Lost laps by who won", "Won by", competitors))
        .build();
  }

  private static void add(
      Section.Builder section, String id, String title, List<Leak> leaks, String sentence) {
    List<CountBars.Bar> bars =
        leaks.stream()
            .map(leak -> new CountBars.Bar(name(leak), leak.lost(), "", Paint.fill(COLOR)))
            .toList();
    if (!bars.isEmpty()) {
      section.picture(CountBars.draw(id, title, bars), sentence);
    }
  }

  private static String name(Leak leak) {
    return leak.name().replace('_', ' ');
  }

  private static String sentence(Leak all) {
    return String.format(
        "%s of %s laps at risk are known lost (%s); %s ended without a word, and of them it is not"
            + " known where to.",
        Wording.count(all.lost()),
        Wording.brief(all.atRisk()),
        Wording.shareOf(all.lost(), all.atRisk()),
        Wording.brief(all.dropped()));
  }

  private TableView moments(List<Leak> moments) {
    TableView.Builder table =
        TableView.of(
            "By the last moment before the loss",
            "Moment",
            "Laps at risk",
            "Known lost",
            "Share lost",
            "Ended without a word");
    for (Leak leak : moments) {
      table.row(
          leak.name(),
          words.shown(leak.atRisk()),
          Wording.brief(leak.lost()),
          leak.share() == null ? "–" : Wording.share(leak.share()),
          Wording.brief(leak.dropped()));
    }
    return table.build();
  }

  private TableView table(String caption, String header, List<Leak> leaks) {
    TableView.Builder table = TableView.of(caption, header, "Known lost", "Share lost");
    for (Leak leak : leaks) {
      table.row(
          name(leak),
          words.shown(leak.lost()),
          leak.share() == null ? "–" : Wording.share(leak.share()));
    }
    return table.build();
  }
}
