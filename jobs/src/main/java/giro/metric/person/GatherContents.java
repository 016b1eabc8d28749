package giro.metric.person;

import giro.metric.Packed;
import giro.metric.WindowSettings;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/**
 * Finds who published which content and who read it, with what became of the readers' laps. Whose
 * content it was is known only when both are joined.
 *
 * @param now end of as_of, exclusive, in microseconds since 1970 UTC
 */
record GatherContents(WindowSettings windows, long now) implements Serializable {
  /** First characters of keys that no cell of a table has. */
  private static final char CONTENT = 'c';

  private static final char UNREAD = 's';

  /** What one task found. */
  static final class Scan {
    private final GatherContents of;
    private final List<PublishedContent> contents = new ArrayList<>();
    private final List<ContentReading> readings = new ArrayList<>();
    private final Map<String, long[]> unread = new HashMap<>();

    Scan(GatherContents of) {
      this.of = of;
    }

    void person(Person person) {
      contents.addAll(OwnContents.of(person));
      for (PersonLap lap : person.laps) {
        new LapReadings(person, lap, of.windows, of.now).tell(readings, unread);
      }
    }

    Stream<Tuple2<String, byte[]>> packed() {
      Stream<Tuple2<String, byte[]>> published =
          contents.stream()
              .map(c -> new Tuple2<>(CONTENT + c.contentId(), FoundContents.packed(c)));
      Stream<Tuple2<String, byte[]>> read =
          readings.stream()
              .map(r -> new Tuple2<>(CONTENT + r.contentId(), FoundContents.packed(r)));
      Stream<Tuple2<String, byte[]>> laps =
          unread.entrySet().stream()
              .map(e -> new Tuple2<>(UNREAD + e.getKey(), GatherContents.packed(e.getValue())));
      return Stream.of(published, read, laps).flatMap(found -> found);
    }
  }

  private static byte[] packed(long[] laps) {
    return Packed.of(
        out -> {
          out.writeLong(laps[0]);
          out.writeLong(laps[1]);
        });
  }

  /** Laps without a reading of one stratum, and those with a lead, over all tasks. */
  static byte[] summed(Iterable<byte[]> parts) {
    long[] sum = new long[2];
    parts.forEach(part -> add(sum, part));
    return packed(sum);
  }

  /** Adds what {@link #summed} packed. */
  static long[] add(long[] sum, byte[] part) {
    return Packed.read(
        part,
        in -> {
          sum[0] += in.readLong();
          sum[1] += in.readLong();
          return sum;
        });
  }

  static boolean isContent(String key) {
    return key.charAt(0) == CONTENT;
  }

  static boolean isUnread(String key) {
    return key.charAt(0) == UNREAD;
  }

  /** A key without the character that says what it is of. */
  static String own(String key) {
    return key.substring(1);
  }

  /** By content id, what the shuffle brought together of it. */
  static JavaPairRDD<String, Iterable<byte[]>> contents(
      JavaPairRDD<String, Iterable<byte[]>> grouped) {
    return grouped
        .filter(found -> isContent(found._1()))
        .mapToPair(found -> new Tuple2<>(own(found._1()), found._2()));
  }
}
