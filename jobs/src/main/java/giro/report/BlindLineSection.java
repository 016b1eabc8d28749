package giro.report;

import giro.report.ReadBlindLine.Reason;
import java.util.ArrayList;
import java.util.List;

/** Where the line is blind: every person once, by why the linear funnel sees the person or not. */
record BlindLineSection(Wording words) {
  private static final Section.Title TITLE =
      new Section.Title(
          "blind-line",
          "Where the line is blind",
          "The same people by the line and by the circle: every person once, with the first reason"
              + " that is true; reasons sum to all persons.");

  private static final String[][] FACTS = {
    {ReadBlindLine.OVER_DEVICES, "Persons a count by device has twice"},
    {ReadBlindLine.OVER_CHANNELS, "Persons the channels’ own counts have twice"},
    {ReadBlindLine.STAYED, "Persons with a touch after their first acquisition"},
    {ReadBlindLine.AFTER, "Those touches"},
    {ReadBlindLine.ACQUISITIONS, "Acquisitions of these persons"},
    {ReadBlindLine.BROUGHT, "Acquisitions after reading what another customer wrote"}
  };

  private static final int HEIGHT = 34;

  Section section(Questions questions) {
    List<Reason> reasons = ReadBlindLine.reasons(questions);
    Section.Builder section = Section.of(TITLE);
    if (!reasons.isEmpty()) {
      section
          .picture(draw(reasons), sentence(reasons))
          .open(facts(reasons))
          .basis(questions.of(ReadBlindLine.TABLE))
          .folded(table(reasons));
    }
    return section.build();
  }

  private static long all(List<Reason> reasons) {
    return reasons.stream().mapToLong(r -> r.persons() == null ? 0 : r.persons()).sum();
  }

  private static String draw(List<Reason> reasons) {
    long all = all(reasons);
    List<CountBars.Bar> bars = new ArrayList<>();
    for (Reason reason : reasons) {
      ReasonLook look = reason.look();
      String share = reason.persons() == null || all == 0 ? "" : share(reason.persons(), all);
      Paint paint = Paint.fill(look.color());
      bars.add(new CountBars.Bar(look.english(), reason.persons(), share, paint));
    }
    int height = HEIGHT + 18 + CountBars.height(bars);
    String title = "All persons by why the line sees them or not";
    Svg svg = Svg.open("blind", CountBars.WIDTH, height, title, CountBars.description(bars));
    double x = 0;
    for (Reason reason : reasons) {
      if (reason.persons() != null && all > 0) {
        double length = (double) CountBars.WIDTH * reason.persons() / all;
        Paint paint = Paint.fill(reason.look().color()).outlined("#ffffff", 1.5);
        svg.rect(x, 0, length, HEIGHT, paint.named("part"));
        x += length;
      }
    }
    CountBars.drawInto(svg, HEIGHT + 18, bars);
    return svg.close();
  }

  private static String share(long part, long whole) {
    return Wording.roundShare((double) part / whole);
  }

  private static String sentence(List<Reason> reasons) {
    long all = all(reasons);
    long seen = sum(reasons, true);
    long unseen = sum(reasons, false);
    boolean hides = reasons.stream().anyMatch(r -> r.look().isAcquired() && r.persons() == null);
    return String.format(
        "Of the %s persons counted here the line sees %s acquire; %s%s acquired without it seeing"
            + " how, and the other %s are one leak to it: still under way, back, elsewhere or"
            + " gone.",
        Wording.count(all),
        Wording.count(seen),
        hides ? "at least " : "",
        Wording.count(unseen),
        Wording.count(all - seen - unseen));
  }

  private static long sum(List<Reason> reasons, boolean isSeen) {
    return all(
        reasons.stream()
            .filter(r -> r.look().isAcquired() && r.look().isSeen() == isSeen)
            .toList());
  }

  private static TableView facts(List<Reason> reasons) {
    TableView.Builder table =
        TableView.of(
            "Facts of the same persons that the line cannot see; they overlap and add up to"
                + " nothing. Over the reasons that are shown",
            "Fact",
            "Count");
    for (String[] fact : FACTS) {
      long sum = 0;
      for (Reason reason : reasons) {
        Long count = reason.facts().count(fact[0]);
        sum += count == null ? 0 : count;
      }
      table.row(fact[1], Wording.count(sum));
    }
    return table.build();
  }

  private TableView table(List<Reason> reasons) {
    long all = all(reasons);
    TableView.Builder table =
        TableView.of(
            "Persons by the first reason that is true",
            "Reason",
            "Persons",
            "Share",
            "Twice over devices",
            "Twice over channels",
            "Stayed after purchase");
    for (Reason reason : reasons) {
      table.row(
          reason.label().isEmpty() ? reason.look().english() : reason.label(),
          words.shown(reason.persons()),
          Wording.shareOf(reason.persons(), all),
          Wording.brief(reason.facts().count(ReadBlindLine.OVER_DEVICES)),
          Wording.brief(reason.facts().count(ReadBlindLine.OVER_CHANNELS)),
          Wording.brief(reason.facts().count(ReadBlindLine.STAYED)));
    }
    return table.build();
  }
}
