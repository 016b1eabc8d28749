package giro.model.table;

/** What persons are made of, by kind of identifier. */
public final class IdentityKinds {
  public static final String NAME = "identity_kinds";
  public static final String AS_OF = "as_of";
  public static final String MARKET = "market";
  public static final String KIND = "kind";
  public static final String IDENTIFIERS = "identifiers";
  public static final String PERSONS = "persons";
  public static final String PERSONS_OF_MARKET = "persons_of_market";
  public static final String IDENTIFIERS_PER_PERSON = "identifiers_per_person";
  public static final String SHARE_OF_PERSONS = "share_of_persons";
  public static final String MOST_OF_ONE_PERSON = "most_of_one_person";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "as_of, market and kind of identifier")
          .key(AS_OF, MARKET, KIND)
          .column(AS_OF, "date", "night")
          .text(MARKET, "a market the person has a touch in, unknown, or (all)")
          .text(KIND, "kind of identifier, as configured")
          .count(IDENTIFIERS, "identifiers of the kind that belong to a person; no shared ones")
          .count(PERSONS, "persons with at least one such identifier")
          .count(PERSONS_OF_MARKET, "persons of the market, with one or without")
          .number(IDENTIFIERS_PER_PERSON, "identifiers / persons")
          .number(SHARE_OF_PERSONS, "persons / persons_of_market")
          .count(MOST_OF_ONE_PERSON, "identifiers of the person that has most of the kind")
          .withholding()
          .build();

  private IdentityKinds() {}
}
