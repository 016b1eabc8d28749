package giro.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import giro.moment.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One block of the configuration, read key by key. Reading a key declares it: what was never read
 * when the block is closed is unknown. A wrong value is a problem and reads as a harmless one, so
 * that reading goes on to the next problem.
 */
final class Section {

  private static final Duration LONGEST = Duration.ofDays(36_525);

  private final ConfigObject object;
  private final String path;
  private final Problems problems;
  private final Set<String> known = new TreeSet<>();

  Section(ConfigObject object, String path, Problems problems) {
    this.object = object;
    this.path = path;
    this.problems = problems;
  }

  /** The place of a key, or of this block where the key is absent. */
  ConfigOrigin origin(String key) {
    ConfigValue value = object.get(key);
    return value == null ? object.origin() : value.origin();
  }

  String path(String key) {
    if (key.isEmpty()) {
      return path;
    }
    return path.isEmpty() ? key : path + "." + key;
  }

  String path() {
    return path;
  }

  void problem(String key, String what) {
    problems.add(origin(key), path(key), what);
  }

  boolean has(String key) {
    known.add(key);
    return present(key).isPresent();
  }

  boolean isBlock(String key) {
    return present(key).filter(v -> v.valueType() == ConfigValueType.OBJECT).isPresent();
  }

  String text(String key) {
    return optionalText(key).orElseGet(() -> missing(key, "a text", ""));
  }

  /** A text that says something; blank is a problem. */
  String words(String key) {
    String text = text(key);
    if (text.isBlank() && present(key).isPresent()) {
      problem(key, "is blank; give it a value");
    }
    return text;
  }

  Optional<String> optionalText(String key) {
    return read(key, "a text", v -> v.atKey("v").getString("v"));
  }

  boolean bool(String key) {
    return optionalBool(key).orElseGet(() -> missing(key, "true or false", false));
  }

  Optional<Boolean> optionalBool(String key) {
    return read(key, "true or false", v -> v.atKey("v").getBoolean("v"));
  }

  int integer(String key, int atLeast) {
    String kind = "a whole number, " + atLeast + " or more";
    Optional<Integer> value = read(key, kind, v -> v.atKey("v").getInt("v"));
    if (value.isPresent() && value.get() < atLeast) {
      problem(key, value.get() + " is too small; give " + kind);
    }
    return value.orElseGet(() -> missing(key, kind, atLeast));
  }

  Duration duration(String key) {
    return optionalDuration(key).orElseGet(() -> missing(key, "a duration", Duration.ZERO));
  }

  /** A duration above zero. */
  Duration span(String key) {
    Optional<Duration> span = optionalDuration(key);
    if (span.filter(Duration::isZero).isPresent()) {
      problem(key, "must be longer than zero; give it as 30 days");
    }
    return span.orElseGet(() -> missing(key, "a duration", Duration.ZERO));
  }

  Optional<Duration> optionalDuration(String key) {
    Optional<Duration> value =
        read(key, "a duration such as 90 days", v -> v.atKey("v").getDuration("v"));
    if (value.filter(d -> d.isNegative() || d.compareTo(LONGEST) > 0).isPresent()) {
      problem(key, "must be between 0 and " + LONGEST.toDays() + " days");
      return Optional.empty();
    }
    return value;
  }

  /** One of a few words, case kept. */
  String oneOf(String key, List<String> allowed) {
    String value = optionalText(key).orElseGet(() -> missing(key, "one of " + allowed, ""));
    return checked(key, value, allowed);
  }

  Optional<String> optionalOneOf(String key, List<String> allowed) {
    return optionalText(key).map(value -> checked(key, value, allowed));
  }

  private String checked(String key, String value, List<String> allowed) {
    if (present(key).isPresent() && !allowed.contains(value)) {
      String near = Nearest.of(value, allowed).map(n -> "; did you mean " + n + "?").orElse("");
      problem(key, quoted(value) + " is not one of " + String.join(", ", allowed) + near);
      return allowed.get(0);
    }
    return value;
  }

