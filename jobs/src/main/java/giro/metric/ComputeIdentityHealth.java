package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Identities;
import giro.model.table.IdentityHealth;
import giro.model.table.JourneyTouches;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code identity_health}: how well touches are stitched to persons, by market and source. */
public final class ComputeIdentityHealth {
  private final LocalDate asOf;

  public ComputeIdentityHealth(LocalDate asOf) {
    this.asOf = asOf;
  }

  /**
   * @param touches every touch up to as_of: market, source, has_consent, is_bot
   * @param journeyTouches those that have a person
   */
  public Dataset<Row> table(
      Dataset<Row> touches, Dataset<Row> journeyTouches, Dataset<Row> identities) {
    Dataset<Row> known =
        cells(touches)
            .groupBy(IdentityHealth.MARKET, IdentityHealth.SOURCE)
            .agg(
                count(lit(1)).as(IdentityHealth.TOUCHES),
                count(when(not(col("has_consent")), 1)).as(IdentityHealth.WITHOUT_CONSENT),
                count(when(col("has_consent").and(col("is_bot")), 1)).as(IdentityHealth.BOTS));
    Dataset<Row> perPerson =
        cells(journeyTouches)
            .groupBy(IdentityHealth.MARKET, IdentityHealth.SOURCE, JourneyTouches.PERSON_ID)
            .agg(count(lit(1)).as("touches_of_person"));
    Dataset<Row> stitched =
        perPerson
            .groupBy(
                col(IdentityHealth.MARKET).as("_market"), col(IdentityHealth.SOURCE).as("_source"))
            .agg(
                count(lit(1)).as(IdentityHealth.PERSONS),
                sum("touches_of_person").as(IdentityHealth.STITCHED),
                max("touches_of_person").as(IdentityHealth.LARGEST_PERSON_TOUCHES));
    Dataset<Row> joined =
        known.join(
            stitched,
            col(IdentityHealth.MARKET)
                .equalTo(col("_market"))
                .and(col(IdentityHealth.SOURCE).equalTo(col("_source"))),
            "left");
    Dataset<Row> health =
        withShares(joined)
            .crossJoin(broadcast(registry(identities)))
            .withColumn(IdentityHealth.IDENTIFIERS, onTotal(col("_identifiers")))
            .withColumn(IdentityHealth.SHARED_VALUES, onTotal(col("_shared")))
            .withColumn(
                IdentityHealth.IDENTIFIERS_PER_PERSON,
                onTotal(col("_of_persons").divide(nullif(col(IdentityHealth.PERSONS), lit(0L)))))
            .withColumn(
                IdentityHealth.LARGEST_PERSON_TOUCHES,
                onTotal(col(IdentityHealth.LARGEST_PERSON_TOUCHES)));
    return Gold.as(IdentityHealth.CONTRACT, health);
  }

  private static Dataset<Row> cells(Dataset<Row> rows) {
    return Gold.withAllCells(
        rows.withColumn(
            IdentityHealth.MARKET, coalesce(col(IdentityHealth.MARKET), lit("unknown"))),
        IdentityHealth.MARKET,
        IdentityHealth.SOURCE);
  }

  private Dataset<Row> withShares(Dataset<Row> joined) {
    Column stitched = coalesce(col(IdentityHealth.STITCHED), lit(0L));
    Column eligible =
        col(IdentityHealth.TOUCHES)
            .minus(col(IdentityHealth.WITHOUT_CONSENT))
            .minus(col(IdentityHealth.BOTS));
    return joined
        .withColumn(IdentityHealth.AS_OF, lit(java.sql.Date.valueOf(asOf)))
        .withColumn(IdentityHealth.STITCHED, stitched)
        .withColumn(IdentityHealth.PERSONS, coalesce(col(IdentityHealth.PERSONS), lit(0L)))
        .withColumn(IdentityHealth.ANONYMOUS, eligible.minus(col(IdentityHealth.STITCHED)))
        .withColumn(
            IdentityHealth.STITCHED_SHARE,
            when(eligible.gt(0), col(IdentityHealth.STITCHED).divide(eligible)));
  }

  /** Figures of the registry, shown on the row over all markets and sources only. */
  private static Dataset<Row> registry(Dataset<Row> identities) {
    return identities.agg(
        count(lit(1)).as("_identifiers"),
        count(when(col(Identities.IS_SHARED), 1)).as("_shared"),
        count(col(Identities.PERSON_ID)).as("_of_persons"));
  }

  /** Puts the registry's figures on the one row they belong to. */
  private static Column onTotal(Column value) {
    return when(
        col(IdentityHealth.MARKET)
            .equalTo(Combinations.ALL)
            .and(col(IdentityHealth.SOURCE).equalTo(Combinations.ALL)),
        value);
  }
}
