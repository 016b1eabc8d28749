package giro.model.table;

/** Dealers, with labels. */
public final class DimDealer {
  public static final String NAME = "dim_dealer";
  public static final String DEALER_ID = "dealer_id";
  public static final String MARKET = "market";
  public static final String LABEL_EN = "label_en";
  public static final String LABEL_IT = "label_it";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "dealer")
          .key(DEALER_ID)
          .text(DEALER_ID, "dealer or unknown")
          .text(MARKET, "market of most of its touches")
          .text(LABEL_EN, "English")
          .text(LABEL_IT, "Italian")
          .build();

  private DimDealer() {}
}
