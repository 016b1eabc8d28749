package giro.model.table;

/**
 * How many rows of people who were forgotten a landing file may hold. After a change of the privacy
 * key their identifiers are found in these rows, and in no file that has more of them.
 */
public final class ForgottenRows {
  public static final String NAME = "forgotten_rows";
  public static final String LANDING_FILE = "landing_file";
  public static final String ROWS = "rows";
  public static final String RECEIPT_ID = "receipt_id";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one landing file and erasure")
          .key(LANDING_FILE, RECEIPT_ID)
          .text(LANDING_FILE, "path below the landing zone")
          .count(ROWS, "rows that carry a suppressed identifier, and touches erased, at most")
          .text(RECEIPT_ID, "receipt of the erasure")
          .build();

  private ForgottenRows() {}
}
