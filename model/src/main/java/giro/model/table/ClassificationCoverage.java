package giro.model.table;

/** What the rules made of each kind of touch: what no rule matched stays visible. */
public final class ClassificationCoverage {
  public static final String NAME = "classification_coverage";
  public static final String SOURCE = "source";
  public static final String EVENT_TYPE = "event_type";
  public static final String TOUCHES = "touches";
  public static final String STIMULUS = "stimulus";
  public static final String ZMOT = "zmot";
  public static final String FMOT = "fmot";
  public static final String SMOT = "smot";
  public static final String UMOT = "umot";
  public static final String NONE = "none";
  public static final String UNCLASSIFIED = "unclassified";
  public static final String UNCLASSIFIED_SHARE = "unclassified_share";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "source and event type")
          .key(SOURCE, EVENT_TYPE)
          .text(SOURCE, "source")
          .text(EVENT_TYPE, "event type")
          .count(TOUCHES, "touches of persons")
          .count(STIMULUS, "touches classified STIMULUS")
          .count(ZMOT, "touches classified ZMOT")
          .count(FMOT, "touches classified FMOT")
          .count(SMOT, "touches classified SMOT")
          .count(UMOT, "touches classified UMOT")
          .count(NONE, "touches classified NONE")
          .count(UNCLASSIFIED, "touches classified UNCLASSIFIED")
          .number(UNCLASSIFIED_SHARE, "unclassified / touches")
          .build();

  private ClassificationCoverage() {}
}
