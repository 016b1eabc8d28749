package giro.app;

import static org.apache.spark.sql.functions.*;

import giro.config.GiroSettings;
import giro.identity.MakePersons;
import giro.identity.StoredTouches;
import giro.ingest.PrivacySettings;
import giro.lake.Lake;
import giro.model.table.Touches;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The stored touches that a night looks at, and which of them may make persons. */
final class NightTouches implements StoredTouches {
  private final GiroSettings settings;
  private final Lake lake;
  private final LocalDate asOf;
  private final Column isBot;

  NightTouches(GiroSettings settings, Lake lake, LocalDate asOf, MakePersons persons) {
    this.settings = settings;
    this.lake = lake;
    this.asOf = asOf;
    this.isBot = persons.isBot();
  }

  /** Every touch that landed up to as_of and occurred before its end. */
  Dataset<Row> known() {
    return upToAsOf(lake.read(Touches.CONTRACT));
  }

  private Dataset<Row> upToAsOf(Dataset<Row> touches) {
    return touches.filter(
        col(Touches.LANDING_DATE)
            .leq(lit(java.sql.Date.valueOf(asOf)))
            .and(col(Touches.OCCURRED_AT).lt(timestamp_micros(lit(NightStages.endOf(asOf))))));
  }

  @Override
  public Dataset<Row> all() {
    return known().filter(hasConsent().and(not(isBot)));
  }

  @Override
  public Dataset<Row> between(long from, long to) {
    return upToAsOf(lake.readFilesBetween(Touches.CONTRACT, Touches.OCCURRED_AT, from, to))
        .filter(hasConsent().and(not(isBot)));
  }

  /** Touches that withdraw consent; they make no person themselves. */
  Dataset<Row> withdrawing() {
    return known().filter(col(Touches.CONSENT).equalTo("withdrawn").and(not(isBot)));
  }

  /** Every touch up to as_of with has_consent, is_bot and is_authenticated. */
  Dataset<Row> marked() {
    return known()
        .withColumn("has_consent", hasConsent())
        .withColumn("is_bot", isBot)
        .withColumn("is_authenticated", isAuthenticated());
  }

  /**
   * True where the touch may be used: nobody said no, and yes where yes is required; null means the
   * default.
   */
  Column hasConsent() {
    PrivacySettings privacy = settings.privacy();
    Column said = col(Touches.CONSENT);
    Column unsaid = lit(privacy.consentGrantedByDefault());
    Column granted = said.equalTo("granted");
    Column refused = said.isin("denied", "withdrawn");
    return when(said.isNull(), unsaid).otherwise(privacy.requireConsent() ? granted : not(refused));
  }

  /** True where the touch itself says who it is. */
  private Column isAuthenticated() {
    Object[] kinds = settings.identity().authenticating().toArray();
    return exists(col(Touches.IDENTIFIERS), id -> id.getField("kind").isin(kinds));
  }
}
