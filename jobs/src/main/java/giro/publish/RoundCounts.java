package giro.publish;

import giro.model.measure.Interval;
import giro.model.measure.Wilson;
import giro.model.table.CircleSummary;
import giro.model.table.CircleTransitions;
import giro.model.table.Headline;
import giro.model.table.MomentConversion;
import giro.model.table.MomentDropoff;
import giro.model.table.TableContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rounds the marked rows of a table: parts to the nearest five, wholes as the sum of the rounded
 * parts, rates from rounded figures. A share of whom the row does not count becomes null: an exact
 * one would give its parts away. Medians stay; they do not add up.
 */
final class RoundCounts {
  static final List<String> ENTRIES =
      List.of(
          CircleSummary.ENTRIES_STIMULUS,
          CircleSummary.ENTRIES_ZMOT,
          CircleSummary.ENTRIES_FMOT,
          CircleSummary.ENTRIES_SMOT,
          CircleSummary.ENTRIES_UMOT);

  private static final int UNIT = 5;

  private RoundCounts() {}

  /** The nearest multiple of five. */
  static long rounded(long count) {
    return Math.round((double) count / UNIT) * UNIT;
  }

  static void conversions(List<CountRow> rows) {
    marked(rows).forEach(RoundCounts::conversion);
  }

  private static void conversion(CountRow row) {
    long trueEntered = row.count(MomentConversion.ENTERED);
    long others =
        row.count(MomentConversion.MATURE_ENTERED) - row.count(MomentConversion.MATURE_CONVERTED);
    long entered =
        sumRounded(
            row,
            MomentConversion.CONVERTED,
            MomentConversion.LOST,
            MomentConversion.OPEN,
            MomentConversion.DROPPED);
    row.set(MomentConversion.ENTERED, entered);
    long converted = rounded(row.count(MomentConversion.MATURE_CONVERTED));
    long mature = Math.min(entered, converted + rounded(others));
    row.set(MomentConversion.MATURE_CONVERTED, converted);
    row.set(MomentConversion.MATURE_ENTERED, mature);
    Interval interval = Wilson.interval(converted, mature);
    row.set(MomentConversion.CONVERSION_RATE, mature == 0 ? null : (double) converted / mature);
    row.set(MomentConversion.RATE_LOW, interval == null ? null : interval.low());
    row.set(MomentConversion.RATE_HIGH, interval == null ? null : interval.high());
    share(row, MomentConversion.CUMULATIVE_INCIDENCE, trueEntered, entered);
    share(row, MomentConversion.INCIDENCE_LOW, trueEntered, entered);
    share(row, MomentConversion.INCIDENCE_HIGH, trueEntered, entered);
    people(row, MomentConversion.PERSONS, entered);
  }

  static void dropoffs(List<CountRow> rows) {
    for (CountRow row : marked(rows)) {
      long laps =
          sumRounded(
              row,
              MomentDropoff.CONVERTED,
              MomentDropoff.LOST,
              MomentDropoff.OPEN,
              MomentDropoff.DROPPED);
      row.set(MomentDropoff.LAPS, laps);
      people(row, MomentDropoff.PERSONS, laps);
    }
  }

  static void moves(List<CountRow> rows) {
    for (CountRow row : marked(rows)) {
      long moves = sumRounded(row, CircleTransitions.MOVES);
      people(row, CircleTransitions.PERSONS, moves);
    }
  }

  static void summaries(List<CountRow> rows) {
    for (CountRow row : marked(rows)) {
      long trueLaps = row.count(CircleSummary.LAPS);
      long trueTwo = row.count(CircleSummary.LAPS_WITH_TWO_MOMENTS);
      long rest = trueLaps - ENTRIES.stream().mapToLong(row::count).sum();
      long laps = sumRounded(row, ENTRIES.toArray(String[]::new)) + rounded(rest);
      long two = Math.min(laps, rounded(trueTwo));
      row.set(CircleSummary.LAPS, laps);
      row.set(CircleSummary.LAPS_WITH_TWO_MOMENTS, two);
      share(row, CircleSummary.LINEAR_ORDER_SHARE, trueTwo, two);
      share(row, CircleSummary.REENTRY_SHARE, trueLaps, laps);
      row.set(CircleSummary.BACKWARD_SHARE, null);
      row.set(CircleSummary.OWNER_TO_AUTHOR, null);
      row.set(CircleSummary.AUTHOR_RETURN, null);
      people(row, CircleSummary.PERSONS, laps);
      long persons = row.count(CircleSummary.PERSONS);
      row.set(CircleSummary.LAPS_PER_PERSON, persons == 0 ? null : (double) laps / persons);
      advocacy(row, trueLaps, laps);
    }
  }

