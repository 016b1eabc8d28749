package giro.publish;

import giro.model.table.TableContract;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import scala.Function1;
import scala.collection.immutable.Map$;

/**
 * Writes the rows of a gold table, which are at hand already, as one Parquet file: Spark's own
 * writer without a Spark job, which costs some thirty times the writing of a few hundred rows.
 */
final class WriteRows {
  private final SparkSession spark;

  WriteRows(SparkSession spark) {
    this.spark = spark;
  }

  /** The file is whole, comments of columns included, when this returns. */
  void write(TableContract table, List<Row> rows, Path file) throws IOException {
    Job job = Job.getInstance(spark.sessionState().newHadoopConf());
    OutputWriterFactory writers =
        new ParquetFileFormat().prepareWrite(spark, job, Map$.MODULE$.empty(), table.schema());
    TaskAttemptContextImpl task =
        new TaskAttemptContextImpl(job.getConfiguration(), new TaskAttemptID());
    Function1<Object, Object> toInternal =
        CatalystTypeConverters.createToCatalystConverter(table.schema());
    OutputWriter writer = writers.newInstance(file.toString(), table.schema(), task);
    try {
      for (Row row : rows) {
        writer.write((InternalRow) toInternal.apply(row));
      }
    } finally {
      writer.close();
    }
  }
}
