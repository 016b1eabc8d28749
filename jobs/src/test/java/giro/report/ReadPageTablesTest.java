package giro.report;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.measure.Interval;
import giro.model.table.CircleOverview;
import giro.model.table.CircleSummary;
import giro.model.table.ClassificationCoverage;
import giro.model.table.DropoffOverview;
import giro.model.table.FunnelOverview;
import giro.model.table.Headline;
import giro.model.table.IdentityHealth;
import giro.model.table.MomentConversion;
import giro.model.table.RejectedReasons;
import giro.model.table.SourceQuality;
import giro.model.table.TableContract;
import giro.testing.SparkExtension;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ReadPageTablesTest {
  private static final List<TableContract> CONTRACTS =
      List.of(
          Headline.CONTRACT,
          FunnelOverview.CONTRACT,
          CircleOverview.CONTRACT,
          CircleSummary.CONTRACT,
          DropoffOverview.CONTRACT,
          MomentConversion.CONTRACT,
          SourceQuality.CONTRACT,
          ClassificationCoverage.CONTRACT,
          IdentityHealth.CONTRACT,
          RejectedReasons.CONTRACT);

  private final SparkSession spark;

  ReadPageTablesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void countsOfCohortMonthsAddUpAndOtherMarketsAreNotCountedTwice() {
    PageTables page =
        read(
            Map.of(
                MomentConversion.NAME,
                List.of(
                    zmotFmot("2026-01-01", "(all)", "entered:100,converted:40,open:0,lost:5")
                        + incidence(0.40),
                    zmotFmot("2026-02-01", "(all)", "entered:60,converted:6,open:50,lost:0")
                        + incidence(0.10),
                    zmotFmot("2026-01-01", "IT", "entered:70,converted:30,open:0,lost:1")
                        + incidence(0.43))));

    PairConversion pair = page.pairs().get(0);
    assertThat(pair.entered()).isEqualTo(160);
    assertThat(pair.converted()).isEqualTo(46);
    assertThat(pair.open()).isEqualTo(50);
    assertThat(pair.incidence())
        .as("incidences do not add up: the latest cohort with nothing open")
        .isEqualTo(
            new PairIncidence(0.40, new Interval(0.05, 0.55), LocalDate.of(2026, 1, 1), 90.0));
    assertThat(page.cohorts()).extracting(CohortPoint::isStillOpen).containsExactly(false, true);
  }

  @Test
  void thePairShowsTheSameIncidenceAsTheHeadline() {
    PageTables page =
        read(
            Map.of(
                Headline.NAME,
                List.of(
                    "figure:'incidence_zmot_fmot',market:'(all)',label_en:'Research to contact',"
                        + "unit:'share',value:0.3,low:0.25,high:0.35,denominator:160,"
                        + "is_withheld:false",
                    "figure:'incidence_zmot_fmot',market:'IT',unit:'share',value:0.9"),
                MomentConversion.NAME,
                List.of(zmotFmot("2026-01-01", "(all)", "entered:160,open:0") + incidence(0.40))));

    assertThat(page.headlines()).hasSize(1);
    assertThat(page.pairs().get(0).incidence())
        .isEqualTo(new PairIncidence(0.3, new Interval(0.25, 0.35), null, null));
  }

  @Test
  void whatIsWithheldIsNotZero() {
    String step = "funnel:'linear',counting:'unique',step_number:";
    PageTables page =
        read(
            Map.of(
                FunnelOverview.NAME,
                List.of(
                    step
                        + "1,step_name:'attract',reached:50,open:11,is_rounded:true,is_withheld:false",
                    step + "2,step_name:'convert',is_withheld:true",
                    "funnel:'linear',counting:'totals',step_number:1,step_name:'attract',"
                        + "reached:99")));

    assertThat(page.funnels())
        .containsExactly(
            new Funnel(
                "linear",
                List.of(
                    new FunnelStep(1, "attract", 50L, 11L, null, null),
                    new FunnelStep(2, "convert", null, null, null, null))));
    assertThat(page.markedRows()).containsEntry(FunnelOverview.NAME, new MarkedRows(1, 1));
  }

  @Test
  void movesAreReadPerLapAndPerTouch() {
    String move = "from_moment:'FMOT',to_moment:'ZMOT',kind:'backward',is_withheld:false,";
    PageTables page =
        read(
            Map.of(
                CircleOverview.NAME,
                List.of(
                    move + "counting:'lap',after_acquisition:false,moves:12",
                    move + "counting:'lap',after_acquisition:true,moves:3",
                    move + "counting:'touch',after_acquisition:false,moves:40"),
                CircleSummary.NAME,
                List.of(summary("2026-01-01", 100, 40, 0.5), summary("2026-02-01", 50, 10, 0.1))));

    assertThat(page.moves()).containsExactly(new Move("FMOT", "ZMOT", "backward", 40L, 15L, 3L));
    assertThat(page.starts().laps()).isEqualTo(150);
    assertThat(page.starts().entriesByMoment()).containsExactly(Map.entry("ZMOT", 150L));
    assertThat(page.starts().linearOrderShare()).as("(20 + 1) of 50 laps").isEqualTo(0.42);
  }

  @Test
  void dropOffIsInTheOrderOfTheCircle() {
    PageTables page =
        read(
            Map.of(
                DropoffOverview.NAME,
                List.of(
                    "last_moment:'UMOT',is_withheld:true",
                    "last_moment:'FMOT',laps:20,converted:5,lost:1,open:11,dropped:3",
                    "last_moment:'ZMOT',laps:20,converted:0,lost:0,open:5,dropped:15")));

    assertThat(page.dropOffs())
        .containsExactly(
            new DropOff("ZMOT", 20, 0, 0, 5, 15),
            new DropOff("FMOT", 20, 5, 1, 11, 3),
            new DropOff("UMOT", 0, 0, 0, 0, 0));
  }

  @Test
  void theBasisCoversTheLastThirtyNights() {
    String dealer = "source:'dealer',landing_date:";
    PageTables page =
        read(
            Map.of(
                SourceQuality.NAME,
                List.of(
                    dealer + "'2026-11-14',rows_read:0,is_missing:true",
                    dealer
                        + "'2026-11-13',rows_read:10,accepted:8,duplicates:1,rejected:1,"
                        + "late_touches:2,is_missing:false",
                    dealer + "'2026-10-15',rows_read:1000,accepted:1000,is_missing:false"),
                ClassificationCoverage.NAME,
                List.of(
                    "source:'dealer',event_type:'a',touches:90,none:10,unclassified:3",
                    "source:'dealer',event_type:'b',touches:10,none:0,unclassified:1"),
                IdentityHealth.NAME,
                List.of(
                    "as_of:'2026-11-13',market:'(all)',source:'dealer',touches:1,stitched:1",
                    "as_of:'2026-11-14',market:'(all)',source:'dealer',touches:100,stitched:90,"
                        + "bots:4",
                    "as_of:'2026-11-14',market:'IT',source:'dealer',touches:70,stitched:70"),
                RejectedReasons.NAME,
                List.of(
                    "landing_date:'2026-11-13',source:'dealer',reason:'no_id',is_row:true,"
                        + "rejected:1",
                    "landing_date:'2026-10-15',source:'dealer',reason:'old',is_row:true,"
                        + "rejected:7")));

    assertThat(page.sources().get(0))
        .isEqualTo(
            new SourceLine(
                "dealer",
                new SourceLine.Landing(10, 8, 1, 1, 2, 1, 2, true),
                new SourceLine.Coverage(100, 10, 4),
                new SourceLine.Stitching(100, 90, 0, 0, 4)));
    assertThat(page.rejected()).containsExactly(new RejectedReason("no_id", true, 1));
  }

  @Test
  void emptyTablesGiveAnEmptyPage() {
    PageTables page = read(Map.of());

    assertThat(page.pairs()).isEmpty();
    assertThat(page.sources()).isEmpty();
    assertThat(new WritePage().html(page, MadeUpNight.facts()))
        .contains("Nothing has been counted");
  }

  private static String zmotFmot(String month, String market, String counts) {
    return "cohort_month:'"
        + month
        + "',market:'"
        + market
        + "',model:'(all)',vehicle_type:'(all)',from_moment:'ZMOT',to_moment:'FMOT',"
        + "pair_kind:'forward',is_withheld:false,"
        + counts;
  }

  private static String incidence(double value) {
    return ",incidence_low:0.05,incidence_high:0.55,incidence_days:90.0,window_days:90.0,"
        + "cumulative_incidence:"
        + value;
  }

  private static String summary(String month, long laps, long withTwoMoments, double inOrder) {
    return String.format(
        java.util.Locale.ROOT,
        "cohort_month:'%s',market:'(all)',model:'(all)',laps:%d,entries_zmot:%d,"
            + "laps_with_two_moments:%d,linear_order_share:%s",
        month,
        laps,
        laps,
        withTwoMoments,
        inOrder);
  }

  /** Tables from JSON lines without the braces and quoted names; a table not named is empty. */
  private PageTables read(Map<String, List<String>> rows) {
    return night(rows).at(Slice.ALL);
  }

  private PublishedNight night(Map<String, List<String>> rows) {
    Function<String, Dataset<Row>> tables =
        name -> {
          List<String> lines =
              rows.getOrDefault(name, List.of()).stream().map(line -> "{" + line + "}").toList();
          return spark
              .read()
              .schema(contract(name).schema())
              .option("allowUnquotedFieldNames", true)
              .json(spark.createDataset(lines, Encoders.STRING()));
        };
    return new ReadPageTables(
            tables,
            name -> rows.containsKey(name) ? Optional.of(tables.apply(name)) : Optional.empty())
        .read();
  }

  private static TableContract contract(String name) {
    return CONTRACTS.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
