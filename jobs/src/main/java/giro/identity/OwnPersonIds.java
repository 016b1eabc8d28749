package giro.identity;

import static org.apache.spark.sql.functions.col;

import giro.model.table.Identities;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Each identifier with the id of the person that it founded or would found, and of the person it
 * stands for: where a person id has gone, whichever night gave it.
 */
public final class OwnPersonIds {
  public static final String OWN_ID = "own_id";

  private OwnPersonIds() {}

  /** The id of the person of a {@link Identities#PERSON_KEY}. */
  public static Column id(Column personKey) {
    return StitchIdentities.personId(personKey);
  }

  /**
   * One row an identifier: {@code own_id}, {@code person_id} (null where it stands for nobody) and
   * {@code minted_date}.
   *
   * @param identities every row of {@link Identities}
   * @param names every row of {@link giro.model.table.PersonNames}
   */
  public static Dataset<Row> of(Dataset<Row> identities, Dataset<Row> names) {
    return KeptNames.onto(identities, names)
        .select(
            StitchIdentities.personId(col(KeptNames.OWN_KEY)).as(OWN_ID),
            col(Identities.PERSON_ID),
            col(Identities.MINTED_DATE));
  }
}
