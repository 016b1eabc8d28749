package giro.app;

import giro.config.GiroSettings;
import giro.config.ReadSettings;
import giro.model.table.JourneyTouches;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options every command has. */
final class CommonOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Your settings (HOCON); what they leave out is as shipped.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting, such as lake=/data/lake; repeatable, wins over the file.")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--quiet", description = "No progress, errors only.")
  private boolean quiet;

  @Option(names = "--json", description = "One machine-readable result on standard output.")
  private boolean json;

  @Option(names = "--debug", description = "Log more, and show a stack trace with each error.")
  private boolean debug;

  GiroSettings settings() {
    return settings(List.of());
  }

  /** The settings with a command's own on top of the file and below {@code --set}. */
  GiroSettings settings(List<String> own) {
    List<String> all = new ArrayList<>(own);
    all.addAll(sets);
    return ReadSettings.of(Optional.ofNullable(config), all, JourneyTouches.CONTRACT.schema());
  }

  Progress progress() {
    return new Progress(quiet || Main.logsJson());
  }

  Output output() {
    return new Output(json);
  }

  boolean isDebug() {
    return debug;
  }
}
