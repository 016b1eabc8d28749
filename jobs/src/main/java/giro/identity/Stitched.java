package giro.identity;

import java.io.Serializable;

/**
 * What assigning touches to persons needs besides the identities.
 *
 * @param linkKeys the identifiers of a touch that may link
 * @param apart keys of values that join nobody: over their cap, or held
 */
record Stitched(LinkKeys linkKeys, KeySet apart) implements Serializable {}
