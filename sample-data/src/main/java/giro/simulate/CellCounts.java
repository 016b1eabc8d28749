package giro.simulate;

import giro.model.domain.ConversionPair;

/** Laps entered and converted per market, model, condition (0 unknown) and pair. */
final class CellCounts {
  /** Where a lap counts; 0 stands for unknown. */
  record Cell(int market, int model, int condition) {}

  private static final int PAIRS = ConversionPair.values().length;
  private static final int CONDITIONS = 4;

  final int markets;
  final int models;
  private final long[] entered;
  private final long[] converted;

  /** Sizes include the place 0 for unknown. */
  CellCounts(int markets, int models) {
    this.markets = markets;
    this.models = models;
    this.entered = new long[markets * models * CONDITIONS * PAIRS];
    this.converted = new long[entered.length];
  }

  void add(Cell cell, ConversionPair pair, boolean isConverted) {
    int at = index(cell, pair);
    entered[at]++;
    converted[at] += isConverted ? 1 : 0;
  }

  void addAll(CellCounts other) {
    for (int i = 0; i < entered.length; i++) {
      entered[i] += other.entered[i];
      converted[i] += other.converted[i];
    }
  }

  long entered(Cell cell, ConversionPair pair) {
    return entered[index(cell, pair)];
  }

  long converted(Cell cell, ConversionPair pair) {
    return converted[index(cell, pair)];
  }

  private int index(Cell cell, ConversionPair pair) {
    int place = (cell.market() * models + cell.model()) * CONDITIONS + cell.condition();
    return place * PAIRS + pair.ordinal();
  }
}
