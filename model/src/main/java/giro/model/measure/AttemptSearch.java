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

  /** The place of the touch that ends an attempt found, in the modes in which one can; else -1. */
  int endOf(int[] places);
}
