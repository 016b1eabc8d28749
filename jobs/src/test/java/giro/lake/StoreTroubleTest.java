package giro.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class StoreTroubleTest {
  @Test
  void aStoreThatDoesNotAnswerMayDoSoLater() {
    Exception refused =
        new RuntimeException(
            "task failed", new IOException("put", new ConnectException("refused")));
    assertThat(StoreTrouble.in(refused))
        .contains(new StoreTrouble(false, "it does not answer (refused); run again when it does"));
    assertThat(StoreTrouble.in(new SocketTimeoutException("read timed out")))
        .hasValueSatisfying(trouble -> assertThat(trouble.isSettings()).isFalse());
    assertThat(StoreTrouble.in(new IOException(new UnknownHostException("store.example"))))
        .hasValueSatisfying(
            trouble -> assertThat(trouble.reason()).contains("unknown host store.example"));
  }

  @Test
  void aPlaceThatNoJarKnowsIsAMatterOfSettings() {
    for (String place : new String[] {"s3a://bucket/lake", "nothing://bucket/lake"}) {
      Throwable error = catchThrowable(() -> new LakeFiles(new Configuration()).probe(place));
      assertThat(StoreTrouble.in(error))
          .as(place)
          .hasValueSatisfying(
              trouble -> {
                assertThat(trouble.isSettings()).isTrue();
                assertThat(trouble.reason()).contains("GIRO_EXTRA_JARS");
              });
    }
  }

  @Test
  void otherErrorsAreNoTroubleOfAStore() {
    assertThat(StoreTrouble.in(new FileNotFoundException("gone"))).isEmpty();
    assertThat(StoreTrouble.in(new IllegalStateException("bug", new ClassNotFoundException("x.Y"))))
        .isEmpty();
  }
}
