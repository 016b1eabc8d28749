package giro.publish;

import giro.model.table.CircleTransitions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The cells of a table of counts, in the order of their keys, and the sums that hold among them.
 * What is worked out from them does not depend on the order of the rows.
 */
final class CountCells {
  private final CountTable table;
  private final List<String> key;
  private final List<String> names = new ArrayList<>();
  private final List<List<CountRow>> rows = new ArrayList<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final long[] persons;
  private final boolean[] isTop;
  private final List<Sum> sums = new ArrayList<>();

  CountCells(CountTable table, List<CountRow> all) {
    this.table = table;
    this.key = table.cellKey();
    TreeMap<String, List<CountRow>> sorted = new TreeMap<>();
    for (CountRow row : all) {
      sorted.computeIfAbsent(name(row, key, ""), n -> new ArrayList<>(1)).add(row);
    }
    sorted.forEach(
        (name, ofCell) -> {
          byName.put(name, names.size());
          names.add(name);
          rows.add(ofCell);
        });
    persons = new long[names.size()];
    isTop = new boolean[names.size()];
    for (int cell = 0; cell < persons.length; cell++) {
      persons[cell] = fewest(rows.get(cell));
      CountRow row = rows.get(cell).get(0);
      isTop[cell] = table.dimensions().stream().allMatch(d -> isAll(row.value(d)));
    }
    addRollups();
    table.sums().forEach(this::addElsewhere);
    if (table.bond() == CountTable.Bond.MOVES) {
      addFlows();
    }
  }

  /** Nobody is not a small number of persons, unless a twin counts some. */
  private long fewest(List<CountRow> twins) {
    return twins.stream()
        .mapToLong(row -> row.count(table.people()))
        .filter(count -> count > 0)
        .min()
        .orElse(0);
  }

  private void addRollups() {
    Map<Long, List<Integer>> parts = new TreeMap<>();
    for (int cell = 0; cell < names.size(); cell++) {
      CountRow row = rows.get(cell).get(0);
      for (int d = 0; d < table.dimensions().size(); d++) {
        String dimension = table.dimensions().get(d);
        if (isAll(row.value(dimension))) {
          continue;
        }
        Integer total = byName.get(name(row, key, dimension));
        if (total != null) {
          long sum = (long) total * table.dimensions().size() + d;
          parts.computeIfAbsent(sum, s -> new ArrayList<>()).add(cell);
        }
      }
    }
    int width = Math.max(1, table.dimensions().size());
    parts.forEach((sum, cells) -> sums.add(sum((int) (sum / width), cells, false)));
  }

  private void addElsewhere(CountTable.SumElsewhere elsewhere) {
    List<String> rest = keyWithout(elsewhere.over());
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int cell = 0; cell < names.size(); cell++) {
      CountRow row = rows.get(cell).get(0);
      if (elsewhere.atAll().stream().allMatch(d -> isAll(row.value(d)))) {
        groups.computeIfAbsent(name(row, rest, ""), n -> new ArrayList<>()).add(cell);
      }
    }
    groups.values().forEach(cells -> sums.add(sum(Sum.ELSEWHERE, cells, false)));
  }

  /** Who comes to a moment leaves it again, be it to the lap's end. */
  private void addFlows() {
    List<String> rest = keyWithout(table.bond().over());
    Map<String, List<Integer>> flows = new TreeMap<>();
    for (int cell = 0; cell < names.size(); cell++) {
      CountRow row = rows.get(cell).get(0);
      Object from = row.value(CircleTransitions.FROM_MOMENT);
      Object to = row.value(CircleTransitions.TO_MOMENT);
      if (!Objects.equals(from, to)) {
        String group = name(row, rest, "");
        flows.computeIfAbsent(group + " " + from, n -> new ArrayList<>()).add(cell);
        flows.computeIfAbsent(group + " " + to, n -> new ArrayList<>()).add(cell);
      }
    }
    List<String> ends = List.of(" START", " EXIT", " OPEN");
    flows.forEach(
        (name, cells) -> {
          if (ends.stream().noneMatch(name::endsWith)) {
            sums.add(sum(Sum.ELSEWHERE, cells, true));
          }
        });
  }

  private List<String> keyWithout(List<String> columns) {
    return key.stream().filter(column -> !columns.contains(column)).toList();
  }

  /** The cells that are bound to each other, by what they have in common. */
  Map<String, List<Integer>> bound() {
    Map<String, List<Integer>> groups = new TreeMap<>();
    if (table.bond() != CountTable.Bond.NONE) {
      List<String> rest = keyWithout(table.bond().over());
      for (int cell = 0; cell < names.size(); cell++) {
        String group = name(rows.get(cell).get(0), rest, "");
        groups.computeIfAbsent(group, g -> new ArrayList<>()).add(cell);
      }
    }
    return groups;
  }

  /** True where bound cells are rounded all or none, in the top cell too. */
  boolean isBoundAtTop() {
    return table.bond() == CountTable.Bond.STEPS;
  }

  private static Sum sum(int total, List<Integer> parts, boolean isFlow) {
    return new Sum(total, parts.stream().mapToInt(Integer::intValue).toArray(), isFlow);
  }

  /** The values of some key columns; {@code (all)} for one of them where it is named. */
  private static String name(CountRow row, List<String> columns, String overAll) {
    StringBuilder name = new StringBuilder(64);
    for (String column : columns) {
      Object value = column.equals(overAll) ? CountTable.ALL : row.value(column);
      name.append(name.isEmpty() ? "" : "|").append(value == null ? "-" : escaped(value));
    }
    return name.toString();
  }

  private static String escaped(Object value) {
    String text = value.toString();
    boolean isPlain = text.indexOf('|') < 0 && text.indexOf('\\') < 0;
    return isPlain ? text : text.replace("\\", "\\\\").replace("|", "\\|");
  }

  /** A breakdown that a funnel does not have stands at its whole. */
  private static boolean isAll(Object value) {
    return value == null || CountTable.ALL.equals(value);
  }

  int size() {
    return names.size();
  }

  /** The cell's key values as one text. */
  String name(int cell) {
    return names.get(cell);
  }

  List<CountRow> rows(int cell) {
    return rows.get(cell);
  }

  /** Of twins the fewer, where anybody is behind them at all. */
  long persons(int cell) {
    return persons[cell];
  }

  /** True for the cell over all values of every dimension. */
  boolean isTop(int cell) {
    return isTop[cell];
  }

  List<Sum> sums() {
    return Collections.unmodifiableList(sums);
  }
}
