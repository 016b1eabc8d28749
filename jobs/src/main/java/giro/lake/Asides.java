package giro.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Rows that a stage puts aside for its own length: plain Parquet, a folder a name. */
final class Asides {
  private static final String SHARE = "_share";

  private final SparkSession spark;
  private final String root;

  /**
   * @param root with a slash at its end
   */
  Asides(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root;
  }

  Dataset<Row> set(String name, Dataset<Row> rows, long rowsPerFile) {
    rows.write().option("maxRecordsPerFile", rowsPerFile).mode("overwrite").parquet(root + name);
    return spark.read().schema(rows.schema()).parquet(root + name);
  }

  void setInShares(String name, Dataset<Row> rows, Column share) {
    rows.withColumn(SHARE, share).write().mode("overwrite").partitionBy(SHARE).parquet(root + name);
  }

  Dataset<Row> share(String name, int share, StructType schema) {
    String folder = root + of(name, share);
    return isThere(folder)
        ? spark.read().schema(schema).parquet(folder)
        : spark.createDataFrame(List.of(), schema);
  }

  void dropShare(String name, int share) {
    drop(of(name, share));
  }

  private static String of(String name, int share) {
    return name + "/" + SHARE + "=" + share;
  }

  private boolean isThere(String folder) {
    try {
      Path path = new Path(folder);
      return path.getFileSystem(spark.sessionState().newHadoopConf()).exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void drop(String name) {
    try {
      new LakeFiles(spark.sessionState().newHadoopConf()).delete(root + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
