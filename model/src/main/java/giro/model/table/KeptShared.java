package giro.model.table;

/**
 * Values that stay shared although one of the people who shared them was forgotten: else those who
 * are left might fall below the value's cap and become one person.
 */
public final class KeptShared {
  public static final String NAME = "kept_shared";
  public static final String KIND = "kind";
  public static final String HASH = "hash";
  public static final String OWNERSHIP = "ownership";
  public static final String KEY_ID = "key_id";
  public static final String LINK_KEY = "link_key";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one shared value that a forgotten person carried")
          .key(HASH, OWNERSHIP)
          .text(KIND, "kind of the value")
          .text(HASH, "its keyed hash")
          .column(OWNERSHIP, "int", "which ownership or life of the value, as in identities")
          .column(KEY_ID, "int", "privacy key of the hash")
          .count(LINK_KEY, "link_key of the value, as in identities")
          .build();

  private KeptShared() {}
}
