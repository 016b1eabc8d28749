package giro.metric.person;

/**
 * What a contact is about: a case where the source numbers them, a topic.
 *
 * @param caseNumber null where the touch has none
 * @param topic null where the touch has none
 */
record Matter(String caseNumber, String topic) {

  static Matter of(Touch touch) {
    return new Matter(touch.attribute("case_id"), touch.topic);
  }

  /** False where nothing is said that another contact could be about too. */
  boolean isKnown() {
    return caseNumber != null || topic != null;
  }

  /** The same case; where one of them has none, the same topic. */
  boolean isSame(Matter other) {
    return caseNumber != null && other.caseNumber != null
        ? caseNumber.equals(other.caseNumber)
        : topic != null && topic.equals(other.topic);
  }
}
