package giro.metric;

import static org.apache.spark.sql.functions.*;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The conditions of all funnels' steps and exclusions. Funnels repeat each other's, so each is
 * judged once a touch, as a bit; and a touch matches what many before it matched, so what its bits
 * mean to each funnel is looked up.
 */
public final class FunnelConditions implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PER_WORD = 62;

  /** Stands for a funnel that holds no column. */
  private static final int NOT_HELD = -1;

  private final transient List<FunnelSettings> funnels;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<int[]> steps = new ArrayList<>();
  private final List<int[]> exclusions = new ArrayList<>();
  private final int[] held;

  private FunnelConditions(List<FunnelSettings> funnels) {
    this.funnels = funnels;
    this.held = new int[funnels.size()];
  }

  public static FunnelConditions of(List<FunnelSettings> funnels) {
    FunnelConditions all = new FunnelConditions(funnels);
    for (FunnelSettings funnel : funnels) {
      all.steps.add(all.placed(funnel.steps().stream().map(FunnelSettings.Step::when).toList()));
      all.exclusions.add(
          all.placed(funnel.exclusions().stream().map(FunnelSettings.Exclusion::when).toList()));
    }
    int column = all.words();
    for (int i = 0; i < all.held.length; i++) {
      all.held[i] = funnels.get(i).hold().isEmpty() ? NOT_HELD : column++;
    }
    return all;
  }

  private int[] placed(List<String> conditions) {
    return conditions.stream()
        .mapToInt(condition -> places.computeIfAbsent(condition, c -> places.size()))
        .toArray();
  }

  /** How many funnels there are. */
  public int funnels() {
    return held.length;
  }

  /** Columns of bits. */
  int words() {
    return (places.size() + PER_WORD - 1) / PER_WORD;
  }

  /** Which conditions a touch matches, as numbers; then the held text of funnels that hold. */
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    List<String> conditions = List.copyOf(places.keySet());
    for (int from = 0; from < conditions.size(); from += PER_WORD) {
      Column bits = lit(0L);
      for (int i = from; i < Math.min(from + PER_WORD, conditions.size()); i++) {
        bits = bits.bitwiseOR(when(expr(conditions.get(i)), 1L << (i - from)).otherwise(0L));
      }
      columns.add(bits);
    }
    funnels.stream().filter(f -> !f.hold().isEmpty()).forEach(f -> columns.add(held(f.hold())));
    return columns;
  }

  private static Column held(List<String> hold) {
    Column[] parts =
        hold.stream()
            .map(name -> concat(col(name).cast("string"), lit("\u0001")))
            .toArray(Column[]::new);
    return concat(parts);
  }

  /** Place of a funnel's held text among {@link #columns}; below 0 where it holds nothing. */
  public int held(int funnel) {
    return held[funnel];
  }

  /** A lookup for one task. */
  public Masks masks() {
    return new Masks(this);
  }

  /** What bits mean to each funnel. */
  public static final class Masks {
    private static final int MOST_KNOWN = 50_000;

    private final FunnelConditions conditions;
    private final Map<Bits, int[]> known = new LinkedHashMap<>();
    private Bits last;
    private int[] lastMasks;

    private record Bits(long[] words) {
      @Override
      public boolean equals(Object other) {
        return other instanceof Bits bits && Arrays.equals(words, bits.words);
      }

      @Override
      public int hashCode() {
        return Arrays.hashCode(words);
      }
    }

    private Masks(FunnelConditions conditions) {
      this.conditions = conditions;
    }

    /**
     * Of each funnel in turn the bits of its steps and of its exclusions; shared, so not to be
     * changed.
     *
     * @param first where the columns of the conditions begin in the row
     */
    public int[] of(InternalRow row, int first) {
      long[] words = new long[conditions.words()];
      for (int i = 0; i < words.length; i++) {
        words[i] = row.getLong(first + i);
      }
      if (last == null || !Arrays.equals(words, last.words)) {
        last = new Bits(words);
        if (known.size() > MOST_KNOWN) {
          known.clear();
        }
        lastMasks = known.computeIfAbsent(last, bits -> meaning(bits.words));
      }
      return lastMasks;
    }

    private int[] meaning(long[] words) {
      int[] masks = new int[2 * conditions.funnels()];
      for (int i = 0; i < conditions.funnels(); i++) {
        masks[2 * i] = mask(conditions.steps.get(i), words);
        masks[2 * i + 1] = mask(conditions.exclusions.get(i), words);
      }
      return masks;
    }

    private static int mask(int[] places, long[] words) {
      int mask = 0;
      for (int i = 0; i < places.length; i++) {
        long holds = words[places[i] / PER_WORD] >> (places[i] % PER_WORD) & 1;
        mask |= (int) holds << i;
      }
      return mask;
    }
  }
}