  /** Momentum and its parts; generation time is a median and stays. */
  private static void advocacy(CountRow row, long trueLaps, long laps) {
    part(row, CircleSummary.ZMOT_FMOT, CircleSummary.LAPS_WITH_ZMOT);
    part(row, CircleSummary.FMOT_SMOT, CircleSummary.LAPS_WITH_FMOT);
    part(row, CircleSummary.SMOT_UMOT, CircleSummary.LAPS_WITH_SMOT);
    for (String rate :
        List.of(CircleSummary.MOMENTUM, CircleSummary.MOMENTUM_LOW, CircleSummary.MOMENTUM_HIGH)) {
      Double value = row.number(rate);
      boolean isKnown = value != null && laps > 0;
      row.set(rate, isKnown ? (double) rounded(Math.round(value * trueLaps)) / laps : null);
    }
    sumRounded(row, CircleSummary.PUBLISHING_LAPS, CircleSummary.CONTENTS, CircleSummary.READERS);
    row.set(CircleSummary.NEW_LAPS, null);
    row.set(CircleSummary.READERS_PER_CONTENT, null);
    row.set(CircleSummary.CONTENTS_PER_PUBLISHING_LAP, null);
    row.set(CircleSummary.SECOND_ORDER_ADVOCACY, null);
  }

  private static void part(CountRow row, String share, String whole) {
    long exact = row.count(whole);
    row.set(whole, rounded(exact));
    share(row, share, exact, row.count(whole));
  }

  static void headlines(List<CountRow> rows) {
    for (CountRow row : marked(rows)) {
      long trueCount = row.count(Headline.DENOMINATOR);
      long count = rounded(trueCount);
      row.set(Headline.DENOMINATOR, count);
      if ("count".equals(row.value(Headline.UNIT))) {
        row.set(Headline.VALUE, (double) rounded(Math.round(row.number(Headline.VALUE))));
      } else if ("share".equals(row.value(Headline.UNIT))) {
        share(row, Headline.VALUE, trueCount, count);
        share(row, Headline.LOW, trueCount, count);
        share(row, Headline.HIGH, trueCount, count);
      }
    }
  }

  /**
   * Each count to the nearest five, a share to five of its whole, medians as they are; any other
   * number, a mean or a sum, becomes null.
   */
  static void byContract(TableContract table, List<CountRow> rows) {
    for (CountRow row : marked(rows)) {
      Map<String, Long> exact = new HashMap<>();
      List<TableContract.Column> measures =
          table.columns().stream().filter(c -> CountRow.isMeasure(table, c)).toList();
      for (TableContract.Column column : measures) {
        if (column.type().equals("bigint") && row.value(column.name()) != null) {
          exact.put(column.name(), row.count(column.name()));
          row.set(column.name(), rounded(row.count(column.name())));
        }
      }
      for (TableContract.Column column : measures) {
        String name = column.name();
        if (column.type().equals("double") && !table.isTypical(name)) {
          Optional<String> whole = table.wholeOf(name);
          if (table.isSummed(name)) {
            Double sum = row.number(name);
            row.set(name, sum == null ? null : (Object) (double) rounded(Math.round(sum)));
          } else if (whole.isPresent()) {
            share(row, name, exact.getOrDefault(whole.get(), 0L), row.count(whole.get()));
          } else {
            row.set(name, null);
          }
        }
      }
    }
  }

  private static List<CountRow> marked(List<CountRow> rows) {
    return rows.stream().filter(CountRow::isRounded).toList();
  }

  /** Rounds each part; the sum of what they became. */
  static long sumRounded(CountRow row, String... parts) {
    long sum = 0;
    for (String part : parts) {
      long count = rounded(row.count(part));
      row.set(part, count);
      sum += count;
    }
    return sum;
  }

  /** Never more persons than what they did. */
  static void people(CountRow row, String column, long most) {
    row.set(column, Math.min(most, rounded(row.count(column))));
  }

  /** To five of those it is a share of, so that it tells no more than a rounded count. */
  private static void share(CountRow row, String column, long trueWhole, long whole) {
    Double share = row.number(column);
    row.set(
        column,
        share == null || whole == 0
            ? null
            : Math.min(1, (double) rounded(Math.round(share * trueWhole)) / whole));
  }
}
