package giro.model.table;

/** Moments, milestones and ends of moves, with labels and meaning. */
public final class DimMoment {
  public static final String NAME = "dim_moment";
  public static final String MOMENT = "moment";
  public static final String POSITION = "position";
  public static final String LABEL_EN = "label_en";
  public static final String LABEL_IT = "label_it";
  public static final String MEANING_EN = "meaning_en";
  public static final String MEANING_IT = "meaning_it";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "moment")
          .key(MOMENT)
          .text(MOMENT, "moment, milestone or end of a move")
          .column(POSITION, "int", "order on the circle; null outside it")
          .text(LABEL_EN, "English")
          .text(LABEL_IT, "Italian")
          .text(MEANING_EN, "English")
          .text(MEANING_IT, "Italian")
          .build();

  private DimMoment() {}
}
