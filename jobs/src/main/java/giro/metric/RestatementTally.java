package giro.metric;

import giro.metric.RestatementEvidence.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Sums over persons of what their laps count in and what changed: as many numbers as there are
 * figures, however many persons. Travels from tasks to the driver as rows.
 */
final class RestatementTally {
  /** Two numbers by key; what they are, the key's empty places say. */
  static final StructType SCHEMA =
      StructType.fromDDL("part string, cohort int, state string, cause string, a bigint, b bigint");

  /** Laps of one cohort in one part; persons are counted here, since they have several states. */
  record Cell(String part, int cohort) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int byPart = part.compareTo(other.part);
      return byPart == 0 ? Integer.compare(cohort, other.cohort) : byPart;
    }
  }

  /** What is known of one cell. */
  static final class Sums {
    long formerPersons;
    long persons;
    final Map<String, long[]> counts = new TreeMap<>();
    final Map<String, Map<RestatementCause, long[]>> changes = new TreeMap<>();

    /** Laps of the former night and of this one in a state. */
    long[] count(String state) {
      return counts.computeIfAbsent(state, s -> new long[2]);
    }

    /** Change and persons behind it. */
    long[] change(String state, RestatementCause cause) {
      return changes
          .computeIfAbsent(state, s -> new TreeMap<>())
          .computeIfAbsent(cause, c -> new long[2]);
    }
  }

  private final Map<Cell, Sums> cells = new TreeMap<>();

  Map<Cell, Sums> cells() {
    return cells;
  }

  private Sums cell(String part, int cohort) {
    return cells.computeIfAbsent(new Cell(part, cohort), c -> new Sums());
  }

  void add(RestatedPerson person) {
    person.count(Kind.FORMER, (part, cohort, state) -> count(part, cohort, state, 0));
    person.count(Kind.NOW, (part, cohort, state) -> count(part, cohort, state, 1));
    addPersons(person);
    Map<List<Object>, Integer> net = new HashMap<>();
    person.tell(
        (part, cohort, state, cause, change) -> {
          net.merge(List.of(part, cohort, state, cause), change, Integer::sum);
          net.merge(List.of(part, cohort, CountedPart.ALL_STATES, cause), change, Integer::sum);
        });
    net.forEach(
        (key, change) -> {
          if (change != 0) {
            Sums sums = cell((String) key.get(0), (Integer) key.get(1));
            long[] sum = sums.change((String) key.get(2), (RestatementCause) key.get(3));
            sum[0] += change;
            sum[1]++;
          }
        });
  }

  private void count(String part, int cohort, String state, int night) {
    Sums sums = cell(part, cohort);
    sums.count(state)[night]++;
    sums.count(CountedPart.ALL_STATES)[night]++;
  }

  private void addPersons(RestatedPerson person) {
    Set<Cell> before = new HashSet<>();
    person.count(Kind.FORMER, (part, cohort, state) -> before.add(new Cell(part, cohort)));
    Set<Cell> after = new HashSet<>();
    person.count(Kind.NOW, (part, cohort, state) -> after.add(new Cell(part, cohort)));
    before.forEach(cell -> cells.get(cell).formerPersons++);
    after.forEach(cell -> cells.get(cell).persons++);
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    cells.forEach(
        (cell, sums) -> {
          rows.add(row(cell, null, null, new long[] {sums.formerPersons, sums.persons}));
          sums.counts.forEach((state, count) -> rows.add(row(cell, state, null, count)));
          sums.changes.forEach(
              (state, causes) ->
                  causes.forEach((cause, sum) -> rows.add(row(cell, state, cause, sum))));
        });
    return rows;
  }

  private static Row row(Cell cell, String state, RestatementCause cause, long[] two) {
    String name = cause == null ? null : cause.name();
    return RowFactory.create(cell.part(), cell.cohort(), state, name, two[0], two[1]);
  }

  /** Adds a row of another tally. */
  void add(Row row) {
    Sums sums = cell(row.getString(0), row.getInt(1));
    if (row.isNullAt(2)) {
      sums.formerPersons += row.getLong(4);
      sums.persons += row.getLong(5);
      return;
    }
    long[] sum =
        row.isNullAt(3)
            ? sums.count(row.getString(2))
            : sums.change(row.getString(2), RestatementCause.valueOf(row.getString(3)));
    sum[0] += row.getLong(4);
    sum[1] += row.getLong(5);
  }
}
