package giro.app;

import giro.config.DraftConfiguration;
import giro.config.DraftConfiguration.Draft;
import giro.config.Presets;
import giro.ingest.SampleLanding;
import giro.ingest.SourceSample;
import giro.moment.Nearest;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description =
        "Writes a configuration with comments by looking at a landing folder: sources, formats,"
            + " fields with their types, well-known exports. Overwrites nothing.",
    footer = {
      "%nExamples:",
      "  giro init --landing data/landing",
      "  giro init --preset ga4 --preset call_center=genesys --out giro.conf"
    })
final class InitCommand implements Callable<Integer> {
  private static final String DEFAULT_LANDING = "data/landing";

  @Mixin private CommonOptions common;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      description =
          "Where files arrive, as DIR/SOURCE/date=YYYY-MM-DD/FILE; data/landing unless told.")
  private String landing;

  @Option(
      names = "--preset",
      paramLabel = "[SOURCE=]NAME",
      description = "A preset for a source, whatever lies there; repeatable. See docs/presets.md.")
  private List<String> presets = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "giro.conf",
      description = "The file to write; ${DEFAULT-VALUE} unless told.")
  private Path out;

  @Override
  public Integer call() {
    if (Files.exists(out)) {
      throw UserError.usage(out + " is there already; give another --out, or move it away.");
    }
    Map<String, String> chosen = chosen();
    String folder = landing == null ? DEFAULT_LANDING : landing;
    Draft draft = DraftConfiguration.of(folder, samples(folder, chosen), chosen);
    write(draft.text());
    Output output = common.output();
    output.text("Wrote " + out + ":");
    draft.notes().forEach(note -> output.text("  " + note));
    output.text("Next: read it through, then giro check --config " + out);
    output.result(Map.of("state", "done", "file", out.toString(), "sources", draft.notes()));
    return ExitCode.DONE;
  }

  private List<SourceSample> samples(String folder, Map<String, String> chosen) {
    boolean isGiven = landing != null || chosen.isEmpty();
    if (!isGiven && !Files.isDirectory(Path.of(folder))) {
      return List.of();
    }
    List<SourceSample> samples = SampleLanding.of(folder, new Configuration());
    if (samples.isEmpty() && chosen.isEmpty()) {
      throw UserError.usage(
          "No rows lie in "
              + folder
              + "; land files as "
              + folder
              + "/SOURCE/date=YYYY-MM-DD/FILE, or name a --preset.");
    }
    return samples;
  }

  /** Preset by source. */
  private Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String given : presets) {
      int equals = given.indexOf('=');
      String name = given.substring(equals + 1);
      if (!Presets.NAMES.contains(name)) {
        String hint =
            Nearest.of(name, Presets.NAMES)
                .map(near -> "Did you mean " + near + "?")
                .orElse("There are " + String.join(", ", Presets.NAMES) + ".");
        throw UserError.noSuchThing("preset", name, hint);
      }
      chosen.put(equals < 0 ? Presets.named(name).source() : given.substring(0, equals), name);
    }
    return chosen;
  }

  private void write(String text) {
    try {
      if (out.toAbsolutePath().getParent() != null) {
        Files.createDirectories(out.toAbsolutePath().getParent());
      }
      Files.writeString(out, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw UserError.usage(out + " is there already; give another --out, or move it away.");
    } catch (IOException e) {
      throw UserError.failed("Cannot write " + out + ": " + e.getMessage() + ".", e);
    }
  }
}
