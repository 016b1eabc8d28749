package giro.identity;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What assigning touches to persons needs besides the identities: which keys are over their cap.
 *
 * @param linkKeys the identifiers of a touch that may link
 * @param sharedKeys sorted keys of values that join nobody
 */
record Stitched(LinkKeys linkKeys, long[] sharedKeys) implements Serializable {
  boolean isShared(long key) {
    return sharedKeys.length > 0 && Arrays.binarySearch(sharedKeys, key) >= 0;
  }
}
