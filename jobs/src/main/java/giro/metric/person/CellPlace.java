package giro.metric.person;

import giro.model.table.TableContract;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which table a cell belongs to: that of a metric, or its overview. Written into the keys that
 * cells travel under.
 *
 * @param metric place among the metrics of the pass
 */
record CellPlace(int metric, boolean isOverview) implements Serializable {
  /** Stand between the parts of a key, and for a part that is null: characters of no value. */
  private static final char BETWEEN = '\u0001';

  private static final String NULL = "\u0000";

  static List<CellPlace> all(List<PersonMetric> metrics) {
    List<CellPlace> all = new ArrayList<>();
    for (int i = 0; i < metrics.size(); i++) {
      all.add(new CellPlace(i, false));
      if (metrics.get(i).contract().overview().isPresent()) {
        all.add(new CellPlace(i, true));
      }
    }
    return all;
  }

  /** Place of the metric that a key is of. */
  static CellPlace of(String key) {
    int end = key.indexOf(BETWEEN);
    return new CellPlace(
        Integer.parseInt(key.substring(1, end < 0 ? key.length() : end)), key.charAt(0) == 'o');
  }

  /** The values of a key that {@link #key} made. */
  static List<String> values(String key) {
    String[] parts = key.split(String.valueOf(BETWEEN), -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = NULL.equals(parts[i]) ? null : parts[i];
    }
    return Arrays.asList(parts).subList(1, parts.length);
  }

  String key(List<String> values) {
    StringBuilder text = new StringBuilder(48).append(isOverview ? "o" : "t").append(metric);
    for (String value : values) {
      text.append(BETWEEN).append(value == null ? NULL : value);
    }
    return text.toString();
  }

  TableContract table(List<PersonMetric> metrics) {
    TableContract own = metrics.get(metric).contract();
    return isOverview ? own.overview().orElseThrow() : own;
  }

  CellShape shape(List<PersonMetric> metrics) {
    CellShape own = metrics.get(metric).shape();
    return isOverview ? own.withoutFirst() : own;
  }
}
