package giro.config;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with the settings, so that one run tells it all. */
final class Problems {

  private final Set<String> lines = new LinkedHashSet<>();

  /** At a place, about a key ({@code giro.} may be left out), what is wrong and how to mend it. */
  void add(ConfigOrigin where, String key, String what) {
    add(place(where), key, what);
  }

  void add(String where, String key, String what) {
    lines.add(where + ": " + key + ": " + what);
  }

  void add(String line) {
    lines.add(line);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  List<String> lines() {
    return new ArrayList<>(lines);
  }

  void throwIfAny() {
    if (!lines.isEmpty()) {
      throw new SettingsException(lines());
    }
  }

  /** True for a value that no user gave. */
  static boolean isShipped(ConfigOrigin origin) {
    return origin.resource() != null;
  }

  /** File (or shipped resource) and line, as compilers write it; else Typesafe's description. */
  static String place(ConfigOrigin origin) {
    String file = origin.resource() != null ? origin.resource() : origin.filename();
    if (file == null) {
      return origin.description();
    }
    return origin.lineNumber() > 0 ? file + ":" + origin.lineNumber() : file;
  }
}
