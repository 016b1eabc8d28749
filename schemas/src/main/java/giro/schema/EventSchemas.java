package giro.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * The shipped schemas of the six sources' events, in the sources' own words.
 *
 * <p>Versions of a source count from 1 without a hole, and each version reads what the one before
 * it wrote. CSV and JSON sources carry the same fields as text; their schema documents them.
 */
public final class EventSchemas {
  private static final Map<String, Integer> LATEST = latestVersions();

  private EventSchemas() {}

  /** The sources that have a shipped schema: web, app, dealer, call_center, review, social. */
  public static List<String> sources() {
    return List.copyOf(LATEST.keySet());
  }

  /** The number of the newest version of a source's schema, from 1. */
  public static int latestVersion(String source) {
    Integer version = LATEST.get(source);
    if (version == null) {
      throw new IllegalArgumentException(
          "No schema for source '" + source + "': known are " + sources());
    }
    return version;
  }

  /** The newest schema of a source. */
  public static Schema latest(String source) {
    return of(source, latestVersion(source));
  }

  /** One version of a source's schema; an unknown source or version is an error. */
  public static Schema of(String source, int version) {
    if (version < 1 || version > latestVersion(source)) {
      throw new IllegalArgumentException(
          "No version " + version + " of the schema of source '" + source + "'");
    }
    return read(source, version);
  }

  /** All versions of a source's schema, oldest first. */
  public static List<Schema> all(String source) {
    List<Schema> versions = new ArrayList<>();
    for (int version = 1; version <= latestVersion(source); version++) {
      versions.add(read(source, version));
    }
    return List.copyOf(versions);
  }

  private static Map<String, Integer> latestVersions() {
    Map<String, Integer> latest = new LinkedHashMap<>();
    latest.put("web", 2);
    latest.put("app", 1);
    latest.put("dealer", 1);
    latest.put("call_center", 1);
    latest.put("review", 1);
    latest.put("social", 1);
    return latest;
  }

  private static Schema read(String source, int version) {
    String name = source + "-v" + version + ".avsc";
    try (InputStream in = EventSchemas.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Schema file is missing from the build: " + name);
      }
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read schema " + name, e);
    }
  }
}
