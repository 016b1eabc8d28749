package giro.report;

import static org.assertj.core.api.Assertions.assertThat;

import giro.metric.person.PersonMetrics;
import giro.model.table.TableContract;
import giro.model.table.Tables;
import giro.testing.SparkExtension;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Over the tables' own contracts, so that a renamed column is found here and not by a reader. */
@ExtendWith(SparkExtension.class)
class ReadQuestionsTest {
  private static final String ALL = "market:'(all)',model:'(all)',";

  private final SparkSession spark;

  ReadQuestionsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void rowsOfOneMarketAreNotReadBesideThoseOfAll() {
    Questions questions =
        read(
            Map.of(
                "linear_vs_circular_overview",
                List.of(
                    ALL + "reason:'gone',label_en:'Gone',persons:40,acquisitions:0",
                    "market:'IT',model:'(all)',reason:'gone',persons:25"),
                "handoffs_overview",
                List.of(
                    "market:'(all)',from_department:'a',to_department:'b',is_expected:true,"
                        + "handoffs:12,repeated_contacts:2,mature_handoffs:10,mature_dropped:1,"
                        + "dropped_share:0.1,median_business_hours:3.5,is_withheld:false")));

    assertThat(ReadBlindLine.reasons(questions))
        .singleElement()
        .satisfies(reason -> assertThat(reason.persons()).isEqualTo(40));
    assertThat(ReadHandoffs.handoffs(questions))
        .containsExactly(
            new ReadHandoffs.Handoff("a", "b", true, false, 12L, 2L, 10L, 1L, 0.1, 3.5));
  }

