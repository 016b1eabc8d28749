package giro.app;

import giro.config.GiroSettings;
import giro.lake.InFlight;
import giro.lake.Lake;
import giro.lake.LakeFiles;
import giro.lake.LakeLayout;
import giro.lake.LakeLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/**
 * The lake for a command that is no night: under its lock, with a run that died before undone, else
 * the next night would undo what the command does with the rest.
 */
final class LockedLake implements AutoCloseable {
  private final SparkSession spark;
  private final Lake lake;
  private final InFlight inFlight;
  private final LakeLock lock;

  private LockedLake(SparkSession spark, Lake lake, InFlight inFlight, LakeLock lock) {
    this.spark = spark;
    this.lake = lake;
    this.inFlight = inFlight;
    this.lock = lock;
  }

  /**
   * @param who is named to those who find the lake locked
   */
  static LockedLake take(SparkSession spark, GiroSettings settings, String who) {
    Lake lake = new Lake(spark, settings.lake());
    LakeFiles files = new LakeFiles(spark.sessionState().newHadoopConf());
    try {
      LockedLake locked =
          new LockedLake(
              spark, lake, new InFlight(lake, files), LakeLock.take(files, lake.root(), who));
      locked.inFlight.recover();
      return locked;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses a lake of a newer Giro, for commands that only read. */
  static void checkLayout(SparkSession spark, GiroSettings settings) {
    try {
      LakeLayout.check(new LakeFiles(spark.sessionState().newHadoopConf()), settings.lake());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Lake lake() {
    return lake;
  }

  /** The latest night that was run; a mistake of usage where none was. */
  LocalDate latestNight() {
    return latestNight(spark, lake);
  }

  /** As above, on a lake that nobody locked. */
  static LocalDate latestNight(SparkSession spark, Lake lake) {
    return new Ledger(spark, lake)
        .latestNight()
        .orElseThrow(
            () ->
                UserError.usage(
                    "No night was run on the lake " + lake.root() + " yet; run one first."));
  }

  /** Changes several tables so that all of them change or, should it die, none. */
  <T> T changing(java.util.function.Supplier<T> change) {
    try {
      inFlight.begin();
      T answer = change.get();
      inFlight.end();
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
