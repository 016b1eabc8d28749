package giro.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import giro.ingest.SourceSample;
import java.util.List;

/** The event schemas that Giro ships for sources of its own names. */
final class ShippedSources {
  private static final List<String> REQUIRED = List.of("event_id", "occurred_at");

  private ShippedSources() {}

  /** True where the schema of the source's name reads the fields that such rows must have. */
  static boolean maps(SourceSample sample) {
    Config shipped = Layers.shipped().resolve().getConfig("giro.schemas");
    String mapping = ConfigUtil.joinPath(sample.source(), "mapping");
    return shipped.hasPath(mapping)
        && REQUIRED.stream()
            .allMatch(target -> names(shipped.getConfig(mapping).getString(target), sample));
  }

  private static boolean names(String sql, SourceSample sample) {
    for (String word : sql.split("\\W+")) {
      if (sample.fields().containsKey(word)) {
        return true;
      }
    }
    return false;
  }
}
