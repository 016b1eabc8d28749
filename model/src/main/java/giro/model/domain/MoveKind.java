package giro.model.domain;

/** The kind of a move between neighbouring moment touches of a lap. */
public enum MoveKind {
  /** Arrival at a person's first moment touch, from START. */
  ENTRY,
  /** The same moment again. */
  SELF,
  /** To a later moment of the circle. */
  FORWARD,
  /** To an earlier moment of the circle. */
  BACKWARD,
  /** Arrival in a later lap, from the person's latest moment touch before it. */
  RETURN,
  /** The lap has ended. */
  EXIT,
  /** The lap has not ended yet. */
  OPEN;

  /** The name used in tables: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
