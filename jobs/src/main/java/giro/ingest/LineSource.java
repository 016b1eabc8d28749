package giro.ingest;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The lines of a text file as bytes, with their number; gzip by the file's ending. A line longer
 * than {@link #MAX_LINE} is passed over without being held in memory.
 */
final class LineSource implements Closeable {
  static final int MAX_LINE = 32 << 20;

  private final InputStream in;
  private byte[] line = new byte[4096];
  private int length;
  private long number;
  private boolean isTooLong;
  private final CharsetDecoder decoder;
  private final byte[] buffer = new byte[1 << 16];
  private int bufferAt;
  private int bufferEnd;
  private byte lineEnd = '\n';

  private LineSource(InputStream in, Charset charset) {
    this.in = in;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  static LineSource open(Path path, Charset charset, Configuration hadoop) throws IOException {
    return new LineSource(bytes(path, hadoop), charset);
  }

  /** A file's bytes, unpacked by its ending. */
  static InputStream bytes(Path path, Configuration hadoop) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    InputStream raw = new BufferedInputStream(files.open(path), 1 << 16);
    if (!path.getName().endsWith(".gz")) {
      return raw;
    }
    try {
      raw.mark(1);
      boolean isEmpty = raw.read() < 0;
      raw.reset();
      return isEmpty ? raw : new GZIPInputStream(raw, 1 << 16);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * Has lines end at carriage returns alone if the first line does; to be called before any line is
   * read. A first line longer than the buffer ends at its line feed.
   */
  void endAtLoneReturns() throws IOException {
    int at = 0;
    int read = in.read(buffer);
    while (read > 0) {
      bufferEnd += read;
      for (; at + 1 < bufferEnd; at++) {
        if (buffer[at] == '\n') {
          return;
        }
        if (buffer[at] == '\r') {
          lineEnd = buffer[at + 1] == '\n' ? lineEnd : (byte) '\r';
          return;
        }
      }
      read = in.read(buffer, bufferEnd, buffer.length - bufferEnd);
    }
  }

  /** Moves to the next line; false at the end. A carriage return at the end is not part of it. */
  boolean advance() throws IOException {
    length = 0;
    isTooLong = false;
    boolean any = false;
    while (true) {
      if (bufferAt == bufferEnd) {
        bufferEnd = in.read(buffer);
        bufferAt = 0;
        if (bufferEnd <= 0) {
          bufferEnd = 0;
          number += any ? 1 : 0;
          trimReturn();
          return any;
        }
      }
      any = true;
      int end = bufferAt;
      while (end < bufferEnd && buffer[end] != lineEnd) {
        end++;
      }
      take(bufferAt, end);
      boolean isComplete = end < bufferEnd;
      bufferAt = isComplete ? end + 1 : end;
      if (isComplete) {
        number++;
        trimReturn();
        return true;
      }
    }
  }

  private void take(int from, int to) {
    int size = to - from;
    if (isTooLong || (long) length + size > MAX_LINE) {
      isTooLong = true;
      return;
    }
    if (length + size > line.length) {
      line = Arrays.copyOf(line, Math.max(length + size, line.length * 2));
    }
    System.arraycopy(buffer, from, line, length, size);
    length += size;
  }

  private void trimReturn() {
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    boolean hasMark =
        number == 1
            && length >= 3
            && line[0] == (byte) 0xEF
            && line[1] == (byte) 0xBB
            && line[2] == (byte) 0xBF;
    if (hasMark) {
      System.arraycopy(line, 3, line, 0, length - 3);
      length -= 3;
    }
  }

  /** From 1. */
  long number() {
    return number;
  }

  int length() {
    return length;
  }

  boolean isTooLong() {
    return isTooLong;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] > ' ' || line[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** The line as text, or null where it is not of its encoding. */
  String text() {
    try {
      return decoder.decode(ByteBuffer.wrap(line, 0, length)).toString();
    } catch (CharacterCodingException e) {
      return null; // the caller rejects the row as broken_utf8
    }
  }

  /** CRC-32C of the line's bytes, in hex. */
  String checksum() {
    CRC32C crc = new CRC32C();
    crc.update(line, 0, length);
    return "crc32c:" + Long.toHexString(crc.getValue());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
