package giro.identity;

/**
 * When a tie that alone would make one person of two is held.
 *
 * @param identifiers what each side must have at least; 0 holds nothing
 * @param touches a link seen on more touches than this is never held
 */
public record BridgeSettings(int identifiers, int touches) {}
