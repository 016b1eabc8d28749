package giro.ingest;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Opens a source's landing files on the executors and gives their rows as text, with place, length,
 * checksum and, for what could not be read, the reason. One task reads whole files.
 */
final class ReadLanding {
  static final String FILE = "_file";
  static final String LANDING_DATE = "_landing_date";
  static final String POSITION = "_position";
  static final String LENGTH = "_length";
  static final String CHECKSUM = "_checksum";
  static final String REASON = "_reason";
  private static final int OWN = 6;

  private ReadLanding() {}

  /** Rows of the files, all of one source, in {@code schema} after the reader's own columns. */
  static Dataset<Row> rows(
      SparkSession spark, List<LandingFile> files, StructType schema, int tasks) {
    StructType full = ownColumns();
    for (var field : schema.fields()) {
      full = full.add(field);
    }
    var hadoop = new SerializableConfiguration(spark.sessionState().newHadoopConf());
    FlatMapFunction<LandingFile, Row> open = file -> new Rows(file, hadoop.value(), schema);
    int slices = Math.max(1, Math.min(files.size(), tasks));
    return spark
        .createDataset(
            org.apache.spark.api.java.JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, slices)
                .flatMap(open)
                .rdd(),
            Encoders.row(full))
        .toDF();
  }

  private static StructType ownColumns() {
    return new StructType()
        .add(FILE, DataTypes.StringType)
        .add(LANDING_DATE, DataTypes.DateType)
        .add(POSITION, DataTypes.LongType)
        .add(LENGTH, DataTypes.LongType)
        .add(CHECKSUM, DataTypes.StringType)
        .add(REASON, DataTypes.StringType);
  }

  /** A file's rows; where it breaks, one last row at position 0 says so. */
  private static final class Rows implements Iterator<Row> {
    private final LandingFile file;
    private final StructType schema;
    private RowReader reader;
    private Row ahead;

    Rows(LandingFile file, Configuration hadoop, StructType schema) {
      this.file = file;
      this.schema = schema;
      try {
        reader = RowReader.open(file, hadoop);
        if (TaskContext.get() != null) {
          TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> close());
        }
        ahead = read();
      } catch (IOException e) {
        ahead = broken();
      }
    }

    @Override
    public boolean hasNext() {
      return ahead != null;
    }

    @Override
    public Row next() {
      if (ahead == null) {
        throw new NoSuchElementException();
      }
      Row row = ahead;
      try {
        ahead = reader == null ? null : read();
      } catch (IOException e) {
        ahead = broken();
      }
      return row;
    }

    private Row read() throws IOException {
      RawRow raw = reader.next();
      if (raw == null) {
        close();
        return null;
      }
      return row(raw);
    }

    private Row broken() {
      close();
      return row(RawRow.unreadable(0, file.size(), null, Reasons.UNREADABLE_FILE));
    }

    private Row row(RawRow raw) {
      Object[] values = new Object[OWN + schema.size()];
      values[0] = file.name();
      values[1] = java.sql.Date.valueOf(file.landingDate());
      values[2] = raw.position();
      values[3] = raw.length() < 0 ? null : raw.length();
      values[4] = raw.checksum();
      values[5] = raw.reason();
      if (raw.fields() != null) {
        for (int i = 0; i < schema.size(); i++) {
          var field = schema.fields()[i];
          values[OWN + i] = raw.fields().value(field.name(), field.dataType());
        }
      }
      return RowFactory.create(values);
    }

    private void close() {
      RowReader open = reader;
      reader = null;
      if (open != null) {
        try {
          open.close();
        } catch (IOException e) {
          // Nothing read depends on how a finished file closes.
          org.slf4j.LoggerFactory.getLogger(ReadLanding.class).debug("close", e);
        }
      }
    }
  }
}
