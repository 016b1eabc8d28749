package giro.simulate;

import giro.model.domain.ConversionPair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The true probability of each pair: the share of a replicate's laps that convert within the
 * window, the replicate being lived apart and followed to the end of every window.
 */
final class ConversionTruth {
  private static final int BLOCK = 5_000;
  private static final String[] CONDITIONS = {"unknown", "new", "used", "demo"};
  private static final String ALL = "(all)";

  private ConversionTruth() {}

  /** One published row; {@code probability} is a share of {@code laps}. */
  record Row(
      String market,
      String model,
      String condition,
      ConversionPair pair,
      int windowDays,
      long laps,
      double probability) {}

  static List<Row> rows(Population replicate, long persons, Consumer<String> progress) {
    CellCounts total = counts(replicate);
    int blocks = (int) ((persons + BLOCK - 1) / BLOCK);
    new InOrder<CellCounts>(blocks)
        .run(
            block -> fold(replicate, block, persons),
            (block, counts) -> {
              total.addAll(counts);
              if (block % 50 == 49) {
                progress.accept("replicate: " + (block + 1) * (long) BLOCK + " of " + persons);
              }
            });
    return rows(total, replicate.profile.world());
  }

  private static CellCounts counts(Population population) {
    Profile.World world = population.profile.world();
    return new CellCounts(world.markets().size() + 1, world.models().size() + 1);
  }

  private static CellCounts fold(Population replicate, int block, long persons) {
    CellCounts counts = counts(replicate);
    PairFold fold = new PairFold(replicate.from, replicate.until, counts);
    TrueLaps truth = new TrueLaps();
    long end = Math.min(persons, (block + 1L) * BLOCK);
    for (long person = (long) block * BLOCK; person < end; person++) {
      List<Act> acts = replicate.live(person).acts();
      fold.add(acts, truth.tell(acts));
    }
    return counts;
  }

  private static List<Row> rows(CellCounts counts, Profile.World world) {
    List<Row> rows = new ArrayList<>();
    for (int market = -1; market < counts.markets; market++) {
      for (int model = -1; model < counts.models; model++) {
        for (int condition = -1; condition < CONDITIONS.length; condition++) {
          for (ConversionPair pair : ConversionPair.values()) {
            Row row = row(counts, world, new CellCounts.Cell(market, model, condition), pair);
            if (row.laps() > 0) {
              rows.add(row);
            }
          }
        }
      }
    }
    return rows;
  }

  /** A place of -1 stands for all. */
  private static Row row(
      CellCounts counts, Profile.World world, CellCounts.Cell cell, ConversionPair pair) {
    long entered = 0;
    long converted = 0;
    for (int market : places(cell.market(), counts.markets)) {
      for (int model : places(cell.model(), counts.models)) {
        for (int condition : places(cell.condition(), CONDITIONS.length)) {
          CellCounts.Cell each = new CellCounts.Cell(market, model, condition);
          entered += counts.entered(each, pair);
          converted += counts.converted(each, pair);
        }
      }
    }
    int days = cell.condition() == Act.USED ? pair.defaultDaysUsed() : pair.defaultDaysNew();
    return new Row(
        name(cell.market(), i -> world.markets().get(i).code()),
        name(cell.model(), i -> world.models().get(i).name()),
        cell.condition() < 0 ? ALL : CONDITIONS[cell.condition()],
        pair,
        days,
        entered,
        entered == 0 ? 0 : (double) converted / entered);
  }

  private static int[] places(int place, int size) {
    return place >= 0 ? new int[] {place} : IntStream.range(0, size).toArray();
  }

  private static String name(int place, IntFunction<String> named) {
    if (place < 0) {
      return ALL;
    }
    return place == 0 ? "unknown" : named.apply(place - 1);
  }
}
