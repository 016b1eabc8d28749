package giro.ingest;

/** Why a row or a file was not taken: short codes that stay the same over versions. */
final class Reasons {
  static final String ROW_TOO_LONG = "row_too_long";
  static final String BROKEN_UTF8 = "broken_utf8";
  static final String NOT_AN_OBJECT = "not_an_object";
  static final String MALFORMED_JSON = "malformed_json";
  static final String WRONG_COLUMN_COUNT = "wrong_column_count";
  static final String UNCLOSED_QUOTE = "unclosed_quote";
  static final String MISSING_HEADER_FILE = "missing_header_file";
  static final String UNREADABLE_FILE = "unreadable_file";
  static final String CHANGED_FILE = "changed_file";
  static final String UNREADABLE_VALUE = "unreadable_value";
  static final String MISSING_EVENT_ID = "missing_event_id";
  static final String MISSING_EVENT_TYPE = "missing_event_type";
  static final String MISSING_OCCURRED_AT = "missing_occurred_at";
  static final String BAD_OCCURRED_AT = "bad_occurred_at";
  static final String OCCURRED_TOO_EARLY = "occurred_too_early";
  static final String OCCURRED_TOO_LATE = "occurred_too_late";
  static final String MISSING_IDENTIFIERS = "missing_identifiers";
  static final String WRONG_TYPE = "wrong_type";
  static final String FIELD_TOO_LONG = "field_too_long";
  static final String FORGOTTEN = "forgotten";
  static final String BAD_NUMBER = "bad_number";
  static final String RESERVED_VALUE = "reserved_value";

  private Reasons() {}
}
