package giro.moment;

import static org.assertj.core.api.Assertions.assertThat;

import giro.config.ReadSettings;
import giro.model.domain.Moment;
import giro.model.domain.Phase;
import giro.model.domain.RuleOutcome;
import giro.model.table.JourneyTouches;
import giro.testing.SparkExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shipped rules against the table of events that they were written from. */
@ExtendWith(SparkExtension.class)
class ShippedRulesTest {

  private static SparkSession spark;
  private static RuleSet rules;

  @BeforeAll
  static void read(SparkSession session) {
    spark = session;
    rules = ReadSettings.of(Optional.empty(), List.of(), JourneyTouches.CONTRACT.schema()).rules();
  }

  /** What is known of the person, plainly. */
  private record State(Phase phase, boolean ownModel, boolean soonAfterDelivery) {
    static final State PROSPECT = new State(Phase.PROSPECT, false, false);
    static final State WAITING = new State(Phase.WAITING, false, false);
    static final State OWNER = new State(Phase.OWNER, false, false);
    static final State WAITING_OWN = new State(Phase.WAITING, true, false);
    static final State OWNER_OWN = new State(Phase.OWNER, true, false);
    static final State NEW_OWNER = new State(Phase.OWNER, true, true);
  }

  @Test
  void everyEventOfTheTableIsWhatTheTableSays() {
    List<String[]> table = table();
    List<long[]> hits =
        hits(table.stream().map(r -> touch(r[0], r[1], Map.of(), Map.of())).toList());

    SoftAssertions softly = new SoftAssertions();
    assertThat(table).hasSize(97);
    for (int i = 0; i < table.size(); i++) {
      String[] row = table.get(i);
      String event = row[0] + "/" + row[1];
      softly
          .assertThat(said(first(hits.get(i), State.PROSPECT)))
          .as(event + " by a prospect")
          .isEqualTo(expected(row, 0));
      softly
          .assertThat(said(first(hits.get(i), State.WAITING)))
          .as(event + " while waiting")
          .isEqualTo(expected(row, 1));
      softly
          .assertThat(said(first(hits.get(i), State.OWNER)))
          .as(event + " by an owner")
          .isEqualTo(expected(row, 1));
    }
    softly.assertAll();
  }

  @Test
  void aCustomSourceWithAKnownEventIsClassifiedToo() {
    assertThat(moment("partner", "review_read", Map.of(), State.PROSPECT)).isEqualTo(Moment.ZMOT);
    assertThat(rule("partner", "unheard_of", Map.of(), State.PROSPECT))
        .as("what no rule knows stays unclassified")
        .isEmpty();
  }

  @Test
  void aboutOnesOwnCarWhileWaitingIsReassuranceButAnOrderIsNot() {
    assertThat(moment("dealer", "showroom_visit", Map.of(), State.WAITING_OWN))
        .isEqualTo(Moment.SMOT);
    assertThat(moment("web", "model_page_view", Map.of(), State.WAITING_OWN))
        .isEqualTo(Moment.SMOT);
    assertThat(moment("web", "model_page_view", Map.of(), State.WAITING))
        .as("another car's page")
        .isEqualTo(Moment.ZMOT);
    assertThat(moment("dealer", "order_signed", Map.of(), State.WAITING_OWN))
        .isEqualTo(Moment.FMOT);
    assertThat(moment("web", "article_read", Map.of("paid", "true"), State.WAITING_OWN))
        .as("advertising stays advertising")
        .isEqualTo(Moment.STIMULUS);
    assertThat(moment("dealer", "lead_contacted", Map.of("reached", "false"), State.WAITING_OWN))
        .isEqualTo(Moment.NONE);
  }

  @Test
  void whileWaitingEveryZmotOrFmotTouchAboutOnesOwnCarIsSmotButAcquisitions() {
    List<String[]> table = table();
    List<long[]> hits =
        hits(table.stream().map(r -> touch(r[0], r[1], Map.of(), Map.of())).toList());

    for (int i = 0; i < table.size(); i++) {
      String[] row = table.get(i);
      boolean shopping = row[3].equals("ZMOT") || row[3].equals("FMOT");
      boolean acquisition = List.of("order_signed", "online_order").contains(row[1]);
      assertThat(first(hits.get(i), State.WAITING_OWN).map(RuleOutcome::moment))
          .as(row[1])
          .contains(shopping && !acquisition ? Moment.SMOT : Moment.valueOf(row[3]));
    }
  }

  @Test
  void readingAboutOnesOwnModelSoonAfterDeliveryIsReassurance() {
    assertThat(moment("web", "review_read", Map.of(), State.NEW_OWNER)).isEqualTo(Moment.SMOT);
    assertThat(moment("web", "review_read", Map.of(), State.OWNER_OWN)).isEqualTo(Moment.ZMOT);
    assertThat(moment("web", "stock_search", Map.of(), State.NEW_OWNER)).isEqualTo(Moment.ZMOT);
  }

