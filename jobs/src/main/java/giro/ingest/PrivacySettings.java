package giro.ingest;

/**
 * How identifiers are hidden and whose touches may be used.
 *
 * @param key the secret of the keyed hash (HMAC-SHA-256); never logged, never printed
 * @param keyId the number stored beside each hash, so that a change of key can be told
 * @param requireConsent true where a touch without consent counts in source totals only
 * @param consentGrantedByDefault what a touch that says nothing about consent means
 */
public record PrivacySettings(
    String key, int keyId, boolean requireConsent, boolean consentGrantedByDefault) {

  /** Leaves the key out, so that no log line can show it. */
  @Override
  public String toString() {
    return "PrivacySettings[keyId="
        + keyId
        + ", requireConsent="
        + requireConsent
        + ", consentGrantedByDefault="
        + consentGrantedByDefault
        + "]";
  }
}
