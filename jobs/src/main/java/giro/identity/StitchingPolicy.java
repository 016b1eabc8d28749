package giro.identity;

/** Ways to make persons of touches, from the most careful to the most credulous. */
public enum StitchingPolicy {
  /** A touch belongs to its strongest identifier. */
  NONE,
  /** A touch that does not say who it is belongs to the last login on its browser or device. */
  LAST,
  /** Links, caps, held ties and the nearest login: what Giro publishes. */
  SPLIT,
  /** Every link, no caps, nothing held. */
  FULL;

  /** Its name in {@code stitching_sensitivity}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
