package giro.model.table;

/** The few figures at the top of the page, over all cohorts, with what they rest on. */
public final class Headline {
  public static final String NAME = "headline";
  public static final String FIGURE = "figure";
  public static final String MARKET = "market";
  public static final String LABEL_EN = "label_en";
  public static final String LABEL_IT = "label_it";
  public static final String UNIT = "unit";
  public static final String VALUE = "value";
  public static final String LOW = "low";
  public static final String HIGH = "high";
  public static final String DENOMINATOR = "denominator";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "figure and market")
          .key(FIGURE, MARKET)
          .text(FIGURE, "name of the figure")
          .text(MARKET, "market, or (all)")
          .text(LABEL_EN, "English label")
          .text(LABEL_IT, "Italian label")
          .text(UNIT, "count, share, days")
          .number(VALUE, "the figure over all cohorts")
          .number(LOW, "95 % interval")
          .number(HIGH, "95 % interval")
          .count(DENOMINATOR, "laps or persons it rests on")
          .withholding()
          .build();

  private Headline() {}
}
