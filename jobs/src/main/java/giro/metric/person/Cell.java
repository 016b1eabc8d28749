package giro.metric.person;

import giro.model.measure.Quantile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Tallies of one cell: persons, counts, sums and samples, from one task or from all. */
final class Cell implements Serializable {
  private static final long serialVersionUID = 1L;

  private final CellShape shape;
  private final List<String> key;
  private long persons;
  private transient long lastPerson;
  private final long[] counts;
  private final double[] sums;
  private final double[][] samples;
  private final int[] sizes;

  Cell(CellShape shape, List<String> key) {
    this.shape = shape;
    this.key = key;
    this.counts = new long[shape.counts().size()];
    this.sums = new double[shape.sums().size()];
    this.samples = new double[shape.samples().size()][0];
    this.sizes = new int[samples.length];
  }

  /** Persons come one after the other, so remembering the last one is enough to count them. */
  void person(long person) {
    if (persons == 0 || lastPerson != person) {
      persons++;
      lastPerson = person;
    }
  }

  void count(int place, long more) {
    counts[place] += more;
  }

  void sum(int place, double more) {
    sums[place] += more;
  }

  void sample(int place, double value) {
    if (sizes[place] == samples[place].length) {
      samples[place] = Arrays.copyOf(samples[place], Math.max(4, sizes[place] * 2));
    }
    samples[place][sizes[place]++] = value;
  }

  List<String> key() {
    return key;
  }

  /** The value of a key column; null where it is. */
  String key(String name) {
    return key.get(shape.place(shape.key(), name));
  }

  CellShape shape() {
    return shape;
  }

  /** Different persons counted in the cell. */
  long persons() {
    return persons;
  }

  long count(String name) {
    return counts[shape.place(shape.counts(), name)];
  }

  double sum(String name) {
    return sums[shape.place(shape.sums(), name)];
  }

  /** The samples of a name in rising order. */
  double[] samples(String name) {
    int place = shape.place(shape.samples(), name);
    double[] values = Arrays.copyOf(samples[place], sizes[place]);
    Arrays.sort(values);
    return values;
  }

  /** Linear interpolation between the two nearest; null without a sample. */
  Double median(String name) {
    return Quantile.median(samples(name));
  }

  /** {@code part / whole} of two counts; null where the whole is 0. */
  Double share(String part, String whole) {
    return ratio(count(part), count(whole));
  }

  /** Null where the whole is 0. */
  static Double ratio(double part, double whole) {
    return whole == 0 ? null : part / whole;
  }

  /** Adds what another task counted; persons in it are others. */
  void merge(Cell other) {
    persons += other.persons;
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
    for (int i = 0; i < samples.length; i++) {
      int size = sizes[i] + other.sizes[i];
      if (size > samples[i].length) {
        samples[i] = Arrays.copyOf(samples[i], Math.max(size, samples[i].length * 2));
      }
      System.arraycopy(other.samples[i], 0, samples[i], sizes[i], other.sizes[i]);
      sizes[i] = size;
    }
  }

  /** The tallies as bytes, to travel as one value; the key travels beside them. */
  byte[] packed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * (2 + counts.length));
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(persons);
      for (long count : counts) {
        out.writeLong(count);
      }
      for (double sum : sums) {
        out.writeDouble(sum);
      }
      for (int i = 0; i < samples.length; i++) {
        out.writeInt(sizes[i]);
        for (int j = 0; j < sizes[i]; j++) {
          out.writeDouble(samples[i][j]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Cell unpacked(CellShape shape, List<String> key, byte[] packed) {
    Cell cell = new Cell(shape, key);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
      cell.persons = in.readLong();
      for (int i = 0; i < cell.counts.length; i++) {
        cell.counts[i] = in.readLong();
      }
      for (int i = 0; i < cell.sums.length; i++) {
        cell.sums[i] = in.readDouble();
      }
      for (int i = 0; i < cell.samples.length; i++) {
        cell.sizes[i] = in.readInt();
        cell.samples[i] = new double[cell.sizes[i]];
        for (int j = 0; j < cell.sizes[i]; j++) {
          cell.samples[i][j] = in.readDouble();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cell;
  }
}
