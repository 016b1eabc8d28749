package giro.model.table;

/** What each source brought each night, and what became of it. */
public final class SourceQuality {
  public static final String NAME = "source_quality";
  public static final String LANDING_DATE = "landing_date";
  public static final String SOURCE = "source";
  public static final String FILES = "files";
  public static final String UNREADABLE_FILES = "unreadable_files";
  public static final String ROWS_READ = "rows_read";
  public static final String ACCEPTED = "accepted";
  public static final String DUPLICATES = "duplicates";
  public static final String CONFLICTS = "conflicts";
  public static final String REJECTED = "rejected";
  public static final String LATE_TOUCHES = "late_touches";
  public static final String EARLY_TOUCHES = "early_touches";
  public static final String IS_MISSING = "is_missing";
  public static final String IS_REQUIRED = "is_required";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "landing night and source")
          .key(LANDING_DATE, SOURCE)
          .column(LANDING_DATE, "date", "night")
          .text(SOURCE, "source")
          .count(FILES, "landing files taken")
          .count(UNREADABLE_FILES, "files that could not be read to the end")
          .count(ROWS_READ, "rows found = accepted + duplicates + rejected")
          .count(ACCEPTED, "touches taken")
          .count(DUPLICATES, "copies of a touch already known")
          .count(CONFLICTS, "those of them that differed")
          .count(REJECTED, "rows rejected")
          .count(LATE_TOUCHES, "touches that landed later than the source's lateness allows")
          .count(EARLY_TOUCHES, "touches dated after their landing night: they wait")
          .flag(IS_MISSING, "the source brought no file that night")
          .flag(IS_REQUIRED, "the source must bring rows every night")
          .build();

  private SourceQuality() {}
}
