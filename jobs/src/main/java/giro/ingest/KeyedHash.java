package giro.ingest;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 of a kind and a normal form under the privacy key, cut to its first 128 bits (RFC
 * 2104 allows it; two of a billion values meet with a chance below 1e-20).
 */
final class KeyedHash {
  /** No kind is called so: kinds are plain names. */
  private static final String FINGERPRINT = "giro key fingerprint";

  private final Mac mac;

  KeyedHash(String key) {
    this(key.getBytes(StandardCharsets.UTF_8));
  }

  private KeyedHash(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA-256 is not to be had on this JVM", e);
    }
  }

  /** Hashes under a key of their own for one purpose, which only who knows this key can make. */
  KeyedHash derived(String purpose) {
    return new KeyedHash(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
  }

  /** Tells two keys apart and gives neither away. */
  String fingerprint() {
    return of(FINGERPRINT, "");
  }

  /** 32 hex digits. */
  String of(String kind, String normalForm) {
    mac.update(kind.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) '\n');
    byte[] hash = mac.doFinal(normalForm.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }
}
