package giro.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;
import org.junit.jupiter.api.Test;

/** A store that is away for a while, and one that says no. */
class ReachStoreTest {
  private static int asked;
  private static int silent;
  private static IOException answer;

  @Test
  void aStoreThatIsStartingIsWaitedFor() {
    given(2, new ConnectException("Connection refused"));
    assertThatCode(this::check).doesNotThrowAnyException();
    assertThat(asked).isEqualTo(3);
  }

  @Test
  void aStoreThatStaysAwayIsAskedSoManyTimes() {
    given(99, new ConnectException("Connection refused"));
    assertThatThrownBy(this::check).hasMessage("Connection refused");
    assertThat(asked).isEqualTo(3);
  }

  @Test
  void aStoreThatSaysNoIsAskedOnce() {
    given(99, new IOException("Permission denied"));
    assertThatThrownBy(this::check).hasMessage("Permission denied");
    assertThat(asked).isEqualTo(1);
    given(99, new IOException("No space left on device"));
    assertThatThrownBy(this::check).hasMessage("No space left on device");
    assertThat(asked).isEqualTo(1);
  }

  private static void given(int timesSilent, IOException said) {
    asked = 0;
    silent = timesSilent;
    answer = said;
  }

  private void check() throws IOException {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.s3a.impl", Distant.class.getName());
    hadoop.set("fs.s3a.impl.disable.cache", "true");
    new ReachStore(new LakeFiles(hadoop), new StoreSettings(3, Duration.ofMillis(1)))
        .check("s3a://bucket/lake");
  }

  /** A store elsewhere that takes everything, once it answers. */
  public static final class Distant extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("s3a://bucket");
    }

    @Override
    public boolean mkdirs(Path path) {
      return true;
    }

    @Override
    public FSDataOutputStream create(
        Path path, boolean overwrite, int buffer, short copies, long block, Progressable progress)
        throws IOException {
      asked++;
      if (asked <= silent) {
        throw answer;
      }
      return new FSDataOutputStream(OutputStream.nullOutputStream(), null);
    }

    @Override
    @SuppressWarnings("checkstyle:ParameterNumber")
    public FSDataOutputStream create(
        Path path,
        org.apache.hadoop.fs.permission.FsPermission permission,
        boolean overwrite,
        int buffer,
        short copies,
        long block,
        Progressable progress)
        throws IOException {
      return create(path, overwrite, buffer, copies, block, progress);
    }

    @Override
    public boolean delete(Path path, boolean recursive) {
      return true;
    }
  }
}
