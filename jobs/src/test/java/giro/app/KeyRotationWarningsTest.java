package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.ingest.RekeyTouches.Rekeyed;
import org.junit.jupiter.api.Test;

class KeyRotationWarningsTest {

  @Test
  void nothingIsSaidOfAKeyThatCoversEverything() {
    assertThat(KeyRotation.warnings(new Rekeyed(1_200, 0, null), 1, 2)).isEmpty();
  }

  @Test
  void whatIsLeftBehindIsCountedInOneSentence() {
    assertThat(KeyRotation.warnings(new Rekeyed(1_200, 34, null), 1, 2))
        .singleElement()
        .asString()
        .startsWith("34 of 1,234 stored touches keep hashes of a former privacy key")
        .containsOnlyOnce(".");
  }

  @Test
  void aLowerKeyIdMayBeAMistake() {
    assertThat(KeyRotation.warnings(new Rekeyed(1, 0, null), 3, 1))
        .singleElement()
        .asString()
        .startsWith("privacy.key-id went back from 3 to 1");
  }
}
