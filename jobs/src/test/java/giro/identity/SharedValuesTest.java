package giro.identity;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.IdentityLinks;
import giro.testing.SparkExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Which values meet too many others. A cap has a direction, as in peers' settings: a cookie that
 * meets many logins is a kiosk, a login that meets many cookies is a person with many browsers.
 */
@ExtendWith(SparkExtension.class)
class SharedValuesTest {
  private final List<String> names = new ArrayList<>();
  private final List<String> links = new ArrayList<>();

  @Test
  void aCapIsReachedAndNotYetPassed(SparkSession spark) {
    link("cookie:family", "login:1", "login:2", "login:3");
    link("cookie:kiosk", "login:4", "login:5", "login:6", "login:7");
    assertThat(shared(spark)).containsExactly("cookie:kiosk");
  }

  @Test
  void theOtherDirectionIsNotCapped(SparkSession spark) {
    link("login:ana", "cookie:1", "cookie:2", "cookie:3", "cookie:4", "cookie:5", "cookie:6");
    assertThat(shared(spark)).isEmpty();
  }

  @Test
  void onlyTheKindsOfACapCountAndEachForItself(SparkSession spark) {
    link("cookie:office", "login:1", "login:2", "email:1", "email:2", "vin:1", "vin:2", "vin:3");
    assertThat(shared(spark)).as("two logins, two e-mails, no cap on cars").isEmpty();
    link("cookie:office", "email:3");
    assertThat(shared(spark)).containsExactly("cookie:office");
  }

  @Test
  void whatMeetsASharedValueIsNotSharedByThat(SparkSession spark) {
    link("cookie:kiosk", "login:1", "login:2", "login:3", "login:4");
    link("email:1", "cookie:kiosk", "login:1");
    assertThat(shared(spark)).containsExactly("cookie:kiosk");
  }

  @Test
  void theEndOfALinkThatAValueStandsAtChangesNothing(SparkSession spark) {
    link("login:1", "cookie:kiosk");
    link("cookie:kiosk", "login:2", "login:3");
    link("login:4", "cookie:kiosk");
    assertThat(shared(spark)).containsExactly("cookie:kiosk");
  }

  @Test
  void soManyTimesOverItsCapItIsACrowdsAndOneLessIsNot(SparkSession spark) {
    link("cookie:desk", "login:1", "login:2", "login:3", "login:4", "login:5", "login:6");
    link("cookie:hall", "email:1", "email:2", "email:3", "email:4", "email:5");
    assertThat(shared(spark)).containsExactly("cookie:desk", "cookie:hall");
    assertThat(named(found(spark, 2).crowds())).containsExactly("cookie:hall");
    assertThat(named(found(spark, 0).crowds())).as("0: none").isEmpty();
  }

  private void link(String from, String... to) {
    for (String other : to) {
      links.add(
          """
          {"from_kind": "%s", "from_key": %d, "to_kind": "%s", "to_key": %d}"""
              .formatted(kind(from), key(from), kind(other), key(other)));
    }
  }

  private List<String> shared(SparkSession spark) {
    return named(found(spark, 0).all());
  }

  private SharedValues.Found found(SparkSession spark, int crowd) {
    Dataset<Row> rows =
        spark
            .read()
            .schema(IdentityLinks.CONTRACT.schema())
            .json(spark.createDataset(links, Encoders.STRING()));
    return new SharedValues(
            List.of(
                kind("login", Map.of("email", 3)),
                kind("email", Map.of("login", 3)),
                kind("cookie", Map.of("login", 3, "email", 2)),
                kind("vin", Map.of())),
            crowd)
        .among(rows);
  }

  private List<String> named(KeySet keys) {
    return names.stream().filter(name -> keys.contains(key(name))).toList();
  }

  private static KindSettings kind(String kind, Map<String, Integer> caps) {
    return new KindSettings(
        kind, true, 1, caps, Duration.ofDays(365), List.of(), "split", false, false);
  }

  private static String kind(String name) {
    return name.substring(0, name.indexOf(':'));
  }

  private long key(String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name) + 1L;
  }
}
