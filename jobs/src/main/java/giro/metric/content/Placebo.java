package giro.metric.content;

import giro.metric.person.ContentReading;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What would have come of a lap had it read nothing: the share of laps with a lead among laps of
 * its stratum that read nothing before their first FMOT. Where a stratum holds too few of those, a
 * wider one stands in: without the model, without the market, without the number of touches.
 */
final class Placebo implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Fewer laps say too little; a wider pool is asked. */
  private static final int ENOUGH = 30;

  private static final String BETWEEN = String.valueOf(ContentReading.BETWEEN);

  /** Laps without a reading, and those of them with a lead. */
  record Pool(String name, long laps, long withLead) implements Serializable {
    double rate() {
      return (double) withLead / laps;
    }

    /** Of the rate; a pool where all or none have a lead is not known exactly either. */
    double variance() {
      double moved = (withLead + 0.5) / (laps + 1);
      return moved * (1 - moved) / laps;
    }
  }

  private final Map<String, long[]> pools = new HashMap<>();

  void add(String stratum, long laps, long withLead) {
    for (String name : widening(stratum)) {
      long[] pool = pools.computeIfAbsent(name, n -> new long[2]);
      pool[0] += laps;
      pool[1] += withLead;
    }
  }

  /** Whom a lap of the stratum is compared with; null where nobody read nothing. */
  Pool of(String stratum) {
    Pool widest = null;
    for (String name : widening(stratum)) {
      long[] pool = pools.get(name);
      if (pool != null) {
        widest = new Pool(name, pool[0], pool[1]);
        if (pool[0] >= ENOUGH) {
          return widest;
        }
      }
    }
    return widest;
  }

  /** Laps of equal pool that read something, and those of them with a lead. */
  record Compared(long laps, long withLead, Pool pool) implements Serializable {}

  /**
   * Brings laps of strata to the pools they are compared with; left out where there is none.
   *
   * @param strata laps, and those of them with a lead
   */
  List<Compared> pooled(Map<String, long[]> strata) {
    Map<String, Compared> byPool = new TreeMap<>();
    strata.forEach(
        (stratum, laps) -> {
          Pool pool = of(stratum);
          if (pool != null) {
            byPool.merge(pool.name(), new Compared(laps[0], laps[1], pool), Placebo::both);
          }
        });
    return List.copyOf(byPool.values());
  }

  private static Compared both(Compared one, Compared other) {
    return new Compared(one.laps + other.laps, one.withLead + other.withLead, one.pool);
  }

  /** Kind of lap, touches, market, model; then without the last, and so on to everybody. */
  private static List<String> widening(String stratum) {
    List<String> names = new ArrayList<>();
    String name = stratum;
    while (true) {
      names.add(name);
      int cut = name.lastIndexOf(BETWEEN);
      if (cut < 0) {
        names.add("");
        return names;
      }
      name = name.substring(0, cut);
    }
  }
}
