package giro.app;

import giro.config.GiroSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks configuration, rules, paths and expectations, and says what is missing; reads no"
            + " data.",
    footer = {"%nExample:", "  giro check --config giro.conf"})
final class CheckCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    GiroSettings settings = common.settings();
    Output output = common.output();
    output.text(
        "Settings are sound (fingerprint " + settings.fingerprint().substring(0, 12) + ").");
    place(output, "landing", settings.landing());
    place(output, "lake", settings.lake());
    place(output, "bi", settings.bi());
    place(output, "report", settings.report());
    output.text("Sources:");
    settings
        .ingest()
        .sources()
        .forEach(
            s ->
                output.text(
                    "  "
                        + s.name()
                        + ": "
                        + s.format()
                        + ", schema "
                        + (s.schema() != null
                            ? s.schema()
                            : s.mapping().isEmpty()
                                ? "none (common touch fields)"
                                : "none (its own mapping)")
                        + (s.required() ? ", required" : "")));
    output.text(
        "Rules: " + settings.rules().rules().size() + ", version " + settings.rules().version());
    settings
        .funnels()
        .forEach(
            f ->
                output.text(
                    "Funnel: " + f.name() + ", " + f.steps().size() + " steps per " + f.unit()));
    output.text("Expectations:");
    settings
        .expectations()
        .forEach(
            e ->
                output.text(
                    "  "
                        + e.severity().name().toLowerCase(java.util.Locale.ROOT)
                        + ": "
                        + e.name()));
    List<String> missing = MissingSettings.of(settings);
    if (!missing.isEmpty()) {
      output.text("Missing:");
      missing.forEach(line -> output.text("  " + line));
    }
    output.result(json(settings, missing));
    return ExitCode.DONE;
  }

  private static Map<String, Object> json(GiroSettings settings, List<String> missing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", "sound");
    json.put("fingerprint", settings.fingerprint());
    json.put("rules", settings.rules().rules().size());
    json.put("rule_version", settings.rules().version());
    json.put("sources", settings.ingest().sources().stream().map(s -> s.name()).toList());
    json.put("funnels", settings.funnels().stream().map(f -> f.name()).toList());
    json.put("expectations", settings.expectations().stream().map(e -> e.name()).toList());
    json.put("missing", missing);
    return json;
  }

  /** Tells of a local folder whether it is there; other file systems are not asked. */
  private static void place(Output output, String what, String path) {
    boolean isLocal = !path.contains("://");
    String state = isLocal && !Files.exists(Path.of(path)) ? " (not there yet)" : "";
    output.text(String.format("%-8s %s%s", what, path, state));
  }
}
