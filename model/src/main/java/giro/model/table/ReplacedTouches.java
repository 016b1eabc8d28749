package giro.model.table;

/** Touches whose stored copy gave way to a better one that landed later. */
public final class ReplacedTouches {
  public static final String NAME = "replaced_touches";
  public static final String SOURCE = "source";
  public static final String EVENT_ID = "event_id";
  public static final String RUN_ID = "run_id";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one touch that a run replaced by a better copy")
          .key(SOURCE, EVENT_ID, RUN_ID)
          .text(SOURCE, "source of the touch")
          .text(EVENT_ID, "the source's id of the event")
          .text(RUN_ID, "run that took the better copy")
          .build();

  private ReplacedTouches() {}
}
