package giro.metric.content;

import giro.metric.Packed;
import giro.metric.person.ContentReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/**
 * Readers of what readers published after reading: the second order. A link waits at its reader for
 * the links of what that reader published.
 */
final class SecondOrder {
  private static final byte READ = 1;
  private static final byte IS_READ = 2;

  /** Something the person read, with the cells it counts in by its content's own. */
  private record Read(long author, long at, long endsAt, String cell) {}

  /** Something the person published, and who read it. */
  private record IsRead(long reader, long publishedAt, long publishedEndsAt) {
    boolean isAfter(Read read) {
      return publishedEndsAt > read.at || publishedAt >= read.endsAt;
    }
  }

  private SecondOrder() {}

  /** Cells with second-order readers only. */
  static JavaPairRDD<String, byte[]> of(JavaPairRDD<Long, PersonContents> readers, int partitions) {
    return readers
        .flatMapToPair(person -> sent(person._1(), person._2()))
        .groupByKey(partitions)
        .flatMapToPair(person -> chained(person._2()))
        .groupByKey(partitions)
        .mapPartitionsToPair(SecondOrder::counted);
  }

  /** Who published nothing passes nothing on, so what was read waits at authors only. */
  private static Iterator<Tuple2<Long, byte[]>> sent(long key, PersonContents person) {
    List<Tuple2<Long, byte[]>> sent = new ArrayList<>();
    for (ContentLink link : person.fromStrangers()) {
      ContentReading reading = link.reading();
      if (!person.contents.isEmpty()) {
        Read read =
            new Read(link.author(), reading.at(), reading.endsAt(), CellKey.of(link.content()));
        sent.add(new Tuple2<>(key, packed(read)));
      }
      sent.add(
          new Tuple2<>(
              link.author(),
              packed(new IsRead(link.reader(), link.content().at(), link.content().endsAt()))));
    }
    return sent.iterator();
  }

  private static byte[] packed(Read read) {
    return Packed.of(
        out -> {
          out.writeByte(READ);
          out.writeLong(read.author);
          out.writeLong(read.at);
          out.writeLong(read.endsAt);
          Packed.text(out, read.cell);
        });
  }

  private static byte[] packed(IsRead link) {
    return Packed.of(
        out -> {
          out.writeByte(IS_READ);
          out.writeLong(link.reader);
          out.writeLong(link.publishedAt);
          out.writeLong(link.publishedEndsAt);
        });
  }

  /** By second reader, the contents at the beginning of the chain. */
  private static Iterator<Tuple2<Long, String>> chained(Iterable<byte[]> parts) {
    List<Read> read = new ArrayList<>();
    List<IsRead> isRead = new ArrayList<>();
    for (byte[] part : parts) {
      Packed.read(
          part,
          in ->
              in.readByte() == READ
                  ? read.add(new Read(in.readLong(), in.readLong(), in.readLong(), Packed.text(in)))
                  : isRead.add(new IsRead(in.readLong(), in.readLong(), in.readLong())));
    }
    Set<Tuple2<Long, String>> chained = new HashSet<>();
    for (Read first : read) {
      for (IsRead second : isRead) {
        if (second.reader != first.author && second.isAfter(first)) {
          chained.add(new Tuple2<>(second.reader, first.cell));
        }
      }
    }
    return chained.iterator();
  }

  private static Iterator<Tuple2<String, byte[]>> counted(
      Iterator<Tuple2<Long, Iterable<String>>> readers) {
    ContentCells cells = new ContentCells();
    while (readers.hasNext()) {
      Set<String> of = new HashSet<>();
      for (String content : readers.next()._2()) {
        of.add(content);
        of.addAll(CellKey.around(content));
      }
      of.forEach(cell -> cells.influence(cell).secondOrderReader());
    }
    return cells.packed();
  }
}
