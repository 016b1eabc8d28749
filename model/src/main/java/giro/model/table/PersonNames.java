package giro.model.table;

/**
 * Person ids that outlive their privacy key: an id is written from the hash that its founder had
 * when it was first named, and that hash is gone after a change of key. Rebuild reads it too.
 */
public final class PersonNames {
  public static final String NAME = "person_names";
  public static final String HASH = "hash";
  public static final String OWNERSHIP = "ownership";
  public static final String LINK_KEY = "link_key";
  public static final String PERSON_KEY = "person_key";

  public static final TableContract CONTRACT =
      TableContract.lake(
              NAME, "one identifier that gave a person its id under a former privacy key")
          .key(LINK_KEY)
          .text(HASH, "keyed hash of the identifier as it is now")
          .column(OWNERSHIP, "int", "which ownership or life of the value, as in identities")
          .count(LINK_KEY, "link_key of the identifier as it is now")
          .count(PERSON_KEY, "the number in the id of the person it founded or would found again")
          .build();

  private PersonNames() {}
}
