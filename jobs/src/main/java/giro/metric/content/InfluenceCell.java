package giro.metric.content;

import giro.metric.Packed;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What adds up to a row of {@code umot_influence}: one content, or all of a market, model and
 * dealer. Whoever counts into it has all of a reader at hand, so that readers add up.
 */
final class InfluenceCell {
  private static final int COUNTS = 7;
  private static final int CONTENTS = 0;
  private static final int WITHOUT_READERS = 1;
  private static final int EXPOSURE = 2;
  private static final int READERS = 3;
  private static final int LEADS = 4;
  private static final int ACQUISITIONS = 5;
  private static final int SECOND_ORDER = 6;

  private final long[] counts = new long[COUNTS];

  /** Null where it is known of none. */
  private Long reach;

  private final List<Double> hours = new ArrayList<>();

  /** Contents by how many readers they have. */
  private final Map<Long, long[]> byReaders = new TreeMap<>();

  /** Compared laps, and those of them with a lead, by stratum. */
  private final Map<String, long[]> compared = new TreeMap<>();

  void content(Long seenBy) {
    counts[CONTENTS]++;
    reach = sum(reach, seenBy);
  }

  /** The content whose own cell this is, once all its readers are counted. */
  void complete() {
    counts[WITHOUT_READERS] = readers() == 0 ? 1 : 0;
    counts[EXPOSURE] = reach == null ? readers() : reach;
    byReaders.put(readers(), new long[] {1});
  }

  /** A content whose own cell has all its readers. */
  void content(InfluenceCell whole) {
    long readers = whole.readers();
    counts[CONTENTS] += whole.contents();
    counts[WITHOUT_READERS] += readers == 0 ? 1 : 0;
    counts[EXPOSURE] += whole.reach == null ? readers : whole.reach;
    reach = sum(reach, whole.reach);
    byReaders.computeIfAbsent(readers, r -> new long[1])[0]++;
  }

  void reader() {
    counts[READERS]++;
  }

  void secondOrderReader() {
    counts[SECOND_ORDER]++;
  }

  /** A reader's lap. */
  void lap(int leads, Double acquisitionHours) {
    counts[LEADS] += leads;
    if (acquisitionHours != null) {
      counts[ACQUISITIONS]++;
      hours.add(acquisitionHours);
    }
  }

  /** A reader's lap that is compared with laps of its stratum. */
  void compared(String stratum, boolean hasLead) {
    long[] laps = compared.computeIfAbsent(stratum, s -> new long[2]);
    laps[0]++;
    laps[1] += hasLead ? 1 : 0;
  }

  void merge(InfluenceCell other) {
    for (int i = 0; i < COUNTS; i++) {
      counts[i] += other.counts[i];
    }
    reach = sum(reach, other.reach);
    hours.addAll(other.hours);
    other.byReaders.forEach(
        (readers, contents) ->
            byReaders.computeIfAbsent(readers, r -> new long[1])[0] += contents[0]);
    other.compared.forEach(
        (stratum, laps) -> {
          long[] sum = compared.computeIfAbsent(stratum, s -> new long[2]);
          sum[0] += laps[0];
          sum[1] += laps[1];
        });
  }

  private static Long sum(Long one, Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one + other;
  }

  long contents() {
    return counts[CONTENTS];
  }

  long contentsWithoutReaders() {
    return counts[WITHOUT_READERS];
  }

  long exposure() {
    return counts[EXPOSURE];
  }

  long readers() {
    return counts[READERS];
  }

  long leads() {
    return counts[LEADS];
  }

  long acquisitions() {
    return counts[ACQUISITIONS];
  }

  long secondOrderReaders() {
    return counts[SECOND_ORDER];
  }

  Long reach() {
    return reach;
  }

  /** Hours from reading to acquisition, in rising order. */
  double[] hours() {
    return hours.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** Readers of each content, in rising order. */
  double[] readersOfContents() {
    double[] all = new double[(int) byReaders.values().stream().mapToLong(n -> n[0]).sum()];
    int filled = 0;
    for (Map.Entry<Long, long[]> each : byReaders.entrySet()) {
      int end = filled + (int) each.getValue()[0];
      Arrays.fill(all, filled, end, each.getKey());
      filled = end;
    }
    return all;
  }

  /** Compared laps, and those of them with a lead, by stratum. */
  Map<String, long[]> compared() {
    return compared;
  }

  byte[] packed() {
    return Packed.of(this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    Packed.longs(out, counts);
    Packed.whole(out, reach);
    Packed.doubles(out, hours);
    out.writeInt(byReaders.size());
    for (Map.Entry<Long, long[]> each : byReaders.entrySet()) {
      out.writeLong(each.getKey());
      out.writeLong(each.getValue()[0]);
    }
    out.writeInt(compared.size());
    for (Map.Entry<String, long[]> each : compared.entrySet()) {
      Packed.text(out, each.getKey());
      Packed.longs(out, each.getValue());
    }
  }

  /** Adds what {@link #packed} gave. */
  void merge(byte[] packed) {
    merge(Packed.read(packed, InfluenceCell::read));
  }

  private static InfluenceCell read(DataInputStream in) throws IOException {
    InfluenceCell cell = new InfluenceCell();
    System.arraycopy(Packed.longs(in), 0, cell.counts, 0, COUNTS);
    cell.reach = Packed.whole(in);
    Packed.doubles(in, cell.hours);
    for (int more = in.readInt(); more > 0; more--) {
      cell.byReaders.put(in.readLong(), new long[] {in.readLong()});
    }
    for (int more = in.readInt(); more > 0; more--) {
      cell.compared.put(Packed.text(in), Packed.longs(in));
    }
    return cell;
  }
}
