package giro.config;

import giro.identity.IdentitySettings;
import giro.ingest.IngestSettings;
import giro.ingest.PrivacySettings;
import giro.journey.LapSettings;
import giro.lake.Retention;
import giro.lake.StoreSettings;
import giro.metric.FunnelSettings;
import giro.metric.WindowSettings;
import giro.metric.person.MetricSettings;
import giro.moment.RuleSet;
import giro.publish.PublishSettings;
import giro.quality.Expectation;
import java.util.List;

/**
 * Everything a run is told, checked.
 *
 * @param environment demo, test or production; the demo key is refused in production
 * @param landing where files arrive: a path or URI, like the other three
 * @param lake where the Delta tables stand
 * @param bi where snapshots are published
 * @param report where the page is written
 * @param fingerprint SHA-256 in hex of all settings that give the figures their meaning: every
 *     resolved key but the privacy key, the places and the Spark session
 * @param lapFingerprints the same over those that decide what a lap counts in
 */
public record GiroSettings(
    String environment,
    String landing,
    String lake,
    String bi,
    String report,
    PrivacySettings privacy,
    IngestSettings ingest,
    IdentitySettings identity,
    LapSettings laps,
    RuleSet rules,
    WindowSettings windows,
    List<FunnelSettings> funnels,
    MetricSettings metrics,
    PublishSettings publish,
    StoreSettings store,
    Retention retention,
    List<Expectation> expectations,
    SparkSettings spark,
    String fingerprint,
    LapFingerprints lapFingerprints) {

  public GiroSettings {
    funnels = List.copyOf(funnels);
    expectations = List.copyOf(expectations);
  }

  /** The same for tables at another place. */
  public GiroSettings withLake(String other) {
    return new GiroSettings(
        environment,
        landing,
        other,
        bi,
        report,
        privacy,
        ingest,
        identity,
        laps,
        rules,
        windows,
        funnels,
        metrics,
        publish,
        store,
        retention,
        expectations,
        spark,
        fingerprint,
        lapFingerprints);
  }
}
