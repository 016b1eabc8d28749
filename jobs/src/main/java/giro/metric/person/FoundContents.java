package giro.metric.person;

import giro.metric.Packed;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;

/**
 * Contents and their readings as the pass over persons left them.
 *
 * @param byContent of each content id what was found of it, packed
 * @param unread by stratum, followed research laps without a reading before the first FMOT, and
 *     those of them with a lead; as many as there are kinds of laps, markets and models
 */
public record FoundContents(
    JavaPairRDD<String, Iterable<byte[]>> byContent, Map<String, long[]> unread) {
  private static final int CONTENT = 1;
  private static final int READING = 2;

  /** A content or a reading of it; the other is null. */
  public record Found(PublishedContent content, ContentReading reading) {}

  static byte[] packed(PublishedContent content) {
    return Packed.of(
        out -> {
          out.writeByte(CONTENT);
          content.write(out);
        });
  }

  static byte[] packed(ContentReading reading) {
    return Packed.of(
        out -> {
          out.writeByte(READING);
          reading.write(out);
        });
  }

  /** What a byte array holds. */
  public static Found unpacked(byte[] packed) {
    return Packed.read(
        packed,
        in ->
            in.readByte() == CONTENT
                ? new Found(PublishedContent.read(in), null)
                : new Found(null, ContentReading.read(in)));
  }
}
