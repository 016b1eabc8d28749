package giro.model.table;

/** Links that were seen and yet join nobody, until {@code giro link} or more evidence decides. */
public final class HeldLinks {
  public static final String NAME = "held_links";
  public static final String REASON = "reason";
  public static final String FROM_PERSON_ID = "from_person_id";
  public static final String TO_PERSON_ID = "to_person_id";

  /** Alone it would make one person of two that contradict each other. */
  public static final String WEAK_LINK = "weak_link";

  /** One end alone would make one person of several that contradict each other. */
  public static final String MEETING_VALUE = "meeting_value";

  /** A rule of hand keeps two identifiers apart. */
  public static final String UNLINK_RULE = "unlink_rule";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one link that is held")
          .key(
              IdentityLinks.FROM_KIND,
              IdentityLinks.FROM_HASH,
              IdentityLinks.TO_KIND,
              IdentityLinks.TO_HASH)
          .text(IdentityLinks.FROM_KIND, "kind of the stronger identifier")
          .text(IdentityLinks.FROM_HASH, "its keyed hash")
          .text(IdentityLinks.TO_KIND, "kind of the weaker identifier")
          .text(IdentityLinks.TO_HASH, "its keyed hash")
          .text(
              REASON,
              "weak_link (it alone would weld two dense persons), meeting_value (one end would) or"
                  + " unlink_rule")
          .count(IdentityLinks.TOUCHES, "touches that carried both")
          .at(IdentityLinks.VALID_FROM, "first time seen together")
          .at(IdentityLinks.VALID_TO, "last time seen together")
          .text(IdentityLinks.FIRST_EVENT_ID, "the first such touch")
          .text(FROM_PERSON_ID, "person of the stronger identifier; null for a held value")
          .text(TO_PERSON_ID, "person of the weaker identifier; null for a held value")
          .build();

  private HeldLinks() {}
}