  @Test
  void leadsStepsAndSourcesKeepTheirColumns() {
    StringBuilder dealer = new StringBuilder("market:'(all)',dealer:'(all)',lead_origin:'(all)'");
    ReadDealers.STEPS.forEach(step -> dealer.append(",").append(step.column()).append(":7"));
    ReadDealers.REASONS.forEach(step -> dealer.append(",").append(step.column()).append(":7"));
    Questions questions =
        read(
            Map.of(
                "dealer_funnel_overview",
                List.of(dealer + ",median_business_hours_lead_to_contacted:2.5"),
                "circle_paths",
                List.of(ALL + "position:2,from_moment:'ZMOT',to_moment:'FMOT',laps:9,persons:8"),
                "zmot_sources",
                List.of(
                    ALL
                        + "source_kind:'friends',persons_who_consulted:4,share:0.4,rate_low:0.3,"
                        + "rate_high:0.5,acquirer_share:0.6,declared_share:0.1,declared_useful:1,"
                        + "declared_answers:10")));

    ReadDealers.Dealer all = ReadDealers.all(questions);
    assertThat(all.businessHours()).isEqualTo(2.5);
    assertThat(ReadDealers.STEPS).allMatch(step -> all.count(step.column()) == 7);
    assertThat(ReadDealers.REASONS).allMatch(step -> all.count(step.column()) == 7);
    assertThat(ReadPaths.steps(questions))
        .containsExactly(new ReadPaths.Step(2, "ZMOT", "FMOT", 9L, 8L));
    assertThat(ReadSources.sources(questions))
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.acquirers()).isEqualTo(0.6);
              assertThat(source.interval().high()).isEqualTo(0.5);
              assertThat(source.answers()).isEqualTo(10);
            });
  }

  @Test
  void datesOfRatingsAndAlertsAreRead() {
    String rating = "market:'(all)',dealer:'(all)',aspect:'overall',model_rank:1,rated_to_date:9,";
    Questions questions =
        read(
            Map.of(
                "reputation",
                List.of(
                    rating + "date:'2026-10-02',model:'B',mean_to_date:3.0,shrunk_to_date:3.2",
                    rating + "date:'2026-10-01',model:'B',shrunk_to_date:4.2",
                    rating + "date:'2026-10-03',model:'(all)',shrunk_to_date:4.9"),
                "reputation_alerts",
                List.of(
                    "date:'2026-10-05',last_date:'2026-10-06',market:'IT',model:'(all)',"
                        + "kind:'new_place',subject:'forum',voices:3,peak_score:1.5")));

    assertThat(ReadReputation.standings(questions))
        .containsExactly(
            new ReadReputation.Standing("B", LocalDate.of(2026, 10, 2), 9L, 3.0, 3.2, 1L));
    assertThat(ReadReputation.alerts(questions))
        .containsExactly(
            new ReadReputation.Alert(
                LocalDate.of(2026, 10, 5),
                LocalDate.of(2026, 10, 6),
                "new_place",
                "IT, all models",
                "forum",
                3L,
                1.5));
  }

  @Test
  void feelingsInfluenceAndMomentumKeepTheirColumns() {
    Questions questions =
        read(
            Map.of(
                "experience_overview",
                List.of(
                    "moment:'SMOT',channel:'(all)',department:'(all)',generation:'(all)',touches:90,"
                        + "response_rate:0.2,response_rate_low:0.1,response_rate_high:0.3,"
                        + "mean_sentiment:0.4,mean_sentiment_low:0.3,mean_sentiment_high:0.5,"
                        + "n_sentiment:50,csat:4.1,csat_low:4.0,csat_high:4.2,n_csat:18"),
                "umot_influence",
                List.of(
                    ALL
                        + "content_id:'(all)',dealer:'(all)',readers:70,leads:20,lift:0.3,"
                        + "lift_low:0.1,lift_high:0.5"),
                "circle_summary",
                List.of(ALL + "cohort_month:'2026-08-01',momentum:0.05,momentum_low:0.01")));

    ReadExperience.Mood mood = ReadExperience.byMoment(questions).get(0);
    assertThat(mood.response().low()).isEqualTo(0.1);
    assertThat(mood.sentiment().n()).isEqualTo(50);
    assertThat(mood.survey("csat").interval().high()).isEqualTo(4.2);
    assertThat(ReadInfluence.byModel(questions).get(0).interval().low()).isEqualTo(0.1);
    assertThat(ReadMomentum.months(questions).get(0).month()).isEqualTo("2026-08-01");
  }

  @Test
  void creditIsShownAsFarAsItMayBe() {
    String web = ALL + "channel:'web',method:";
    Questions questions =
        read(
            Map.of(
                "attribution_overview",
                List.of(
                    web + "'first',is_withheld:true",
                    web + "'markov',is_rounded:true,credit:5.0",
                    web + "'last',credit:3.0")));

    Map<String, ReadCredits.Credit> byMethod = ReadCredits.credits(questions).get("web");
    assertThat(byMethod)
        .containsEntry("first", new ReadCredits.Credit(null, false))
        .containsEntry("markov", new ReadCredits.Credit(5.0, true))
        .containsEntry("last", new ReadCredits.Credit(3.0, true));
    assertThat(ReadCredits.marked(questions)).isEqualTo(new MarkedRows(1, 1));
  }

  /** Tables from JSON lines without the braces and quoted names; a table not named is absent. */
  private Questions read(Map<String, List<String>> rows) {
    ReadTables reader =
        new ReadTables(
            name -> Optional.ofNullable(rows.get(name)).map(lines -> table(name, lines)),
            Choices.none());
    reader.pieces().forEach(Runnable::run);
    return new PublishedNight(Choices.none(), reader.answers(), List.of(), List.of())
        .questions(Slice.ALL);
  }

  private Dataset<Row> table(String name, List<String> lines) {
    TableContract contract = Tables.named(name).or(() -> PersonMetrics.table(name)).orElseThrow();
    return spark
        .read()
        .schema(contract.schema())
        .option("allowUnquotedFieldNames", true)
        .json(
            spark.createDataset(
                lines.stream().map(line -> "{" + line + "}").toList(), Encoders.STRING()));
  }
}
