package giro.app;

import giro.config.GiroSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "The whole pipeline over the shipped sample: its history in one derivation, then its last"
            + " two nights one by one.",
    footer = {"%nExamples:", "  giro demo", "  giro demo --out /tmp/giro-demo"})
final class DemoCommand implements Callable<Integer> {
  private static final String MARK = ".giro-demo";

  @Mixin private CommonOptions common;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "data/demo",
      description = "Where lake, tables and page go; a former demo there is replaced.")
  private Path out;

  @Override
  public Integer call() {
    Path landing = sample();
    GiroSettings settings =
        common.settings(
            List.of(
                "landing=\"" + landing + "\"",
                "lake=\"" + out.toAbsolutePath().resolve("lake") + "\"",
                "bi=\"" + out.toAbsolutePath().resolve("bi") + "\"",
                "report=\"" + out.toAbsolutePath().resolve("report") + "\""));
    clear();
    List<LocalDate> nights = lastNights(landing);
    SparkSession spark = Session.start(settings.spark());
    RunResult last = null;
    try (Progress progress = common.progress()) {
      for (LocalDate night : nights) {
        last =
            new Night(spark, settings, progress, Clock.systemUTC())
                .run(new RunRequest("demo", night, true));
      }
    }
    DemoSummary.print(spark, settings, last, common.output());
    return ExitCode.DONE;
  }

  /** The sample of this checkout, wherever the command runs from. */
  private static Path sample() {
    Path home = Path.of(System.getProperty("giro.home", "."));
    Path landing = home.resolve("sample-data/landing").toAbsolutePath().normalize();
    if (!Files.isDirectory(landing)) {
      throw UserError.noSuchThing("sample at", landing.toString(), "Run scripts/giro demo.");
    }
    return landing;
  }

  /** The night before the last two, and the last two. */
  private static List<LocalDate> lastNights(Path landing) {
    try (Stream<Path> folders = Files.walk(landing, 2)) {
      List<LocalDate> nights =
          folders
              .map(p -> p.getFileName().toString())
              .filter(name -> name.startsWith("date="))
              .map(name -> LocalDate.parse(name.substring(5)))
              .distinct()
              .sorted()
              .toList();
      return nights.subList(Math.max(0, nights.size() - 3), nights.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void clear() {
    try {
      if (Files.exists(out)) {
        if (!Files.exists(out.resolve(MARK))) {
          try (Stream<Path> there = Files.list(out)) {
            if (there.findAny().isPresent()) {
              throw UserError.usage(
                  out + " is not empty and holds no former demo; give another --out.");
            }
          }
        }
        for (String part : List.of("lake", "bi", "report")) {
          delete(out.resolve(part));
        }
      }
      Files.createDirectories(out);
      Files.writeString(out.resolve(MARK), "made by giro demo\n");
    } catch (IOException e) {
      throw UserError.notWritable("demo", out.toString(), e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
