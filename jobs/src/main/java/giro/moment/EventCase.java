package giro.moment;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.unsafe.types.UTF8String;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A condition seen through the event types it names: most conditions hold for one or a few event
 * types only, and once the type is known little of them is left to evaluate.
 */
final class EventCase {

  private static final Expression TRUE = Literal$.MODULE$.TrueLiteral();
  private static final Expression FALSE = Literal$.MODULE$.FalseLiteral();

  private EventCase() {}

  /** What is left of a parsed condition for touches of {@code eventType}. */
  static Expression given(Expression condition, String eventType) {
    Optional<Set<String>> types = typesOf(condition);
    if (types.isPresent()) {
      return types.get().contains(eventType) ? TRUE : FALSE;
    }
    if (condition instanceof And and) {
      Expression left = given(and.left(), eventType);
      Expression right = given(and.right(), eventType);
      if (left == FALSE || right == FALSE) {
        return FALSE;
      }
      return left == TRUE ? right : right == TRUE ? left : new And(left, right);
    }
    if (condition instanceof Or or) {
      Expression left = given(or.left(), eventType);
      Expression right = given(or.right(), eventType);
      if (left == TRUE || right == TRUE) {
        return TRUE;
      }
      return left == FALSE ? right : right == FALSE ? left : new Or(left, right);
    }
    return condition;
  }

  /** The event types that a parsed condition names, if no touch of another type can match it. */
  static Optional<Set<String>> only(Expression condition) {
    // No event type contains the character 0, so this stands for all that are not named.
    if (given(condition, "\0") != FALSE) {
      return Optional.empty();
    }
    Set<String> named = new TreeSet<>();
    collect(condition, named);
    named.removeIf(type -> given(condition, type) == FALSE);
    return Optional.of(named);
  }

  static boolean isTrue(Expression given) {
    return given == TRUE;
  }

  private static void collect(Expression condition, Set<String> into) {
    typesOf(condition).ifPresent(into::addAll);
    if (condition instanceof And || condition instanceof Or) {
      CollectionConverters.asJava(condition.children()).forEach(child -> collect(child, into));
    }
  }

  /** Of {@code event_type = 'x'} and {@code event_type IN ('x', 'y')}: the types. */
  private static Optional<Set<String>> typesOf(Expression condition) {
    if (condition instanceof EqualTo equal) {
      Expression column = isEventType(equal.left()) ? equal.left() : equal.right();
      Expression value = column == equal.left() ? equal.right() : equal.left();
      return isEventType(column) ? text(value).map(Set::of) : Optional.empty();
    }
    if (condition instanceof In in && isEventType(in.value())) {
      Set<String> types = new TreeSet<>();
      for (Expression value : CollectionConverters.asJava(in.list())) {
        Optional<String> type = text(value);
        if (type.isEmpty()) {
          return Optional.empty();
        }
        types.add(type.get());
      }
      return Optional.of(types);
    }
    return Optional.empty();
  }

  private static boolean isEventType(Expression e) {
    return e instanceof UnresolvedAttribute column && column.name().equalsIgnoreCase("event_type");
  }

  private static Optional<String> text(Expression e) {
    return e instanceof Literal literal && literal.value() instanceof UTF8String text
        ? Optional.of(text.toString())
        : Optional.empty();
  }
}
