package giro.ingest;

import java.util.Optional;

/**
 * Brings an identifier that somebody names on the command line to the hash the lake knows it by.
 */
public final class HashIdentifier {
  private final IdentifierForms forms;
  private final KeyedHash hash;

  public HashIdentifier(IngestSettings ingest, PrivacySettings privacy) {
    this.forms = new IdentifierForms(ingest);
    this.hash = new KeyedHash(privacy.key());
  }

  /** A kind and the keyed hash of a value of it. */
  public record Hashed(String kind, String hash) {}

  /** A text without what looks like an e-mail, a telephone number or a VIN; null stays null. */
  public String masked(String text) {
    return new Masking(hash).mask(text);
  }

  /**
   * @param named {@code KIND:VALUE}; a phone number with its country
   * @return empty where there is no kind, or the value fails the kind's form or identifies nobody
   */
  public Optional<Hashed> of(String named) {
    int colon = named.indexOf(':');
    if (colon <= 0) {
      return Optional.empty();
    }
    String kind = named.substring(0, colon).strip();
    String form = forms.normal(kind, named.substring(colon + 1), null);
    return form == null ? Optional.empty() : Optional.of(new Hashed(kind, hash.of(kind, form)));
  }
}
