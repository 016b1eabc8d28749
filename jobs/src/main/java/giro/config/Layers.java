package giro.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layers of the configuration, the stronger first: single settings, the user's file, what Giro
 * ships. Variables of the environment are resolved last.
 */
final class Layers {

  private static final String ROOT = "giro";

  private final Problems problems;

  Layers(Problems problems) {
    this.problems = problems;
  }

  /** Everything under {@code giro}, resolved; problems where a layer cannot be read. */
  Config read(Optional<Path> file, List<String> sets) {
    Config user = file.map(this::parse).orElse(ConfigFactory.empty());
    Config single = sets.stream().map(this::single).reduce(ConfigFactory.empty(), this::over);
    problems.throwIfAny();
    try {
      Config told = single.withFallback(user);
      Config known = told.resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
      Config shipped = new Presets(problems).into(withoutReplacedFunnels(shipped(), user), known);
      problems.throwIfAny();
      return told.withFallback(shipped).resolve().getConfig(ROOT);
    } catch (ConfigException e) {
      problems.add(describe(e));
      problems.throwIfAny();
      throw e;
    }
  }

  static Config shipped() {
    return ConfigFactory.parseResources(Layers.class.getClassLoader(), "reference.conf");
  }

  private Config over(Config earlier, Config later) {
    return later.withFallback(earlier);
  }

  private Config parse(Path file) {
    if (!Files.isRegularFile(file)) {
      problems.add(file.toString(), "--config", "is not a file that can be read; check the path");
      return ConfigFactory.empty();
    }
    try {
      Config parsed =
          ConfigFactory.parseFile(
              file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
      if (!parsed.root().isEmpty() && !parsed.root().containsKey(ROOT)) {
        problems.add(
            Problems.place(parsed.root().origin()),
            ROOT,
            "is missing; put all settings in giro { ... }");
      }
      return parsed;
    } catch (ConfigException e) {
      problems.add(describe(e));
      return ConfigFactory.empty();
    }
  }

  /**
   * One {@code key=value}; a value in brackets or quotes is HOCON, any other is the text itself.
   */
  private Config single(String set) {
    int equals = set.indexOf('=');
    if (equals < 1) {
      problems.add("--set " + set, "--set", "must be key=value, such as laps.inactivity=90 days");
      return ConfigFactory.empty();
    }
    String key = set.substring(0, equals).strip();
    String origin = "--set " + key;
    try {
      List<String> path = ConfigUtil.splitPath(key.startsWith(ROOT + ".") ? key : ROOT + "." + key);
      ConfigValue value = value(origin, set.substring(equals + 1));
      for (int i = path.size() - 1; i >= 0; i--) {
        value = ConfigValueFactory.fromMap(Map.of(path.get(i), value), origin);
      }
      return ((ConfigObject) value).toConfig();
    } catch (ConfigException e) {
      problems.add(origin, key, "cannot be read: " + oneLine(e));
      return ConfigFactory.empty();
    }
  }

  private static ConfigValue value(String origin, String text) {
    String value = text.strip();
    if (value.isEmpty() || "{[\"".indexOf(value.charAt(0)) < 0) {
      return ConfigValueFactory.fromAnyRef(value, origin);
    }
    ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription(origin);
    return ConfigFactory.parseString("v = " + value, options).root().get("v");
  }

  /** A funnel of the user's own is whole: nothing of a shipped one of that name shines through. */
  private static Config withoutReplacedFunnels(Config shipped, Config user) {
    Config known = user.resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
    ConfigValue root = known.root().get(ROOT);
    ConfigValue funnels = root instanceof ConfigObject giro ? giro.get("funnels") : null;
    Config left = shipped;
    if (funnels instanceof ConfigObject own) {
      for (String name : own.keySet()) {
        left = left.withoutPath(ConfigUtil.joinPath(ROOT, "funnels", name));
      }
    }
    return left;
  }

  private static String describe(ConfigException e) {
    String place = e.origin() == null ? "" : Problems.place(e.origin()) + ": ";
    return place + "cannot be read: " + oneLine(e);
  }

  private static String oneLine(ConfigException e) {
    String text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    String origin = e.origin() == null ? "" : e.origin().description() + ": ";
    return text.startsWith(origin) ? text.substring(origin.length()) : text;
  }
}
