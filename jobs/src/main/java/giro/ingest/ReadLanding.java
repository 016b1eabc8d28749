package giro.ingest;

import giro.model.table.RejectedRows;
import giro.model.table.Touches;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a source's landing files on the executors and gives each row as a touch, or as a rejected
 * row with place, length, checksum and reason. One task reads whole files, row by row; raw
 * identifiers never leave it.
 */
final class ReadLanding {
  static final String POSITION = "_position";
  static final String LENGTH = "_length";
  static final String CHECKSUM = "_checksum";
  static final String REASON = "_reason";

  private static final Logger LOG = LoggerFactory.getLogger(ReadLanding.class);

  private static final long BYTES_PER_TASK = 32L << 20;

  private final SparkSession spark;
  private final IngestSettings ingest;
  private final PrivacySettings privacy;
  private final Broadcast<SerializableConfiguration> hadoop;
  private Suppressions suppressions = Suppressions.NONE;

  /** What every task needs, unpacked once on each executor. */
  private record Tools(
      SourceSettings source,
      FieldMapping mapping,
      IngestSettings settings,
      String key,
      int keyId,
      Suppressions suppressions)
      implements Serializable {}

  ReadLanding(SparkSession spark, IngestSettings ingest, PrivacySettings privacy) {
    this.spark = spark;
    this.ingest = ingest;
    this.privacy = privacy;
    this.hadoop =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(new SerializableConfiguration(spark.sessionState().newHadoopConf()));
  }

  /** Rejects rows of people who were forgotten; unless told, they are read like any other. */
  ReadLanding without(Suppressions known) {
    suppressions = known;
    return this;
  }

  /** A row's place, why it is rejected (null if it is not), and the touch. */
  static StructType schema() {
    StructType schema =
        new StructType()
            .add(POSITION, DataTypes.LongType)
            .add(LENGTH, DataTypes.LongType)
            .add(CHECKSUM, DataTypes.StringType)
            .add(REASON, DataTypes.StringType)
            .add(RejectedRows.FIELDS_PRESENT, DataTypes.createArrayType(DataTypes.StringType));
    for (var field : Touches.CONTRACT.schema().fields()) {
      schema = schema.add(field);
    }
    return schema;
  }

  /** Rows of {@link #schema()} of files of all sources, one plan for all of them. */
  Dataset<Row> all(List<LandingFile> files, String runId) {
    Map<String, List<LandingFile>> bySource =
        files.stream().collect(Collectors.groupingBy(LandingFile::source));
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int cores = context.defaultParallelism();
    List<JavaRDD<Row>> all = new ArrayList<>();
    for (SourceSettings source : ingest.sources()) {
      List<LandingFile> own = bySource.getOrDefault(source.name(), List.of());
      if (!own.isEmpty()) {
        all.add(rows(source, own, cores * tasksPerCore(own), runId));
      }
    }
    JavaRDD<Row> rows = all.isEmpty() ? context.emptyRDD() : union(context, all);
    return spark.createDataset(rows.rdd(), Encoders.row(schema()));
  }

  @SuppressWarnings("unchecked")
  private static JavaRDD<Row> union(JavaSparkContext context, List<JavaRDD<Row>> all) {
    return context.union(all.toArray(JavaRDD[]::new));
  }

  /** One task a core for a usual night; more where there is much to read. */
  private static int tasksPerCore(List<LandingFile> files) {
    long bytes = files.stream().mapToLong(LandingFile::size).sum();
    return (int) Math.max(1, Math.min(64, bytes / BYTES_PER_TASK));
  }

