package giro.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How one source's landing files become touches.
 *
 * <p>A file in the common touch form needs no mapping. Otherwise a target (a touch field, {@code
 * identifiers.KIND} or {@code attributes.NAME}) is the Spark SQL expression of {@code mapping},
 * else that of {@code presetMapping}.
 *
 * @param name the source, which is its landing folder's name too
 * @param format avro, json, csv, tsv or parquet
 * @param form how its text files are laid out
 * @param schema name of the preset that {@code presetMapping} came from; null without one
 * @param clockUncertainty a timed touch at t covers [t, t + this); zero is an instant. A value that
 *     is only a date carries its own 24 hours whatever this says
 * @param lateness how long after they occurred rows may still be expected
 * @param required true where a night without rows of this source is suspect
 * @param mapping the user's own expressions by target; wins over the preset
 * @param presetMapping the expressions of the named preset by target; empty without one
 * @param attributes the allow-list: any other attribute is left out of the touch
 */
public record SourceSettings(
    String name,
    String format,
    FileForm form,
    String schema,
    Duration clockUncertainty,
    Duration lateness,
    boolean required,
    Map<String, String> mapping,
    Map<String, String> presetMapping,
    Set<String> attributes)
    implements java.io.Serializable {

  public SourceSettings {
    mapping = Map.copyOf(mapping);
    presetMapping = Map.copyOf(presetMapping);
    attributes = Set.copyOf(attributes);
  }
}
