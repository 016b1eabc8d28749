package giro.metric.content;

import giro.metric.Packed;
import giro.model.measure.Quantile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the contents of a cohort of laps brought: contents published in those laps, their readers,
 * and the laps that entered through them. Whoever counts into it has all of a reader, or all of an
 * author's contents, at hand.
 */
final class CohortCell {
  private static final int COUNTS = 5;
  private static final int CONTENTS = 0;
  private static final int PUBLISHING_LAPS = 1;
  private static final int PAIRS = 2;
  private static final int READERS = 3;
  private static final int WHO_PUBLISHED = 4;

  /** An author whose content opened laps: own laps in the cohort, and the shares of laps opened. */
  static final class Author {
    int laps;
    private final List<Double> shares = new ArrayList<>();

    /** Laps opened; summed in rising order, so that the order of arrival changes nothing. */
    double brought() {
      return shares.stream().mapToDouble(Double::doubleValue).sorted().sum();
    }
  }

  private final long[] counts = new long[COUNTS];
  private final Map<Long, Author> authors = new TreeMap<>();
  private final List<Double> days = new ArrayList<>();

  /** Contents of one author, published in so many of the author's laps. */
  void contents(long published, long laps) {
    counts[CONTENTS] += published;
    counts[PUBLISHING_LAPS] += laps;
  }

  /**
   * A reader of so many contents.
   *
   * @param publishes something was published after reading
   */
  void reader(long contents, boolean publishes) {
    counts[PAIRS] += contents;
    counts[READERS]++;
    counts[WHO_PUBLISHED] += publishes ? 1 : 0;
  }

  /**
   * A lap entered through a content of the author, among others.
   *
   * @param laps of the author in the cohort
   * @param share of the lap
   * @param daysBetween from the publication to the lap's opening
   */
  void brought(long author, int laps, double share, double daysBetween) {
    Author own = authors.computeIfAbsent(author, a -> new Author());
    own.laps = Math.max(own.laps, laps);
    own.shares.add(share);
    days.add(daysBetween);
  }

  void merge(CohortCell other) {
    for (int i = 0; i < COUNTS; i++) {
      counts[i] += other.counts[i];
    }
    other.authors.forEach(
        (author, more) -> {
          Author own = authors.computeIfAbsent(author, a -> new Author());
          own.laps = Math.max(own.laps, more.laps);
          own.shares.addAll(more.shares);
        });
    days.addAll(other.days);
  }

  long contents() {
    return counts[CONTENTS];
  }

  long publishingLaps() {
    return counts[PUBLISHING_LAPS];
  }

  /** Pairs of a content and a reader. */
  long contentReaders() {
    return counts[PAIRS];
  }

  long readers() {
    return counts[READERS];
  }

  /** Readers who published something after reading. */
  long readersWhoPublished() {
    return counts[WHO_PUBLISHED];
  }

  /**
   * Median days from publication to the opening of a lap it brought; null where it brought none.
   */
  Double generationDays() {
    return Quantile.median(days.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  /** Authors whose content opened laps, in an order that does not hang on who they are. */
  List<Author> authors() {
    return authors.values().stream()
        .sorted(
            Comparator.<Author>comparingInt(author -> author.laps)
                .thenComparingDouble(Author::brought))
        .toList();
  }

  byte[] packed() {
    return Packed.of(this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    Packed.longs(out, counts);
    Packed.doubles(out, days);
    out.writeInt(authors.size());
    for (Map.Entry<Long, Author> each : authors.entrySet()) {
      out.writeLong(each.getKey());
      out.writeInt(each.getValue().laps);
      Packed.doubles(out, each.getValue().shares);
    }
  }

  /** Adds what {@link #packed} gave. */
  void merge(byte[] packed) {
    merge(Packed.read(packed, CohortCell::read));
  }

  private static CohortCell read(DataInputStream in) throws IOException {
    CohortCell cell = new CohortCell();
    System.arraycopy(Packed.longs(in), 0, cell.counts, 0, COUNTS);
    Packed.doubles(in, cell.days);
    for (int more = in.readInt(); more > 0; more--) {
      Author author = new Author();
      cell.authors.put(in.readLong(), author);
      author.laps = in.readInt();
      Packed.doubles(in, author.shares);
    }
    return cell;
  }
}
