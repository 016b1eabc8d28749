package giro.model.table;

/**
 * What the lake's persons, journeys and laps were last derived from, so that a night knows whether
 * it may derive those alone whom it touches.
 */
public final class Derivations {
  public static final String NAME = "derivations";
  public static final String AS_OF = "as_of";
  public static final String RUN_ID = "run_id";
  public static final String TOUCHES_VERSION = "touches_version";
  public static final String NAMES_VERSION = "names_version";
  public static final String KEPT_SHARED_VERSION = "kept_shared_version";
  public static final String SETTINGS = "settings";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "the latest derivation: one row")
          .key(RUN_ID)
          .column(AS_OF, "date", "night it stands for")
          .text(RUN_ID, "run that derived")
          .count(TOUCHES_VERSION, "version of touches it read, in that table's log")
          .count(NAMES_VERSION, "the same for person_names; -1 for none")
          .count(KEPT_SHARED_VERSION, "the same for kept_shared; -1 for none")
          .text(
              SETTINGS, "what it was derived under: settings, rules, privacy key, program version")
          .build();

  private Derivations() {}
}
