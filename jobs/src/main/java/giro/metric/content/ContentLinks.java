package giro.metric.content;

import giro.metric.person.ContentReading;
import giro.metric.person.FoundContents;
import giro.metric.person.PublishedContent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Contents with their authors, and readings with their readers, brought together by content: never
 * the author as a reader, nor whoever shares a household or a device with the author. What they add
 * up to is kept by cell.
 *
 * <p>Plain shuffles of packed rows rather than queries: a query costs a second to plan where a
 * shuffle of little costs milliseconds, and one of much costs the same. Each message goes to a
 * content, then to its author, then to its reader; there a person has all that was read, so that
 * persons in cells add up.
 */
public final class ContentLinks {
  private final JavaPairRDD<String, byte[]> cells;
  private final Placebo placebo;
  private final ReadingLift lift;

  private ContentLinks(JavaPairRDD<String, byte[]> cells, Placebo placebo) {
    this.cells = cells;
    this.placebo = placebo;
    this.lift = lift(cells, placebo);
  }

  /**
   * Joins what was found; kept until {@link #release}.
   *
   * @param sharedIdentifiers rows of {@link SharedIdentifiers}
   */
  public static ContentLinks of(FoundContents found, Dataset<Row> sharedIdentifiers) {
    int partitions = sharedIdentifiers.sparkSession().sessionState().conf().numShufflePartitions();
    JavaPairRDD<Long, byte[]> toAuthors =
        found.byContent().flatMapToPair(content -> toAuthor(content._2()));
    JavaPairRDD<Long, byte[]> shared =
        sharedIdentifiers
            .toJavaRDD()
            .mapToPair(row -> new Tuple2<>(row.getLong(0), PersonContents.values(values(row))));
    JavaPairRDD<Long, PersonContents> readers =
        toAuthors
            .union(shared)
            .groupByKey(partitions)
            .flatMapToPair(person -> toReaders(person._1(), PersonContents.of(person._2())))
            .groupByKey(partitions)
            .mapValues(PersonContents::of);
    JavaPairRDD<String, byte[]> counted =
        readers
            .mapPartitionsToPair(ContentLinks::counted)
            .union(SecondOrder.of(readers, partitions))
            .groupByKey(partitions)
            .mapToPair(cell -> new Tuple2<>(cell._1(), merged(cell._1(), cell._2())))
            .persist(StorageLevel.MEMORY_AND_DISK_SER());
    Placebo placebo = new Placebo();
    found.unread().forEach((stratum, laps) -> placebo.add(stratum, laps[0], laps[1]));
    return new ContentLinks(counted, placebo);
  }

  private static long[] values(Row row) {
    return row.<Long>getList(1).stream().mapToLong(Long::longValue).toArray();
  }

  /** One content: that of its earliest publication, with whoever else read it. */
  private static Iterator<Tuple2<Long, byte[]>> toAuthor(Iterable<byte[]> parts) {
    PublishedContent first = null;
    Long reach = null;
    List<ContentReading> readings = new ArrayList<>();
    for (byte[] part : parts) {
      FoundContents.Found found = FoundContents.unpacked(part);
      if (found.content() == null) {
        readings.add(found.reading());
        continue;
      }
      Long seenBy = found.content().reach();
      reach = reach == null || seenBy != null && seenBy > reach ? seenBy : reach;
      first = first == null || found.content().isBefore(first) ? found.content() : first;
    }
    List<Tuple2<Long, byte[]>> sent = new ArrayList<>();
    if (first != null) {
      PublishedContent content = first.seenBy(reach);
      sent.add(new Tuple2<>(content.author(), PersonContents.content(content)));
      for (ContentReading reading : readings) {
        if (reading.reader() != content.author()) {
          ContentLink link = new ContentLink(content, reading);
          sent.add(new Tuple2<>(content.author(), PersonContents.link(link)));
        }
      }
    }
    return sent.iterator();
  }

  /** What a person published stays there; links go on, with what the author shares with others. */
  private static Iterator<Tuple2<Long, byte[]>> toReaders(long key, PersonContents person) {
    List<Tuple2<Long, byte[]>> sent = new ArrayList<>();
    sent.add(new Tuple2<>(key, person.values()));
    for (PublishedContent content : person.contents) {
      sent.add(new Tuple2<>(key, PersonContents.content(content)));
    }
    for (ContentLink link : person.read()) {
      sent.add(new Tuple2<>(link.reader(), person.withValues(link)));
    }
    return sent.iterator();
  }

  private static Iterator<Tuple2<String, byte[]>> counted(
      Iterator<Tuple2<Long, PersonContents>> persons) {
    ContentCells cells = new ContentCells();
    persons.forEachRemaining(person -> cells.person(person._2()));
    return cells.packed();
  }

  private static byte[] merged(String key, Iterable<byte[]> parts) {
    if (CellKey.isCohort(key)) {
      CohortCell cell = new CohortCell();
      parts.forEach(cell::merge);
      return cell.packed();
    }
    InfluenceCell cell = new InfluenceCell();
    parts.forEach(cell::merge);
    return cell.packed();
  }

  /** Each compared lap once, whatever it read. */
  private static ReadingLift lift(JavaPairRDD<String, byte[]> cells, Placebo placebo) {
    InfluenceCell everything = new InfluenceCell();
    cells
        .filter(cell -> cell._1().equals(CellKey.EVERYTHING))
        .values()
        .collect()
        .forEach(everything::merge);
    ReadingLift lift = new ReadingLift();
    placebo.pooled(everything.compared()).forEach(each -> lift.add(each));
    return lift;
  }

  /** Cells of cohorts, and of {@code umot_influence} without the contents of its {@code (all)}. */
  JavaPairRDD<String, byte[]> cells() {
    return cells;
  }

  Placebo placebo() {
    return placebo;
  }

  ReadingLift lift() {
    return lift;
  }

  /** Lets go of what was kept. */
  public void release() {
    cells.unpersist();
  }
}
