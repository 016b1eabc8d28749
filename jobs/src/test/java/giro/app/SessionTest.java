package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SessionTest {
  @Test
  void aClusterIsAskedForCoresNotCountedBeforeItsExecutorsCome() {
    assertThat(Session.asksFor(new SparkConf(false))).as("nothing said").isEmpty();
    assertThat(Session.asksFor(new SparkConf(false).set("spark.cores.max", "32"))).hasValue(32);
    SparkConf executors = new SparkConf(false).set("spark.executor.instances", "4");
    assertThat(Session.asksFor(executors)).as("of one core each").hasValue(4);
    assertThat(Session.asksFor(executors.set("spark.executor.cores", "4"))).hasValue(16);
  }
}
