package giro.model.table;

/** Evidence that two identifiers belong together; persons are its connected components. */
public final class IdentityLinks {
  public static final String NAME = "identity_links";
  public static final String FROM_KIND = "from_kind";
  public static final String FROM_HASH = "from_hash";
  public static final String TO_KIND = "to_kind";
  public static final String TO_HASH = "to_hash";
  public static final String EVIDENCE = "evidence";
  public static final String PRECEDENCE = "precedence";
  public static final String TOUCHES = "touches";
  public static final String VALID_FROM = "valid_from";
  public static final String VALID_TO = "valid_to";
  public static final String FIRST_LANDING_DATE = "first_landing_date";
  public static final String FIRST_EVENT_ID = "first_event_id";
  public static final String IS_SHARED = "is_shared";
  public static final String HELD_FOR = "held_for";
  public static final String FROM_KEY = "from_key";
  public static final String TO_KEY = "to_key";
  public static final String KEY_ID = "key_id";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one pair of identifiers seen together or linked by hand")
          .key(FROM_KIND, FROM_HASH, TO_KIND, TO_HASH, EVIDENCE)
          .text(FROM_KIND, "kind of the stronger identifier")
          .text(FROM_HASH, "its keyed hash")
          .text(TO_KIND, "kind of the weaker identifier")
          .text(TO_HASH, "its keyed hash")
          .text(EVIDENCE, "observed, or manual")
          .column(PRECEDENCE, "int", "higher wins: manual 2, observed 1")
          .count(TOUCHES, "touches that carried both")
          .at(VALID_FROM, "first time seen together")
          .at(VALID_TO, "last time seen together")
          .column(FIRST_LANDING_DATE, "date", "night the first such touch landed")
          .text(FIRST_EVENT_ID, "the first such touch")
          .flag(IS_SHARED, "true where one end is a shared value, so that the link joins nobody")
          .text(
              HELD_FOR,
              "why it joins nobody although no end is shared, as in held_links; else null")
          .count(FROM_KEY, "link_key of the stronger identifier")
          .count(TO_KEY, "link_key of the weaker identifier")
          .column(KEY_ID, "int", "privacy key of the hashes")
          .build();

  private IdentityLinks() {}
}
