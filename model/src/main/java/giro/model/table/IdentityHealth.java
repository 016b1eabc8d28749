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
  public static final String AUTHENTICATED = "authenticated";
  public static final String BLOCKED_VALUES = "blocked_values";
  public static final String FAILED_FORMS = "failed_forms";
  public static final String LIFT = "lift";
  public static final String MERGES = "merges";
  public static final String SPLITS = "splits";
  public static final String HELD_LINKS = "held_links";
  public static final String LARGEST_PERSON_IDENTIFIERS = "largest_person_identifiers";
  public static final String LARGEST_PERSON_DENSITY = "largest_person_density";

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
          .count(AUTHENTICATED, "of the touches that may have a person, those that say who it is")
          .count(BLOCKED_VALUES, "identifiers on touches that are blocked: they identify nobody")
          .count(FAILED_FORMS, "identifiers on touches that fail the form of their kind")
          .number(LIFT, "stitched / authenticated: what stitching adds to signing in")
          .count(MERGES, "persons that went into another one on this night; same row only")
          .count(SPLITS, "persons that came out of another one on this night; same row only")
          .count(HELD_LINKS, "links that are held, see held_links; same row only")
          .count(
              LARGEST_PERSON_IDENTIFIERS,
              "identifiers of the person that has most of them; same row only")
          .number(
              LARGEST_PERSON_DENSITY,
              "links between them / pairs of them; low in a chain of welded persons; same row only")
          .build();

  private IdentityHealth() {}
}
