package giro.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import giro.schema.EventSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
  private static final int PEOPLE = 1500;
  private static final int DAYS = 300;

  @TempDir static Path shared;
  private static Path out;
  private static Simulation.Result made;

  @BeforeAll
  static void simulateOnce() throws IOException {
    out = shared.resolve("one");
    made = run(out, 11);
  }

  private static Simulation.Result run(Path to, long seed) throws IOException {
    return Simulation.run(new SimulationRequest(to, PEOPLE, DAYS, seed, null), step -> {});
  }

  @Test
  void theSameSeedGivesTheSameBytes(@TempDir Path other) throws IOException {
    run(other, 11);
    List<Path> files = Landed.files(out);
    assertThat(Landed.files(other).stream().map(other::relativize))
        .containsExactlyElementsOf(files.stream().map(out::relativize).toList());
    for (Path file : files) {
      assertThat(Files.mismatch(file, other.resolve(out.relativize(file))))
          .as("first different byte of %s", out.relativize(file))
          .isEqualTo(-1);
    }
  }

  @Test
  void aLandingZoneInUseIsLeftAlone() {
    assertThatThrownBy(() -> run(out, 13))
        .isInstanceOf(SimulationException.class)
        .hasMessageContaining("not empty");
  }

  @Test
  void anotherSeedTellsOfOtherPeople(@TempDir Path other) throws IOException {
    run(other, 12);
    assertThat(ids(other, Source.WEB)).doesNotContainAnyElementsOf(ids(out, Source.WEB));
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void everySourceHasAFolderEachNight(Source source) {
    List<String> folders =
        Landed.files(out.resolve("landing/" + source.folder)).stream()
            .map(file -> file.getParent().getFileName().toString())
            .toList();
    assertThat(folders).doesNotHaveDuplicates().contains("date=2026-10-31", "date=2026-08-18");
    assertThat(folders.stream().filter(f -> f.compareTo("date=2026-08-18") >= 0)).hasSize(75);
    assertThat(folders).as("months before the nights").contains("date=2026-03-31");
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void rowsHoldTheFieldsOfTheirSchema(Source source) throws IOException {
    Schema schema = EventSchemas.latest(source.folder);
    Set<String> known =
        schema.getFields().stream().map(Schema.Field::name).collect(Collectors.toSet());
    List<String> required =
        schema.getFields().stream()
            .filter(field -> field.schema().getType() != Schema.Type.UNION)
            .map(Schema.Field::name)
            .toList();
    List<Map<String, String>> rows = rows(source);
    assertThat(rows).isNotEmpty();
    assertThat(rows.stream().filter(row -> !row.containsKey("torn")))
        .allSatisfy(row -> assertThat(known).containsAll(row.keySet()));
    long whole = rows.stream().filter(row -> required.stream().allMatch(row::containsKey)).count();
    assertThat(whole / (double) rows.size()).as("rows with all required fields").isGreaterThan(.99);
  }

  @Test
  void everyTrueTouchLandsAndNoneTwiceInTheTruth() throws Exception {
    List<String> truth = column("SELECT event_id FROM '" + truth("touches") + "'");
    Set<String> landed = new HashSet<>();
    for (Source source : Source.values()) {
      landed.addAll(ids(out, source));
    }
    assertThat(truth).doesNotHaveDuplicates().hasSize((int) made.touches());
    assertThat(landed).containsAll(truth);
  }

  @Test
  void faultsAreAsFrequentAsTheProfileSays() throws IOException {
    Profile.NoiseRates rates = ReadProfile.read(null).noise();
    List<String> ids = new ArrayList<>();
    for (Source source : List.of(Source.WEB, Source.APP, Source.DEALER)) {
      ids.addAll(ids(out, source));
    }
    double twice = 1 - new HashSet<>(ids).size() / (double) ids.size();
    double expected = rates.duplicate() + rates.conflict();
    double sigma = Math.sqrt(expected / ids.size());
    assertThat(twice).as("rows sent again").isCloseTo(expected, within(5 * sigma));
    List<Map<String, String>> hits = rows(Source.WEB);
    long late =
        hits.stream()
            .mapToLong(
                h -> Long.parseLong(h.get("collected_at")) - Long.parseLong(h.get("hit_time")))
            .filter(delay -> delay > TrueOrder.DAY)
            .count();
    assertThat(late / (double) hits.size())
        .as("hits that come late")
        .isCloseTo(rates.late(), within(5 * Math.sqrt(rates.late() / hits.size())));
  }

  @Test
  void conversionsAreSharesOfTheSimulatedLaps() throws Exception {
    String file = truth("conversions");
    assertThat(column("SELECT count(*) FROM '" + file + "' WHERE probability NOT BETWEEN 0 AND 1"))
        .containsExactly("0");
    assertThat(column("SELECT DISTINCT from_moment || '-' || to_moment FROM '" + file + "'"))
        .contains("ZMOT-FMOT", "OWNER_STIMULUS-ZMOT", "ACQUISITION-DELIVERY", "UMOT-ACQUISITION");
    assertThat(
            column(
                "SELECT window_days FROM '"
                    + file
                    + "' WHERE from_moment = 'ZMOT' AND to_moment = 'FMOT'"
                    + " AND vehicle_type = 'used' AND market = '(all)' AND model = '(all)'"))
        .containsExactly("45");
  }

  @Test
  void readersNeverReadThemselvesNorTheirHousehold() throws Exception {
    List<String> own =
        column(
            "SELECT count(*) FROM '"
                + truth("influence")
                + "' WHERE substr(author, 2)::BIGINT // 3 = substr(reader, 2)::BIGINT // 3");
    assertThat(own).containsExactly("0");
  }

  private static String truth(String name) {
    return out.resolve("truth").resolve(name + ".parquet").toString();
  }

  private static List<Map<String, String>> rows(Source source) throws IOException {
    return Landed.rows(out.resolve("landing"), source.folder);
  }

  private static List<String> ids(Path from, Source source) throws IOException {
    String field = EventSchemas.latest(source.folder).getFields().get(0).name();
    return Landed.rows(from.resolve("landing"), source.folder).stream()
        .map(row -> row.get(field))
        .filter(id -> id != null && !id.isEmpty())
        .toList();
  }

  private static List<String> column(String query) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
