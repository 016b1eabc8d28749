package giro.model.table;

/** What was not taken and why: never the content, so that nothing personal is kept by accident. */
public final class RejectedRows {
  public static final String NAME = "rejected";
  public static final String SOURCE = "source";
  public static final String LANDING_FILE = "landing_file";
  public static final String LANDING_DATE = "landing_date";
  public static final String POSITION = "position";
  public static final String LENGTH = "length";
  public static final String CHECKSUM = "checksum";
  public static final String REASON = "reason";
  public static final String DETAIL = "detail";
  public static final String FIELDS_PRESENT = "fields_present";
  public static final String IS_ROW = "is_row";
  public static final String RUN_ID = "run_id";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one landing row, or one file, that was not taken")
          .key(LANDING_FILE, POSITION, REASON)
          .text(SOURCE, "source of the folder")
          .text(LANDING_FILE, "path below the landing zone")
          .column(LANDING_DATE, "date", "folder date")
          .count(POSITION, "line or record in the file, from 1; 0 for the file itself")
          .count(LENGTH, "bytes or characters of the row; null when unknown")
          .text(CHECKSUM, "SHA-256 of the row or file")
          .text(REASON, "short code, such as missing_event_id")
          .text(DETAIL, "what was wrong, without any value of the row")
          .column(FIELDS_PRESENT, "array<string>", "names of the fields the row had")
          .flag(IS_ROW, "false for a file-level entry, which is not counted as a row read")
          .text(RUN_ID, "run that met it")
          .build();

  private RejectedRows() {}
}
