package giro.model.table;

/** Why rows were rejected. */
public final class RejectedReasons {
  public static final String NAME = "rejected_reasons";
  public static final String LANDING_DATE = "landing_date";
  public static final String SOURCE = "source";
  public static final String REASON = "reason";
  public static final String IS_ROW = "is_row";
  public static final String REJECTED = "rejected";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "landing night, source and reason")
          .key(LANDING_DATE, SOURCE, REASON)
          .column(LANDING_DATE, "date", "night")
          .text(SOURCE, "source")
          .text(REASON, "short code")
          .flag(IS_ROW, "false for whole files")
          .count(REJECTED, "rows or files")
          .build();

  private RejectedReasons() {}
}
