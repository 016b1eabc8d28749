package giro.report;

import giro.report.ReadDealers.Dealer;
import giro.report.ReadDealers.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Leads of dealers: how far they get, why they are lost, and dealer by dealer. */
record DealerSection(Wording words) {
  private static final Section.Title TITLE =
      new Section.Title(
          "dealers",
          "Leads at dealers",
          "Leads and what followed them in the same lap; a lead counts in each step it had. What"
              + " the dealer does not write down is not seen.");

  private static final String STEP_COLOR = "#5b6b7d";
  private static final String LOST_COLOR = "#c67d16";

  /** More dealers than this would make the page long; the table has them all. */
  private static final int DEALERS = 60;

  Section section(Questions questions) {
    Section.Builder section = Section.of(TITLE);
    Dealer all = ReadDealers.all(questions);
    List<Dealer> dealers = ReadDealers.dealers(questions);
    if (all != null) {
      section.picture(steps(all), steps(all, dealers));
      if (all.count(ReadDealers.LOST) != null && all.count(ReadDealers.LOST) > 0) {
        section.picture(losses(all), underLosses(all));
      }
      section.folded(stepTable(all));
    }
    return section.basis(questions.of(ReadDealers.TABLE)).folded(dealerTable(dealers)).build();
  }

  private static String steps(Dealer all) {
    List<CountBars.Bar> bars = new ArrayList<>();
    Long leads = all.count(ReadDealers.LEADS);
    for (Step step : ReadDealers.STEPS) {
      Long count = all.count(step.column());
      String share = step.column().equals(ReadDealers.LEADS) ? "" : of(count, leads);
      bars.add(bar(step, count, share, STEP_COLOR));
    }
    return CountBars.draw("dealer-steps", "Leads by what followed them", bars);
  }

  private static String losses(Dealer all) {
    Long lost = all.count(ReadDealers.LOST);
    List<CountBars.Bar> bars =
        ReadDealers.REASONS.stream()
            .filter(reason -> all.count(reason.column()) == null || all.count(reason.column()) > 0)
            .sorted(
                Comparator.comparing(
                    (Step reason) -> all.count(reason.column()),
                    Comparator.nullsLast(Comparator.reverseOrder())))
            .map(
                reason -> {
                  Long count = all.count(reason.column());
                  return bar(reason, count, of(count, lost), LOST_COLOR);
                })
            .toList();
    return CountBars.draw("dealer-losses", "Lost leads by reason", bars);
  }

  private static CountBars.Bar bar(Step step, Long count, String remark, String color) {
    return new CountBars.Bar(step.english(), count, remark, Paint.fill(color));
  }

  private static String of(Long part, Long whole) {
    return part == null || whole == null || whole == 0
        ? ""
        : Wording.roundShare((double) part / whole);
  }

  private static String steps(Dealer all, List<Dealer> dealers) {
    String hours =
        all.businessHours() == null
            ? ""
            : String.format(
                "; half of those contacted wait at most %s business hours",
                Wording.days(all.businessHours()));
    return String.format(
        "%s of %s leads are ordered%s. Shares are of all leads; a step may be skipped, so a"
            + " later bar can be longer. %s dealers are in the table.",
        Wording.brief(all.count(ReadDealers.ORDERS)),
        Wording.brief(all.count(ReadDealers.LEADS)),
        hours,
        Wording.count(dealers.size()));
  }

  private static String underLosses(Dealer all) {
    return String.format(
        "%s leads are known lost (%s), here by the reason written down; young leads can"
            + " still be lost or won, and losses nobody writes down are missing.",
        Wording.count(all.count(ReadDealers.LOST)),
        Wording.shareOf(all.count(ReadDealers.LOST), all.count(ReadDealers.LEADS)));
  }

  private TableView stepTable(Dealer all) {
    TableView.Builder table =
        TableView.of("All dealers: leads by step and by reason of loss", "Leads", "Count", "Share");
    Long leads = all.count(ReadDealers.LEADS);
    for (Step step : ReadDealers.STEPS) {
      Long count = all.count(step.column());
      table.row(step.english(), words.shown(count), Wording.shareOf(count, leads));
    }
    Long lost = all.count(ReadDealers.LOST);
    table.row("Lost", words.shown(lost), Wording.shareOf(lost, leads));
    for (Step reason : ReadDealers.REASONS) {
      Long count = all.count(reason.column());
      table.row("Lost: " + reason.english(), words.shown(count), Wording.shareOf(count, lost));
    }
    return table.build();
  }

  private static TableView dealerTable(List<Dealer> dealers) {
    TableView.Builder table =
        TableView.of(
            "By dealer, most leads first; shares are of the dealer’s leads"
                + (dealers.size() > DEALERS ? ", the first " + DEALERS : ""),
            "Dealer",
            "Leads",
            "Contacted",
            "Ordered",
            "Delivered",
            "Lost",
            "Business hours to contact");
    for (Dealer dealer : dealers.subList(0, Math.min(DEALERS, dealers.size()))) {
      Long leads = dealer.count(ReadDealers.LEADS);
      table.row(
          dealer.name(),
          Wording.brief(leads),
          withShare(dealer.count(ReadDealers.CONTACTED), leads),
          withShare(dealer.count(ReadDealers.ORDERS), leads),
          Wording.brief(dealer.count(ReadDealers.DELIVERIES)),
          withShare(dealer.count(ReadDealers.LOST), leads),
          dealer.businessHours() == null ? "–" : Wording.days(dealer.businessHours()));
    }
    return table.build();
  }

  private static String withShare(Long part, Long whole) {
    String share = of(part, whole);
    return Wording.brief(part) + (share.isEmpty() ? "" : " (" + share + ")");
  }
}
