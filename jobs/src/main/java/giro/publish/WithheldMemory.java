package giro.publish;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.WithheldCells;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * What earlier nights withheld, and what this night adds to it. Only nights before this one count,
 * so that a night that is run again decides as it did the first time.
 */
public final class WithheldMemory {
  private final SparkSession spark;
  private final Lake lake;
  private final LocalDate asOf;
  private final Map<String, Map<String, Long>> earlier = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Long>> saidBefore = new TreeMap<>();
  private final Map<String, Map<String, Long>> changes = new ConcurrentSkipListMap<>();

  public WithheldMemory(SparkSession spark, Lake lake, LocalDate asOf) {
    this.spark = spark;
    this.lake = lake;
    this.asOf = asOf;
  }

  /** Reads what is remembered; to be called before anything is withheld. */
  public void read() {
    Map<String, LocalDate> latest = new HashMap<>();
    List<Row> rows =
        lake.read(WithheldCells.CONTRACT)
            .filter(col(WithheldCells.AS_OF).leq(lit(Date.valueOf(asOf))))
            .collectAsList();
    for (Row row : rows) {
      LocalDate night = row.getDate(0).toLocalDate();
      String table = row.getString(1);
      String cell = row.getString(2);
      Long persons = row.isNullAt(3) ? null : row.getLong(3);
      if (night.equals(asOf)) {
        saidBefore.computeIfAbsent(table, t -> new TreeMap<>()).put(cell, persons);
        continue;
      }
      String place = table + " " + cell;
      LocalDate known = latest.get(place);
      if (known != null && known.isAfter(night)) {
        continue;
      }
      latest.put(place, night);
      Map<String, Long> ofTable = earlier.computeIfAbsent(table, t -> new HashMap<>());
      if (persons == null) {
        ofTable.remove(cell);
      } else {
        ofTable.put(cell, persons);
      }
    }
  }

  /** Cells of the table that are withheld since an earlier night, with the persons of then. */
  Map<String, Long> of(String table) {
    return earlier.getOrDefault(table, Map.of());
  }

  /** Thread-safe. */
  void note(String table, Map<String, Long> changed) {
    if (!changed.isEmpty()) {
      changes.put(table, changed);
    }
  }

  /** Stores what the night changed; nothing where a former run of it did. */
  public void write() {
    if (changes.equals(saidBefore)) {
      return;
    }
    Date night = Date.valueOf(asOf);
    if (!saidBefore.isEmpty()) {
      lake.delete(WithheldCells.CONTRACT, col(WithheldCells.AS_OF).equalTo(lit(night)));
    }
    List<Row> rows = new ArrayList<>();
    changes.forEach(
        (table, cells) ->
            cells.forEach(
                (cell, persons) -> rows.add(RowFactory.create(night, table, cell, persons))));
    lake.append(
        WithheldCells.CONTRACT,
        spark.createDataFrame(rows, WithheldCells.CONTRACT.schema()).coalesce(1));
  }
}
