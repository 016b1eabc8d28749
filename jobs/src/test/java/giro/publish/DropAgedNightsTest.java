package giro.publish;

import static org.assertj.core.api.Assertions.assertThat;

import giro.lake.LakeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropAgedNightsTest {
  private static final String NOW = "asof-2026-06-30-20260701T020000000Z";
  private static final String NEAR = "asof-2026-06-29-20260630T020000000Z";
  private static final String FAR = "asof-2026-05-01-20260502T020000000Z";
  private static final String DIED = "asof-2026-06-30-20260701T010000000Z";

  @TempDir private Path home;
  private Path bi;
  private Path report;

  @BeforeEach
  void nights() throws IOException {
    bi = home.resolve("bi");
    report = Files.createDirectories(home.resolve("report"));
    for (String run : List.of(NOW, NEAR, FAR, DIED)) {
      Files.createDirectories(bi.resolve("runs").resolve(run));
      Files.writeString(report.resolve(run + ".html"), run);
    }
    Files.writeString(report.resolve("index.html"), NOW);
  }

  @Test
  void whatNoReaderCanFindGoesAndEveryNightStays() throws IOException {
    publish();
    assertThat(drop(Optional.empty(), Instant.now().plusSeconds(60)))
        .isEqualTo(new DropAgedNights.Dropped(0, 1, 1));
    assertThat(names(bi.resolve("runs"))).containsExactly(FAR, NEAR, NOW);
    assertThat(names(report))
        .containsExactly(FAR + ".html", NEAR + ".html", NOW + ".html", "index.html");
  }

  @Test
  void aNightThatIsTooOldLeavesThePointerAndThenItsPlaces() throws IOException {
    publish();
    assertThat(drop(Optional.of(Duration.ofDays(30)), Instant.now().plusSeconds(60)))
        .isEqualTo(new DropAgedNights.Dropped(1, 2, 2));
    assertThat(names(bi.resolve("runs"))).containsExactly(NEAR, NOW);
    assertThat(Files.readString(bi.resolve("published.json")))
        .contains(NOW, NEAR)
        .doesNotContain(FAR);
  }

  @Test
  void whatAReaderMayStillBeOnStays() throws IOException {
    publish();
    assertThat(drop(Optional.of(Duration.ofDays(30)), Instant.now().minusSeconds(3600)))
        .isEqualTo(new DropAgedNights.Dropped(1, 0, 0));
  }

  @Test
  void withoutAPointerNothingGoes() throws IOException {
    assertThat(drop(Optional.of(Duration.ofDays(1)), Instant.now().plusSeconds(60)))
        .isEqualTo(new DropAgedNights.Dropped(0, 0, 0));
    assertThat(names(bi.resolve("runs"))).hasSize(4);
  }

  private void publish() throws IOException {
    Published published =
        new Published(
            "2026-06-30",
            NOW,
            "t",
            "1.0",
            Map.of(),
            List.of(
                new Published.Night("2026-06-29", NEAR, "t"),
                new Published.Night("2026-05-01", FAR, "t")));
    Files.writeString(bi.resolve("published.json"), published.json());
  }

  private DropAgedNights.Dropped drop(Optional<Duration> age, Instant before) throws IOException {
    LakeFiles files = new LakeFiles(new Configuration());
    return new DropAgedNights(files, bi.toString(), report.toString()).drop(age, before);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> names = Files.list(folder)) {
      return names
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
