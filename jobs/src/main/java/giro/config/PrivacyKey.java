package giro.config;

import giro.ingest.PrivacySettings;

/** What a privacy key must be. No message shows it. */
public final class PrivacyKey {

  private static final int SHORTEST_IN_PRODUCTION = 16;

  private PrivacyKey() {}

  static void check(Section privacy, String environment) {
    String key = privacy.words("key");
    privacy.optionalText("demo-key");
    if (!environment.equals("production")) {
      return;
    }
    String mend = "; give a secret of your own in the environment variable GIRO_PRIVACY_KEY";
    if (key.equals(demoKey())) {
      privacy.problem("key", "is the demo key, which production refuses" + mend);
    } else if (key.length() < SHORTEST_IN_PRODUCTION) {
      privacy.problem(
          "key", "is shorter than " + SHORTEST_IN_PRODUCTION + " characters in production" + mend);
    }
  }

  /** True where everybody can make the same hashes: the key is the one that Giro ships. */
  public static boolean isDemo(PrivacySettings privacy) {
    return privacy.key().equals(demoKey());
  }

  /** The shipped one, whatever a user's file says of it. */
  private static String demoKey() {
    return Layers.shipped().root().toConfig().resolve().getString("giro.privacy.demo-key");
  }
}
