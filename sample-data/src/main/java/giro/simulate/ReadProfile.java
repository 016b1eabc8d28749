package giro.simulate;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * HOCON to {@link Profile}: each component of a record is a key, and each key must be a component,
 * so that no rate is documented and unread, nor set by a user in vain.
 */
final class ReadProfile {
  private static final String SHIPPED = "giro/simulate/profile.conf";

  private final List<String> problems = new ArrayList<>();

  private ReadProfile() {}

  /** The shipped profile under the user's; {@code user} may be null. */
  static Profile read(Path user) {
    Config shipped = ConfigFactory.parseResources(ReadProfile.class.getClassLoader(), SHIPPED);
    Config both = user == null ? shipped : parse(user).withFallback(shipped);
    ReadProfile reading = new ReadProfile();
    Profile profile = (Profile) reading.bind(Profile.class, resolve(both), "");
    if (!reading.problems.isEmpty()) {
      throw new SimulationException(String.join("\n", reading.problems));
    }
    return profile;
  }

  private static Config parse(Path user) {
    if (!Files.isReadable(user)) {
      throw new SimulationException("Cannot read profile " + user + ": no such readable file");
    }
    try {
      return ConfigFactory.parseFile(
          user.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
    } catch (ConfigException e) {
      throw new SimulationException("Cannot read profile: " + e.getMessage());
    }
  }

  private static Config resolve(Config config) {
    try {
      return config.resolve();
    } catch (ConfigException e) {
      throw new SimulationException("Cannot resolve profile: " + e.getMessage());
    }
  }

  private Object bind(Class<?> type, Config config, String path) {
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknown(config, components, path);
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i], config, path);
    }
    try {
      return problems.isEmpty() ? type.getDeclaredConstructor(types).newInstance(values) : null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make " + type, e);
    }
  }

  private void refuseUnknown(Config config, RecordComponent[] components, String path) {
    Set<String> known =
        Stream.of(components).map(c -> key(c.getName())).collect(Collectors.toSet());
    for (Map.Entry<String, ConfigValue> entry : config.root().entrySet()) {
      if (!known.contains(entry.getKey())) {
        String where = entry.getValue().origin().description();
        problems.add(where + ": no rate is called '" + path + entry.getKey() + "'");
      }
    }
  }

  private Object value(RecordComponent component, Config config, String path) {
    String key = key(component.getName());
    Class<?> type = component.getType();
    try {
      if (type.isRecord() && type != Rates.class && type != Weights.class) {
        return bind(type, config.getConfig(key), path + key + ".");
      }
      return type == List.class
          ? records(component, config, path)
          : checked(leaf(type, config, key), config.getValue(key), path + key);
    } catch (ConfigException e) {
      problems.add(e.getMessage() + " (rate '" + path + key + "')");
      return null;
    }
  }

  private Object checked(Object value, ConfigValue origin, String path) {
    if (value instanceof Number number && number.doubleValue() < 0) {
      problems.add(origin.origin().description() + ": '" + path + "' must not be below 0");
    }
    return value;
  }

  private Object leaf(Class<?> type, Config config, String key) {
    if (type == int.class) {
      return config.getInt(key);
    }
    if (type == double.class) {
      return config.getDouble(key);
    }
    if (type == double[].class) {
      return config.getDoubleList(key).stream().mapToDouble(Double::doubleValue).toArray();
    }
    if (type == Rates.class) {
      return rates(config.getConfig(key));
    }
    return type == Weights.class ? weights(config.getConfig(key)) : config.getString(key);
  }

  private List<Object> records(RecordComponent component, Config config, String path) {
    String key = key(component.getName());
    Class<?> element =
        (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    List<Object> records = new ArrayList<>();
    for (Config each : config.getConfigList(key)) {
      records.add(bind(element, each, path + key + "."));
    }
    return problems.isEmpty() ? List.copyOf(records) : List.of();
  }

  private Rates rates(Config config) {
    List<EventKind> kinds = new ArrayList<>();
    for (String name : sortedKeys(config)) {
      EventKind kind = EventKind.named(name);
      if (kind == null) {
        String where = config.getValue(name).origin().description();
        problems.add(where + ": no event type is called '" + name + "'");
      } else {
        kinds.add(kind);
      }
    }
    double[] values =
        kinds.stream()
            .mapToDouble(kind -> config.getDouble(kind.name().toLowerCase(Locale.ROOT)))
            .toArray();
    return Rates.of(kinds, values);
  }

  private static Weights weights(Config config) {
    List<String> names = sortedKeys(config);
    return Weights.of(names, names.stream().mapToDouble(config::getDouble).toArray());
  }

  /** A fixed order, so that equal profiles throw equal dice. */
  private static List<String> sortedKeys(Config config) {
    return config.root().keySet().stream().sorted().toList();
  }

  /** {@code stimulusShare} is the key {@code stimulus-share}. */
  private static String key(String component) {
    return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
