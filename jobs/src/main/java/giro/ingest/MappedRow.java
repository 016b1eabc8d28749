package giro.ingest;

import giro.ingest.FieldMapping.Given;
import giro.model.table.Touches;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.InterpretedMutableProjection;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.jdk.javaapi.CollectionConverters;

/** One landing row as touch fields, all text, the way its source's mapping gives them. */
final class MappedRow {
  private static final DataType TEXTS =
      DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);

  /** Fields whose text may be any; a number or a time of the wrong type is refused as such. */
  private static final Set<String> PLAIN =
      RawColumns.COMMON.stream()
          .filter(name -> !TouchChecks.NUMBERS.contains(name))
          .filter(name -> !name.equals(Touches.OCCURRED_AT) && !name.equals(Touches.RECEIVED_AT))
          .collect(Collectors.toUnmodifiableSet());

  private final FieldMapping mapping;
  private final Map<String, Map<String, Given>> userTexts = new HashMap<>();
  private final Map<String, Map<String, Given>> presetTexts = new HashMap<>();
  private final scala.Function1<Object, Object> toCatalyst;
  private final InterpretedMutableProjection projection;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Map<String, String>> maps = new HashMap<>();
  private LandingFile file;
  private RawRow raw;
  private InternalRow evaluated;
  private Long micros;
  private boolean hasContainer;

  MappedRow(FieldMapping mapping) {
    this.mapping = mapping;
    this.projection = mapping.projection();
    this.toCatalyst = CatalystTypeConverters.createToCatalystConverter(mapping.raw());
    for (String target : new String[] {RawColumns.IDENTIFIERS, RawColumns.ATTRIBUTES}) {
      userTexts.put(target, FieldMapping.below(target, mapping.user()));
      presetTexts.put(target, FieldMapping.below(target, mapping.preset()));
    }
  }

  void read(LandingFile of, RawRow next) {
    file = of;
    raw = next;
    evaluated = null;
    texts.clear();
    maps.clear();
    micros = null;
    hasContainer = false;
    if (raw.reason() != null) {
      return;
    }
    boolean isCommon = isCommon();
    for (String target : RawColumns.COMMON) {
      String value = trimmed(field(target, isCommon));
      if (value != null) {
        texts.put(target, value);
      }
    }
    maps.put(RawColumns.IDENTIFIERS, entries(RawColumns.IDENTIFIERS, isCommon));
    maps.put(RawColumns.ATTRIBUTES, entries(RawColumns.ATTRIBUTES, isCommon));
    micros = OccurredAt.micros(text(Touches.OCCURRED_AT));
  }

  /**
   * True for a row in the common form: it has both names of a touch, or one of them beside what
   * only the common form has, so that the other one is missing and not of the source's own schema.
   */
  private boolean isCommon() {
    boolean hasId = direct(Touches.EVENT_ID) != null;
    boolean hasType = direct(Touches.EVENT_TYPE) != null;
    boolean hasIdentifiers = raw.fields().value(RawColumns.IDENTIFIERS, TEXTS) != null;
    return (hasId && hasType) || ((hasId || hasType) && hasIdentifiers);
  }

  private String field(String target, boolean isCommon) {
    Given own = mapping.ofUser(target);
    if (own != null) {
      return value(own);
    }
    Given preset = mapping.ofPreset(target);
    if (!isCommon && preset != null) {
      return value(preset);
    }
    hasContainer |= PLAIN.contains(target) && raw.fields().isContainer(target);
    return direct(target);
  }

  private Map<String, String> entries(String target, boolean isCommon) {
    Map<String, String> entries = new LinkedHashMap<>();
    Map<String, Given> preset = presetTexts.get(target);
    if (isCommon || preset.isEmpty()) {
      Object own = raw.fields().value(target, TEXTS);
      if (own != null) {
        entries.putAll(CollectionConverters.asJava((scala.collection.Map<String, String>) own));
      }
    } else {
      putAll(entries, preset);
    }
    putAll(entries, userTexts.get(target));
    return entries;
  }

  private void putAll(Map<String, String> entries, Map<String, Given> given) {
    given.forEach(
        (name, from) -> {
          String value = trimmed(value(from));
          if (value != null) {
            entries.put(name, value);
          }
        });
  }

  private String direct(String name) {
    return (String) raw.fields().value(name, DataTypes.StringType);
  }

  private String value(Given given) {
    if (given.path() == null) {
      UTF8String value = evaluated().getUTF8String(given.expression());
      return value == null ? null : value.toString();
    }
    String[] path = given.path();
    if (path.length == 1) {
      return direct(path[0]);
    }
    DataType type = DataTypes.StringType;
    for (int i = path.length - 1; i > 0; i--) {
      type = new StructType().add(path[i], type);
    }
    Object value = raw.fields().value(path[0], type);
    while (value instanceof Row nested) {
      value = nested.get(0);
    }
    return (String) value;
  }

  /** Every expression over this row; evaluated only where one is asked for. */
  private InternalRow evaluated() {
    if (evaluated == null) {
      StructType schema = mapping.raw();
      Object[] values = new Object[schema.size()];
      for (int i = 0; i < values.length; i++) {
        var field = schema.fields()[i];
        values[i] = raw.fields().value(field.name(), field.dataType());
      }
      evaluated = projection.apply((InternalRow) toCatalyst.apply(RowFactory.create(values)));
    }
    return evaluated;
  }

  private static String trimmed(String value) {
    if (value == null) {
      return null;
    }
    String stripped = value.strip();
    return stripped.isEmpty() ? null : stripped;
  }

  /** Trimmed; null for null and for nothing but blanks. */
  String text(String name) {
    return texts.get(name);
  }

  /** Null where the text is no number; infinities and NaN are none. */
  Double number(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? value : null;
    } catch (NumberFormatException e) {
      return null; // the caller tells a bad number from none
    }
  }

  /** identifiers or attributes; empty where the row has none. */
  Map<String, String> texts(String name) {
    return maps.getOrDefault(name, Map.of());
  }

  /** When it occurred, in microseconds; null where it does not say or cannot be read. */
  Long micros() {
    return micros;
  }

  /** True where a field of the common form that is a string holds an object or an array. */
  boolean hasContainer() {
    return hasContainer;
  }

  LandingFile file() {
    return file;
  }

  /** Place, length, checksum, and why it could not be read. */
  RawRow raw() {
    return raw;
  }
}
