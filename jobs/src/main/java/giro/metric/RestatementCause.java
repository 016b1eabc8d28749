package giro.metric;

import java.util.Locale;

/** Why a lap counts otherwise than the night before; of several the first holds. */
public enum RestatementCause {
  /** Its person was erased. */
  ERASURE,
  /** Its person took consent back. */
  CONSENT,
  /** Other settings, other rules of the same version, or another version of the program. */
  CONFIGURATION,
  /** Other moment rules under a new version. */
  RULE_VERSION,
  /** A split or merge of a person that somebody linked or unlinked by hand. */
  MANUAL_LINK_RULE,
  /** Touches of before left the person, or the person came out of another. */
  SPLIT,
  /** Touches of before came to the person, or the person went into another. */
  MERGE,
  /** A stored touch gave way to a better copy. */
  DUPLICATE,
  /** A touch landed that had occurred by the end of the night before. */
  LATE_TOUCH,
  /** A touch that occurred since. */
  NEW_TOUCH,
  /** Time passed. */
  MATURING;

  /** As the published table names it. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
