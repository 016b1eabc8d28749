package giro.model.table;

/** Which person ids appeared, merged or split, when and because of which event. */
public final class PersonHistory {
  public static final String NAME = "person_history";
  public static final String PERSON_ID = "person_id";
  public static final String CHANGE = "change";
  public static final String OTHER_PERSON_ID = "other_person_id";
  public static final String CHANGED_ON = "changed_on";
  public static final String EVENT_ID = "event_id";
  public static final String RUN_ID = "run_id";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one change of a person id")
          .key(PERSON_ID, CHANGED_ON, CHANGE, OTHER_PERSON_ID)
          .text(PERSON_ID, "the person id that appeared or went")
          .text(
              CHANGE,
              "minted, merged (went into other_person_id) or split (came out of other_person_id)")
          .text(
              OTHER_PERSON_ID,
              "the other person id; null for minted, and where that person was forgotten")
          .column(CHANGED_ON, "date", "landing night of the change")
          .text(EVENT_ID, "the event that caused it; null where it was forgotten")
          .text(RUN_ID, "run that noticed it")
          .build();

  private PersonHistory() {}
}
