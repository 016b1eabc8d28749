package giro.model.table;

/** Markets, with labels. */
public final class DimMarket {
  public static final String NAME = "dim_market";
  public static final String MARKET = "market";
  public static final String LABEL_EN = "label_en";
  public static final String LABEL_IT = "label_it";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "market")
          .key(MARKET)
          .text(MARKET, "market, unknown, or (all)")
          .text(LABEL_EN, "English")
          .text(LABEL_IT, "Italian")
          .build();

  private DimMarket() {}
}
