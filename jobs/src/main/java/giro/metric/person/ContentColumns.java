package giro.metric.person;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * What {@link GatherContents} finds, three kinds of rows in one: contents, readings, and laps
 * without a reading. Columns that a kind does not have are null.
 */
public final class ContentColumns {
  /** {@link #CONTENT}, {@link #READING} or {@link #UNREAD}. */
  public static final String FOUND = "found";

  /** Content of the person's own: one row a person and content. */
  public static final String CONTENT = "content";

  /** A ZMOT touch with a content: one row a person, lap and content, of the first such touch. */
  public static final String READING = "reading";

  /** Research laps without a reading before the first FMOT, counted by what they are like. */
  public static final String UNREAD = "unread";

  public static final String CONTENT_ID = "content_id";

  /** A number that stands for the author, or for the reader. */
  public static final String PERSON = "person";

  /** Of the publication, or of the first reading: microseconds since 1970 UTC. */
  public static final String AT = "at";

  /** End of the time that touch covers. */
  public static final String ENDS_AT = "ends_at";

  /** Of the publication, else the latest earlier in its lap, else {@code unknown}. */
  public static final String MARKET = "market";

  public static final String MODEL = "model";
  public static final String DEALER = "dealer";
  public static final String REACH = "reach";

  /** Month, market and model of the lap the content was published in. */
  public static final String COHORT_MONTH = "cohort_month";

  public static final String LAP_MARKET = "lap_market";
  public static final String LAP_MODEL = "lap_model";

  /** Laps of the author in the four cells of that cohort, as combinations are ordered. */
  public static final String AUTHOR_LAPS = "author_laps";

  public static final String LAP = "lap";

  /** First touch of the reader's lap, microseconds since 1970 UTC. */
  public static final String OPENED_AT = "opened_at";

  /** 2 for the content that the lap's first moment touch reads, 1 for others of that session. */
  public static final String ENTRY = "entry";

  /** Leads of the lap that came after the reading, within the window. */
  public static final String LEADS = "leads";

  /** Hours from the reading to the lap's acquisition within the window; null for none. */
  public static final String ACQUISITION_HOURS = "acquisition_hours";

  /** What a lap is like: laps of one stratum are compared. */
  public static final String STRATUM = "stratum";

  /** The reading came before the lap's first FMOT, and the lap was followed long enough. */
  public static final String IS_COMPARED = "is_compared";

  /** The lap has a lead within the window of its first ZMOT. */
  public static final String HAS_LEAD = "has_lead";

  /** Laps of the stratum, and those of them with a lead. */
  public static final String LAPS = "laps";

  public static final String LAPS_WITH_LEAD = "laps_with_lead";

  static final StructType SCHEMA =
      (StructType)
          DataType.fromDDL(
              "found string, content_id string, person bigint, at bigint, ends_at bigint,"
                  + " market string, model string, dealer string, reach bigint, cohort_month date,"
                  + " lap_market string, lap_model string, author_laps array<int>, lap int,"
                  + " opened_at bigint, entry int, leads int,"
                  + " acquisition_hours double, stratum string, is_compared boolean,"
                  + " has_lead boolean, laps bigint, laps_with_lead bigint");

  /** Stands between the parts of a stratum: a character of no value. */
  public static final char BETWEEN = (char) 1;

  private ContentColumns() {}
}
