package giro.model.table;

/** The run ledger. */
public final class Runs {
  public static final String NAME = "runs";
  public static final String RUN_ID = "run_id";
  public static final String AS_OF = "as_of";
  public static final String COMMAND = "command";
  public static final String STATE = "state";
  public static final String STARTED_AT = "started_at";
  public static final String ENDED_AT = "ended_at";
  public static final String SECONDS = "seconds";
  public static final String ROWS_READ = "rows_read";
  public static final String ACCEPTED = "accepted";
  public static final String DUPLICATES = "duplicates";
  public static final String CONFLICTS = "conflicts";
  public static final String REJECTED = "rejected";
  public static final String TOUCHES = "touches";
  public static final String PERSONS = "persons";
  public static final String LAPS = "laps";
  public static final String KEY_ID = "key_id";
  public static final String RULE_VERSION = "rule_version";
  public static final String SETTINGS_FINGERPRINT = "settings_fingerprint";
  public static final String CODE_VERSION = "code_version";
  public static final String STAGES = "stages";
  public static final String ROWS_TOUCHED = "rows_touched";
  public static final String BYTES_TOUCHED = "bytes_touched";
  public static final String ROWS_WRITTEN = "rows_written";
  public static final String BYTES_WRITTEN = "bytes_written";
  public static final String TASK_CPU_SECONDS = "task_cpu_seconds";
  public static final String WORK = "work";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one run of the pipeline")
          .key(RUN_ID)
          .text(RUN_ID, "run")
          .column(AS_OF, "date", "night the run stands for")
          .text(COMMAND, "run, backfill, rebuild, reclassify, forget or demo")
          .text(STATE, "done or failed")
          .at(STARTED_AT, "wall clock")
          .at(ENDED_AT, "wall clock")
          .number(SECONDS, "duration")
          .count(ROWS_READ, "landing rows read")
          .count(ACCEPTED, "touches taken")
          .count(DUPLICATES, "copies left out")
          .count(CONFLICTS, "copies left out that differed")
          .count(REJECTED, "rows rejected")
          .count(TOUCHES, "touches known up to as_of")
          .count(PERSONS, "persons")
          .count(LAPS, "laps")
          .column(KEY_ID, "int", "privacy key")
          .column(RULE_VERSION, "int", "version of the rule set")
          .text(SETTINGS_FINGERPRINT, "SHA-256 over the settings without secrets")
          .text(CODE_VERSION, "version of the program")
          .text(STAGES, "seconds per stage as JSON")
          .count(ROWS_TOUCHED, "rows that tasks read from files, or from what a query kept")
          .count(BYTES_TOUCHED, "bytes of the same")
          .count(ROWS_WRITTEN, "rows that tasks wrote to files of the lake")
          .count(BYTES_WRITTEN, "bytes of the same")
          .number(TASK_CPU_SECONDS, "CPU time of Spark's tasks, planning and collecting apart")
          .text(WORK, "tasks, rows, bytes and CPU seconds per stage as JSON")
          .build();

  private Runs() {}
}
