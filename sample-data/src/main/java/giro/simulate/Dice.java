package giro.simulate;

/**
 * A small seeded source of chance (SplitMix64: Steele, Lea, Flood 2014), with the distributions a
 * life needs. One per person and purpose, so that persons can be lived in any order.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** The stream of a person for a purpose; the same three numbers give the same stream. */
  static Dice of(long seed, long person, long purpose) {
    return new Dice(mix(seed + GOLDEN * mix(person * 0x632BE59BD9B4E019L + purpose)));
  }

  /** Scrambles 64 bits, one to one. */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  double next() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return next() < probability;
  }

  double between(double low, double high) {
    return low + (high - low) * next();
  }

  /** Uniform in 0 .. bound-1. */
  int below(int bound) {
    return (int) (next() * bound);
  }

  double exponential(double mean) {
    return -mean * Math.log1p(-next());
  }

  /** At least 1, geometric with the mean given. */
  int atLeastOne(double mean) {
    if (mean <= 1) {
      return 1;
    }
    return 1 + (int) (Math.log1p(-next()) / Math.log1p(-1 / mean));
  }

  /** Log-normal by its median and the standard deviation of its logarithm. */
  double logNormal(double median, double sigma) {
    double u = Math.sqrt(-2 * Math.log1p(-next()));
    return median * Math.exp(sigma * u * Math.cos(2 * Math.PI * next()));
  }

  /** The index of the first cumulative weight above the throw; the last weight is 1. */
  int pick(double[] cumulative) {
    double thrown = next();
    int i = 0;
    while (i < cumulative.length - 1 && thrown >= cumulative[i]) {
      i++;
    }
    return i;
  }
}
