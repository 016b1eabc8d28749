package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One night of a small simulated world, of which some cells are withheld. */
final class SimulatedNight {
  private SimulatedNight() {}

  /** Writes landing zone, lake, tables and page under a folder. */
  static void under(Path home) throws Exception {
    String simulated = home.resolve("sim").toString();
    Ran.answer(
        "simulate",
        "--quiet",
        "--out",
        simulated,
        "--people",
        "260",
        "--days",
        "150",
        "--seed",
        "5");
    Path landing = home.resolve("sim/landing");
    String last;
    try (var folders = Files.walk(landing, 2)) {
      last =
          folders
              .map(folder -> folder.getFileName().toString())
              .filter(name -> name.startsWith("date="))
              .max(String::compareTo)
              .orElseThrow()
              .substring("date=".length());
    }
    String[] settings = {
      "landing=" + landing,
      "lake=" + home.resolve("lake"),
      "bi=" + home.resolve("bi"),
      "report=" + home.resolve("report"),
      "privacy.k=3",
      "spark.conf.\"spark.sql.codegen.wholeStage\"=false",
      "spark.conf.\"spark.sql.codegen.factoryMode\"=NO_CODEGEN"
    };
    List<String> command = new ArrayList<>(List.of("run", "--quiet", "--date", last));
    for (String setting : settings) {
      command.addAll(List.of("--set", setting));
    }
    assertThat(Ran.of(command.toArray(String[]::new))).isEqualTo(new Ran(ExitCode.DONE, ""));
  }
}
