package giro.model.measure;

/** Finds the deepest, then earliest assignment of touches to steps for one opening touch. */
interface AttemptSearch {
  /**
   * Searches the attempt that the touch at {@code opener} opens by filling {@code entry}.
   *
   * @param places receives per step the place of its touch, or -1
   * @return how many required steps it fills
   */
  int search(int opener, int entry, int[] places);

  /**
   * The place of the touch that ended the attempt found last, for the modes in which a touch can,
   * or -1.
   */
  int endedAt();
}
