package giro.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the numbers rest on, source by source, as a table and a few sentences. */
final class DataBasis {
  /** One share in words, with what it is a share of. */
  record Health(String value, String what, String detail) {}

  private DataBasis() {}

  static TableView sources(List<SourceLine> lines) {
    TableView.Builder table =
        TableView.of(
            "By source; landing counts are of the last 30 nights",
            "Source",
            "Rows read",
            "Rejected",
            "Duplicates",
            "Late",
            "Nights without a file",
            "Touches with a person",
            "Matched by no rule");
    for (SourceLine line : lines) {
      SourceLine.Landing landing = line.landing();
      table.row(
          PageTables.ALL.equals(line.source()) ? "All sources" : line.source(),
          landing == null ? "–" : Wording.count(landing.rowsRead()),
          landing == null ? "–" : withShare(landing.rejected(), landing.rowsRead()),
          landing == null ? "–" : withShare(landing.duplicates(), landing.rowsRead()),
          landing == null ? "–" : withShare(landing.late(), landing.accepted()),
          landing == null ? "–" : missing(landing),
          stitched(line.stitching()),
          line.coverage() == null
              ? "–"
              : withShare(line.coverage().unclassified(), line.coverage().touches()));
    }
    return table.build();
  }

  /** The four figures by which a reader judges the others; unknown ones are left out. */
  static List<Health> health(PageTables page) {
    List<Health> health = new ArrayList<>();
    page.sources().stream()
        .filter(line -> PageTables.ALL.equals(line.source()))
        .findFirst()
        .ifPresent(
            all -> {
              if (all.coverage() != null && all.coverage().touches() > 0) {
                long touches = all.coverage().touches();
                health.add(
                    health(
                        touches - all.coverage().unclassified(),
                        touches,
                        "of touches match a rule"));
              }
              if (all.stitching() != null && all.stitching().base() > 0) {
                health.add(
                    health(
                        all.stitching().stitched(),
                        all.stitching().base(),
                        "of touches have a person"));
              }
              if (all.landing() != null && all.landing().accepted() > 0) {
                health.add(
                    health(
                        all.landing().late(),
                        all.landing().accepted(),
                        "of rows landed late, last 30 nights"));
              }
            });
    long entered = sum(page, PairConversion::entered);
    if (entered > 0) {
      health.add(
          health(sum(page, PairConversion::open), entered, "of entries into pairs are still open"));
    }
    return health;
  }

  private static long sum(PageTables page, Function<PairConversion, Long> count) {
    return page.pairs().stream()
        .filter(pair -> pair.entered() != null && pair.open() != null)
        .mapToLong(count::apply)
        .sum();
  }

  private static Health health(long part, long whole, String what) {
    return new Health(Wording.shareOf(part, whole), what, "of " + Wording.count(whole));
  }

  static TableView rejected(List<RejectedReason> reasons) {
    TableView.Builder table =
        TableView.of("Why rows were rejected, last 30 nights", "Reason", "Of what", "Rejected");
    for (RejectedReason reason : reasons) {
      table.row(
          reason.reason(), reason.isRow() ? "rows" : "files", Wording.count(reason.rejected()));
    }
    return table.build();
  }

  /** Sources that brought no file in the latest night: the gap that a reader must know first. */
  static List<String> missingLastNight(List<SourceLine> lines) {
    return lines.stream()
        .filter(line -> !PageTables.ALL.equals(line.source()))
        .filter(line -> line.landing() != null && line.landing().isMissingLastNight())
        .map(SourceLine::source)
        .toList();
  }

  private static String missing(SourceLine.Landing landing) {
    return Wording.count(landing.missingNights()) + " of " + Wording.count(landing.nights());
  }

  private static String stitched(SourceLine.Stitching stitching) {
    return stitching == null || stitching.base() <= 0
        ? "–"
        : Wording.count(stitching.stitched())
            + " ("
            + Wording.shareOf(stitching.stitched(), stitching.base())
            + ")";
  }

  private static String withShare(long part, long whole) {
    return whole == 0
        ? Wording.count(part)
        : Wording.count(part) + " (" + Wording.shareOf(part, whole) + ")";
  }
}
