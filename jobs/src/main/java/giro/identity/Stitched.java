package giro.identity;

import java.io.Serializable;

/**
 * What assigning touches to persons needs besides the identities.
 *
 * @param linkKeys the identifiers of a touch that may link
 * @param apart keys of values that join nobody: over their cap, or held
 * @param crowds keys of values where a login does not reach far
 */
record Stitched(LinkKeys linkKeys, KeySet apart, KeySet crowds) implements Serializable {}
