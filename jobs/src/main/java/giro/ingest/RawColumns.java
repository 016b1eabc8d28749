package giro.ingest;

import giro.model.table.Touches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Which raw fields of a source are worth reading: the common touch fields and whatever its mapping
 * expressions name. All are text; a field named by a dotted path is a struct of texts.
 */
final class RawColumns {
  static final String IDENTIFIERS = Touches.IDENTIFIERS;
  static final String ATTRIBUTES = Touches.ATTRIBUTES;

  /** The common touch fields, identifiers and attributes apart. */
  static final List<String> COMMON =
      List.of(
          Touches.EVENT_ID,
          Touches.EVENT_TYPE,
          Touches.OCCURRED_AT,
          Touches.RECEIVED_AT,
          Touches.CHANNEL,
          Touches.DEPARTMENT,
          Touches.MARKET,
          Touches.MODEL,
          Touches.DEALER_ID,
          Touches.VEHICLE_TYPE,
          Touches.VIN,
          Touches.CAMPAIGN,
          Touches.CONTENT_ID,
          Touches.IN_REPLY_TO,
          Touches.DEVICE,
          Touches.ACQUISITION_KIND,
          Touches.CUSTOMER_TYPE,
          Touches.RATING,
          Touches.SENTIMENT,
          Touches.TOPIC,
          Touches.REACH,
          Touches.AMOUNT,
          Touches.CURRENCY,
          Touches.CONSENT);

  private RawColumns() {}

  /** The schema of a source's raw rows. */
  static StructType of(SourceSettings source) {
    Map<String, Set<String>> fields = new LinkedHashMap<>();
    COMMON.forEach(name -> fields.put(name, new java.util.TreeSet<>()));
    Stream.concat(source.mapping().values().stream(), source.presetMapping().values().stream())
        .flatMap(sql -> names(sql).stream())
        .forEach(path -> note(fields, path));
    StructType schema = new StructType();
    for (Map.Entry<String, Set<String>> field : fields.entrySet()) {
      if (!field.getKey().equals(IDENTIFIERS) && !field.getKey().equals(ATTRIBUTES)) {
        schema = schema.add(field(field.getKey(), field.getValue()));
      }
    }
    var texts = DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);
    return schema.add(IDENTIFIERS, texts).add(ATTRIBUTES, texts);
  }

  private static void note(Map<String, Set<String>> fields, List<String> path) {
    Set<String> nested = fields.computeIfAbsent(path.get(0), k -> new java.util.TreeSet<>());
    if (path.size() > 1) {
      nested.add(String.join(".", path.subList(1, path.size())));
    }
  }

  private static StructField field(String name, Set<String> paths) {
    if (paths.isEmpty()) {
      return DataTypes.createStructField(name, DataTypes.StringType, true);
    }
    Map<String, Set<String>> inner = new LinkedHashMap<>();
    paths.forEach(path -> note(inner, List.of(path.split("\\."))));
    StructType struct = new StructType();
    for (Map.Entry<String, Set<String>> entry : inner.entrySet()) {
      struct = struct.add(field(entry.getKey(), entry.getValue()));
    }
    return DataTypes.createStructField(name, struct, true);
  }

  /** The path an expression consists of, if it is nothing but a field's name; else null. */
  static List<String> pathOf(String sql) {
    Expression parsed = new CatalystSqlParser().parseExpression(sql);
    return parsed instanceof UnresolvedAttribute field
        ? List.copyOf(CollectionConverters.asJava(field.nameParts()))
        : null;
  }

  /** The columns an expression names, each as its path. */
  private static Set<List<String>> names(String sql) {
    Expression parsed = new CatalystSqlParser().parseExpression(sql);
    return CollectionConverters.asJava(parsed.collectLeaves()).stream()
        .filter(UnresolvedAttribute.class::isInstance)
        .map(e -> List.copyOf(CollectionConverters.asJava(((UnresolvedAttribute) e).nameParts())))
        .collect(Collectors.toSet());
  }
}
