package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Identities;
import giro.model.table.PersonNames;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The keys that person ids are written from. An identifier names its person by its link key; where
 * it gave a person its id under a former privacy key, by the link key it had then.
 */
final class KeptNames {
  /** What the id is written from of a person that the identifier founds; never null. */
  static final String OWN_KEY = "own_key";

  private KeptNames() {}

  /**
   * Adds {@link #OWN_KEY}.
   *
   * @param identifiers with {@link Identities#LINK_KEY}
   * @param names every row of {@link PersonNames}
   */
  static Dataset<Row> onto(Dataset<Row> identifiers, Dataset<Row> names) {
    return with(identifiers, names, Identities.LINK_KEY, OWN_KEY);
  }

  /** Puts the key that the person's id is written from in the place of its founder's link key. */
  static Dataset<Row> named(Dataset<Row> founders, Dataset<Row> names) {
    return with(founders, names, Identities.PERSON_KEY, Identities.PERSON_KEY);
  }

  private static Dataset<Row> with(
      Dataset<Row> rows, Dataset<Row> names, String linkKey, String into) {
    Dataset<Row> kept =
        names.select(
            col(PersonNames.LINK_KEY).as("_named"), col(PersonNames.PERSON_KEY).as("_name"));
    return rows.join(kept, col(linkKey).equalTo(col("_named")), "left")
        .withColumn(into, coalesce(col("_name"), col(linkKey)))
        .drop("_named", "_name");
  }
}
