package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

/** What an error means to the user, however it is wrapped. */
class FailureTest {
  @Test
  void aFullDiskDeepBelowIsSaidInOneSentenceThatMendsIt() {
    Failure failure =
        Failure.of(
            new SparkException(
                "Job aborted.",
                new ExecutionException(new IOException("No space left on device"))));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(failure.isOurs()).isFalse();
    assertThat(failure.message())
        .startsWith("There is no space left")
        .contains("Make room", "The next run undoes")
        .doesNotContain("\n");
  }

  @Test
  void aFullDiskOfAnExecutorIsKnownByItsWords() {
    Failure failure =
        Failure.of(
            new SparkException(
                "Job aborted due to stage failure: Task 1 in stage 7.0 failed 4 times: "
                    + "java.io.IOException: No space left on device\n\tat somewhere"));
    assertThat(failure.isOurs()).isFalse();
    assertThat(failure.message()).startsWith("There is no space left").doesNotContain("\tat");
  }

  @Test
  void aStoreThatDoesNotAnswerIsNotABug() {
    Failure failure =
        Failure.of(
            new IllegalStateException(
                new UncheckedIOException(new ConnectException("Connection refused"))));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(failure.message()).contains("did not answer", "Connection refused");
  }

  @Test
  void executorsThatAreLostAreSaidWithWhatToDo() {
    Failure failure =
        Failure.of(
            new SparkException(
                "Job aborted due to stage failure: ExecutorLostFailure (executor 3 exited)"));
    assertThat(failure.isOurs()).isFalse();
    assertThat(failure.message()).contains("lost the executors", "run again");
  }

  @Test
  void aBugStaysABug() {
    Failure failure = Failure.of(new SparkException("Job aborted.", new NullPointerException()));
    assertThat(failure.isOurs()).isTrue();
    assertThat(failure.message()).contains("bug of Giro");
  }
}
