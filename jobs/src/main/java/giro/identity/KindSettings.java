package giro.identity;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How far one kind of identifier is trusted.
 *
 * @param kind login, email, phone, crm_id, vin, handle, device, cookie, household or a user's own
 * @param links false for a kind that groups persons without ever making them one
 * @param priority 1 is the strongest; ties go by the kind's name
 * @param caps per other kind, how many of its values one value may link before it counts as shared
 * @param lookback a value not seen for this long links no further
 * @param blocked patterns of values that identify nobody
 * @param shared what becomes of a shared value's touches: split, last or drop
 * @param onePerPerson true where a person normally has one value of this kind, so that two of them
 *     speak for two persons
 * @param authenticates true where a touch with this kind says who is using a shared value
 */
public record KindSettings(
    String kind,
    boolean links,
    int priority,
    Map<String, Integer> caps,
    Duration lookback,
    List<String> blocked,
    String shared,
    boolean onePerPerson,
    boolean authenticates) {

  public KindSettings {
    caps = Map.copyOf(caps);
    blocked = List.copyOf(blocked);
  }

  /** The same kind without caps, and trusted for ever. */
  KindSettings withoutLimits() {
    return new KindSettings(
        kind,
        links,
        priority,
        Map.of(),
        Duration.ofDays(100_000),
        blocked,
        shared,
        onePerPerson,
        authenticates);
  }
}
