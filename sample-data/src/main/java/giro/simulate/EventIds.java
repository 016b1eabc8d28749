package giro.simulate;

import java.util.HexFormat;

/**
 * Event ids that are unique and say nothing: a one-to-one scrambling of (person, number of the act)
 * in 48 bits, written as twelve hexadecimal digits behind the source's letter.
 */
final class EventIds {
  private static final long MASK = (1L << 48) - 1;
  private static final int ACT_BITS = 14;
  private static final HexFormat HEX = HexFormat.of();

  private final long salt;

  EventIds(long seed) {
    this.salt = Dice.mix(seed) & MASK;
  }

  /** The 48 bits of a person's act; persons below 2^34 and acts below 2^14 never meet. */
  long bits(long person, int act) {
    long z = ((person << ACT_BITS) | act) ^ salt;
    z = (z * 0x9E3779B97F4BL) & MASK;
    z ^= z >>> 25;
    z = (z * 0xD1342543DE83L) & MASK;
    return z ^ (z >>> 23);
  }

  static String text(Source source, long bits) {
    return source.idPrefix + HEX.toHexDigits(bits, 12);
  }
}
