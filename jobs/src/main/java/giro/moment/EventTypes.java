package giro.moment;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.expressions.CaseWhen;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.unsafe.types.UTF8String;
import scala.jdk.javaapi.CollectionConverters;

/** What can be said of event types from the settings alone. */
public final class EventTypes {
  private EventTypes() {}

  /** All that rules name; empty where a rule may match touches of any type. */
  public static Optional<Set<String>> named(RuleSet rules) {
    Set<String> named = new TreeSet<>();
    for (Rule rule : rules.rules()) {
      Optional<Set<String>> own = EventCase.only(parsed(rule.when()));
      if (own.isEmpty()) {
        return Optional.empty();
      }
      named.addAll(own.get());
    }
    return Optional.of(named);
  }

  /** The texts that an expression gives as they stand: results of CASE, and a text alone. */
  public static Set<String> givenBy(String sql) {
    Set<String> given = new LinkedHashSet<>();
    collect(parsed(sql), given);
    return given;
  }

  private static void collect(Expression result, Set<String> into) {
    if (result instanceof Literal literal && literal.value() instanceof UTF8String text) {
      into.add(text.toString());
    } else if (result instanceof CaseWhen cases) {
      CollectionConverters.asJava(cases.branches()).forEach(branch -> collect(branch._2(), into));
      if (cases.elseValue().isDefined()) {
        collect(cases.elseValue().get(), into);
      }
    } else if (result instanceof If choice) {
      collect(choice.trueValue(), into);
      collect(choice.falseValue(), into);
    }
  }

  private static Expression parsed(String sql) {
    return CatalystSqlParser$.MODULE$.parseExpression(sql);
  }
}
