package giro.model.table;

/** How well touches are stitched to persons. */
public final class IdentityHealth {
  public static final String NAME = "identity_health";
  public static final String AS_OF = "as_of";
  public static final String MARKET = "market";
  public static final String SOURCE = "source";
  public static final String TOUCHES = "touches";
  public static final String STITCHED = "stitched";
  public static final String ANONYMOUS = "anonymous";
  public static final String WITHOUT_CONSENT = "without_consent";
  public static final String BOTS = "bots";
  public static final String STITCHED_SHARE = "stitched_share";
  public static final String PERSONS = "persons";
  public static final String IDENTIFIERS = "identifiers";
  public static final String IDENTIFIERS_PER_PERSON = "identifiers_per_person";
  public static final String SHARED_VALUES = "shared_values";
  public static final String LARGEST_PERSON_TOUCHES = "largest_person_touches";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "as_of, market and source")
          .key(AS_OF, MARKET, SOURCE)
          .column(AS_OF, "date", "night")
          .text(MARKET, "market of the touch, unknown, or (all)")
          .text(SOURCE, "source, or (all)")
          .count(TOUCHES, "touches known up to as_of")
          .count(STITCHED, "touches with a person")
          .count(ANONYMOUS, "touches of shared values that no login reaches")
          .count(WITHOUT_CONSENT, "touches that count here only")
          .count(BOTS, "machine touches, kept out")
          .number(STITCHED_SHARE, "stitched / touches with consent and without bots")
          .count(PERSONS, "persons")
          .count(IDENTIFIERS, "distinct identifiers; on the row over all markets and sources only")
          .number(IDENTIFIERS_PER_PERSON, "identifiers of persons / persons; same row only")
          .count(SHARED_VALUES, "values over their cap; same row only")
          .count(LARGEST_PERSON_TOUCHES, "touches of the largest person; same row only")
          .build();

  private IdentityHealth() {}
}
