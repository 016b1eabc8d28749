package giro.app;

import java.util.Locale;

/** Says what a night did. */
final class NightReport {
  private NightReport() {}

  static void print(RunResult result, Output output) {
    output.text(
        String.format(
            Locale.ROOT,
            "Night of %s published as %s: %,d files, %,d rows read = %,d accepted + %,d duplicates"
                + " + %,d rejected; %,d touches of %,d persons in %,d laps.",
            result.asOf(),
            result.runId(),
            result.taken().files(),
            result.taken().read(),
            result.taken().accepted(),
            result.taken().duplicates(),
            result.taken().rejected(),
            result.touches(),
            result.persons(),
            result.laps()));
    result.warnings().forEach(warning -> output.text("Warning: " + warning));
    output.text("BI tables: " + result.bi() + "/published.json");
    output.text("Page: " + result.page());
    output.result(result.json());
  }
}