  @Test
  void whatAnAttributeTellsComesBeforeTheGeneralRule() {
    assertThat(moment("web", "email_click", Map.of("category", "service"), State.OWNER))
        .isEqualTo(Moment.SMOT);
    assertThat(moment("web", "email_click", Map.of("category", "service"), State.PROSPECT))
        .isEqualTo(Moment.STIMULUS);
    assertThat(moment("web", "dealer_locator", Map.of("filter", "service"), State.OWNER))
        .isEqualTo(Moment.SMOT);
    assertThat(moment("web", "lead_form", Map.of("lead_type", "service"), State.OWNER))
        .isEqualTo(Moment.SMOT);
    assertThat(moment("web", "search_landing", Map.of("page_type", "owner"), State.OWNER))
        .isEqualTo(Moment.SMOT);
    assertThat(rule("web", "video_view", Map.of("video_kind", "how_to"), State.OWNER))
        .hasValueSatisfying(rule -> assertThat(rule.intent()).isEqualTo("do"));
    assertThat(moment("social", "share", Map.of("brand_content", "true"), State.OWNER))
        .isEqualTo(Moment.NONE);
    assertThat(moment("social", "mention", Map.of("tells_experience", "true"), State.PROSPECT))
        .isEqualTo(Moment.UMOT);
    assertThat(moment("review", "review_posted", Map.of("author_kind", "paid"), State.OWNER))
        .isEqualTo(Moment.STIMULUS);
    assertThat(
            moment("call_center", "outbound_sales_call", Map.of("talk_seconds", "0"), State.OWNER))
        .isEqualTo(Moment.NONE);
    assertThat(
            moment("call_center", "outbound_sales_call", Map.of("talk_seconds", "61"), State.OWNER))
        .isEqualTo(Moment.FMOT);
  }

  @Test
  void whatAFieldTellsComesBeforeTheGeneralRule() {
    assertThat(stated("chat_human", Map.of("topic", "purchase"), State.OWNER).moment())
        .isEqualTo(Moment.FMOT);
    assertThat(stated("showroom_visit", Map.of("department", "service"), State.PROSPECT).moment())
        .isEqualTo(Moment.SMOT);
    assertThat(stated("review_posted", Map.of("rating", 5.0), State.OWNER).linearStage())
        .isEqualTo("delight");
    assertThat(stated("review_posted", Map.of("rating", 3.0), State.OWNER).linearStage())
        .as("no promoter")
        .isNull();
  }

  @Test
  void withoutALeadTheStageIsAttract() {
    assertThat(stage("web", "brochure_download", Map.of("gated", "false"))).isEqualTo("attract");
    assertThat(stage("web", "chat_bot", Map.of("contact_left", "false"))).isEqualTo("attract");
    assertThat(stage("dealer", "showroom_visit", Map.of("details_taken", "false")))
        .isEqualTo("attract");
  }

  private Moment moment(String source, String event, Map<String, String> attributes, State state) {
    return rule(source, event, attributes, state).orElseThrow().moment();
  }

  private String stage(String source, String event, Map<String, String> attributes) {
    return rule(source, event, attributes, State.PROSPECT).orElseThrow().linearStage();
  }

  private RuleOutcome stated(String event, Map<String, Object> fields, State state) {
    return first(hits(List.of(touch("web", event, fields, Map.of()))).get(0), state).orElseThrow();
  }

  private Optional<RuleOutcome> rule(
      String source, String event, Map<String, String> attributes, State state) {
    return first(hits(List.of(touch(source, event, Map.of(), attributes))).get(0), state);
  }

  /** The first rule whose bit is set and whose state holds. */
  private static Optional<RuleOutcome> first(long[] hits, State state) {
    List<RuleOutcome> outcomes = rules.outcomes();
    for (int i = 0; i < outcomes.size(); i++) {
      RuleOutcome rule = outcomes.get(i);
      boolean hit = (hits[i / Long.SIZE] >>> (i % Long.SIZE) & 1) == 1;
      boolean own = rule.ownModel() == null || rule.ownModel() == state.ownModel();
      boolean soon = rule.sinceDeliveryMicros() < 0 || state.soonAfterDelivery();
      if (hit && own && soon && rule.phases().contains(state.phase())) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private static List<long[]> hits(List<Row> touches) {
    Dataset<Row> rows = spark.createDataFrame(touches, RuleColumns.schema());
    List<long[]> hits = new ArrayList<>();
    for (Row row :
        MatchRules.withRuleHits(rows, rules).select(RuleColumns.RULE_HITS).collectAsList()) {
      hits.add(row.<Long>getList(0).stream().mapToLong(Long::longValue).toArray());
    }
    return hits;
  }

  private static Row touch(
      String source, String event, Map<String, Object> fields, Map<String, String> attributes) {
    List<Object> values = new ArrayList<>();
    for (String name : RuleColumns.names()) {
      values.add(
          switch (name) {
            case "source" -> source;
            case "event_type" -> event;
            case "attributes" -> attributes;
            default -> fields.get(name);
          });
    }
    return RowFactory.create(values.toArray());
  }

  private static List<String> said(Optional<RuleOutcome> rule) {
    return rule.map(
            r ->
                List.of(
                    r.moment().name(),
                    orEmpty(r.humanStep()),
                    orEmpty(r.department()),
                    orEmpty(r.linearStage())))
        .orElse(List.of("UNCLASSIFIED"));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static List<String> expected(String[] row, int side) {
    return List.of(row[2 + side], side(row[4], side), side(row[6], side), side(row[7], side));
  }

  private static String side(String cell, int side) {
    return cell.contains("|") ? cell.split("\\|")[side] : cell;
  }

  private static List<String[]> table() {
    try (InputStream in = ShippedRulesTest.class.getResourceAsStream("shipped-rules.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
