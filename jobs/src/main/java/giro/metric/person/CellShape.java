package giro.metric.person;

import giro.model.table.TableContract;
import java.io.Serializable;
import java.util.List;

/**
 * What a cell of a metric is keyed by and adds up.
 *
 * @param key names of the key values, in order
 * @param dimensions those of them that also count in {@code (all)}
 * @param counts whole numbers that add up
 * @param sums numbers that add up
 * @param samples numbers that are kept one by one, for medians
 */
record CellShape(
    List<String> key,
    List<String> dimensions,
    List<String> counts,
    List<String> sums,
    List<String> samples)
    implements Serializable {

  /** The key and dimensions of the table itself. */
  static CellShape of(TableContract table) {
    return new CellShape(table.key(), table.dimensions(), List.of(), List.of(), List.of());
  }

  /** The same over all values of the first key column. */
  CellShape withoutFirst() {
    List<String> rest = key.subList(1, key.size());
    return new CellShape(List.copyOf(rest), dimensions, counts, sums, samples);
  }

  CellShape counts(String... names) {
    return new CellShape(key, dimensions, List.of(names), sums, samples);
  }

  CellShape sums(String... names) {
    return new CellShape(key, dimensions, counts, List.of(names), samples);
  }

  CellShape samples(String... names) {
    return new CellShape(key, dimensions, counts, sums, List.of(names));
  }

  int place(List<String> names, String name) {
    int place = names.indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException(name + " is not one of " + names);
    }
    return place;
  }
}
