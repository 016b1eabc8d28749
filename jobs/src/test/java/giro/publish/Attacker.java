package giro.publish;

import giro.model.table.Headline;
import giro.model.table.MomentConversion;
import giro.publish.PublishedWorld.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who has every published row of every night and wants the laps of withheld ones. Knows
 * how rows add up, how rounding is done, that a withheld row has at least one lap, that no count is
 * negative and that laps only ever come, never go; and the laps by market over all cohorts, which
 * another table tells.
 */
final class Attacker {
  private static final int PARTS = PublishedWorld.PARTS.size();
  private static final int WHOLE = PARTS;
  private static final long FAR = 1_000_000;

  /** Some unknowns sum to another. */
  private record Equation(int total, int[] parts) {}

  private final List<long[]> bounds = new ArrayList<>();
  private final BitSet isWhole = new BitSet();
  private final List<Equation> equations = new ArrayList<>();
  private final List<Night> nights = new ArrayList<>();
  private final List<int[]> growing = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private Map<List<String>, Integer> before = new HashMap<>();

  /** The unknowns from {@code first} to {@code end} and what holds among whole rows of a night. */
  private record Night(int first, int end, List<Equation> wholes) {}

  /** A withheld row of a night. */
  record Target(int night, List<String> key, long laps, int unknown) {}

  /** Takes in what a night published. */
  void see(PublishedWorld.Night published) {
    List<Line> lines = published.conversions();
    Map<List<String>, Integer> rows = new HashMap<>();
    int start = bounds.size();
    List<Equation> wholes = new ArrayList<>();
    for (Line line : lines) {
      rows.put(line.key(), bounds.size());
      boolean isExact = !line.row().isWithheld() && !line.row().isRounded();
      for (String part : PublishedWorld.PARTS) {
        long shown = line.row().count(part);
        bounds.add(line.row().isWithheld() ? new long[] {0, FAR} : range(shown, isExact));
      }
      long whole = line.row().count(MomentConversion.ENTERED);
      isWhole.set(bounds.size());
      bounds.add(isExact ? new long[] {whole, whole} : new long[] {1, FAR});
      int first = rows.get(line.key());
      equations.add(
          new Equation(first + WHOLE, new int[] {first, first + 1, first + 2, first + 3}));
      if (line.row().isWithheld()) {
        targets.add(new Target(nights.size(), line.key(), line.whole(), first + WHOLE));
      }
    }
    rollups(rows, wholes);
    elsewhere(rows, published, wholes);
    equations.addAll(wholes);
    nights.add(new Night(start, bounds.size(), wholes));
    rows.forEach(
        (key, first) -> {
          if (before.containsKey(key)) {
            growing.add(new int[] {before.get(key) + WHOLE, first + WHOLE});
          }
        });
    before = rows;
  }

  private static long[] range(long shown, boolean isExact) {
    return isExact ? new long[] {shown, shown} : new long[] {Math.max(0, shown - 2), shown + 2};
  }

  private void rollups(Map<List<String>, Integer> rows, List<Equation> wholes) {
    Map<List<Object>, List<Integer>> sums = new HashMap<>();
    rows.forEach(
        (key, first) -> {
          for (int d = 1; d < key.size(); d++) {
            if (!key.get(d).equals(CountTable.ALL)) {
              List<String> total = new ArrayList<>(key);
              total.set(d, CountTable.ALL);
              sums.computeIfAbsent(List.of(total, d), s -> new ArrayList<>()).add(first);
            }
          }
        });
    sums.forEach(
        (sum, parts) -> {
          int total = rows.get(sum.get(0));
          for (int i = 0; i <= WHOLE; i++) {
            int column = i;
            (i == WHOLE ? wholes : equations)
                .add(new Equation(total + i, parts.stream().mapToInt(p -> p + column).toArray()));
          }
        });
  }

  /** The laps of a market over all cohorts, as the headline gives them. */
  private void elsewhere(
      Map<List<String>, Integer> rows, PublishedWorld.Night published, List<Equation> wholes) {
    Map<String, List<Line>> markets = new HashMap<>();
    for (Line line : published.conversions()) {
      List<String> key = line.key();
      if (key.get(2).equals(CountTable.ALL) && key.get(3).equals(CountTable.ALL)) {
        markets.computeIfAbsent(key.get(1), m -> new ArrayList<>()).add(line);
      }
    }
    for (Line told : published.headline()) {
      int total = bounds.size();
      isWhole.set(total);
      long laps = told.row().count(Headline.DENOMINATOR);
      boolean isExact = !told.row().isWithheld() && !told.row().isRounded();
      bounds.add(told.row().isWithheld() ? new long[] {1, FAR} : range(laps, isExact));
      wholes.add(
          new Equation(
              total,
              markets.get(told.key().get(0)).stream()
                  .mapToInt(c -> rows.get(c.key()) + WHOLE)
                  .toArray()));
    }
  }

