package giro.ingest;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What may come in and how.
 *
 * @param sources every declared source, by name
 * @param earliest a touch that says it occurred before this UTC day is rejected
 * @param future a touch later than its landing date by more than this is rejected
 * @param maxFieldBytes a longer text field rejects its row
 * @param markets the markets that differ from the rule, by code; a market not named here reads
 *     phones by its own code and does not use the check digit
 * @param blocked per configured identifier kind, patterns (on the normal form, found anywhere
 *     unless anchored) of values that identify nobody; a kind without any has an empty list, a kind
 *     that is no key here is unknown. They are judged here since raw values are gone afterwards
 */
public record IngestSettings(
    List<SourceSettings> sources,
    LocalDate earliest,
    Duration future,
    int maxFieldBytes,
    Map<String, MarketSettings> markets,
    Map<String, List<String>> blocked)
    implements java.io.Serializable {

  public IngestSettings {
    sources = List.copyOf(sources);
    markets = Map.copyOf(markets);
    blocked = Map.copyOf(blocked);
  }

  /** The settings of a market: its own, else the rule. Never null. */
  public MarketSettings market(String code) {
    MarketSettings own = markets.get(code);
    return own == null ? new MarketSettings(code, code, false) : own;
  }
}
