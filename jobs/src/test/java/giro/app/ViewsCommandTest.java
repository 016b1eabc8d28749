package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import giro.model.table.MomentConversion;
import giro.testing.SparkExtension;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.CreateTable;
import io.trino.sql.tree.CreateView;
import io.trino.sql.tree.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What other readers are given to see the published tables by. */
@ExtendWith(SparkExtension.class)
class ViewsCommandTest {
  private final SparkSession spark;
  @TempDir Path home;

  ViewsCommandTest(SparkSession spark) {
    this.spark = spark;
  }

  /** One table of one run in a folder whose name needs quoting. */
  @BeforeEach
  void published() throws IOException {
    Path table = bi().resolve("runs/R-1/moment_conversion");
    Row row =
        spark
            .sql(
                "SELECT DATE'2026-01-01' AS cohort_month, '(all)' AS market, '(all)' AS model,"
                    + " 'new' AS vehicle_type, 'ZMOT' AS from_moment, 'FMOT' AS to_moment,"
                    + " 12L AS entered")
            .first();
    spark.createDataFrame(List.of(row), row.schema()).coalesce(1).write().parquet(table.toString());
    String file;
    try (var files = Files.list(table)) {
      file =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".parquet"))
              .findFirst()
              .orElseThrow();
    }
    Files.writeString(
        bi().resolve("published.json"),
        """
        {"as_of": "2026-01-31", "run_id": "R-1", "published_at": "2026-02-01T00:00:00Z", "earlier": [],
         "tables": {"moment_conversion": {"path": "runs/R-1/moment_conversion", "files": ["%s"], "rows": 1,
         "columns": ["cohort_month", "market", "model", "vehicle_type", "from_moment", "to_moment", "entered"]}}}
        """
            .formatted(file));
  }

  @Test
  void sparkReadsThePublishedTablesByItsViews() {
    for (String statement : views("spark").split(";\n")) {
      if (!statement.isBlank()) {
        spark.sql(statement);
      }
    }
    assertThat(
            spark.sql("SELECT from_moment, entered FROM moment_conversion").first().mkString(" "))
        .isEqualTo("ZMOT 12");
    spark.catalog().dropTempView("moment_conversion");
  }

  @Test
  void duckDbReadsThePublishedTablesByItsViews() throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        java.sql.Statement statement = duckdb.createStatement()) {
      statement.execute(views("duckdb"));
      try (ResultSet rows = statement.executeQuery("SELECT entered FROM moment_conversion")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getLong(1)).isEqualTo(12);
      }
    }
  }

  @Test
  void trinoUnderstandsWhatItIsGiven() {
    List<Statement> statements = parsed(views("trino", "--schema", "lake.journeys"));
    assertThat(statements).hasSize(3);
    CreateTable table = (CreateTable) statements.get(1);
    assertThat(table.getName()).hasToString("lake.journeys.moment_conversion_r_1");
    assertThat(table.getElements().toString())
        .contains("cohort_month", "date", "market", "varchar", "entered", "bigint")
        .doesNotContain("incidence_low");
    assertThat(table.getProperties().toString())
        .contains("file:///", "it''s bi/runs/R-1/moment_conversion'");
    assertThat(((CreateView) statements.get(2)).getName())
        .hasToString("lake.journeys.moment_conversion");
  }

  @Test
  void everyPublishedTypeHasOneInTrino() throws IOException {
    StringBuilder tables = new StringBuilder();
    for (var table : AllTables.list()) {
      if (table.layer() == giro.model.table.TableContract.Layer.BI) {
        String columns = "\"" + String.join("\", \"", table.columnNames()) + "\"";
        tables
            .append(tables.isEmpty() ? "" : ", ")
            .append(
                "\"%s\": {\"path\": \"p\", \"files\": [], \"rows\": 0, \"columns\": [%s]}"
                    .formatted(table.name(), columns));
      }
    }
    Files.writeString(
        bi().resolve("published.json"),
        "{\"as_of\": \"2026-01-31\", \"run_id\": \"R\", \"published_at\": \"x\", \"earlier\": [], \"tables\": {"
            + tables
            + "}}");
    assertThat(parsed(views("trino"))).hasSizeGreaterThan(80);
  }

  @Test
  void anUnknownReaderIsNamedWithTheNearest() throws IOException {
    Ran ran = Ran.of("views", "--for", "duckbd", "--set", "bi=" + bi());
    assertThat(ran.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(ran.errors()).contains("not duckbd. Did you mean duckdb?");
  }

  @Test
  void theSemanticLayerKnowsEveryPublishedTable() throws IOException {
    JsonNode file =
        new ObjectMapper(new YAMLFactory()).readTree(Ran.answer("tables", "--for", "osi"));
    JsonNode model = file.get("semantic_model").get(0);
    List<String> datasets = new ArrayList<>();
    model.get("datasets").forEach(d -> datasets.add(d.get("name").asText()));
    assertThat(datasets)
        .contains("moment_conversion", "handoffs", "handoffs_overview", "dim_model")
        .doesNotContain("touches", "laps")
        .doesNotHaveDuplicates();
    JsonNode conversion = named(model.get("datasets"), "moment_conversion");
    assertThat(conversion.get("primary_key"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(MomentConversion.CONTRACT.key());
    assertThat(conversion.get("fields")).hasSameSizeAs(MomentConversion.CONTRACT.columns());
    assertThat(named(conversion.get("fields"), "cohort_month").at("/dimension/is_time").asBoolean())
        .isTrue();
    JsonNode entered = named(model.get("metrics"), "moment_conversion_entered");
    assertThat(entered.at("/expression/dialects/0/expression").asText())
        .startsWith("SUM(CASE WHEN moment_conversion.market <> '(all)' AND")
        .endsWith("THEN moment_conversion.entered END)");
    for (JsonNode relation : model.get("relationships")) {
      assertThat(datasets).contains(relation.get("from").asText(), relation.get("to").asText());
    }
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode item : list) {
      if (item.get("name").asText().equals(name)) {
        return item;
      }
    }
    throw new AssertionError("nothing is called " + name);
  }

  private Path bi() throws IOException {
    return Files.createDirectories(home.resolve("it's bi"));
  }

  private String views(String reader, String... more) {
    List<String> command = new ArrayList<>(List.of("views", "--for", reader));
    command.addAll(List.of(more));
    try {
      command.addAll(List.of("--set", "bi=" + bi()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Ran.answer(command.toArray(String[]::new));
  }

  private static List<Statement> parsed(String sql) {
    return Stream.of(sql.split(";\n"))
        .filter(statement -> !statement.isBlank())
        .map(new SqlParser()::createStatement)
        .toList();
  }
}
