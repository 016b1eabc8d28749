package giro.ingest;

import giro.model.table.RejectedRows;
import giro.model.table.Touches;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Turns mapped rows into touches or reasons for rejection. Plain Java row by row rather than column
 * functions: as SQL the checks of some thirty fields grow into an expression that takes longer to
 * compile than a night takes to read, and raw identifiers stay in one place.
 */
final class NormaliseTouches {
  private final IngestSettings ingest;
  private final PrivacySettings privacy;
  private final SourceSettings source;

  NormaliseTouches(IngestSettings ingest, PrivacySettings privacy, SourceSettings source) {
    this.ingest = ingest;
    this.privacy = privacy;
    this.source = source;
  }

  /** The reader's place of a row, why it is rejected (null if it is not), and the touch. */
  static StructType schema() {
    StructType schema =
        new StructType()
            .add(ReadLanding.POSITION, DataTypes.LongType)
            .add(ReadLanding.LENGTH, DataTypes.LongType)
            .add(ReadLanding.CHECKSUM, DataTypes.StringType)
            .add(ReadLanding.REASON, DataTypes.StringType)
            .add(RejectedRows.FIELDS_PRESENT, DataTypes.createArrayType(DataTypes.StringType));
    for (var field : Touches.CONTRACT.schema().fields()) {
      schema = schema.add(field);
    }
    return schema;
  }

  /** Rows of {@link #schema()}; where there is a reason the touch columns mean nothing. */
  Dataset<Row> apply(Dataset<Row> mapped, String runId) {
    StructType columns = mapped.schema();
    IngestSettings settings = ingest;
    SourceSettings from = source;
    String key = privacy.key();
    int keyId = privacy.keyId();
    MapPartitionsFunction<Row, Row> normalise =
        rows -> {
          KeyedHash hash = new KeyedHash(key);
          IdentifierForms forms = new IdentifierForms(settings);
          TouchFields fields = new TouchFields(from, forms, hash, new Masking(hash), keyId, runId);
          return new Touched(rows, new MappedRow(columns), new TouchChecks(settings), fields);
        };
    return mapped.mapPartitions(normalise, Encoders.row(schema()));
  }

  /** One normalised row for each mapped one. */
  private record Touched(Iterator<Row> rows, MappedRow row, TouchChecks checks, TouchFields fields)
      implements Iterator<Row> {
    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      row.read(rows.next());
      return fields.row(row, row.reason() == null ? checks.reason(row) : row.reason());
    }
  }
}
