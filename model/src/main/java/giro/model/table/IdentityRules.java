package giro.model.table;

/** What people decided about identifiers: {@code giro link} and {@code giro unlink}. */
public final class IdentityRules {
  public static final String NAME = "identity_rules";
  public static final String ACTION = "action";
  public static final String FROM_KIND = "from_kind";
  public static final String FROM_HASH = "from_hash";
  public static final String TO_KIND = "to_kind";
  public static final String TO_HASH = "to_hash";
  public static final String KEY_ID = "key_id";
  public static final String IS_TAKEN_BACK = "is_taken_back";
  public static final String DECIDED_AT = "decided_at";
  public static final String DECIDED_BY = "decided_by";
  public static final String REASON = "reason";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one decision about a pair of identifiers; the latest of each holds")
          .key(ACTION, FROM_KIND, FROM_HASH, TO_KIND, TO_HASH, DECIDED_AT)
          .text(ACTION, "link (one person, whatever the caps) or unlink (never one person)")
          .text(FROM_KIND, "kind of the identifier that comes first by kind and hash")
          .text(FROM_HASH, "its keyed hash")
          .text(TO_KIND, "kind of the other")
          .text(TO_HASH, "its keyed hash")
          .column(KEY_ID, "int", "privacy key of the hashes")
          .flag(IS_TAKEN_BACK, "true for the decision that takes the former one back")
          .at(DECIDED_AT, "when it was decided")
          .text(DECIDED_BY, "by whom")
          .text(REASON, "why; null where nothing was said")
          .build();

  private IdentityRules() {}
}
