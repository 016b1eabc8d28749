package giro.publish;

import giro.model.table.Headline;
import giro.model.table.MomentConversion;
import giro.model.table.TableContract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A made-up history of {@code moment_conversion}: laps by leaf that grow from night to night. */
final class PublishedWorld {
  static final List<String> PARTS =
      List.of(
          MomentConversion.CONVERTED,
          MomentConversion.LOST,
          MomentConversion.OPEN,
          MomentConversion.DROPPED);

  static final int K = 10;

  private static final CountTable CONVERSIONS =
      CountTable.of(MomentConversion.CONTRACT).orElseThrow();
  private static final CountTable HEADLINE = CountTable.of(Headline.CONTRACT).orElseThrow();
  private static final CountRow.Columns COLUMNS = new CountRow.Columns(MomentConversion.CONTRACT);

  private final Random random;
  private final Map<List<String>, long[]> leaves = new TreeMap<>(comparing());
  private final List<List<String>> empty = new ArrayList<>();
  private Map<String, Long> memory = new HashMap<>();
  private Map<String, Long> headlineMemory = new HashMap<>();

  /** Key values of a row: cohort, market, model, vehicle type; with its true parts. */
  record Line(List<String> key, long[] truth, CountRow row) {
    long whole() {
      return truth[0] + truth[1] + truth[2] + truth[3];
    }
  }

  PublishedWorld(long seed) {
    random = new Random(seed);
    int markets = 1 + random.nextInt(4);
    int models = 1 + random.nextInt(3);
    int types = 1 + random.nextInt(2);
    double filled = 0.4 + 0.6 * random.nextDouble();
    int scale = 4 + random.nextInt(40);
    for (String cohort : List.of("2026-01-01", "2026-02-01")) {
      for (int leaf = 0; leaf < markets * models * types; leaf++) {
        int type = leaf % types;
        int model = leaf / types % models;
        int market = leaf / types / models;
        List<String> key = List.of(cohort, "M" + market, "C" + model, "T" + type);
        if (random.nextDouble() < filled) {
          leaves.put(key, grow(new long[4], 1 + few(scale)));
        } else {
          empty.add(key);
        }
      }
    }
  }

  private static java.util.Comparator<List<String>> comparing() {
    return java.util.Comparator.comparing(Object::toString);
  }

  /** Mostly few, at times many. */
  private int few(int scale) {
    return (int) (scale * Math.pow(random.nextDouble(), 2));
  }

  private long[] grow(long[] parts, int laps) {
    for (int i = 0; i < laps; i++) {
      parts[random.nextInt(10) < 6 ? 2 : random.nextInt(4)]++;
    }
    return parts;
  }

  /** A further night: some laps come, some open ones end, and someone is the first of a cell. */
  void nextNight() {
    if (!empty.isEmpty() && random.nextInt(3) == 0) {
      List<String> key = empty.remove(random.nextInt(empty.size()));
      leaves.put(key, grow(new long[4], 1 + few(4)));
    }
    leaves.replaceAll(
        (key, parts) -> {
          long[] next = parts.clone();
          if (random.nextInt(3) == 0) {
            grow(next, few(12));
          }
          if (next[2] > 0 && random.nextBoolean()) {
            next[2]--;
            next[random.nextBoolean() ? 0 : 3]++;
          }
          return next;
        });
  }

  /** Rows of the two tables of a night. */
  record Night(List<Line> conversions, List<Line> headline) {}

  /** Every row of the night, as published; what is remembered goes on to the next night. */
  Night publish(Withholding withholding) {
    List<Line> conversions = lines();
    List<Line> headline = headline(conversions);
    memory = after(withholding, CONVERSIONS, conversions, memory);
    headlineMemory = after(withholding, HEADLINE, headline, headlineMemory);
    return new Night(conversions, headline);
  }

  private static Map<String, Long> after(
      Withholding withholding, CountTable table, List<Line> lines, Map<String, Long> memory) {
    Map<String, Long> next = new HashMap<>(memory);
    withholding
        .apply(table, lines.stream().map(Line::row).toList(), memory)
        .forEach(
            (cell, persons) -> {
              if (persons == null) {
                next.remove(cell);
              } else {
                next.put(cell, persons);
              }
            });
    return next;
  }

  /** What is done to a night's rows. */
  interface Withholding {
    Map<String, Long> apply(CountTable table, List<CountRow> rows, Map<String, Long> remembered);
  }

  private static List<Line> headline(List<Line> conversions) {
    Map<String, Long> laps = new TreeMap<>();
    for (Line line : conversions) {
      if (line.key().get(2).equals(CountTable.ALL) && line.key().get(3).equals(CountTable.ALL)) {
        laps.merge(line.key().get(1), line.whole(), Long::sum);
      }
    }
    CountRow.Columns columns = new CountRow.Columns(Headline.CONTRACT);
    List<Line> lines = new ArrayList<>();
    laps.forEach(
        (market, count) -> {
          Object[] values = new Object[Headline.CONTRACT.columns().size()];
          CountRow row = new CountRow(columns, values);
          row.set(Headline.FIGURE, "incidence_zmot_fmot");
          row.set(Headline.MARKET, market);
          row.set(Headline.UNIT, "share");
          row.set(Headline.DENOMINATOR, count);
          lines.add(new Line(List.of(market), new long[] {count, 0, 0, 0}, row));
        });
    return lines;
  }

  private List<Line> lines() {
    Map<List<String>, long[]> sums = new LinkedHashMap<>();
    leaves.forEach(
        (leaf, parts) -> {
          for (int mask = 0; mask < 8; mask++) {
            List<String> key = new ArrayList<>(leaf);
            for (int d = 0; d < 3; d++) {
              if ((mask >> d & 1) == 1) {
                key.set(d + 1, CountTable.ALL);
              }
            }
            long[] sum = sums.computeIfAbsent(key, k -> new long[4]);
            for (int i = 0; i < 4; i++) {
              sum[i] += parts[i];
            }
          }
        });
    List<Line> lines = new ArrayList<>();
    sums.forEach((key, parts) -> lines.add(new Line(key, parts, row(key, parts))));
    return lines;
  }

  /** A lap a person: nothing blurs what adds up. */
  static CountRow row(List<String> key, long[] parts) {
    Object[] values = new Object[MomentConversion.CONTRACT.columns().size()];
    int i = 0;
    for (TableContract.Column column : MomentConversion.CONTRACT.columns()) {
      values[i++] = column.type().equals("bigint") ? (Object) 0L : null;
    }
    CountRow row = new CountRow(COLUMNS, values);
    row.set(MomentConversion.COHORT_MONTH, java.sql.Date.valueOf(LocalDate.parse(key.get(0))));
    row.set(MomentConversion.MARKET, key.get(1));
    row.set(MomentConversion.MODEL, key.get(2));
    row.set(MomentConversion.VEHICLE_TYPE, key.get(3));
    row.set(MomentConversion.FROM_MOMENT, "ZMOT");
    row.set(MomentConversion.TO_MOMENT, "FMOT");
    long whole = 0;
    for (int part = 0; part < 4; part++) {
      row.set(PARTS.get(part), parts[part]);
      whole += parts[part];
    }
    row.set(MomentConversion.ENTERED, whole);
    row.set(MomentConversion.PERSONS, whole);
    return row;
  }
}
