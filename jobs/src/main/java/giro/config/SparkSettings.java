package giro.config;

import java.util.Map;

/**
 * The session the pipeline asks for.
 *
 * @param master the Spark master; empty leaves it to spark-submit
 * @param shufflePartitions 0 for as many as there are cores
 * @param rowsPerShare more touches than this are derived share by share
 * @param deriveAllUpTo a lake of no more touches is derived whole each night
 * @param tablesAtOnce how many published tables are computed side by side
 * @param conf passed on to the session as they are
 */
public record SparkSettings(
    String master,
    int shufflePartitions,
    long rowsPerShare,
    long deriveAllUpTo,
    int tablesAtOnce,
    Map<String, String> conf) {

  public SparkSettings {
    conf = Map.copyOf(conf);
  }
}
