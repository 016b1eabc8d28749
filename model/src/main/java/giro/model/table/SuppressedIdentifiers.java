package giro.model.table;

/**
 * Identifiers of people who asked to be forgotten: a landing row that carries one is not taken. The
 * hash is made of the identifier's own hash under a second key, so that it is equal to no hash of
 * any other table.
 */
public final class SuppressedIdentifiers {
  public static final String NAME = "suppressed_identifiers";
  public static final String KIND = "kind";
  public static final String HASH = "hash";
  public static final String KEY_ID = "key_id";
  public static final String VALID_FROM = "valid_from";
  public static final String VALID_TO = "valid_to";
  public static final String SUPPRESSED_AT = "suppressed_at";
  public static final String RECEIPT_ID = "receipt_id";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one identifier, or one life of it, that is not taken any more")
          .key(HASH, KEY_ID, VALID_FROM)
          .text(KIND, "kind of the identifier")
          .text(HASH, "keyed hash of its keyed hash, under a key derived from the privacy key")
          .column(KEY_ID, "int", "privacy key that both hashes come from")
          .at(
              VALID_FROM,
              "touches that occurred before belong to somebody else's life of the value; null for"
                  + " none")
          .at(VALID_TO, "touches that occurred after do; null for none")
          .at(SUPPRESSED_AT, "when it was forgotten")
          .text(RECEIPT_ID, "receipt that says so")
          .build();

  private SuppressedIdentifiers() {}
}