  /** A list of texts; a single text counts as a list of one; absent is empty. */
  List<String> texts(String key) {
    return read(key, "a list of texts", Section::textsOf).orElse(List.of());
  }

  private static List<String> textsOf(ConfigValue value) {
    return value.valueType() == ConfigValueType.LIST
        ? value.atKey("v").getStringList("v")
        : List.of(value.atKey("v").getString("v"));
  }

  /** A block by name; absent or wrong reads as an empty one whose reads say nothing more. */
  Section section(String key) {
    known.add(key);
    Optional<ConfigValue> value = present(key);
    if (value.isPresent() && value.get() instanceof ConfigObject block) {
      return new Section(block, path(key), problems);
    }
    problem(key, value.isEmpty() ? "is missing; give a block { ... }" : "must be a block { ... }");
    return new Section(empty(), path(key), new Problems());
  }

  /** The blocks in a block, by name in alphabetical order; those set to null are left out. */
  Map<String, Section> sections(String key) {
    Section parent = section(key);
    Map<String, Section> found = new TreeMap<>();
    for (String name : parent.names()) {
      found.put(name, parent.section(name));
    }
    return found;
  }

  /** The keys of this block that are not null, in alphabetical order; declares them all. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(object.keySet());
    known.addAll(names);
    names.removeIf(name -> present(name).isEmpty());
    return names;
  }

  /** A list of blocks; absent is empty. */
  List<Section> list(String key) {
    known.add(key);
    Optional<ConfigValue> value = present(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof ConfigList items)) {
      problem(key, "must be a list [ { ... }, ... ]");
      return List.of();
    }
    List<Section> found = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String at = path(key) + "[" + (i + 1) + "]";
      if (items.get(i) instanceof ConfigObject block) {
        found.add(new Section(block, at, problems));
      } else {
        problems.add(items.get(i).origin(), at, "must be a block { ... }");
      }
    }
    return found;
  }

  /** A block of texts, nested blocks by dotted name; absent is empty. */
  Map<String, String> textByName(String key) {
    known.add(key);
    Map<String, String> found = new LinkedHashMap<>();
    if (present(key).isPresent()) {
      section(key).flatten("", found);
    }
    return found;
  }

  private void flatten(String prefix, Map<String, String> into) {
    for (String name : names()) {
      if (isBlock(name)) {
        section(name).flatten(prefix + name + ".", into);
      } else {
        optionalText(name).ifPresent(text -> into.put(prefix + name, text));
      }
    }
  }

  /** This block with another's keys where it has none itself. */
  Section orElse(Section defaults) {
    return new Section(object.withFallback(defaults.object), path, problems);
  }

  /** Says which keys nobody asked for, each with the nearest that is known. */
  void close() {
    for (String key : new TreeSet<>(object.keySet())) {
      if (!known.contains(key)) {
        String hint =
            Nearest.of(key, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("known here: " + String.join(", ", known));
        problem(key, "is not a key that Giro knows; " + hint);
      }
    }
  }

  private interface Reading<T> {
    T of(ConfigValue value);
  }

  private <T> Optional<T> read(String key, String kind, Reading<T> reading) {
    known.add(key);
    Optional<ConfigValue> value = present(key);
    try {
      return value.map(reading::of);
    } catch (ConfigException e) {
      problem(key, shown(value.get()) + " is not " + kind);
      return Optional.empty();
    }
  }

  private <T> T missing(String key, String kind, T harmless) {
    if (present(key).isEmpty()) {
      problem(key, "is missing; give " + kind);
    }
    return harmless;
  }

  private Optional<ConfigValue> present(String key) {
    return Optional.ofNullable(object.get(key)).filter(v -> v.valueType() != ConfigValueType.NULL);
  }

  private static String shown(ConfigValue value) {
    return switch (value.valueType()) {
      case OBJECT -> "a block";
      case LIST -> "a list";
      default -> quoted(String.valueOf(value.unwrapped()));
    };
  }

  private static String quoted(String value) {
    return "\"" + value + "\"";
  }

  private static ConfigObject empty() {
    return ConfigValueFactory.fromMap(Map.of());
  }
}
