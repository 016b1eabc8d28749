package giro.app;

import giro.ingest.TakeLanding.Taken;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run did, for people and programs. */
record RunResult(
    String runId,
    LocalDate asOf,
    Taken taken,
    long touches,
    long persons,
    long laps,
    String bi,
    String page,
    List<String> warnings,
    Map<String, Double> seconds,
    Map<String, TaskWork.Done> work) {

  /** What Spark's tasks did until the tables were checked. */
  TaskWork.Done allWork() {
    return work.values().stream().reduce(TaskWork.Done.NOTHING, TaskWork.Done::plus);
  }

  static Map<String, Object> json(Map<String, TaskWork.Done> work) {
    Map<String, Object> json = new LinkedHashMap<>();
    work.forEach((stage, done) -> json.put(stage, done.json()));
    return json;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run_id", runId);
    json.put("as_of", asOf.toString());
    json.put("state", "done");
    json.put("files", taken.files());
    json.put("rows_read", taken.read());
    json.put("accepted", taken.accepted());
    json.put("duplicates", taken.duplicates());
    json.put("conflicts", taken.conflicts());
    json.put("rejected", taken.rejected());
    json.put("touches", touches);
    json.put("persons", persons);
    json.put("laps", laps);
    json.put("bi", bi);
    json.put("page", page);
    json.put("warnings", warnings);
    json.put("seconds", seconds);
    json.put("work", allWork().json());
    json.put("work_by_stage", json(work));
    return json;
  }
}
