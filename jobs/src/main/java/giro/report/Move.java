package giro.report;

/**
 * One kind of move on the circle over all cohorts; counts are null where it is withheld.
 *
 * @param from a moment, or START
 * @param to a moment, EXIT or OPEN
 * @param kind entry, self, forward, backward, return, exit or open
 * @param touchMoves every move
 * @param lapMoves each move once per lap, so that heavy users do not rule the picture
 * @param lapMovesAfterAcquisition those of {@code lapMoves} in laps that had become ownership laps
 */
public record Move(
    String from,
    String to,
    String kind,
    Long touchMoves,
    Long lapMoves,
    Long lapMovesAfterAcquisition) {}
