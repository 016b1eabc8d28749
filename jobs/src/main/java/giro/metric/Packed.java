package giro.metric;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Values as bytes, to travel as one: Java's own serialisation of many small objects costs more than
 * what is done with them.
 */
public final class Packed {
  private static final int NULL = -1;

  private Packed() {}

  /** Writes values. */
  public interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  /**
   * Reads values, in the order they were written in.
   *
   * @param <T> what is made of them
   */
  public interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  public static byte[] of(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static <T> T read(byte[] packed, Reading<T> reading) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
      return reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text of any length, or null. */
  public static void text(DataOutputStream out, String text) throws IOException {
    if (text == null) {
      out.writeInt(NULL);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** What {@link #text(DataOutputStream, String)} wrote. */
  public static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == NULL ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  /** A number or null. */
  public static void number(DataOutputStream out, Double number) throws IOException {
    out.writeBoolean(number != null);
    out.writeDouble(number == null ? 0 : number);
  }

  /** What {@link #number(DataOutputStream, Double)} wrote. */
  public static Double number(DataInputStream in) throws IOException {
    boolean isThere = in.readBoolean();
    double number = in.readDouble();
    return isThere ? (Double) number : null;
  }

  /** A whole number or null. */
  public static void whole(DataOutputStream out, Long number) throws IOException {
    out.writeBoolean(number != null);
    out.writeLong(number == null ? 0 : number);
  }

  /** What {@link #whole(DataOutputStream, Long)} wrote. */
  public static Long whole(DataInputStream in) throws IOException {
    boolean isThere = in.readBoolean();
    long number = in.readLong();
    return isThere ? (Long) number : null;
  }

  public static void longs(DataOutputStream out, long[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (long number : numbers) {
      out.writeLong(number);
    }
  }

  /** What {@link #longs(DataOutputStream, long[])} wrote. */
  public static long[] longs(DataInputStream in) throws IOException {
    long[] numbers = new long[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readLong();
    }
    return numbers;
  }

  public static void doubles(DataOutputStream out, List<Double> numbers) throws IOException {
    out.writeInt(numbers.size());
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  /** Adds what {@link #doubles(DataOutputStream, List)} wrote. */
  public static void doubles(DataInputStream in, List<Double> numbers) throws IOException {
    int more = in.readInt();
    for (int i = 0; i < more; i++) {
      numbers.add(in.readDouble());
    }
  }
}
