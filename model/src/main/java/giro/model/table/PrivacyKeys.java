package giro.model.table;

/** Which privacy keys the lake's hashes were made under; the latest is the one in use. */
public final class PrivacyKeys {
  public static final String NAME = "privacy_keys";
  public static final String KEY_ID = "key_id";
  public static final String FINGERPRINT = "fingerprint";
  public static final String USED_FROM = "used_from";
  public static final String REKEYED = "rekeyed";
  public static final String LEFT = "left_behind";
  public static final String RUN_ID = "run_id";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one privacy key taken into use, or returned to")
          .key(RUN_ID)
          .column(KEY_ID, "int", "its number, privacy.key-id")
          .text(FINGERPRINT, "keyed hash of a fixed text: tells two keys apart, gives neither away")
          .at(USED_FROM, "when the first run under it began; the latest is in use")
          .count(REKEYED, "stored touches whose hashes that run made anew; 0 for the first key")
          .count(LEFT, "stored touches that kept a hash of a former key, as nothing gave the new")
          .text(RUN_ID, "run that took it into use")
          .build();

  private PrivacyKeys() {}
}
