package giro.moment;

import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkRuntimeException;
import org.apache.spark.SparkUnsupportedOperationException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.optimizer.BooleanSimplification$;
import org.apache.spark.sql.catalyst.optimizer.ConstantFolding$;
import org.apache.spark.sql.catalyst.optimizer.NullPropagation$;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions$;
import org.apache.spark.sql.catalyst.optimizer.ReplaceNullWithFalseInPredicate$;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Judges Spark SQL conditions on one kind of row without a session and without data.
 *
 * <p>Spark's own parser, analyzer and constant folding do the work, so that what passes here cannot
 * fail to compile in the night. Types are those of {@code row}; ANSI is off, as in the pipeline.
 */
public final class Conditions {

  private static final int FOLDING_ROUNDS = 4;

  private final StructType row;
  private final LocalRelation relation;
  private final SQLConf conf;
  private final Analyzer analyzer;

  private Conditions(StructType row) {
    this.row = row;
    this.relation = emptyRelation(row);
    this.conf = new SQLConf();
    conf.setConfString("spark.sql.ansi.enabled", "false");
    conf.setConfString("spark.sql.session.timeZone", "UTC");
    this.analyzer =
        new Analyzer(
            new SessionCatalog(
                new InMemoryCatalog(new SparkConf(false), new Configuration(false)),
                FunctionRegistry.builtin(),
                TableFunctionRegistry.builtin(),
                conf));
  }

  /** Conditions that may name the columns of {@code row}, and no others. */
  public static Conditions over(StructType row) {
    return new Conditions(row);
  }

  /** True where {@code column} is one that a condition may name. */
  public boolean knows(String column) {
    return RowOnly.find(row, column).isPresent();
  }

  /** The column nearest to a misspelt one; empty where none is near. */
  public Optional<String> nearest(String column) {
    return Nearest.of(column, List.of(row.fieldNames()));
  }

  /** What keeps {@code sql} from being read as an expression at all; empty if nothing does. */
  public static Optional<String> syntaxProblem(String sql) {
    try {
      parse(sql);
      return Optional.empty();
    } catch (ParseException e) {
      return Optional.of("does not parse: " + SparkMessage.of(e));
    }
  }

  /** Everything wrong with {@code sql} as a condition, and what it is worth. */
  public Verdict judge(String sql) {
    return SQLConf.withExistingConf(conf, () -> judged(sql));
  }

  private Verdict judged(String sql) {
    try {
      Expression parsed = parse(sql);
      List<String> problems = RowOnly.problemsOfNames(parsed, row);
      return problems.isEmpty() ? worth(analyze(parsed)) : Verdict.refused(problems);
    } catch (ParseException e) {
      return Verdict.refused(List.of("does not parse: " + SparkMessage.of(e)));
    } catch (AnalysisException | SparkRuntimeException | SparkUnsupportedOperationException e) {
      return Verdict.refused(List.of("is no condition on a row: " + SparkMessage.of(e)));
    }
  }

  // Spark's exceptions are checked ones that Scala does not declare; these two methods do.
  private static Expression parse(String sql) throws ParseException {
    return CatalystSqlParser$.MODULE$.parseExpression(sql);
  }

  private LogicalPlan analyze(Expression parsed) throws AnalysisException {
    LogicalPlan plan = analyzer.execute(new Filter(parsed, relation));
    analyzer.checkAnalysis(plan);
    return ReplaceExpressions$.MODULE$.apply(plan);
  }

  private static Verdict worth(LogicalPlan analyzed) {
    List<String> outside = RowOnly.problemsOfReach(condition(analyzed));
    if (!outside.isEmpty()) {
      return Verdict.refused(outside);
    }
    LogicalPlan folded = analyzed;
    for (int round = 0; round < FOLDING_ROUNDS; round++) {
      folded = ConstantFolding$.MODULE$.apply(folded);
      folded = NullPropagation$.MODULE$.apply(folded);
      folded = ReplaceNullWithFalseInPredicate$.MODULE$.apply(folded);
      folded = BooleanSimplification$.MODULE$.apply(folded);
    }
    Expression canonical = condition(folded).canonicalized();
    Object constant = canonical instanceof Literal literal ? literal.value() : "not constant";
    boolean always = Boolean.TRUE.equals(constant);
    boolean never = constant == null || Boolean.FALSE.equals(constant);
    return new Verdict(List.of(), always, never, canonical);
  }

  private static Expression condition(LogicalPlan plan) {
    return ((Filter) plan).condition();
  }

  @SuppressWarnings("unchecked")
  private static LocalRelation emptyRelation(StructType row) {
    Seq<InternalRow> none = CollectionConverters.asScala(List.<InternalRow>of()).toSeq();
    // Scala's Seq is covariant, which Java's generics cannot say.
    Seq<org.apache.spark.sql.catalyst.expressions.Attribute> columns =
        (Seq<org.apache.spark.sql.catalyst.expressions.Attribute>)
            (Seq<?>) DataTypeUtils.toAttributes(row);
    return new LocalRelation(columns, none, false, Option.empty());
  }
}