  /** Rows of {@link #schema()} of one source's files; with a reason, touch columns mean nothing. */
  private JavaRDD<Row> rows(
      SourceSettings source, List<LandingFile> files, int tasks, String runId) {
    SparkContext context = spark.sparkContext();
    Tools tools =
        new Tools(
            source,
            FieldMapping.of(spark, source),
            ingest,
            privacy.key(),
            privacy.keyId(),
            suppressions);
    // Broadcast, or every task of every job over these rows would unpack them again.
    Broadcast<Tools> shared = JavaSparkContext.fromSparkContext(context).broadcast(tools);
    Broadcast<SerializableConfiguration> hadoop = this.hadoop;
    FlatMapFunction<Iterator<LandingFile>, Row> read =
        landed -> {
          Tools own = shared.value();
          KeyedHash hash = new KeyedHash(own.key());
          IdentifierForms forms = new IdentifierForms(own.settings());
          TouchFields fields =
              new TouchFields(own.source(), forms, hash, new Masking(hash), own.keyId(), runId);
          if (!own.suppressions().isEmpty()) {
            fields.without(own.suppressions().check(own.key()));
          }
          MappedRow row = new MappedRow(own.mapping());
          return new Rows(
              landed,
              own.source().form(),
              hadoop.value().value(),
              row,
              new TouchChecks(own.settings()),
              fields);
        };
    List<List<LandingFile>> shares = shares(files, Math.min(files.size(), tasks));
    return JavaSparkContext.fromSparkContext(context)
        .parallelize(shares, shares.size())
        .flatMap(share -> read.call(share.iterator()));
  }

  /** So many lists of about as many bytes each: the largest file first, to the smallest list. */
  private static List<List<LandingFile>> shares(List<LandingFile> files, int count) {
    List<List<LandingFile>> shares = new ArrayList<>();
    long[] bytes = new long[count];
    for (int i = 0; i < count; i++) {
      shares.add(new ArrayList<>());
    }
    for (LandingFile file :
        files.stream().sorted(Comparator.comparingLong(LandingFile::size).reversed()).toList()) {
      int smallest = 0;
      for (int i = 1; i < count; i++) {
        smallest = bytes[i] < bytes[smallest] ? i : smallest;
      }
      shares.get(smallest).add(file);
      bytes[smallest] += file.size();
    }
    return shares;
  }

  /** The rows of a task's files; where a file breaks, one row at position 0 says so. */
  static final class Rows implements Iterator<Row> {
    private final Iterator<LandingFile> files;
    private final FileForm form;
    private final Configuration hadoop;
    private final MappedRow row;
    private final TouchChecks checks;
    private final TouchFields fields;
    private LandingFile file;
    private RowReader reader;
    private RawRow ahead;

    Rows(
        Iterator<LandingFile> files,
        FileForm form,
        Configuration hadoop,
        MappedRow row,
        TouchChecks checks,
        TouchFields fields) {
      this.files = files;
      this.form = form;
      this.hadoop = hadoop;
      this.row = row;
      this.checks = checks;
      this.fields = fields;
      if (TaskContext.get() != null) {
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> close());
      }
    }

    @Override
    public boolean hasNext() {
      while (ahead == null && (reader != null || files.hasNext())) {
        ahead = advance();
      }
      return ahead != null;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      RawRow raw = ahead;
      ahead = null;
      try {
        row.read(file, raw);
        return fields.row(row, raw.reason() == null ? checks.reason(row) : raw.reason());
      } catch (RuntimeException | StackOverflowError e) {
        // The class alone: a message may quote the row.
        LOG.debug("row {} rejected: {}", raw.position(), e.getClass().getName());
        return unreadable(raw);
      }
    }

    /** The row as one that no code foresaw: a night goes on whatever a row holds. */
    private Row unreadable(RawRow raw) {
      row.read(
          file,
          RawRow.unreadable(
              raw.position(), raw.length(), raw.checksum(), Reasons.UNREADABLE_VALUE));
      return fields.row(row, Reasons.UNREADABLE_VALUE);
    }

    /** The next row of the file at hand, or null where it has ended. */
    private RawRow advance() {
      try {
        if (reader == null) {
          file = files.next();
          reader = RowReader.open(file, form, hadoop);
        }
        RawRow next = reader.next();
        if (next == null) {
          close();
        }
        return next;
      } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
        // Errors: values nested without end, a codec that is not there.
        LOG.debug("file broken: {}", e.getClass().getName());
        close();
        String reason =
            e instanceof UnreadableFileException told ? told.reason() : Reasons.UNREADABLE_FILE;
        return RawRow.unreadable(0, file.size(), null, reason);
      }
    }

    private void close() {
      RowReader open = reader;
      reader = null;
      if (open != null) {
        try {
          open.close();
        } catch (IOException | RuntimeException e) {
          // Nothing read depends on how a finished file closes.
          LOG.debug("close: {}", e.getClass().getName());
        }
      }
    }
  }
}
