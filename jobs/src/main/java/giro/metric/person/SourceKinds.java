package giro.metric.person;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kinds of sources that people consult before they meet a car: review sites, articles, friends.
 * What belongs to no kind is {@link #OTHER}, so that it stays to be seen.
 *
 * @param conditions per kind a Spark SQL condition over {@code journey_touches}
 */
public record SourceKinds(Map<String, String> conditions) implements Serializable {
  /** The kind of what no condition holds for. */
  public static final String OTHER = "other";

  /** Kinds are bits of one number. */
  public static final int MOST = 62;

  /** What no source at all is called. */
  static final String NONE = "none";

  public SourceKinds {
    conditions = Collections.unmodifiableMap(new TreeMap<>(conditions));
  }

  /** The kinds in the order of their bits; {@link #OTHER} is the last. */
  List<String> names() {
    List<String> names = new ArrayList<>(conditions.keySet());
    names.add(OTHER);
    return names;
  }

  /** The bits of a touch at a source: its kinds, or that of all others. */
  long of(Touch touch) {
    return touch.sources == 0 ? 1L << conditions.size() : touch.sources;
  }

  /** The bit of what a person calls a source, letter case and spaces aside. */
  long declared(String words) {
    String name = words.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    int place = names().indexOf(name);
    return 1L << (place < 0 ? conditions.size() : place);
  }

  /** The names of some bits, such as {@code article + review_site}. */
  String together(long bits) {
    List<String> names = names();
    List<String> own = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if ((bits >> i & 1) == 1) {
        own.add(names.get(i));
      }
    }
    return own.isEmpty() ? NONE : String.join(" + ", own);
  }
}
