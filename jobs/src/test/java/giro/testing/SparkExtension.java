package giro.testing;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one shared local session, started by the first that asks for it:
 * {@code @ExtendWith(SparkExtension.class)} and a {@code SparkSession} parameter of a test, a
 * life-cycle method or the constructor. It stops with the JVM.
 */
public final class SparkExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(SparkExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .getOrComputeIfAbsent(SparkSession.class, type -> start(), SparkSession.class);
  }

  private static SparkSession start() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("giro-tests")
        .config("spark.ui.enabled", "false")
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
