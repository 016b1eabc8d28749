package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Identities;
import giro.model.table.IdentityHealth;
import giro.model.table.IdentityLinks;
import giro.model.table.JourneyTouches;
import giro.model.table.PersonHistory;
import giro.model.table.Touches;
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
   * What the registry holds.
   *
   * @param identities of {@link Identities}
   * @param links of {@link IdentityLinks}
   * @param history of {@link PersonHistory}
   */
  public record Registry(Dataset<Row> identities, Dataset<Row> links, Dataset<Row> history) {}

  /**
   * @param touches every touch up to as_of: market, source, refused_identifiers, has_consent,
   *     is_bot, is_authenticated
   * @param journeyTouches those that have a person
   */
  public Dataset<Row> table(Dataset<Row> touches, Dataset<Row> journeyTouches, Registry registry) {
    Dataset<Row> known =
        cells(touches)
            .groupBy(IdentityHealth.MARKET, IdentityHealth.SOURCE)
            .agg(
                count(lit(1)).as(IdentityHealth.TOUCHES),
                count(when(not(col("has_consent")), 1)).as(IdentityHealth.WITHOUT_CONSENT),
                count(when(col("has_consent").and(col("is_bot")), 1)).as(IdentityHealth.BOTS),
                count(when(mayHavePerson().and(col("is_authenticated")), 1))
                    .as(IdentityHealth.AUTHENTICATED),
                refused("blocked").as(IdentityHealth.BLOCKED_VALUES),
                refused("failed_form").as(IdentityHealth.FAILED_FORMS));
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
            .crossJoin(broadcast(figures(registry)))
            .withColumn(IdentityHealth.IDENTIFIERS, onTotal(col("_identifiers")))
            .withColumn(IdentityHealth.SHARED_VALUES, onTotal(col("_shared")))
            .withColumn(
                IdentityHealth.IDENTIFIERS_PER_PERSON,
                onTotal(col("_of_persons").divide(nullif(col(IdentityHealth.PERSONS), lit(0L)))))
            .withColumn(
                IdentityHealth.LARGEST_PERSON_TOUCHES,
                onTotal(col(IdentityHealth.LARGEST_PERSON_TOUCHES)))
            .withColumn(IdentityHealth.MERGES, onTotal(col("_merges")))
            .withColumn(IdentityHealth.SPLITS, onTotal(col("_splits")))
            .withColumn(IdentityHealth.HELD_LINKS, onTotal(col("_held")))
            .withColumn(IdentityHealth.LARGEST_PERSON_IDENTIFIERS, onTotal(col("_largest")))
            .withColumn(IdentityHealth.LARGEST_PERSON_DENSITY, onTotal(col("_density")));
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
            when(eligible.gt(0), col(IdentityHealth.STITCHED).divide(eligible)))
        .withColumn(
            IdentityHealth.LIFT,
            when(
                col(IdentityHealth.AUTHENTICATED).gt(0),
                col(IdentityHealth.STITCHED).divide(col(IdentityHealth.AUTHENTICATED))));
  }

  private static Column refused(String reason) {
    Column those =
        filter(
            col(Touches.REFUSED_IDENTIFIERS), one -> one.getField("reason").equalTo(lit(reason)));
    return coalesce(
        sum(when(col(Touches.REFUSED_IDENTIFIERS).isNotNull(), size(those)).cast("bigint")),
        lit(0L));
  }

  private static Column mayHavePerson() {
    return col("has_consent").and(not(col("is_bot")));
  }

  /**
   * One row of the registry's figures, shown on the row over all markets and sources only. What one
   * run of the night did and a later one took back counts for nothing.
   */
  private Dataset<Row> figures(Registry registry) {
    Dataset<Row> identifiers =
        registry
            .identities()
            .agg(
                count(lit(1)).as("_identifiers"),
                count(when(col(Identities.IS_SHARED), 1)).as("_shared"),
                count(col(Identities.PERSON_ID)).as("_of_persons"));
    Column tonight = col(PersonHistory.CHANGED_ON).equalTo(lit(java.sql.Date.valueOf(asOf)));
    Dataset<Row> changes =
        registry
            .history()
            .filter(tonight)
            .groupBy(PersonHistory.PERSON_ID)
            .agg(
                min_by(col(PersonHistory.CHANGE), col(PersonHistory.RUN_ID)).as("_first"),
                max_by(col(PersonHistory.CHANGE), col(PersonHistory.RUN_ID)).as("_last"))
            .filter(col("_first").equalTo(col("_last")))
            .agg(
                count(when(col("_last").equalTo("merged"), 1)).as("_merges"),
                count(when(col("_last").equalTo("split"), 1)).as("_splits"));
    Dataset<Row> held = registry.links().agg(count(col(IdentityLinks.HELD_FOR)).as("_held"));
    return identifiers.crossJoin(changes).crossJoin(held).crossJoin(largest(registry));
  }

  /** The person with most identifiers: how many, and how closely they are linked. */
  private static Dataset<Row> largest(Registry registry) {
    Dataset<Row> persons =
        registry
            .identities()
            .filter(col(Identities.PERSON_KEY).isNotNull())
            .select(col(Identities.LINK_KEY).as("_key"), col(Identities.PERSON_KEY).as("_person"));
    Dataset<Row> largest =
        persons
            .groupBy("_person")
            .agg(count(lit(1)).as("_largest"))
            .agg(max(struct(col("_largest"), col("_person"))).as("_most"));
    Dataset<Row> joining =
        registry
            .links()
            .filter(not(col(IdentityLinks.IS_SHARED)).and(col(IdentityLinks.HELD_FOR).isNull()))
            .select(IdentityLinks.FROM_KEY);
    Dataset<Row> itsLinks =
        joining
            .join(persons, col(IdentityLinks.FROM_KEY).equalTo(col("_key")))
            .join(broadcast(largest), col("_person").equalTo(col("_most._person")))
            .agg(count(lit(1)).as("_links"));
    Column members = col("_most._largest");
    return largest
        .crossJoin(itsLinks)
        .select(
            members.as("_largest"),
            when(members.gt(1), lit(2).multiply(col("_links")).divide(members))
                .divide(members.minus(1))
                .as("_density"));
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
