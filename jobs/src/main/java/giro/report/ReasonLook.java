package giro.report;

import java.util.List;

/**
 * How a reason for which the line sees a person or not looks: one colour and one short word. All
 * buyers that the line has not seen share a colour.
 *
 * @param place in the order in which reasons are looked for
 * @param isAcquired true for persons who acquired
 * @param isSeen true for those whom the line sees arrive
 */
record ReasonLook(
    int place, String reason, String english, String color, boolean isAcquired, boolean isSeen) {
  private static final String UNSEEN = "#c67d16";

  private static final List<ReasonLook> KNOWN =
      List.of(
          bought(0, "acquired_along_the_line", "Acquired along the line"),
          bought(1, "acquired_entering_elsewhere", "Acquired, entered later"),
          bought(2, "acquired_without_convert", "Acquired, never a lead"),
          bought(3, "acquired_otherwise", "Acquired in other order"),
          open(4, "still_open", "Still under way", "#7a828c"),
          open(5, "bought_elsewhere", "Bought elsewhere", "#8e4aa0"),
          open(6, "returned_later", "Left and came back", "#3a6db5"),
          open(7, "went_back", "Went back a moment", MomentLook.RED),
          open(8, "gone", "Gone without a word", "#a9b0b8"));

  private static ReasonLook bought(int place, String reason, String english) {
    boolean isSeen = place == 0;
    String color = isSeen ? "#5b6b7d" : UNSEEN;
    return new ReasonLook(place, reason, english, color, true, isSeen);
  }

  private static ReasonLook open(int place, String reason, String english, String color) {
    return new ReasonLook(place, reason, english, color, false, false);
  }

  /** A reason that this page does not know yet is shown by its own name. */
  static ReasonLook of(String reason) {
    return KNOWN.stream()
        .filter(look -> look.reason().equals(reason))
        .findFirst()
        .orElseGet(() -> open(KNOWN.size(), reason, reason, "#7a828c"));
  }
}
