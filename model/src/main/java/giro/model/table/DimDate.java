package giro.model.table;

/** Days, with labels. */
public final class DimDate {
  public static final String NAME = "dim_date";
  public static final String DATE = "date";
  public static final String MONTH_START = "month_start";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String MONTH = "month";
  public static final String MONTH_NAME_EN = "month_name_en";
  public static final String MONTH_NAME_IT = "month_name_it";
  public static final String ISO_WEEK = "iso_week";
  public static final String DAY_OF_WEEK = "day_of_week";
  public static final String DAY_NAME_EN = "day_name_en";
  public static final String DAY_NAME_IT = "day_name_it";
  public static final String IS_WEEKEND = "is_weekend";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "day")
          .key(DATE)
          .column(DATE, "date", "day")
          .column(MONTH_START, "date", "first day of its month: joins cohort_month")
          .column(YEAR, "int", "year")
          .column(QUARTER, "int", "1 to 4")
          .column(MONTH, "int", "1 to 12")
          .text(MONTH_NAME_EN, "English")
          .text(MONTH_NAME_IT, "Italian")
          .column(ISO_WEEK, "int", "ISO week")
          .column(DAY_OF_WEEK, "int", "1 Monday to 7 Sunday")
          .text(DAY_NAME_EN, "English")
          .text(DAY_NAME_IT, "Italian")
          .flag(IS_WEEKEND, "Saturday or Sunday")
          .build();

  private DimDate() {}
}
