package giro.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A short name for the settings that give figures their meaning: two runs with the same one may be
 * compared. Keys are sorted, so their order in a file does not matter.
 */
final class Fingerprint {

  /** Secrets, and what changes where or how fast figures arise but not what they say. */
  private static final List<String> LEFT_OUT =
      List.of(
          "privacy.key",
          "privacy.demo-key",
          "landing",
          "lake",
          "bi",
          "report",
          "spark",
          "store",
          "retention",
          "publish.keep-runs");

  /** What makes laps of stored touches, apart from the rules. */
  private static final List<String> OF_LAPS =
      List.of("privacy.require-consent", "privacy.consent-default", "identity", "laps");

  /** Settings that name a file of this machine. */
  private static final List<String> FILES = List.of("metrics.attribution.spend");

  private Fingerprint() {}

  /** SHA-256 in hex over the resolved settings under {@code giro}. */
  static String of(Config giro) {
    Config told = giro;
    for (String path : LEFT_OUT) {
      told = told.withoutPath(path);
    }
    return hash(withContent(told));
  }

  /** A file means what it holds: under its name it may hold something else tomorrow. */
  private static Config withContent(Config giro) {
    Config told = giro;
    for (String path : FILES) {
      if (told.hasPath(path)) {
        told = told.withValue(path, ConfigValueFactory.fromAnyRef(content(told.getString(path))));
      }
    }
    return told;
  }

  /** What a file holds, as a hash; its name where it cannot be read, which is said elsewhere. */
  private static String content(String file) {
    try {
      return sha256(Files.readAllBytes(Path.of(file)));
    } catch (IOException | InvalidPathException e) {
      return file;
    }
  }

  /** The parts of the settings that decide what a stored touch counts in. */
  static LapFingerprints ofLaps(Config giro) {
    return new LapFingerprints(
        hash(only(giro, OF_LAPS)),
        hash(only(giro, List.of("moments"))),
        hash(only(giro, List.of("conversion"))));
  }

  private static Config only(Config giro, List<String> paths) {
    Config only = ConfigFactory.empty();
    for (String path : paths) {
      only = giro.hasPath(path) ? only.withValue(path, giro.getValue(path)) : only;
    }
    return only;
  }

  private static String hash(Config told) {
    String text = told.root().render(ConfigRenderOptions.concise());
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
