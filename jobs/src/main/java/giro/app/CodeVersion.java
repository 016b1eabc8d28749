package giro.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The program's version, as the build wrote it. */
final class CodeVersion {
  private CodeVersion() {}

  static String get() {
    Properties properties = new Properties();
    try (InputStream in = CodeVersion.class.getResourceAsStream("/giro/version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("The build left out giro/version.properties", e);
    }
    return properties.getProperty("version");
  }
}
