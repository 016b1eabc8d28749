package giro.app;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import giro.config.GiroSettings;
import giro.config.ReadSettings;
import giro.identity.MakePersons;
import giro.model.table.JourneyTouches;
import giro.model.table.Touches;
import giro.testing.SparkExtension;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which touches may make persons; a touch that says nothing follows the configured default. */
@ExtendWith(SparkExtension.class)
class ConsentTest {

  @Test
  void whoSaysNothingFollowsTheDefault(SparkSession spark) {
    assertThat(usable(spark, false, "granted")).containsExactly("granted", "later", "unsaid");
    assertThat(usable(spark, false, "denied")).containsExactly("granted", "later");
  }

  @Test
  void whereConsentIsRequiredOnlyAYesWillDo(SparkSession spark) {
    assertThat(usable(spark, true, "granted")).containsExactly("granted", "unsaid");
    assertThat(usable(spark, true, "denied")).containsExactly("granted");
  }

  private static List<String> usable(SparkSession spark, boolean isRequired, String unsaid) {
    GiroSettings settings =
        ReadSettings.of(
            Optional.empty(),
            List.of("privacy.require-consent=" + isRequired, "privacy.consent-default=" + unsaid),
            JourneyTouches.CONTRACT.schema());
    NightTouches touches =
        new NightTouches(
            settings,
            null,
            LocalDate.parse("2026-06-30"),
            new MakePersons(spark, settings.identity(), settings.laps().disposal()));
    Dataset<Row> said =
        spark.sql(
            """
            SELECT * FROM VALUES ('granted', 'granted'), ('denied', 'denied'),
              ('withdrawn', 'withdrawn'), ('later', 'asked later'), ('unsaid', NULL)
            AS t(event_id, consent)""");
    return said
        .filter(touches.hasConsent())
        .select(col(Touches.EVENT_ID))
        .orderBy(col(Touches.EVENT_ID))
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .toList();
  }
}
