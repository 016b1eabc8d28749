package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Identities;
import giro.model.table.IdentityKinds;
import giro.model.table.JourneyTouches;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * {@code identity_kinds}: identifiers per person by kind, in each market a person has touches in.
 */
public final class ComputeIdentityKinds {
  private final LocalDate asOf;

  public ComputeIdentityKinds(LocalDate asOf) {
    this.asOf = asOf;
  }

  /**
   * @param journeyTouches of the night
   * @param identities of {@link Identities}
   */
  public Dataset<Row> table(Dataset<Row> journeyTouches, Dataset<Row> identities) {
    Column market = coalesce(col(JourneyTouches.MARKET), lit("unknown"));
    Dataset<Row> inMarkets =
        journeyTouches
            .select(
                col(JourneyTouches.PERSON_ID),
                explode(array(market, lit(Combinations.ALL))).as(IdentityKinds.MARKET))
            .distinct();
    Dataset<Row> perPerson =
        identities
            .filter(col(Identities.PERSON_ID).isNotNull())
            .groupBy(
                col(Identities.PERSON_ID).as("_person"),
                col(Identities.KIND).as(IdentityKinds.KIND))
            .agg(count(lit(1)).as("own"));
    Dataset<Row> persons =
        inMarkets
            .groupBy(col(IdentityKinds.MARKET).as("_market"))
            .agg(count(lit(1)).as(IdentityKinds.PERSONS_OF_MARKET));
    Dataset<Row> kinds =
        inMarkets
            .join(perPerson, col(JourneyTouches.PERSON_ID).equalTo(col("_person")))
            .groupBy(IdentityKinds.MARKET, IdentityKinds.KIND)
            .agg(
                sum("own").as(IdentityKinds.IDENTIFIERS),
                count(lit(1)).as(IdentityKinds.PERSONS),
                max("own").as(IdentityKinds.MOST_OF_ONE_PERSON))
            .join(broadcast(persons), col(IdentityKinds.MARKET).equalTo(col("_market")))
            .withColumn(IdentityKinds.AS_OF, lit(java.sql.Date.valueOf(asOf)))
            .withColumn(
                IdentityKinds.IDENTIFIERS_PER_PERSON,
                col(IdentityKinds.IDENTIFIERS).divide(col(IdentityKinds.PERSONS)))
            .withColumn(
                IdentityKinds.SHARE_OF_PERSONS,
                col(IdentityKinds.PERSONS).divide(col(IdentityKinds.PERSONS_OF_MARKET)));
    return Gold.as(IdentityKinds.CONTRACT, Gold.withMarks(kinds));
  }
}
