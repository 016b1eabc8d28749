package giro.metric.content;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.JourneyTouches;
import giro.model.table.Touches;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Identifier values that two persons may have in common: of kinds that group persons without making
 * them one (a household), and of values that link nobody because several use them (a family's
 * device). A crowd's device, such as a showroom's tablet, says nothing of who knows whom.
 */
public final class SharedIdentifiers {
  static final String PERSON = "person";
  static final String VALUES = "values";
  private static final String KIND = "kind";
  private static final String HASH = "hash";

  private SharedIdentifiers() {}

  /**
   * One row per person who has such values: the number that stands for the person, and the values.
   *
   * @param touches stored touches, with their identifiers
   * @param groupingKinds kinds that never link
   */
  public static Dataset<Row> of(
      Dataset<Row> touches,
      Dataset<Row> journeyTouches,
      Dataset<Row> identities,
      Dataset<Row> identityLinks,
      List<String> groupingKinds) {
    Dataset<Row> carried =
        touches
            .select(
                col(Touches.SOURCE),
                col(Touches.EVENT_ID),
                explode(col(Touches.IDENTIFIERS)).as("identifier"))
            .select(
                col(Touches.SOURCE),
                col(Touches.EVENT_ID),
                col("identifier.kind").as(KIND),
                col("identifier.hash").as(HASH));
    Column isGrouping = col(KIND).isInCollection(groupingKinds);
    Dataset<Row> of =
        carried
            .join(
                shared(identities, identityLinks).withColumn("_is_shared", lit(true)),
                names(KIND, HASH),
                "left")
            .filter(isGrouping.or(col("_is_shared")));
    return of.join(
            journeyTouches.select(
                col(JourneyTouches.SOURCE),
                col(JourneyTouches.EVENT_ID),
                xxhash64(col(JourneyTouches.PERSON_ID)).as(PERSON)),
            names(Touches.SOURCE, Touches.EVENT_ID))
        .groupBy(PERSON)
        .agg(collect_set(xxhash64(col(KIND), col(HASH))).as(VALUES));
  }

  private static Dataset<Row> shared(Dataset<Row> identities, Dataset<Row> identityLinks) {
    Column isCrowd = coalesce(col(Identities.IS_CROWD), lit(false));
    Dataset<Row> held = identityLinks.filter(col(IdentityLinks.HELD_FOR).isNotNull());
    return identities
        .filter(col(Identities.IS_SHARED).and(not(isCrowd)))
        .select(col(Identities.KIND).as(KIND), col(Identities.HASH).as(HASH))
        .union(held.select(IdentityLinks.FROM_KIND, IdentityLinks.FROM_HASH))
        .union(held.select(IdentityLinks.TO_KIND, IdentityLinks.TO_HASH))
        .distinct();
  }

  private static scala.collection.immutable.Seq<String> names(String... names) {
    return CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
