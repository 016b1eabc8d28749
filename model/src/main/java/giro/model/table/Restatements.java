package giro.model.table;

/**
 * Why last night's numbers moved: additive counts of a cohort that are not what the night before
 * said, with the part of the change that each cause has. The parts of one figure and cohort sum to
 * new - old exactly; rates follow from the counts. No rows on the first night.
 */
public final class Restatements {
  public static final String NAME = "restatements";
  public static final String AS_OF = "as_of";
  public static final String PREVIOUS_AS_OF = "previous_as_of";
  public static final String TABLE = "table";
  public static final String FIGURE = "figure";
  public static final String COHORT = "cohort";
  public static final String CAUSE = "cause";
  public static final String OLD = "old";
  public static final String NEW = "new";
  public static final String CHANGE = "change";
  public static final String PERSONS = "persons";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "a count of a cohort that changed since the night before, and a cause")
          .key(TABLE, FIGURE, COHORT, CAUSE)
          .column(AS_OF, "date", "this night")
          .column(PREVIOUS_AS_OF, "date", "the night it is compared with: the latest earlier one")
          .text(TABLE, "moment_conversion, moment_dropoff, circle_summary or headline")
          .text(
              FIGURE,
              "a count over all markets and models: of moment_conversion FROM-TO COUNT, such as"
                  + " ZMOT-FMOT converted, with COUNT one of entered, converted, lost, open and"
                  + " dropped; of moment_dropoff laps, converted, lost, open or dropped, over all"
                  + " places; of circle_summary laps; of headline laps, acquisitions or return_laps")
          .column(
              COHORT,
              "date",
              "cohort month: of the from touch of a pair, else of the lap's opening (the headline's"
                  + " counts are those of all cohorts together)")
          .text(
              CAUSE,
              "the first that is true of a lap: erasure, consent, configuration, rule version,"
                  + " manual link rule, split, merge, duplicate, late touch, new touch, maturing")
          .count(OLD, "the figure on previous_as_of; the same on every cause of it")
          .count(NEW, "the figure on as_of; the same on every cause of it")
          .count(CHANGE, "the part of new - old that the cause has; may be negative")
          .count(
              PERSONS,
              "the fewest persons behind the change, the old or the new cell; counts of one pair or"
                  + " place, cohort and cause have it in common")
          .withholding()
          .build();

  private Restatements() {}
}
