package giro.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import giro.moment.Nearest;
import java.util.List;
import java.util.Map;

/**
 * What Giro ships for the exports of well-known systems: {@code giro/presets/NAME.conf}. A source
 * that names one has the preset's block in place of the shipped one, and the preset's mapping as
 * its schema, so that rows in the common form and the source's own entries go before it as ever.
 */
public final class Presets {
  /** In the order in which they are listed. */
  public static final List<String> NAMES =
      List.of(
          "ga4",
          "snowplow",
          "snowplow-json",
          "adobe",
          "dealer-csv",
          "amazon-connect",
          "genesys",
          "google-reviews");

  private static final String ROOT = "giro";
  private static final List<String> ABOUT = List.of("title", "source", "recognise");
  private static final List<String> OF_SCHEMA = List.of("mapping", "attributes");

  private final Problems problems;

  Presets(Problems problems) {
    this.problems = problems;
  }

  /**
   * What a preset says of itself.
   *
   * @param title the export it reads, in words
   * @param source the source it is usually landed as
   * @param recognise fields that such an export has, all of them
   * @param settings its keys as a source's block
   */
  public record Preset(
      String name, String title, String source, List<String> recognise, Config settings) {}

  /** The preset of one of {@link #NAMES}. */
  public static Preset named(String name) {
    Config read =
        ConfigFactory.parseResources(
                Presets.class.getClassLoader(), "giro/presets/" + name + ".conf")
            .resolve();
    return new Preset(
        name,
        read.getString("title"),
        read.getString("source"),
        read.getStringList("recognise"),
        without(read, ABOUT));
  }

  /** The shipped settings with the presets that the user's sources name. */
  Config into(Config shipped, Config user) {
    Config with = shipped;
    ConfigValue giro = user.root().get(ROOT);
    ConfigValue sources = giro instanceof ConfigObject block ? block.get("sources") : null;
    if (sources instanceof ConfigObject all) {
      for (Map.Entry<String, ConfigValue> source : all.entrySet()) {
        ConfigValue preset =
            source.getValue() instanceof ConfigObject block ? block.get("preset") : null;
        if (preset != null && preset.unwrapped() instanceof String name) {
          with = isKnown(preset, source.getKey(), name) ? with(with, source.getKey(), name) : with;
        }
      }
    }
    return with;
  }

  private boolean isKnown(ConfigValue preset, String source, String name) {
    if (NAMES.contains(name)) {
      return true;
    }
    String near =
        Nearest.of(name, NAMES)
            .map(n -> "did you mean " + n + "?")
            .orElse("there are " + String.join(", ", NAMES));
    problems.add(
        preset.origin(), "sources." + source + ".preset", "\"" + name + "\" is no preset; " + near);
    return false;
  }

  private static Config with(Config shipped, String source, String name) {
    Config preset = named(name).settings();
    Config own =
        without(preset, OF_SCHEMA).withValue("schema", ConfigValueFactory.fromAnyRef(name));
    Config schema = preset;
    for (String key : without(preset, OF_SCHEMA).root().keySet()) {
      schema = schema.withoutPath(ConfigUtil.joinPath(key));
    }
    return shipped
        .withValue(ConfigUtil.joinPath(ROOT, "sources", source), own.root())
        .withValue(ConfigUtil.joinPath(ROOT, "schemas", name), schema.root());
  }

  private static Config without(Config config, List<String> keys) {
    Config left = config;
    for (String key : keys) {
      left = left.withoutPath(key);
    }
    return left;
  }
}
