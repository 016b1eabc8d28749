package giro.identity;

import giro.model.table.JourneyTouches;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * What a night changed of persons. Whoever is not of these has the identifiers and the touches that
 * the night found.
 */
public final class Restitched {
  private final Dataset<Row> touches;
  private final KeySet persons;
  private final Column isRead;

  Restitched(Dataset<Row> touches, KeySet persons, Column isRead) {
    this.touches = touches;
    this.persons = persons;
    this.isRead = isRead;
  }

  /** Every touch of these persons, with {@link giro.model.table.Identities#PERSON_KEY}. */
  public Dataset<Row> touches() {
    return touches;
  }

  /** How many persons there are of before and of now. */
  public long persons() {
    return persons.size();
  }

  /** True for {@link JourneyTouches#PERSON_ID} of one of these persons, of before or of now. */
  public Column isIdOfOne(Column personId) {
    KeySet these = persons; // what travels with a task
    UDF1<String, Boolean> isOne =
        id -> these.contains(Long.parseUnsignedLong(id, 1, id.length(), 16));
    return functions.udf(isOne, DataTypes.BooleanType).apply(personId);
  }

  /** True for a touch, of any consent, that carries an identifier of these persons. */
  public Column carries() {
    return isRead;
  }
}
