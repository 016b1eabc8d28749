package giro.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Breakdown values of touches as numbers, so that attempts are counted without comparing texts. One
 * for all funnels of one task that break down alike: a row is read once for them.
 */
final class FunnelValues {
  private final int[] columns;
  private final UTF8String[] last;
  private final Map<List<String>, Integer> numbers = new HashMap<>();
  private final List<List<String>> values = new ArrayList<>();
  private int current = -1;
  private long row = -1;

  /**
   * @param columns of the breakdowns
   */
  FunnelValues(int[] columns) {
    this.columns = columns;
    this.last = new UTF8String[columns.length];
  }

  /**
   * The number of a row's values; neighbouring rows mostly agree, so those are compared first.
   *
   * @param number tells rows apart
   */
  int of(InternalRow values, long number) {
    if (number == row) {
      return current;
    }
    row = number;
    boolean isSame = current >= 0;
    for (int i = 0; i < columns.length; i++) {
      UTF8String value = values.getUTF8String(columns[i]);
      if (!value.equals(last[i])) {
        last[i] = value.copy();
        isSame = false;
      }
    }
    if (!isSame) {
      List<String> texts = Arrays.stream(last).map(UTF8String::toString).toList();
      current = numbers.computeIfAbsent(texts, t -> added(t));
    }
    return current;
  }

  private int added(List<String> texts) {
    values.add(texts);
    return values.size() - 1;
  }

  List<String> values(int number) {
    return values.get(number);
  }
}
