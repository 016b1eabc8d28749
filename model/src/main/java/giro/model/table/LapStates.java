package giro.model.table;

/**
 * What the last nights made of each lap, so that the next night can say which counts changed and
 * why. Unlike {@link Laps} it holds states: those that were published, under the settings of then.
 */
public final class LapStates {
  public static final String NAME = "lap_states";
  public static final String AS_OF = "as_of";
  public static final String RUN_ID = "run_id";
  public static final String STARTED_AT = "started_at";
  public static final String CODE_VERSION = "code_version";
  public static final String RULE_VERSION = "rule_version";
  public static final String RULES = "rules";
  public static final String LAP_SETTINGS = "lap_settings";
  public static final String WINDOWS = "windows";
  public static final String PERSON_ID = "person_id";
  public static final String LAP = "lap";
  public static final String TOUCHES = "touches";
  public static final String PARTS = "parts";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one lap as a run of one of the last nights counted it")
          .key(RUN_ID, PERSON_ID, LAP)
          .column(AS_OF, "date", "night")
          .text(RUN_ID, "the run; of a night that was run again the latest holds")
          .at(STARTED_AT, "when that run began, by the wall clock")
          .text(CODE_VERSION, "version of the program")
          .column(RULE_VERSION, "int", "version of the rule set")
          .text(RULES, "SHA-256 over the moment rules")
          .text(LAP_SETTINGS, "SHA-256 over what else makes laps: consent, identity and laps")
          .text(WINDOWS, "SHA-256 over the conversion windows and their lateness")
          .text(PERSON_ID, "person; null for a lap whose person was erased since")
          .column(LAP, "int", "lap number, from 1, in the order of opening")
          .column(TOUCHES, "int", "touches of the lap")
          .column(
              PARTS,
              "array<struct<part:string,cohort:date,state:string,basis:bigint>>",
              "what the lap counts in: a pair as ZMOT-FMOT, dropoff, lap, acquisition, return_lap;"
                  + " its cohort month and state then; basis is a hash of the instants the state"
                  + " follows from")
          .build();

  private LapStates() {}
}
