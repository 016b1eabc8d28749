package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Touches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Where a touch holds something that the privacy key made: the hashes of its identifiers and its
 * car, and the marks that stand for masked parts of its texts.
 */
final class HashedValues {
  /** Every such value with its place, which is the same in every copy of a touch. */
  static final String TYPE = "array<struct<place:string,value:string>>";

  /** Texts that are never masked. */
  private static final Set<String> PLAIN =
      Set.of(
          Touches.EVENT_ID,
          Touches.SOURCE,
          Touches.OCCURRED_PRECISION,
          Touches.VIN,
          Touches.LANDING_FILE,
          Touches.RUN_ID);

  /** Beside what a touch says: how it arrived, and under which key. */
  private static final Set<String> ARRIVAL =
      Set.of(
          Touches.KEY_ID,
          Touches.RECEIVED_AT,
          Touches.REFUSED_IDENTIFIERS,
          Touches.LANDING_DATE,
          Touches.LANDING_FILE,
          Touches.RUN_ID);

  private HashedValues() {}

  /** Columns of touches whose texts may be masked. */
  static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (var field : Touches.CONTRACT.schema().fields()) {
      if (field.dataType().equals(DataTypes.StringType) && !PLAIN.contains(field.name())) {
        texts.add(field.name());
      }
    }
    return texts;
  }

  /** The values of a touch, as {@link #TYPE}. */
  static Column of() {
    List<String> texts = texts();
    Column[] columns = new Column[3 + texts.size()];
    columns[0] = col(Touches.IDENTIFIERS);
    columns[1] = col(Touches.VIN);
    columns[2] = col(Touches.ATTRIBUTES);
    for (int i = 0; i < texts.size(); i++) {
      columns[3 + i] = col(texts.get(i));
    }
    UDF1<Row, Row[]> values = touch -> values(touch, texts);
    return udf(values, DataType.fromDDL(TYPE)).apply(struct(columns));
  }

  private static Row[] values(Row touch, List<String> texts) {
    List<Row> values = new ArrayList<>();
    if (!touch.isNullAt(0)) {
      for (Row identifier : touch.<Row>getList(0)) {
        values.add(RowFactory.create("identifiers." + identifier.get(0), identifier.get(1)));
      }
    }
    if (!touch.isNullAt(1)) {
      values.add(RowFactory.create("vin", touch.get(1)));
    }
    if (!touch.isNullAt(2)) {
      new TreeMap<>(touch.<String, String>getJavaMap(2))
          .forEach((name, text) -> addMarks(values, "attributes." + name, text));
    }
    for (int i = 0; i < texts.size(); i++) {
      addMarks(values, texts.get(i), touch.getString(3 + i));
    }
    return values.toArray(Row[]::new);
  }

  private static void addMarks(List<Row> values, String place, String text) {
    if (text == null || text.indexOf('#') < 0) {
      return;
    }
    Matcher marks = Masking.MARK.matcher(text);
    for (int i = 0; marks.find(); i++) {
      values.add(RowFactory.create(place + "." + i, marks.group()));
    }
  }

  /**
   * A number that two copies of a touch share where they differ in nothing but such values: what
   * tells the copy that was stored from another one of the same id.
   */
  static Column shape() {
    List<String> texts = texts();
    List<Column> said = new ArrayList<>();
    for (String name : Touches.CONTRACT.columnNames()) {
      if (ARRIVAL.contains(name)) {
        continue;
      }
      Column value = col(name);
      if (name.equals(Touches.IDENTIFIERS)) {
        value = transform(value, identifier -> identifier.getField("kind"));
      } else if (name.equals(Touches.VIN)) {
        value = value.isNotNull();
      } else if (name.equals(Touches.ATTRIBUTES)) {
        value =
            array_sort(
                transform(
                    map_entries(value),
                    entry -> struct(entry.getField("key"), withoutMarks(entry.getField("value")))));
      } else if (texts.contains(name)) {
        value = withoutMarks(value);
      }
      said.add(coalesce(to_json(struct(value.as("v"))), lit("")));
    }
    return xxhash64(said.toArray(Column[]::new));
  }

  private static Column withoutMarks(Column text) {
    return when(text.contains("#"), regexp_replace(text, Masking.MARK.pattern(), "$1#"))
        .otherwise(text);
  }

  /**
   * A column of touches with each value replaced by what it becomes.
   *
   * @param names former to new, a map; a value it does not know stays, null knows none
   */
  static Column renewed(String column, Column names) {
    Column old = col(column);
    Column renewed =
        switch (column) {
          case Touches.IDENTIFIERS ->
              transform(
                  old,
                  identifier ->
                      struct(
                          identifier.getField("kind").as("kind"),
                          renewed(identifier.getField("hash"), names).as("hash")));
          case Touches.VIN -> renewed(old, names);
          case Touches.ATTRIBUTES ->
              transform_values(old, (name, text) -> withRenewedMarks(text, names));
          default -> texts().contains(column) ? withRenewedMarks(old, names) : old;
        };
    return renewed.as(column);
  }

  private static Column renewed(Column hash, Column names) {
    return coalesce(element_at(names, hash), hash);
  }

  private static Column withRenewedMarks(Column text, Column names) {
    UDF2<String, scala.collection.Map<String, String>, String> renew =
        (masked, known) -> {
          Map<String, String> to = CollectionConverters.asJava(known);
          return Masking.MARK
              .matcher(masked)
              .replaceAll(mark -> to.getOrDefault(mark.group(), mark.group()));
        };
    return when(
            text.contains("#").and(names.isNotNull()),
            udf(renew, DataTypes.StringType).apply(text, names))
        .otherwise(text);
  }
}
