package giro.ingest;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The source, night and settings that tests of single rows share. */
final class MadeUpSource {
  static final LocalDate DAY = LocalDate.parse("2026-06-30");
  static final LandingFile FILE =
      new LandingFile("f", "web/f.jsonl", "web", DAY, DAY, "json", 1, 0);
  static final SourceSettings WEB =
      new SourceSettings(
          "web",
          "json",
          FileForm.PLAIN,
          null,
          Duration.ZERO,
          Duration.ZERO,
          false,
          Map.of(),
          Map.of(),
          Set.of());

  private MadeUpSource() {}

  /**
   * @param blocked per kind, patterns of values that identify nobody
   */
  static IngestSettings settings(Map<String, List<String>> blocked) {
    return new IngestSettings(
        List.of(WEB),
        LocalDate.parse("2000-01-01"),
        Duration.ofDays(366),
        65_536,
        Map.of(),
        blocked);
  }
}
