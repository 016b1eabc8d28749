package giro.model.table;

/** The id registry: each identifier ever seen, its age and its person. Rebuild reads it too. */
public final class Identities {
  public static final String NAME = "identities";
  public static final String KIND = "kind";
  public static final String HASH = "hash";
  public static final String OWNERSHIP = "ownership";
  public static final String KEY_ID = "key_id";
  public static final String PERSON_ID = "person_id";
  public static final String MINTED_DATE = "minted_date";
  public static final String MINTED_EVENT_ID = "minted_event_id";
  public static final String FIRST_SEEN_AT = "first_seen_at";
  public static final String LAST_SEEN_AT = "last_seen_at";
  public static final String TOUCHES = "touches";
  public static final String IS_SHARED = "is_shared";
  public static final String IS_CROWD = "is_crowd";
  public static final String LINK_KEY = "link_key";
  public static final String PERSON_KEY = "person_key";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one identifier")
          .key(KIND, HASH, OWNERSHIP)
          .text(KIND, "kind of the identifier")
          .text(HASH, "keyed hash of its normal form")
          .column(OWNERSHIP, "int", "which ownership of a VIN, from 0; 0 for every other kind")
          .column(KEY_ID, "int", "privacy key of the hash")
          .text(PERSON_ID, "the person it stands for; null for a shared value")
          .column(
              MINTED_DATE,
              "date",
              "night on which it first landed: the age of the person id it would found")
          .text(MINTED_EVENT_ID, "event with which it first landed")
          .at(FIRST_SEEN_AT, "earliest touch")
          .at(LAST_SEEN_AT, "latest touch")
          .count(TOUCHES, "touches that carried it")
          .flag(
              IS_SHARED,
              "over its cap, or held as a value where persons only meet: it links no persons")
          .flag(IS_CROWD, "over its cap by so much that a login on it reaches minutes, not hours")
          .count(LINK_KEY, "the first 64 bits of kind and hash, for joins")
          .count(
              PERSON_KEY,
              "the number in person_id: link_key of the identifier that founded the person, as it was"
                  + " when the id was given; null for a shared value")
          .build();

  private Identities() {}
}
