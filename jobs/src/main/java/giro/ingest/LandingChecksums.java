package giro.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** SHA-256 of landing files, computed where tasks run. */
final class LandingChecksums {
  private final SparkSession spark;

  LandingChecksums(SparkSession spark) {
    this.spark = spark;
  }

  /** By file name, in lower-case hex; null for a file whose name its file system cannot open. */
  Map<String, String> of(List<LandingFile> files) {
    Map<String, String> sums = new HashMap<>();
    if (files.isEmpty()) {
      return sums;
    }
    var hadoop = new SerializableConfiguration(spark.sessionState().newHadoopConf());
    int slices = Math.min(files.size(), spark.sparkContext().defaultParallelism());
    JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(files, slices)
        .map(file -> new Tuple2<>(file.name(), sha256(file.path(), hadoop.value())))
        .collect()
        .forEach(pair -> sums.put(pair._1(), pair._2()));
    return sums;
  }

  /**
   * Those of the files whose content is not what was taken, with their new checksum; a new time
   * alone changes nothing.
   */
  Map<LandingFile, String> changed(
      List<LandingFile> touched, Map<String, LandingZone.Known> known) {
    Map<String, String> sums = of(touched);
    Map<LandingFile, String> changed = new LinkedHashMap<>();
    for (LandingFile file : touched) {
      if (!Objects.equals(sums.get(file.name()), known.get(file.name()).checksum())) {
        changed.put(file, sums.get(file.name()));
      }
    }
    return changed;
  }

  static String sha256(String path, Configuration hadoop) throws IOException {
    Path file = new Path(path);
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = file.getFileSystem(hadoop).open(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IllegalArgumentException e) {
      return null; // a colon in the name; the reader says that the file is unreadable
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not to be had on this JVM", e);
    }
  }
}
