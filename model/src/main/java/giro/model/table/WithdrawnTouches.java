package giro.model.table;

/** Touches of persons who withdrew their consent: stored, and in no journey. */
public final class WithdrawnTouches {
  public static final String NAME = "withdrawn_touches";
  public static final String PERSON_ID = "person_id";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one touch of a person who withdrew consent")
          .key(Touches.SOURCE, Touches.EVENT_ID)
          .text(Touches.SOURCE, "source")
          .text(Touches.EVENT_ID, "the source's id of the event")
          .text(PERSON_ID, "the person")
          .build();

  private WithdrawnTouches() {}
}
