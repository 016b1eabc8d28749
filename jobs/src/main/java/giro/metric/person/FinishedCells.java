package giro.metric.person;

import giro.metric.Packed;
import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * What is left of the cells after the shuffle, as bytes: the row of each, or the cell itself for a
 * table of all cells; and laps that read nothing, by stratum.
 */
final class FinishedCells {
  private static final byte ROW = 1;
  private static final byte CELL = 2;
  private static final byte UNREAD = 3;

  private final List<PersonMetric> metrics;
  private final Map<CellPlace, List<Row>> rows = new HashMap<>();
  private final Map<CellPlace, List<Cell>> cells = new HashMap<>();
  private final Map<String, long[]> unread = new HashMap<>();

  /**
   * @param packed what {@link #of} made of all cells
   */
  FinishedCells(List<PersonMetric> metrics, List<byte[]> packed) {
    this.metrics = metrics;
    packed.forEach(this::take);
  }

  /** Merges and finishes the cells of one partition; contents are passed over. */
  static Iterator<byte[]> of(
      List<PersonMetric> metrics, Iterator<Tuple2<String, Iterable<byte[]>>> grouped) {
    return new Iterator<>() {
      private Tuple2<String, Iterable<byte[]>> ahead;

      @Override
      public boolean hasNext() {
        while (ahead == null && grouped.hasNext()) {
          Tuple2<String, Iterable<byte[]>> next = grouped.next();
          ahead = GatherContents.isContent(next._1()) ? null : next;
        }
        return ahead != null;
      }

      @Override
      public byte[] next() {
        if (!hasNext()) {
          throw new java.util.NoSuchElementException();
        }
        Tuple2<String, Iterable<byte[]>> cell = ahead;
        ahead = null;
        return finished(metrics, cell._1(), cell._2());
      }
    };
  }

  private static byte[] finished(List<PersonMetric> metrics, String key, Iterable<byte[]> parts) {
    if (GatherContents.isUnread(key)) {
      return Packed.of(
          out -> {
            out.writeByte(UNREAD);
            Packed.text(out, key);
            out.write(GatherContents.summed(parts));
          });
    }
    CellPlace place = CellPlace.of(key);
    CellShape shape = place.shape(metrics);
    Cell merged = new Cell(shape, CellPlace.values(key));
    for (byte[] part : parts) {
      merged.merge(Cell.unpacked(shape, merged.key(), part));
    }
    PersonMetric metric = metrics.get(place.metric());
    if (metric instanceof PersonMetric.OfAllCells) {
      return Packed.of(
          out -> {
            out.writeByte(CELL);
            Packed.text(out, key);
            out.write(merged.packed());
          });
    }
    GoldRow row = GoldRow.of(place.table(metrics), merged);
    metric.finish(merged, row);
    return Packed.of(
        out -> {
          out.writeByte(ROW);
          out.writeInt(place.metric());
          out.writeBoolean(place.isOverview());
          row.write(out);
        });
  }

  private void take(byte[] packed) {
    Packed.read(
        packed,
        in -> {
          byte kind = in.readByte();
          if (kind == ROW) {
            CellPlace place = new CellPlace(in.readInt(), in.readBoolean());
            rows.computeIfAbsent(place, p -> new ArrayList<>())
                .add(GoldRow.read(in, place.table(metrics).columns().size()));
            return null;
          }
          String key = Packed.text(in);
          byte[] rest = in.readAllBytes();
          if (kind == UNREAD) {
            unread.put(GatherContents.own(key), GatherContents.add(new long[2], rest));
          } else {
            CellPlace place = CellPlace.of(key);
            cells
                .computeIfAbsent(place, p -> new ArrayList<>())
                .add(Cell.unpacked(place.shape(metrics), CellPlace.values(key), rest));
          }
          return null;
        });
  }

  /** The published rows by table. */
  Map<TableContract, List<Row>> rows() {
    Map<TableContract, List<Row>> tables = new LinkedHashMap<>();
    for (CellPlace place : CellPlace.all(metrics)) {
      TableContract table = place.table(metrics);
      if (metrics.get(place.metric()) instanceof PersonMetric.OfAllCells ofAll) {
        List<Cell> own = cells.getOrDefault(place, List.of());
        tables.put(table, GoldRow.rows(ofAll.rows(table, own)));
      } else {
        tables.put(table, rows.getOrDefault(place, List.of()));
      }
    }
    return tables;
  }

  /** Followed research laps without a reading, and those with a lead, by stratum. */
  Map<String, long[]> unread() {
    return unread;
  }
}
