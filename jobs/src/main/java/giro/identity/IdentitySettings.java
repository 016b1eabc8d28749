package giro.identity;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How touches become persons.
 *
 * @param kinds every kind of identifier, strongest first
 * @param splitWithin a shared value's touch goes to a person authenticated at most this far from it
 *     in time
 * @param crowds where it goes less far
 * @param bridges when a tie between two persons is held
 * @param linksInMemory a graph of more links is not solved in one task; 0 for as many as fit
 * @param bots a Spark SQL condition on the touch; where it holds the touch belongs to nobody
 */
public record IdentitySettings(
    List<KindSettings> kinds,
    Duration splitWithin,
    CrowdSettings crowds,
    BridgeSettings bridges,
    long linksInMemory,
    String bots) {

  /** So many kinds may be said to be one per person. */
  public static final int MOST_ONE_PER_PERSON = 3;

  public IdentitySettings {
    kinds = List.copyOf(kinds);
  }

  /** Without crowds. */
  public IdentitySettings(
      List<KindSettings> kinds,
      Duration splitWithin,
      BridgeSettings bridges,
      long linksInMemory,
      String bots) {
    this(kinds, splitWithin, CrowdSettings.NONE, bridges, linksInMemory, bots);
  }

  /** Kinds that say who is using a shared value. */
  public Set<String> authenticating() {
    return kinds.stream()
        .filter(KindSettings::authenticates)
        .map(KindSettings::kind)
        .collect(Collectors.toSet());
  }

  /** Without caps and look-backs, and with nothing held: every link joins. */
  IdentitySettings withoutLimits() {
    List<KindSettings> unlimited = kinds.stream().map(KindSettings::withoutLimits).toList();
    return new IdentitySettings(
        unlimited, splitWithin, new BridgeSettings(0, 0, 0), linksInMemory, bots);
  }
}
