package giro.ingest;

import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.expr;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InterpretedMutableProjection;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Which raw field, or which expression over raw fields, gives each touch field of a source.
 *
 * <p>A target is the user's expression; else, for a row in the common touch form (it has an event
 * id and an event type), the field of that name; else the preset's expression; else the field of
 * that name. Most expressions are a field's name and are looked up; the others are resolved once
 * and evaluated row by row in the reader's own loop, since a Spark plan over some seventy text
 * columns a source takes longer to compile than a night takes to read.
 */
final class FieldMapping implements Serializable {
  private static final long serialVersionUID = 1L;

  private final StructType raw;
  private final Map<String, Given> fromUser = new HashMap<>();
  private final Map<String, Given> fromPreset = new HashMap<>();
  private final List<Expression> expressions = new ArrayList<>();
  private final List<Attribute> input = new ArrayList<>();

  /**
   * Where a value comes from.
   *
   * @param path names from the outside in, for a field; null for an expression
   * @param expression its number; -1 for a field
   */
  record Given(String[] path, int expression) implements Serializable {}

  private FieldMapping(StructType raw) {
    this.raw = raw;
  }

  static FieldMapping of(SparkSession spark, SourceSettings source) {
    FieldMapping mapping = new FieldMapping(RawColumns.of(source));
    List<String> compiled = new ArrayList<>();
    source.mapping().forEach((t, sql) -> mapping.fromUser.put(t, given(sql, compiled)));
    source.presetMapping().forEach((t, sql) -> mapping.fromPreset.put(t, given(sql, compiled)));
    resolve(spark, mapping, compiled);
    return mapping;
  }

  private static Given given(String sql, List<String> compiled) {
    List<String> path = RawColumns.pathOf(sql);
    if (path != null) {
      return new Given(path.toArray(String[]::new), -1);
    }
    compiled.add(sql);
    return new Given(null, compiled.size() - 1);
  }

  /** Times become ISO text with a zone, dates ISO dates, all else as Spark prints it. */
  private static void resolve(SparkSession spark, FieldMapping mapping, List<String> compiled) {
    if (compiled.isEmpty()) {
      return;
    }
    SparkSession apart = apart(spark);
    MappingFunctions.register(apart);
    Dataset<Row> rows =
        apart.createDataFrame(
            org.apache.spark.api.java.JavaSparkContext.fromSparkContext(spark.sparkContext())
                .<Row>emptyRDD(),
            mapping.raw);
    Column[] columns = compiled.stream().map(sql -> expr(sql)).toArray(Column[]::new);
    StructType types = rows.select(columns).schema();
    for (int i = 0; i < columns.length; i++) {
      DataType type = types.fields()[i].dataType();
      columns[i] =
          (type instanceof TimestampType
                  ? date_format(columns[i], "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
                  : columns[i].cast("string"))
              .as("_" + i);
    }
    LogicalPlan plan = rows.select(columns).queryExecution().optimizedPlan();
    mapping.input.addAll(CollectionConverters.asJava(plan.collectLeaves().head().output()));
    for (NamedExpression each : CollectionConverters.asJava(((Project) plan).projectList())) {
      mapping.expressions.add((Expression) each);
    }
  }

  /**
   * A session in which names keep their case, since a source may have both {@code Channel} and the
   * common form's {@code channel}, and in which each expression stays whole: {@code nullif} and the
   * like would else read a value that a plan below them computes.
   */
  private static SparkSession apart(SparkSession spark) {
    SparkSession apart = ((org.apache.spark.sql.classic.SparkSession) spark).cloneSession();
    apart.conf().set("spark.sql.caseSensitive", true);
    apart.conf().set("spark.sql.alwaysInlineCommonExpr", true);
    return apart;
  }

  /** The raw fields, all text, that expressions are resolved against. */
  StructType raw() {
    return raw;
  }

  /** Evaluates every expression over a raw row; one for each task, since it keeps its result. */
  InterpretedMutableProjection projection() {
    return new InterpretedMutableProjection(
        CollectionConverters.asScala(expressions).toSeq(),
        CollectionConverters.asScala(input).toSeq());
  }

  /** The user's own source of a target; null for none. */
  Given ofUser(String target) {
    return fromUser.get(target);
  }

  /** The preset's source of a target; null for none. */
  Given ofPreset(String target) {
    return fromPreset.get(target);
  }

  /** Targets below a prefix, such as {@code identifiers.}: name after the prefix to source. */
  static Map<String, Given> below(String prefix, Map<String, Given> all) {
    Map<String, Given> below = new HashMap<>();
    all.forEach(
        (target, given) -> {
          if (target.startsWith(prefix + ".")) {
            below.put(target.substring(prefix.length() + 1), given);
          }
        });
    return below;
  }

  Map<String, Given> user() {
    return fromUser;
  }

  Map<String, Given> preset() {
    return fromPreset;
  }
}
