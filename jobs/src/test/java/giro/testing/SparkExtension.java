package giro.testing;

import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Gives tests one shared local session: {@code @ExtendWith(SparkExtension.class)}, and where a test
 * wants it a {@code SparkSession} parameter of a test, a life-cycle method or the constructor. It
 * is there before a class begins, so that commands that build a session find this one, under the
 * settings of its beginning, whatever class ran before. It stops with the JVM.
 */
public final class SparkExtension implements BeforeAllCallback, ParameterResolver {

  // Not in a store of JUnit: that closes what it holds with each class, as forks run one by one.
  private static SparkSession session;
  private static Map<String, String> settings;

  @Override
  public void beforeAll(ExtensionContext context) {
    restore(session().conf());
  }

  /** Commands set what they need on the session they find; the next class shall not. */
  private static void restore(RuntimeConfig conf) {
    Map<String, String> now = Map.copyOf(CollectionConverters.asJava(conf.getAll()));
    for (String key : now.keySet()) {
      if (!settings.containsKey(key) && conf.isModifiable(key)) {
        conf.unset(key);
      }
    }
    settings.forEach(
        (key, value) -> {
          if (!value.equals(now.get(key)) && conf.isModifiable(key)) {
            conf.set(key, value);
          }
        });
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return session();
  }

  private static synchronized SparkSession session() {
    if (session == null) {
      session = start();
      settings = Map.copyOf(CollectionConverters.asJava(session.conf().getAll()));
    }
    return session;
  }

  private static SparkSession start() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("giro-tests")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.ui.explainMode", "simple")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.codegen.cache.maxEntries", "2000")
        .config("spark.sql.codegen.hugeMethodLimit", "8000")
        .config("spark.sql.ansi.enabled", "false")
        .config("spark.sql.warehouse.dir", "target/spark-warehouse")
        .config("spark.hadoop.fs.file.impl", "giro.lake.LocalFiles")
        .config("spark.delta.logStore.file.impl", "io.delta.storage.LocalLogStore")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.databricks.delta.snapshotPartitions", "1")
        .getOrCreate();
  }
}
