package giro.model.table;

/**
 * What every hash becomes at a change of the privacy key. Set aside for the length of that run and
 * never a table: who has it could follow an identifier from one key to the next.
 */
public final class NewHashes {
  /** The keyed hash, or the mark of a masked text, as it is stored. */
  public static final String FORMER = "former_hash";

  /** The same under the key in use. */
  public static final String HASH = "new_hash";

  private NewHashes() {}
}
