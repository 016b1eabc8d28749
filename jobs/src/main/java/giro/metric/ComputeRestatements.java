package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.metric.RestatementEvidence.Kind;
import giro.metric.RestatementTally.Cell;
import giro.metric.RestatementTally.Sums;
import giro.model.table.LapStates;
import giro.model.table.Restatements;
import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * {@code restatements}: the laps of two nights side by side, one shuffle by person, then plain Java
 * a person. Sums over persons come to the driver: as many as there are figures.
 */
public final class ComputeRestatements implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LocalDate formerAsOf;
  private final LocalDate asOf;
  private final SettingsChange settings;
  private final int k;

  /**
   * @param k a change of fewer persons is withheld
   */
  public ComputeRestatements(LocalDate formerAsOf, LocalDate asOf, SettingsChange settings, int k) {
    this.formerAsOf = formerAsOf;
    this.asOf = asOf;
    this.settings = settings;
    this.k = k;
  }

  /**
   * @param former the former night's rows of {@link LapStates}
   * @param now this night's
   * @param evidence from {@link RestatementEvidence}
   */
  public Dataset<Row> table(Dataset<Row> former, Dataset<Row> now, List<Dataset<Row>> evidence) {
    Dataset<Row> rows =
        RestatementEvidence.laps(former, Kind.FORMER)
            .union(RestatementEvidence.laps(now, Kind.NOW));
    for (Dataset<Row> more : evidence) {
      rows = rows.union(more);
    }
    MapPartitionsFunction<Row, Row> overPersons = this::overPersons;
    RestatementTally all = new RestatementTally();
    rows.repartition(col(RestatementEvidence.PERSON))
        .sortWithinPartitions(RestatementEvidence.PERSON)
        .mapPartitions(overPersons, Encoders.row(RestatementTally.SCHEMA))
        .collectAsList()
        .forEach(all::add);
    return table(former.sparkSession(), all);
  }

  private Iterator<Row> overPersons(Iterator<Row> rows) {
    RestatementTally tally = new RestatementTally();
    RestatedPerson person = null;
    Object id = null;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (person == null || !Objects.equals(id, row.get(0))) {
        if (person != null) {
          tally.add(person);
        }
        id = row.get(0);
        person = new RestatedPerson(id == null, settings);
      }
      add(person, row);
    }
    if (person != null) {
      tally.add(person);
    }
    return tally.rows().iterator();
  }

  private static void add(RestatedPerson person, Row row) {
    Kind kind = Kind.values()[row.getInt(1)];
    if (kind != Kind.FORMER && kind != Kind.NOW) {
      person.evidence(kind, row.getInt(2));
      return;
    }
    Map<String, RestatedPerson.Part> parts = new HashMap<>();
    for (Row part : row.<Row>getList(4)) {
      int cohort = (int) part.getDate(1).toLocalDate().toEpochDay();
      parts.put(
          part.getString(0), new RestatedPerson.Part(cohort, part.getString(2), part.getLong(3)));
    }
    person.lap(kind, row.getInt(2), row.getInt(3), parts);
  }

  private Dataset<Row> table(SparkSession spark, RestatementTally all) {
    List<Row> rows = new ArrayList<>();
    all.cells().forEach((cell, sums) -> addRows(rows, cell, sums));
    return spark.createDataFrame(rows, Restatements.CONTRACT.schema());
  }

  private void addRows(List<Row> rows, Cell cell, Sums sums) {
    WithheldCauses withheld = new WithheldCauses(sums, k);
    sums.changes.forEach(
        (state, causes) -> {
          long[] count = sums.count(state);
          if (count[0] == count[1]) {
            return; // causes that cancel each other leave the figure as it was
          }
          for (CountedPart.Figure figure : CountedPart.figures(cell.part(), state)) {
            causes.forEach(
                (cause, change) -> {
                  if (change[0] != 0) {
                    rows.add(
                        RowFactory.create(
                            Date.valueOf(asOf),
                            Date.valueOf(formerAsOf),
                            figure.table(),
                            figure.name(),
                            Date.valueOf(LocalDate.ofEpochDay(cell.cohort())),
                            cause.label(),
                            count[0],
                            count[1],
                            change[0],
                            withheld.persons(cause),
                            false,
                            withheld.isHidden(cause)));
                  }
                });
          }
        });
  }
}
