package giro.config;

import giro.identity.IdentitySettings;
import giro.identity.KindSettings;
import giro.ingest.IngestSettings;
import giro.ingest.MarketSettings;
import giro.ingest.SourceSettings;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code giro.ingest}, {@code giro.markets}, {@code giro.sources} and {@code giro.schemas}. */
final class ReadIngest {

  private final Section giro;
  private final IdentitySettings identity;

  ReadIngest(Section giro, IdentitySettings identity) {
    this.giro = giro;
    this.identity = identity;
  }

  IngestSettings read() {
    Section ingest = giro.section("ingest");
    IngestSettings read =
        new IngestSettings(
            sources(ingest.texts("attributes")),
            day(ingest, "earliest"),
            ingest.duration("future"),
            ingest.integer("max-field-bytes", 1),
            markets(),
            blocked());
    ingest.close();
    return read;
  }

  private List<SourceSettings> sources(List<String> attributesOfAll) {
    ReadSource reading = new ReadSource(giro, attributesOfAll, blocked().keySet());
    List<SourceSettings> sources = new ArrayList<>();
    giro.sections("sources").forEach((name, section) -> sources.add(reading.read(name, section)));
    return sources;
  }

  private Map<String, List<String>> blocked() {
    Map<String, List<String>> blocked = new HashMap<>();
    for (KindSettings kind : identity.kinds()) {
      blocked.put(kind.kind(), kind.blocked());
    }
    return blocked;
  }

  private Map<String, MarketSettings> markets() {
    Map<String, MarketSettings> markets = new HashMap<>();
    giro.sections("markets")
        .forEach(
            (name, section) -> {
              String region = section.optionalText("phone-region").orElse(name);
              boolean checkDigit = section.optionalBool("vin-check-digit").orElse(false);
              markets.put(name, new MarketSettings(name, region, checkDigit));
              section.close();
            });
    return markets;
  }

  private static LocalDate day(Section section, String key) {
    String text = section.text(key);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      section.problem(key, "\"" + text + "\" is not a day; write it as 2000-01-31");
      return LocalDate.EPOCH;
    }
  }
}
