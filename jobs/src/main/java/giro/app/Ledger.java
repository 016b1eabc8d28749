package giro.app;

import static org.apache.spark.sql.functions.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import giro.config.GiroSettings;
import giro.lake.Lake;
import giro.model.table.Runs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The run ledger: one row a run that was published. */
final class Ledger {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int USUAL_RUNS = 5;

  private final SparkSession spark;
  private final Lake lake;

  Ledger(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** The latest night that was run, if any. */
  Optional<LocalDate> latestNight() {
    Row latest = lake.read(Runs.CONTRACT).agg(max(Runs.AS_OF)).first();
    return latest.isNullAt(0) ? Optional.empty() : Optional.of(latest.getDate(0).toLocalDate());
  }

  /** Every night that was run. */
  Set<LocalDate> nights() {
    return lake.read(Runs.CONTRACT).select(Runs.AS_OF).distinct().collectAsList().stream()
        .map(r -> r.getDate(0).toLocalDate())
        .collect(Collectors.toSet());
  }

  /** How long such runs took lately: the last five in the middle, stages as in the last one. */
  TimeLeft usual(String command) {
    List<Row> last =
        lake.read(Runs.CONTRACT)
            .where(col(Runs.COMMAND).equalTo(command))
            .orderBy(col(Runs.STARTED_AT).desc())
            .select(Runs.SECONDS, Runs.STAGES)
            .limit(USUAL_RUNS)
            .collectAsList();
    if (last.isEmpty() || last.get(0).isNullAt(1)) {
      return TimeLeft.UNKNOWN;
    }
    double[] seconds = last.stream().mapToDouble(r -> r.getDouble(0)).sorted().toArray();
    return new TimeLeft(seconds[seconds.length / 2], stages(last.get(0).getString(1)));
  }

  private static Map<String, Double> stages(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, Double>>() {});
    } catch (JsonProcessingException e) {
      return Map.of(); // of a version that wrote them in another way: time left is not known
    }
  }

  void add(
      RunRequest request, RunResult result, GiroSettings settings, Instant started, Instant ended) {
    TaskWork.Done all = result.allWork();
    Row row =
        RowFactory.create(
            result.runId(),
            java.sql.Date.valueOf(request.asOf()),
            request.command(),
            "done",
            java.sql.Timestamp.from(started),
            java.sql.Timestamp.from(ended),
            Duration.between(started, ended).toMillis() / 1e3,
            result.taken().read(),
            result.taken().accepted(),
            result.taken().duplicates(),
            result.taken().conflicts(),
            result.taken().rejected(),
            result.touches(),
            result.persons(),
            result.laps(),
            settings.privacy().keyId(),
            settings.rules().version(),
            settings.fingerprint(),
            CodeVersion.get(),
            json(result.seconds()),
            all.rowsRead(),
            all.bytesRead(),
            all.rowsWritten(),
            all.bytesWritten(),
            all.cpuSeconds(),
            json(RunResult.json(result.work())));
    lake.append(Runs.CONTRACT, spark.createDataFrame(List.of(row), Runs.CONTRACT.schema()));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stage times could not be written as JSON", e);
    }
  }
}
