package giro.report;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The page's templates and its other resources, from the class path. */
final class Templates {
  private static final String ROOM = "giro/report/";

  private final DefaultMustacheFactory factory = new DefaultMustacheFactory(ROOM);
  private final Map<String, Mustache> compiled = new ConcurrentHashMap<>();

  /** What a template makes of a view; every text is escaped but what it takes as it is. */
  String fill(String template, Object view) {
    StringWriter out = new StringWriter();
    compiled
        .computeIfAbsent(template, name -> factory.compile(name + ".mustache"))
        .execute(out, view);
    return out.toString();
  }

  static String resource(String name) {
    try (InputStream in = Templates.class.getClassLoader().getResourceAsStream(ROOM + name)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find " + ROOM + name + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
