package giro.moment;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;

/**
 * What is known of a condition before any row is read.
 *
 * @param problems what is wrong with it, each a clause that a message can carry on; empty if
 *     nothing
 * @param always true where it holds for every row
 * @param never true where it is literally false or null
 * @param canonical equal for conditions that say the same in another order; null where there are
 *     problems
 */
public record Verdict(List<String> problems, boolean always, boolean never, Expression canonical) {

  public Verdict {
    problems = List.copyOf(problems);
  }

  static Verdict refused(List<String> problems) {
    return new Verdict(problems, false, false, null);
  }
}
