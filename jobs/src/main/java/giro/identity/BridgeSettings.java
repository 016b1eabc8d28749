package giro.identity;

/**
 * When a tie that alone would make one person of two is held.
 *
 * @param identifiers what each side must have at least; 0 holds nothing
 * @param touches a link seen on more touches than this is never held
 * @param persons a value that says who is there, and that several may have all the same (an e-mail,
 *     a number), is held where it alone would make one of so many, or of two who each have another
 *     one; 0 never holds one
 */
public record BridgeSettings(int identifiers, int touches, int persons) {
  /** Two persons are enough for a value that says nothing about who is there. */
  static final int TWO = 2;
}
