package giro.model.table;

/** How much the headline figures owe to the way touches are stitched to persons. */
public final class StitchingSensitivity {
  public static final String NAME = "stitching_sensitivity";
  public static final String AS_OF = "as_of";
  public static final String FIGURE = "figure";
  public static final String POLICY = "policy";
  public static final String VALUE = "value";
  public static final String SHARE_ON_ONE_WEAK_LINK = "share_on_one_weak_link";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "figure and stitching policy, as last computed")
          .key(FIGURE, POLICY)
          .column(AS_OF, "date", "night whose touches were stitched again")
          .text(
              FIGURE,
              "persons, laps, acquisitions, or an incidence as in headline, over all markets")
          .text(
              POLICY,
              "none (a touch is its strongest identifier's), last (else the last login on its"
                  + " browser or device), split (what Giro publishes), full (every link, no caps)")
          .number(VALUE, "the figure under the policy")
          .number(
              SHARE_ON_ONE_WEAK_LINK,
              "persons who would fall in two without one link seen on a single touch / persons;"
                  + " null where the policy links nobody")
          .build();

  private StitchingSensitivity() {}
}
