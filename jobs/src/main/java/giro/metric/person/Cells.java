package giro.metric.person;

import giro.metric.Combinations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a metric counts: the cells of one table within one task. */
final class Cells {
  /** The value of a dimension that stands for all its values. */
  static final String ALL = Combinations.ALL;

  private final CellShape shape;
  private final Map<List<String>, Cell> cells = new HashMap<>();
  private final Map<List<String>, Place> places = new HashMap<>();
  private long person;

  Cells(CellShape shape) {
    this.shape = shape;
  }

  /** The touches that follow are this person's. */
  void person(long key) {
    person = key;
  }

  /**
   * The cell of these key values, in the shape's order, and those over {@code (all)} values of its
   * dimensions. The person at hand counts in them from now on.
   */
  Place at(String... values) {
    List<String> key = Arrays.asList(values);
    Place place = places.get(key);
    if (place == null) {
      if (values.length != shape.key().size()) {
        throw new IllegalArgumentException(key + " are not the values of " + shape.key());
      }
      key = Collections.unmodifiableList(new ArrayList<>(key));
      place = new Place(shape, own(key));
      places.put(key, place);
    }
    place.person(person);
    return place;
  }

  private Cell[] own(List<String> key) {
    List<Integer> columns = shape.dimensions().stream().map(shape.key()::indexOf).toList();
    List<String> values = columns.stream().map(key::get).toList();
    List<Cell> own = new ArrayList<>();
    for (List<String> combined : Combinations.of(values)) {
      List<String> all = new ArrayList<>(key);
      for (int i = 0; i < columns.size(); i++) {
        all.set(columns.get(i), combined.get(i));
      }
      own.add(cells.computeIfAbsent(Collections.unmodifiableList(all), k -> new Cell(shape, k)));
    }
    return own.toArray(Cell[]::new);
  }

  Collection<Cell> all() {
    return cells.values();
  }

  /** One place to count at: a cell and those it is part of. */
  static final class Place {
    private final CellShape shape;
    private final Cell[] cells;

    private Place(CellShape shape, Cell[] cells) {
      this.shape = shape;
      this.cells = cells;
    }

    private void person(long key) {
      for (Cell cell : cells) {
        cell.person(key);
      }
    }

    Place count(String name) {
      return count(name, 1);
    }

    Place count(String name, long more) {
      int place = shape.place(shape.counts(), name);
      for (Cell cell : cells) {
        cell.count(place, more);
      }
      return this;
    }

    Place sum(String name, double more) {
      int place = shape.place(shape.sums(), name);
      for (Cell cell : cells) {
        cell.sum(place, more);
      }
      return this;
    }

    Place sample(String name, double value) {
      int place = shape.place(shape.samples(), name);
      for (Cell cell : cells) {
        cell.sample(place, value);
      }
      return this;
    }
  }
}
