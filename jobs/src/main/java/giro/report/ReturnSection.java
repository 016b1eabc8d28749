package giro.report;

import giro.report.ReadReturns.Tenure;
import java.util.List;

/** When owners come back: the rate of next research laps by months of ownership. */
record ReturnSection(Wording words) {
  private static final Section.Title TITLE =
      new Section.Title(
          "return-by-tenure",
          "When owners come back",
          "Of the ownerships that began a month without a next lap, the share that opened one in"
              + " it. A good or bad experience goes with the return and need not cause it.");

  Section section(Questions questions) {
    Section.Builder section = Section.of(TITLE);
    List<Tenure> months = ReadReturns.byMonth(questions);
    if (months.stream().anyMatch(month -> month.hazard() != null)) {
      section.picture(
          HazardCurve.draw("tenure-curve", "Share coming back by month of ownership", months),
          sentence(months));
      section.folded(table(months));
    }
    return section.basis(ReadReturns.rows(questions)).build();
  }

  private static String sentence(List<Tenure> months) {
    long returned = 0;
    for (Tenure month : months) {
      returned += month.returned() == null ? 0 : month.returned();
    }
    return String.format(
        "%s returns in the months that are shown, with 95 %% intervals; few cars are old yet, so"
            + " late months rest on few of them. The line ends at the purchase and cannot show it.",
        Wording.count(returned));
  }

  private TableView table(List<Tenure> months) {
    TableView.Builder table =
        TableView.of(
            "By month of ownership",
            "Month",
            "At risk",
            "Came back",
            "Share",
            "95 % interval",
            "Acquired");
    for (Tenure month : months) {
      table.row(
          String.valueOf(month.month()),
          words.shown(month.atRisk()),
          Wording.brief(month.returned()),
          month.hazard() == null ? "–" : Wording.share(month.hazard()),
          Wording.shares(month.interval()),
          Wording.brief(month.acquired()));
    }
    return table.build();
  }
}
