package giro.moment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rule that a condition sees one row and nothing else: no clock, no chance, no session, no
 * other rows, no other tables. Else a rebuild could not repeat what a night decided.
 */
final class RowOnly {

  /**
   * Deterministic in Spark's eyes, since it fixes them per query, but not from night to night; and
   * those that stop a job or call foreign code.
   */
  private static final Set<String> OUTSIDE =
      Set.of(
          ("current_timestamp now current_date curdate current_time localtimestamp"
                  + " current_batch_timestamp current_timezone current_user user session_user"
                  + " current_database current_schema current_catalog version spark_partition_id"
                  + " raise_error assert_true java_method reflect window session_window")
              .split(" "));

  private RowOnly() {}

  /** The row's column of that name, by any case, as Spark resolves it. */
  static Optional<String> find(StructType row, String column) {
    return Arrays.stream(row.fieldNames()).filter(column::equalsIgnoreCase).findFirst();
  }

  /** Unknown columns and functions, and functions over more than one row, of a parsed condition. */
  static List<String> problemsOfNames(Expression parsed, StructType row) {
    Set<String> problems = new TreeSet<>();
    for (Expression e : all(parsed)) {
      if (e instanceof UnresolvedAttribute column) {
        problemOfColumn(column.nameParts().head(), row).ifPresent(problems::add);
      } else if (e instanceof UnresolvedFunction function) {
        problemOfFunction(String.join(".", CollectionConverters.asJava(function.nameParts())))
            .ifPresent(problems::add);
      } else if (e instanceof SubqueryExpression) {
        problems.add("has a subquery, which reaches outside the row");
      }
    }
    return List.copyOf(problems);
  }

  /** What of an analysed condition reaches outside its row. */
  static List<String> problemsOfReach(Expression analyzed) {
    Set<String> problems = new TreeSet<>();
    for (Expression e : all(analyzed)) {
      boolean chance =
          !e.deterministic() && all(e).stream().skip(1).allMatch(Expression::deterministic);
      if (chance || isOutside(e.prettyName())) {
        problems.add(outside(e.prettyName()));
      }
    }
    return List.copyOf(problems);
  }

  private static Optional<String> problemOfColumn(String column, StructType row) {
    if (find(row, column).isPresent()) {
      return Optional.empty();
    }
    if (isOutside(column)) {
      return Optional.of(outside(column));
    }
    String hint =
        Nearest.of(column, List.of(row.fieldNames()))
            .map(near -> "; did you mean " + near + "?")
            .orElse("; the columns are " + String.join(", ", row.fieldNames()));
    return Optional.of("names the unknown column " + column + hint);
  }

  private static Optional<String> problemOfFunction(String name) {
    if (isOutside(name)) {
      return Optional.of(outside(name));
    }
    Option<ExpressionInfo> info =
        FunctionRegistry.builtin().lookupFunction(new FunctionIdentifier(name));
    if (info.isEmpty()) {
      return Optional.of("uses the unknown function " + name + "()");
    }
    return switch (info.get().getGroup()) {
      case "agg_funcs", "window_funcs", "generator_funcs" -> Optional.of(outside(name));
      default -> Optional.empty();
    };
  }

  private static boolean isOutside(String name) {
    return OUTSIDE.contains(name.toLowerCase(Locale.ROOT));
  }

  private static String outside(String function) {
    return "uses " + function + "(), which reaches outside the row";
  }

  private static List<Expression> all(Expression root) {
    List<Expression> found = new ArrayList<>();
    found.add(root);
    for (int i = 0; i < found.size(); i++) {
      found.addAll(CollectionConverters.asJava(found.get(i).children()));
    }
    return found;
  }
}
