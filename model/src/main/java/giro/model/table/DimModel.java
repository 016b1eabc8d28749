package giro.model.table;

/** Models, with labels. */
public final class DimModel {
  public static final String NAME = "dim_model";
  public static final String MODEL = "model";
  public static final String LABEL_EN = "label_en";
  public static final String LABEL_IT = "label_it";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "model")
          .key(MODEL)
          .text(MODEL, "model, unknown, or (all)")
          .text(LABEL_EN, "English")
          .text(LABEL_IT, "Italian")
          .build();

  private DimModel() {}
}
