package giro.journey;

import static org.apache.spark.sql.functions.*;

import giro.model.domain.RuleOutcome;
import giro.model.table.JourneyTouches;
import giro.model.table.Laps;
import giro.model.table.Touches;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Carries the pass over a person over Spark: one shuffle by person, then plain Java. A typed fold
 * rather than window functions because a cancellation rewrites what came before it, and because one
 * pass replaces a dozen sorts.
 */
public final class BuildJourneys {
  private static final long ROWS_PER_TASK = 400_000L;

  private final LapSettings laps;
  private final List<RuleOutcome> rules;
  private final int ruleVersion;

  public BuildJourneys(LapSettings laps, List<RuleOutcome> rules, int ruleVersion) {
    this.laps = laps;
    this.rules = List.copyOf(rules);
    this.ruleVersion = ruleVersion;
  }

  /**
   * What the pass needs of each touch.
   *
   * @param touches with {@code person_key} (not null) and {@code rule_hits}
   */
  public Dataset<Row> input(Dataset<Row> touches) {
    return touches.select(input());
  }

  /**
   * Journey touches of every person; each partition holds whole persons, each in order.
   *
   * @param narrow from {@link #input}
   * @param rows about how many there are, to choose the number of tasks
   */
  public Dataset<Row> journeys(Dataset<Row> narrow, long rows) {
    int cores = narrow.sparkSession().sparkContext().defaultParallelism();
    int tasks = (int) Math.max(cores, Math.min(4_096, rows / ROWS_PER_TASK + 1));
    StructType inputSchema = narrow.schema();
    LapRules lapRules = LapRules.of(laps);
    List<RuleOutcome> outcomes = rules;
    int version = ruleVersion;
    MapPartitionsFunction<Row, Row> pass =
        partition ->
            new Persons(
                partition,
                new TouchRow(inputSchema),
                new JourneyPass(lapRules, outcomes),
                new JourneyRows(inputSchema, version));
    return narrow
        .repartition(tasks, col(TouchRow.PERSON_KEY))
        .sortWithinPartitions(TouchRow.PERSON_KEY)
        .mapPartitions(pass, Encoders.row(JourneyTouches.CONTRACT.schema()));
  }

  /** The share of a touch's person: persons stay whole. */
  public static Column share(int shares) {
    return pmod(xxhash64(col(TouchRow.PERSON_KEY)), lit(shares)).cast("int");
  }

  /** The laps of stored journey touches: a narrow scan. */
  public static Dataset<Row> laps(Dataset<Row> journeyTouches) {
    Column record = col(JourneyTouches.LAP_RECORD);
    Column[] columns =
        Laps.CONTRACT.columnNames().stream()
            .map(name -> record.getField(name).as(name))
            .toArray(Column[]::new);
    return journeyTouches.filter(record.isNotNull()).select(columns);
  }

  private Column[] input() {
    List<Column> columns = new ArrayList<>();
    JourneyRows.passedThrough().forEach(name -> columns.add(col(name)));
    columns.add(col(TouchRow.PERSON_KEY));
    columns.add(unix_micros(col(Touches.OCCURRED_AT)).as(TouchRow.MICROS));
    columns.add(col(Touches.ATTRIBUTES).getItem("order_number").as(TouchRow.ORDER_NUMBER));
    columns.add(col(TouchRow.RULE_HITS));
    Column flags =
        flag(laps.acquisition(), 1)
            .plus(flag(laps.delivery(), 2))
            .plus(flag(laps.ownership(), 4))
            .plus(flag(laps.cancellation(), 8))
            .plus(flag(laps.disposal(), 16))
            .plus(flag(laps.lost(), 32));
    columns.add(flags.as(TouchRow.FLAGS));
    return columns.toArray(Column[]::new);
  }

  /** A condition that is null, or not configured, does not hold. */
  private static Column flag(String condition, int bit) {
    return condition == null ? lit(0) : when(expr(condition), lit(bit)).otherwise(lit(0));
  }

  /** Gathers one person's rows after the other and lets the pass run over them. */
  private static final class Persons implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final TouchRow reader;
    private final JourneyPass pass;
    private final JourneyRows writer;
    private Row ahead;
    private Iterator<Row> current = java.util.Collections.emptyIterator();

    Persons(Iterator<Row> rows, TouchRow reader, JourneyPass pass, JourneyRows writer) {
      this.rows = rows;
      this.reader = reader;
      this.pass = pass;
      this.writer = writer;
    }

    @Override
    public boolean hasNext() {
      return current.hasNext() || ahead != null || rows.hasNext();
    }

    @Override
    public Row next() {
      if (!current.hasNext()) {
        current = nextPerson().iterator();
      }
      return current.next();
    }

    private List<Row> nextPerson() {
      Row first = ahead == null ? rows.next() : ahead;
      ahead = null;
      long person = reader.personKey(first);
      List<JourneyTouch> touches = new ArrayList<>();
      touches.add(reader.touch(first));
      while (rows.hasNext()) {
        Row row = rows.next();
        if (reader.personKey(row) != person) {
          ahead = row;
          break;
        }
        touches.add(reader.touch(row));
      }
      pass.over(touches);
      return writer.of(person, touches);
    }
  }
}
