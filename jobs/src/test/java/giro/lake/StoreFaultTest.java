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

class StoreFaultTest {
  @Test
  void aStoreThatDoesNotAnswerIsTold() {
    Exception refused =
        new RuntimeException(
            "task failed", new IOException("put", new ConnectException("refused")));
    assertThat(StoreFault.of(refused)).contains(StoreFault.UNREACHABLE);
    assertThat(StoreFault.words(refused)).isEqualTo("refused");
    assertThat(StoreFault.of(new SocketTimeoutException("read timed out")))
        .contains(StoreFault.UNREACHABLE);
    Exception unknown = new IOException(new UnknownHostException("store.example"));
    assertThat(StoreFault.of(unknown)).contains(StoreFault.UNREACHABLE);
    assertThat(StoreFault.words(unknown)).contains("store.example");
  }

  @Test
  void aPlaceThatNoJarKnowsIsTold() {
    for (String place : new String[] {"s3a://bucket/lake", "nothing://bucket/lake"}) {
      Throwable error = catchThrowable(() -> new LakeFiles(new Configuration()).probe(place));
      assertThat(StoreFault.of(error)).as(place).contains(StoreFault.NO_CLIENT);
      assertThat(StoreFault.words(error)).as(place).containsIgnoringCase("filesystem");
    }
  }

  @Test
  void otherErrorsAreOfAnotherKind() {
    assertThat(StoreFault.of(new FileNotFoundException("gone"))).contains(StoreFault.BROKEN);
    assertThat(StoreFault.of(new IllegalStateException("bug", new ClassNotFoundException("x.Y"))))
        .isEmpty();
  }
}
