package giro.config;

import com.typesafe.config.Config;
import giro.identity.IdentitySettings;
import giro.ingest.IngestSettings;
import giro.ingest.PrivacySettings;
import giro.journey.LapSettings;
import giro.lake.Retention;
import giro.lake.StoreSettings;
import giro.metric.FunnelSettings;
import giro.metric.WindowSettings;
import giro.moment.Conditions;
import giro.moment.RuleColumns;
import giro.moment.RuleSet;
import giro.publish.PublishSettings;
import giro.quality.Expectation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;

/** Reads and checks everything a run is told; reads no data and needs no Spark session. */
public final class ReadSettings {

  private static final List<String> ENVIRONMENTS = List.of("demo", "test", "production");

  private final Problems problems = new Problems();
  private final Conditions onTouches = Conditions.over(RuleColumns.schema());
  private final Conditions onJourneys;

  private ReadSettings(StructType journeyTouches) {
    this.onJourneys = Conditions.over(journeyTouches);
  }

  /**
   * The settings of a run.
   *
   * @param file the user's file; without one everything is as shipped
   * @param sets single settings {@code key=value}, the last of a key wins; {@code giro.} may be
   *     left out of the key
   * @param journeyTouches the columns that funnels may name
   * @throws SettingsException with every problem there is
   */
  public static GiroSettings of(Optional<Path> file, List<String> sets, StructType journeyTouches) {
    return new ReadSettings(journeyTouches).read(file, sets);
  }

  private GiroSettings read(Optional<Path> file, List<String> sets) {
    Config config = new Layers(problems).read(file, sets);
    Section giro = new Section(config.root(), "", problems);
    String environment = giro.oneOf("environment", ENVIRONMENTS);
    Section privacy = giro.section("privacy");
    IdentitySettings identity = new ReadIdentity(giro, onTouches).read();
    IngestSettings ingest = new ReadIngest(giro, identity).read();
    LapSettings laps = new ReadLaps(giro, onTouches).read();
    RuleSet rules = new ReadRules(giro.section("moments"), problems).read(onTouches);
    WindowSettings windows = new ReadWindows(giro, laps, problems).read();
    List<FunnelSettings> funnels = new ReadFunnels(giro, onJourneys).read();
    List<Expectation> expectations = new ReadExpectations(giro).read();
    GiroSettings settings =
        new GiroSettings(
            environment,
            giro.words("landing"),
            giro.words("lake"),
            giro.words("bi"),
            giro.words("report"),
            privacy(privacy, environment),
            ingest,
            identity,
            laps,
            rules,
            windows,
            funnels,
            new ReadMetrics(giro, laps, funnels, onJourneys).read(),
            publish(privacy, giro.section("publish")),
            store(giro.section("store")),
            retention(giro.section("retention")),
            expectations,
            spark(giro.section("spark")),
            Fingerprint.of(config),
            Fingerprint.ofLaps(config));
    privacy.close();
    giro.close();
    problems.throwIfAny();
    return settings;
  }

  private PrivacySettings privacy(Section privacy, String environment) {
    PrivacyKey.check(privacy, environment);
    return new PrivacySettings(
        privacy.text("key"),
        privacy.integer("key-id", 0),
        privacy.bool("require-consent"),
        privacy.oneOf("consent-default", List.of("granted", "denied")).equals("granted"));
  }

  private PublishSettings publish(Section privacy, Section publish) {
    PublishSettings read =
        new PublishSettings(privacy.integer("k", 1), publish.integer("keep-runs", 1));
    publish.close();
    return read;
  }

  private StoreSettings store(Section store) {
    StoreSettings read = new StoreSettings(store.integer("attempts", 1), store.duration("pause"));
    store.close();
    return read;
  }

  private Retention retention(Section retention) {
    Retention read =
        new Retention(
            age(retention, "touches"),
            age(retention, "runs"),
            age(retention, "snapshots"),
            retention.span("logs"));
    retention.close();
    return read;
  }

  /** An age above zero, or none: what is not too old today would otherwise be. */
  private static Optional<Duration> age(Section section, String key) {
    return section.has(key) ? Optional.of(section.span(key)) : Optional.empty();
  }

  private SparkSettings spark(Section spark) {
    SparkSettings read =
        new SparkSettings(
            spark.text("master"),
            spark.integer("shuffle-partitions", 0),
            spark.integer("rows-per-share", 1),
            spark.integer("derive-all-up-to", 0),
            spark.integer("tables-at-once", 1),
            spark.textByName("conf"));
    spark.close();
    return read;
  }
}
