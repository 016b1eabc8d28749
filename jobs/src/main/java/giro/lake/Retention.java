package giro.lake;

import java.time.Duration;
import java.util.Optional;

/**
 * What gets too old to be kept; empty keeps it for ever.
 *
 * @param touches touches that occurred longer before the end of the latest night
 * @param runs rows of the ledger whose night is longer before the latest night
 * @param snapshots published nights that are longer before the latest night
 * @param logs entries of the tables' own logs, by the clock; a table can be told as it was only as
 *     far back as these go
 */
public record Retention(
    Optional<Duration> touches,
    Optional<Duration> runs,
    Optional<Duration> snapshots,
    Duration logs) {}
