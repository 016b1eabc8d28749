package giro.model.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A pair {@code from -> to} whose conversion is measured per lap, with its default windows in days.
 *
 * <p>Names are the configuration keys in lower case ({@code zmot-fmot}); table values are the
 * upper-case ends ({@code ZMOT}, {@code FMOT}).
 */
public enum ConversionPair {
  STIMULUS_ZMOT(Group.FORWARD, 7, 7),
  STIMULUS_FMOT(Group.FORWARD, 180, 90),
  STIMULUS_SMOT(Group.FORWARD, 180, 90),
  STIMULUS_UMOT(Group.FORWARD, 180, 90),
  ZMOT_FMOT(Group.FORWARD, 90, 45),
  ZMOT_SMOT(Group.FORWARD, 180, 90),
  ZMOT_UMOT(Group.FORWARD, 180, 90),
  FMOT_SMOT(Group.FORWARD, 360, 120),
  FMOT_UMOT(Group.FORWARD, 180, 90),
  SMOT_UMOT(Group.FORWARD, 90, 90),
  FMOT_ZMOT(Group.BACKWARD, 180, 90),
  SMOT_FMOT(Group.BACKWARD, 180, 90),
  UMOT_FMOT(Group.BACKWARD, 180, 90),
  UMOT_SMOT(Group.BACKWARD, 180, 90),
  SMOT_ZMOT(Group.RETURN, 1461, 1461),
  UMOT_ZMOT(Group.RETURN, 1461, 1461),
  OWNER_STIMULUS_ZMOT(Group.RETURN, 1461, 1461),
  OWNER_STIMULUS_FMOT(Group.RETURN, 1461, 1461),
  UMOT_ACQUISITION(Group.RETURN, 1461, 1461),
  ZMOT_ACQUISITION(Group.MILESTONE, 180, 90),
  FMOT_ACQUISITION(Group.MILESTONE, 90, 45),
  ACQUISITION_DELIVERY(Group.MILESTONE, 270, 30);

  /** What kind of progress a pair measures, which decides where its ends may stand. */
  public enum Group {
    /** Both ends in the same lap; STIMULUS only before the lap became an ownership lap. */
    FORWARD,
    /** Both ends in the same lap, before the lap became an ownership lap. */
    BACKWARD,
    /** The end stands in a later lap of the person; knows no loss. */
    RETURN,
    /** The end is a milestone of the same lap. */
    MILESTONE
  }

  /** The configured name of the milestone and the owner's stimulus, as tables show them. */
  public static final String ACQUISITION = "ACQUISITION";

  public static final String DELIVERY = "DELIVERY";
  public static final String OWNER_STIMULUS = "OWNER_STIMULUS";

  private final Group group;
  private final int daysNew;
  private final int daysUsed;

  ConversionPair(Group group, int daysNew, int daysUsed) {
    this.group = group;
    this.daysNew = daysNew;
    this.daysUsed = daysUsed;
  }

  public Group group() {
    return group;
  }

  /** Default window in days for new cars (unknown and demo count as new). */
  public int defaultDaysNew() {
    return daysNew;
  }

  /** Default window in days for used cars. */
  public int defaultDaysUsed() {
    return daysUsed;
  }

  /** STIMULUS, ZMOT, FMOT, SMOT, UMOT, OWNER_STIMULUS or ACQUISITION. */
  public String from() {
    return name().substring(0, name().lastIndexOf('_'));
  }

  /** ZMOT, FMOT, SMOT, UMOT, ACQUISITION or DELIVERY. */
  public String to() {
    return name().substring(name().lastIndexOf('_') + 1);
  }

  /** The configuration key, such as {@code zmot-fmot} or {@code owner_stimulus-zmot}. */
  public String key() {
    return (from() + "-" + to()).toLowerCase(Locale.ROOT);
  }

  /** True for the pairs whose window may not be longer than the inactivity gap. */
  public boolean isBoundByInactivity() {
    return group == Group.BACKWARD
        || this == STIMULUS_ZMOT
        || this == STIMULUS_FMOT
        || this == ZMOT_FMOT
        || this == ZMOT_ACQUISITION
        || this == FMOT_ACQUISITION;
  }

  /** The pair of a configuration key, if there is one. */
  public static Optional<ConversionPair> ofKey(String key) {
    return Arrays.stream(values()).filter(p -> p.key().equals(key)).findFirst();
  }
}
