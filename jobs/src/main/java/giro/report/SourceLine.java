package giro.report;

/**
 * What the figures rest on, for one source. A part is null where its table has no row for the
 * source.
 *
 * @param source its name
 * @param landing what landed in the last 30 nights
 * @param coverage what the rules made of its touches
 * @param stitching how many of its touches have a person
 */
public record SourceLine(String source, Landing landing, Coverage coverage, Stitching stitching) {

  /**
   * Rows of the last 30 nights: read = accepted + duplicates + rejected.
   *
   * @param isMissingLastNight true where it brought no file in the latest night
   * @param missingNights nights without a file, of the nights known
   */
  public record Landing(
      long rowsRead,
      long accepted,
      long duplicates,
      long rejected,
      long late,
      long missingNights,
      long nights,
      boolean isMissingLastNight) {

    Landing plus(Landing other) {
      return new Landing(
          rowsRead + other.rowsRead,
          accepted + other.accepted,
          duplicates + other.duplicates,
          rejected + other.rejected,
          late + other.late,
          missingNights + other.missingNights,
          nights + other.nights,
          isMissingLastNight || other.isMissingLastNight);
    }
  }

  /** Touches of persons, those declared to be no moment, and those that no rule matched. */
  public record Coverage(long touches, long none, long unclassified) {

    Coverage plus(Coverage other) {
      return new Coverage(
          touches + other.touches, none + other.none, unclassified + other.unclassified);
    }
  }

  /** Touches up to as_of: with a person, of unreachable shared values, without consent, bots. */
  public record Stitching(
      long touches, long stitched, long anonymous, long withoutConsent, long bots) {

    /** Touches that could have had a person: with consent and without bots. */
    long base() {
      return touches - withoutConsent - bots;
    }
  }
}