  /** The withheld rows. */
  List<Target> targets() {
    return targets;
  }

  /** The withheld rows whose laps the equations leave no choice; to be asked before narrowing. */
  List<Target> solved() {
    Set<Integer> solved = new HashSet<>();
    for (Night night : nights) {
      int[] column = new int[night.end() - night.first()];
      int unknowns = 0;
      for (int i = 0; i < column.length; i++) {
        column[i] = isKnown(night.first() + i) || !isWhole.get(night.first() + i) ? -1 : unknowns++;
      }
      Elimination elimination = new Elimination(unknowns);
      for (Equation equation : night.wholes()) {
        long[] row = new long[unknowns];
        add(row, column[equation.total() - night.first()], -1);
        for (int part : equation.parts()) {
          add(row, column[part - night.first()], 1);
        }
        elimination.add(row);
      }
      boolean[] isDetermined = elimination.determined();
      for (int i = 0; i < column.length; i++) {
        if (column[i] >= 0 && isDetermined[column[i]]) {
          solved.add(night.first() + i);
        }
      }
    }
    return targets.stream().filter(target -> solved.contains(target.unknown())).toList();
  }

  private static void add(long[] row, int column, long factor) {
    if (column >= 0) {
      row[column] += factor;
    }
  }

  private boolean isKnown(int unknown) {
    return bounds.get(unknown)[0] == bounds.get(unknown)[1];
  }

  /** Tightens the bounds as far as each equation alone allows, until nothing moves. */
  void narrow(boolean grows) {
    boolean isStable = false;
    while (!isStable) {
      isStable = true;
      for (Equation equation : equations) {
        isStable &= !narrow(equation);
      }
      for (int[] pair : grows ? growing : List.<int[]>of()) {
        isStable &= !raise(pair[1], bounds.get(pair[0])[0]);
        isStable &= !lower(pair[0], bounds.get(pair[1])[1]);
      }
    }
  }

  private boolean narrow(Equation equation) {
    long low = 0;
    long high = 0;
    for (int part : equation.parts()) {
      low += bounds.get(part)[0];
      high += bounds.get(part)[1];
    }
    boolean isNarrower = raise(equation.total(), low) | lower(equation.total(), high);
    long[] total = bounds.get(equation.total());
    for (int part : equation.parts()) {
      long[] own = bounds.get(part);
      long others = high - own[1];
      long othersLow = low - own[0];
      long newHigh = Math.min(own[1], total[1] - othersLow);
      long newLow = Math.max(own[0], total[0] - others);
      low += newLow - own[0];
      high += newHigh - own[1];
      isNarrower |= raise(part, newLow) | lower(part, newHigh);
    }
    return isNarrower;
  }

  private boolean raise(int unknown, long low) {
    if (low <= bounds.get(unknown)[0]) {
      return false;
    }
    bounds.get(unknown)[0] = low;
    return true;
  }

  private boolean lower(int unknown, long high) {
    if (high >= bounds.get(unknown)[1]) {
      return false;
    }
    bounds.get(unknown)[1] = high;
    return true;
  }

  long[] bounds(Target target) {
    return bounds.get(target.unknown()).clone();
  }

  /** Gauss and Jordan over the integers modulo a prime: enough to see what is determined. */
  private static final class Elimination {
    private static final long PRIME = 2_147_483_647L;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();
    private final int width;

    Elimination(int width) {
      this.width = width;
    }

    void add(long[] row) {
      for (int i = 0; i < width; i++) {
        row[i] = Math.floorMod(row[i], PRIME);
      }
      for (int i = 0; i < rows.size(); i++) {
        subtract(row, rows.get(i), pivots.get(i));
      }
      int pivot = 0;
      while (pivot < width && row[pivot] == 0) {
        pivot++;
      }
      if (pivot == width) {
        return;
      }
      long inverse = power(row[pivot], PRIME - 2);
      for (int i = 0; i < width; i++) {
        row[i] = row[i] * inverse % PRIME;
      }
      for (long[] other : rows) {
        subtract(other, row, pivot);
      }
      rows.add(row);
      pivots.add(pivot);
    }

    private void subtract(long[] from, long[] row, int pivot) {
      long factor = from[pivot];
      if (factor != 0) {
        for (int i = 0; i < width; i++) {
          if (row[i] != 0) {
            from[i] = Math.floorMod(from[i] - factor * row[i], PRIME);
          }
        }
      }
    }

    private static long power(long base, long exponent) {
      long result = 1;
      for (long b = base, e = exponent; e > 0; e >>= 1, b = b * b % PRIME) {
        result = (e & 1) == 1 ? result * b % PRIME : result;
      }
      return result;
    }

    boolean[] determined() {
      boolean[] determined = new boolean[width];
      for (int i = 0; i < rows.size(); i++) {
        determined[pivots.get(i)] = Arrays.stream(rows.get(i)).filter(v -> v != 0).count() == 1;
      }
      return determined;
    }
  }
}
