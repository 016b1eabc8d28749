package giro.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import giro.config.GiroSettings;
import giro.config.Presets;
import giro.config.ReadSettings;
import giro.model.table.JourneyTouches;
import giro.model.table.Touches;
import giro.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An export as its system writes it, landed under its preset, becomes these touches. */
@ExtendWith(SparkExtension.class)
class PresetsTest {
  private static final LocalDate NIGHT = LocalDate.parse("2026-01-06");
  private static final Path EXPORTS = Path.of("src/test/resources/presets");
  private static final List<String> SHOWN =
      List.of(
          Touches.EVENT_TYPE, Touches.OCCURRED_AT, Touches.CHANNEL, Touches.MARKET, Touches.MODEL);

  private final SparkSession spark;
  @TempDir Path folder;

  PresetsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void everyPresetHasAnExport() throws IOException {
    try (Stream<Path> exports = Files.list(EXPORTS)) {
      assertThat(exports.map(e -> e.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Presets.NAMES);
    }
  }

  @Test
  void googleAnalytics() throws IOException {
    List<Row> rows = landed("ga4");
    assertThat(told(rows))
        .containsExactlyInAnyOrder(
            "telemetry 2026-01-05 10:00:00.123456 web IT - cookie",
            "search_landing 2026-01-05 10:00:00.123456 web IT - cookie",
            "model_page_view 2026-01-05 10:01:00.123456 web IT C3 cookie",
            "telemetry 2026-01-05 10:01:15.123456 web IT - cookie",
            "configurator_start 2026-01-05 10:02:00.123456 web IT C3 cookie",
            "brochure_download 2026-01-05 10:05:00.123456 web IT C3 cookie",
            "stock_vehicle_view 2026-01-05 10:06:00.123456 web IT C3 cookie",
            "lead_form 2026-01-05 10:08:00.123456 web IT C3 cookie login",
            "online_order 2026-01-06 11:00:00.123456 web IT C3 cookie login",
            "ad_click 2026-01-05 10:08:20.123456 web TR - cookie",
            "app_install 2026-01-05 10:11:40.123456 app DE - device",
            "REJECTED missing_identifiers");
    assertThat(of(rows, "lead_form", Touches.DEALER_ID)).isEqualTo("IT-0042");
    assertThat(of(rows, "ad_click", Touches.CONSENT)).isEqualTo("denied");
    assertThat(of(rows, "ad_click", Touches.CAMPAIGN)).isEqualTo("spring");
    assertThat(of(rows, "online_order", Touches.AMOUNT)).isEqualTo(19250.5);
    assertThat(attributes(rows, "online_order")).containsEntry("order_number", "O-2026-17");
    assertThat(ids(rows)).as("each event has an id of its own").doesNotHaveDuplicates();
  }

  @Test
  void snowplowTsv() throws IOException {
    List<Row> rows = landed("snowplow");
    assertThat(told(rows))
        .containsExactlyInAnyOrder(
            "search_landing 2026-01-05 10:00:03.1 web IT - cookie",
            "telemetry 2026-01-05 10:00:03.1 web IT - cookie",
            "configurator_start 2026-01-05 10:04:00.0 web IT C3 cookie",
            "lead_form 2026-01-05 10:06:00.0 web IT - cookie device login",
            "ad_click 2026-01-05 10:00:03.1 web DE - cookie",
            "app_install 2026-01-05 11:00:00.0 app IT - device",
            "page_view 2026-01-05 10:00:03.1 web IT - cookie");
    assertThat(attributes(rows, "page_view")).containsEntry("is_bot", "true");
    assertThat(attributes(rows, "search_landing")).doesNotContainKey("is_bot");
  }

  @Test
  void snowplowJson() throws IOException {
    assertThat(told(landed("snowplow-json")))
        .containsExactlyInAnyOrder(
            "search_landing 2026-01-05 10:00:03.1 web IT - cookie",
            "telemetry 2026-01-05 10:00:03.1 web IT - cookie",
            "configurator_start 2026-01-05 10:04:00.0 web IT C3 cookie",
            "lead_form 2026-01-05 10:06:00.0 web IT - cookie device login");
  }

  @Test
  void adobe() throws IOException {
    List<Row> rows = landed("adobe");
    assertThat(told(rows))
        .containsExactlyInAnyOrder(
            "search_landing 2026-01-05 10:00:00.0 web IT - cookie",
            "page_view 2026-01-05 10:01:00.0 web IT - cookie",
            "stock_vehicle_view 2026-01-05 10:02:00.0 web IT C3 cookie",
            "brochure_download 2026-01-05 10:03:00.0 web IT - cookie",
            "ad_click 2026-01-05 10:04:00.0 web DE - cookie",
            "online_order 2026-01-05 10:46:40.0 web IT C3 cookie login",
            "page_view 2026-01-05 10:47:40.0 web IT - cookie",
            "page_view 2026-01-05 10:00:00.0 web IT - cookie");
    assertThat(of(rows, "stock_vehicle_view", Touches.DEVICE)).isEqualTo("mobile");
    assertThat(rows.stream().filter(r -> attributes(r).containsKey("is_bot")))
        .as("what Adobe leaves out of its reports")
        .hasSize(1);
  }

  @Test
  void adobeWithoutItsHeaderFileIsRejectedAsThat() throws IOException {
    Path night = night("web");
    Files.copy(
        EXPORTS.resolve("adobe/01-examplecars_20260105-100000.tsv"), night.resolve("hits.tsv"));
    assertThat(told(read("web", "adobe"))).containsExactly("REJECTED missing_header_file");
    Files.copy(
        EXPORTS.resolve("adobe/column_headers.tsv"),
        night.getParent().resolve("column_headers.tsv"));
    assertThat(told(read("web", "adobe"))).as("once for all of the source's nights").hasSize(8);
  }

  @Test
  void dealerDocuments() throws IOException {
    List<Row> rows = landed("dealer-csv");
    assertThat(told(rows))
        .containsExactlyInAnyOrder(
            "lead_received 2026-01-05 00:00:00.0 dealer IT C3 crm_id email phone",
            "test_drive 2026-01-09 00:00:00.0 dealer IT C3 crm_id email phone",
            "order_signed 2026-01-12 00:00:00.0 dealer IT C3 crm_id email phone",
            "delivery 2026-03-02 00:00:00.0 dealer IT C3 crm_id vin",
            "lost_sale 2026-01-20 00:00:00.0 dealer IT C4 crm_id email",
            "registration 2026-01-21 00:00:00.0 dealer IT C4 crm_id");
    assertThat(of(rows, "order_signed", Touches.AMOUNT)).isEqualTo(19250.5);
    assertThat(of(rows, "order_signed", Touches.OCCURRED_PRECISION)).isEqualTo("day");
    assertThat(attributes(rows, "order_signed")).containsEntry("order_number", "0042-O-71500");
    assertThat(attributes(rows, "registration")).containsEntry("is_self_registration", "true");
  }

  @Test
  void amazonConnect() throws IOException {
    List<Row> rows = landed("amazon-connect");
    assertThat(told(rows))
        .containsExactlyInAnyOrder(
            "inbound_sales_call 2026-01-05 10:00:00.0 phone IT C3 crm_id phone",
            "inbound_service_call 2026-01-05 10:04:00.0 phone - - phone",
            "abandoned_call 2026-01-05 12:00:00.0 phone - - phone",
            "inbound_info_call 2026-01-05 13:00:00.0 phone - - phone",
            "chat_human 2026-01-05 14:00:00.0 chat - - login",
            "outbound_sales_call 2026-01-05 15:00:00.0 phone - - phone");
    assertThat(attributes(rows, "inbound_sales_call"))
        .containsEntry("wait_seconds", "31")
        .containsEntry("talk_seconds", "183")
        .containsEntry("is_bot", "false")
        .containsEntry("csat", "4");
    assertThat(attributes(rows, "inbound_info_call")).containsEntry("is_bot", "true");
    assertThat(attributes(rows, "inbound_service_call"))
        .as("a transferred call is one case")
        .containsEntry("case_id", "c-1");
    assertThat(attributes(rows, "outbound_sales_call"))
        .as("nobody was reached")
        .containsEntry("talk_seconds", "0");
  }

  @Test
  void genesys() throws IOException {
    List<Row> rows = landed("genesys");
    assertThat(told(rows))
        .containsExactlyInAnyOrder(
            "inbound_sales_call 2026-01-05 10:00:00.12 phone IT C3 crm_id phone",
            "abandoned_call 2026-01-05 11:00:00.0 phone - - phone",
            "outbound_sales_call 2026-01-05 12:00:00.0 phone - - phone",
            "chat_bot 2026-01-05 13:00:00.0 chat - - handle");
    assertThat(attributes(rows, "inbound_sales_call"))
        .containsEntry("wait_seconds", "42")
        .containsEntry("talk_seconds", "181")
        .containsEntry("is_bot", "false");
    assertThat(phones(rows)).as("the customer's number, whoever called whom").hasSize(1);
  }

  @Test
  void googleReviews() throws IOException {
    List<Row> rows = landed("google-reviews");
    assertThat(told(rows))
        .containsExactlyInAnyOrder(
            "review_posted 2026-01-05 10:00:00.123456 review - - handle",
            "review_edited 2026-01-05 09:00:00.0 review - - handle");
    assertThat(of(rows, "review_posted", Touches.RATING)).isEqualTo(5.0);
    assertThat(of(rows, "review_edited", Touches.RATING)).isEqualTo(1.0);
    assertThat(of(rows, "review_posted", Touches.DEALER_ID)).isEqualTo("3344");
    assertThat(of(rows, "review_posted", Touches.CONTENT_ID)).isEqualTo("AbFvOqk1");
    assertThat((Double) of(rows, "review_posted", Touches.SENTIMENT)).isPositive();
  }

  /** The preset's export, landed as its usual source. */
  private List<Row> landed(String preset) throws IOException {
    String source = Presets.named(preset).source();
    Path night = night(source);
    try (Stream<Path> files = Files.list(EXPORTS.resolve(preset))) {
      for (Path file : files.toList()) {
        Files.copy(file, night.resolve(file.getFileName()));
      }
    }
    return read(source, preset);
  }

  private Path night(String source) throws IOException {
    return Files.createDirectories(folder.resolve(source + "/date=" + NIGHT));
  }

  private List<Row> read(String source, String preset) {
    GiroSettings settings =
        ReadSettings.of(
            Optional.empty(),
            List.of("sources." + source + ".preset=" + preset),
            JourneyTouches.CONTRACT.schema());
    LandingZone zone = new LandingZone(folder.toString(), new Configuration());
    List<LandingFile> files =
        zone.list(settings.ingest().sources(), NIGHT, Optional.empty(), Map.of()).fresh();
    return new ReadLanding(spark, settings.ingest(), settings.privacy())
        .all(files, "run")
        .collectAsList();
  }

  /** Type, time, channel, market, model and kinds of identifiers; a dash for null. */
  private static List<String> told(List<Row> rows) {
    return rows.stream().map(PresetsTest::told).toList();
  }

  private static String told(Row row) {
    String reason = row.getAs(ReadLanding.REASON);
    if (reason != null) {
      return "REJECTED " + reason;
    }
    return SHOWN.stream()
            .map(row::getAs)
            .map(value -> value == null ? "-" : value.toString())
            .collect(Collectors.joining(" "))
        + identifiers(row).stream()
            .map(i -> " " + i.getAs("kind"))
            .sorted()
            .collect(Collectors.joining());
  }

  private static List<Row> identifiers(Row row) {
    return row.getList(row.fieldIndex(Touches.IDENTIFIERS));
  }

  private static Row one(List<Row> rows, String eventType) {
    List<Row> found =
        rows.stream().filter(r -> eventType.equals(r.getAs(Touches.EVENT_TYPE))).toList();
    assertThat(found).as(eventType).hasSize(1);
    return found.get(0);
  }

  private static Object of(List<Row> rows, String eventType, String column) {
    return one(rows, eventType).getAs(column);
  }

  private static Map<String, String> attributes(List<Row> rows, String eventType) {
    return attributes(one(rows, eventType));
  }

  private static Map<String, String> attributes(Row row) {
    Map<String, String> attributes = row.getJavaMap(row.fieldIndex(Touches.ATTRIBUTES));
    return attributes == null ? Map.of() : new TreeMap<>(attributes);
  }

  private static List<String> ids(List<Row> rows) {
    return rows.stream()
        .map(r -> r.<String>getAs(Touches.EVENT_ID))
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<String> phones(List<Row> rows) {
    List<String> hashes = new ArrayList<>();
    rows.forEach(
        r ->
            identifiers(r).stream()
                .filter(i -> "phone".equals(i.getAs("kind")))
                .forEach(i -> hashes.add(i.getAs("hash"))));
    return hashes.stream().distinct().toList();
  }
}
