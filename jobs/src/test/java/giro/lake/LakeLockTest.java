package giro.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets into a lake, and which locks are dead. */
class LakeLockTest {
  private static final long OWN = ProcessHandle.current().pid();

  @TempDir private Path lake;
  private final LakeFiles files = new LakeFiles(new Configuration());
  private Path lock;

  @BeforeEach
  void aLake() throws IOException {
    lock = Files.createDirectories(lake.resolve("_giro")).resolve("lock");
  }

  @Test
  void oneRunAtATime() throws IOException {
    try (LakeLock held = take("first")) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> take("second"))
          .isInstanceOf(LakeLock.Held.class)
          .hasMessageContaining("run first")
          .hasMessageContaining("process " + OWN + " on this host");
    }
    assertThat(lock).doesNotExist();
    take("third").close();
    try (Stream<Path> left = Files.list(lock.getParent())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aLockWithoutAHolderIsDeadOnceNobodyCanBeWritingIt() throws IOException {
    for (String text : List.of("", "run x, proc", "run x, process many, host " + host())) {
      written(text, Duration.ofSeconds(5));
      assertThatThrownBy(() -> take("a")).as(text).isInstanceOf(LakeLock.Held.class);
      written(text, Duration.ofMinutes(2));
      take("a").close();
      assertThat(lock).as(text).doesNotExist();
    }
  }

  @Test
  void aProcessThatStartedAfterTheLockIsNotItsHolder() throws IOException {
    written("run x, process " + OWN + ", host " + host(), Duration.ofDays(1));
    take("a").close();
    assertThat(lock).doesNotExist();
  }

  @Test
  void aLockOfAnotherHostIsLeftAlone() throws IOException {
    written("run x, process 1, host elsewhere", Duration.ofDays(9));
    assertThatThrownBy(() -> take("a"))
        .isInstanceOf(LakeLock.Held.class)
        .hasMessageContaining("host elsewhere")
        .hasMessageContaining("delete _giro/lock");
    assertThat(lock).exists();
  }

  @Test
  void aRemovalThatWasCutOffDoesNotBlockForGood() throws IOException {
    written("", Duration.ofMinutes(2));
    Path claim = Files.writeString(lock.resolveSibling("lock.removal"), "");
    Files.setLastModifiedTime(claim, FileTime.from(Instant.now().minusSeconds(120)));
    take("a").close();
    assertThat(lock).doesNotExist();
    assertThat(claim).doesNotExist();
  }

  @Test
  void ofManyThatFindADeadLockOneGetsIn() throws Exception {
    int starters = 8;
    ExecutorService threads = Executors.newFixedThreadPool(starters);
    try {
      for (int round = 0; round < 50; round++) {
        written("", Duration.ofMinutes(2));
        CyclicBarrier together = new CyclicBarrier(starters);
        List<Callable<LakeLock>> starts = new ArrayList<>();
        for (int i = 0; i < starters; i++) {
          String run = "r" + i;
          starts.add(
              () -> {
                together.await();
                return take(run);
              });
        }
        List<LakeLock> in = new ArrayList<>();
        for (Future<LakeLock> start : threads.invokeAll(starts)) {
          try {
            in.add(start.get());
          } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(LakeLock.Held.class);
          }
        }
        assertThat(in).as("round %d", round).hasSize(1);
        in.get(0).close();
        assertThat(lock).doesNotExist();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private LakeLock take(String run) throws IOException {
    return LakeLock.take(files, lake.toString(), run);
  }

  private void written(String text, Duration ago) throws IOException {
    Files.writeString(lock, text);
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(ago)));
  }

  private static String host() throws IOException {
    return InetAddress.getLocalHost().getHostName();
  }
}
