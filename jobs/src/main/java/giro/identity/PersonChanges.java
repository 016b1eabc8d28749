package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.PersonHistory;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a night did to person ids: minted, merged into an older one, split out of another. Compares
 * the identities before and after; one row a change.
 */
final class PersonChanges {
  private PersonChanges() {}

  /**
   * Each identifier with its person of now and of before.
   *
   * @param before identities as the last night left them; empty the first time
   * @param after identities as they are now, with {@link KeptNames#OWN_KEY}
   */
  static Dataset<Row> beforeAndAfter(Dataset<Row> before, Dataset<Row> after) {
    Dataset<Row> old =
        before.select(
            col(Identities.LINK_KEY).as("old_key"), col(Identities.PERSON_ID).as("old_person"));
    return after.join(old, col(Identities.LINK_KEY).equalTo(col("old_key")), "left");
  }

  /**
   * @param both from {@link #beforeAndAfter}; read several times
   * @param links this night's links, which name the event behind a merge or a split
   */
  static Dataset<Row> of(Dataset<Row> both, Dataset<Row> links, LocalDate asOf, String runId) {
    Dataset<Row> founders = both.filter(col(KeptNames.OWN_KEY).equalTo(col(Identities.PERSON_KEY)));
    Dataset<Row> appeared =
        founders.filter(not(col("old_person").eqNullSafe(col(Identities.PERSON_ID))));
    Column isSplit = col("old_person").isNotNull();
    Dataset<Row> came =
        appeared.select(
            col(Identities.PERSON_ID).as(PersonHistory.PERSON_ID),
            when(isSplit, "split").otherwise("minted").as(PersonHistory.CHANGE),
            col("old_person").as(PersonHistory.OTHER_PERSON_ID),
            when(isSplit, lit(java.sql.Date.valueOf(asOf)))
                .otherwise(col(Identities.MINTED_DATE))
                .as(PersonHistory.CHANGED_ON),
            col(Identities.LINK_KEY).as("cause_key"),
            col(Identities.MINTED_EVENT_ID).as("minted_event"));
    Dataset<Row> merged =
        both.filter(
                col("old_person")
                    .isNotNull()
                    .and(col(Identities.PERSON_ID).isNotNull())
                    .and(col("old_person").notEqual(col(Identities.PERSON_ID)))
                    .and(
                        StitchIdentities.personId(col(KeptNames.OWN_KEY))
                            .equalTo(col("old_person"))))
            .select(
                col("old_person"),
                lit("merged"),
                col(Identities.PERSON_ID),
                lit(java.sql.Date.valueOf(asOf)),
                col(Identities.LINK_KEY),
                lit(null).cast("string"));
    return withCause(came.union(merged), causes(both, links))
        .withColumn(PersonHistory.RUN_ID, lit(runId));
  }

  /**
   * Per former person that changed: the latest event that added a link from one of its identifiers
   * to another person's, else to a new identifier (the cause of a merge), and the latest that added
   * any link (the cause of a split, such as one login too many on a shared value).
   */
  private static Dataset<Row> causes(Dataset<Row> both, Dataset<Row> links) {
    Column change = not(col("old_person").eqNullSafe(col(Identities.PERSON_ID)));
    Dataset<Row> changed =
        both.filter(col("old_person").isNotNull().and(change))
            .select(col("old_person").as("of_person"))
            .distinct();
    Dataset<Row> own =
        both.join(changed, col("old_person").equalTo(col("of_person")))
            .select(col("of_person"), col(Identities.LINK_KEY).as("own_key"));
    Dataset<Row> others =
        both.select(col(Identities.LINK_KEY).as("other_key"), col("old_person").as("other_person"));
    Column otherPerson = col("other_person");
    Column joins =
        when(otherPerson.isNull(), 1).when(otherPerson.notEqual(col("of_person")), 2).otherwise(0);
    return own.join(ends(links), col("own_key").equalTo(col("end")))
        .join(others, col("far_end").equalTo(col("other_key")), "left")
        .groupBy(col("of_person"))
        .agg(
            max(struct(joins.as("joins"), col("added"))).getField("added").as("joined"),
            max(col("added")).as("latest"));
  }

  /** Each link from both of its ends, with the event that added it. */
  private static Dataset<Row> ends(Dataset<Row> links) {
    Column added =
        struct(col(IdentityLinks.FIRST_LANDING_DATE), col(IdentityLinks.FIRST_EVENT_ID).as("event"))
            .as("added");
    return links
        .select(
            col(IdentityLinks.FROM_KEY).as("end"), col(IdentityLinks.TO_KEY).as("far_end"), added)
        .union(links.select(col(IdentityLinks.TO_KEY), col(IdentityLinks.FROM_KEY), added));
  }

  private static Dataset<Row> withCause(Dataset<Row> changes, Dataset<Row> causes) {
    Column isSplit = col(PersonHistory.CHANGE).equalTo("split");
    Column former =
        when(isSplit, col(PersonHistory.OTHER_PERSON_ID)).otherwise(col(PersonHistory.PERSON_ID));
    Column cause = when(isSplit, col("latest")).otherwise(col("joined")).getField("event");
    return changes
        .join(causes, former.equalTo(col("of_person")), "left")
        .withColumn(
            PersonHistory.EVENT_ID,
            when(col(PersonHistory.CHANGE).equalTo("minted"), col("minted_event"))
                .otherwise(cause));
  }
}
