package giro.model.table;

/** Which landing files were taken, by path, size and checksum. */
public final class LandingFiles {
  public static final String NAME = "landing_files";
  public static final String LANDING_FILE = "landing_file";
  public static final String SOURCE = "source";
  public static final String FOLDER_DATE = "folder_date";
  public static final String SIZE = "size";
  public static final String CHECKSUM = "checksum";
  public static final String MODIFIED_AT = "modified_at";
  public static final String ROWS_READ = "rows_read";
  public static final String ACCEPTED = "accepted";
  public static final String DUPLICATES = "duplicates";
  public static final String CONFLICTS = "conflicts";
  public static final String REJECTED = "rejected";
  public static final String STATE = "state";
  public static final String LANDING_DATE = "landing_date";
  public static final String RUN_ID = "run_id";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one landing file, taken once")
          .key(LANDING_FILE)
          .text(LANDING_FILE, "path below the landing zone")
          .text(SOURCE, "source of the folder")
          .column(FOLDER_DATE, "date", "date of the folder")
          .count(SIZE, "bytes")
          .text(CHECKSUM, "SHA-256 of the file")
          .at(MODIFIED_AT, "modification time when taken")
          .count(ROWS_READ, "rows found in it")
          .count(ACCEPTED, "touches first landed here")
          .count(DUPLICATES, "copies of a touch that landed before")
          .count(CONFLICTS, "those of them that differed")
          .count(REJECTED, "rows rejected")
          .text(STATE, "taken or unreadable")
          .column(LANDING_DATE, "date", "night it counts for")
          .text(RUN_ID, "run that took it")
          .build();

  private LandingFiles() {}
}
