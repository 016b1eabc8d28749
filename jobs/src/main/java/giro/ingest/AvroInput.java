package giro.ingest;

import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.file.SeekableInput;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The bytes of an Avro container file, and what its block headers say, read before a block is
 * trusted: a length that a broken file gives must neither be allocated nor pass for the file's end.
 */
final class AvroInput implements SeekableInput {
  private static final int SYNC = 16;

  /** Two numbers of at most ten bytes. */
  private static final int MAX_HEADER = 20;

  private final FSDataInputStream in;
  private final long length;

  /**
   * A block's number of records and where the next block starts.
   *
   * @param records none in an empty block
   */
  record Block(long records, long end) {}

  AvroInput(Path path, Configuration hadoop) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    length = files.getFileStatus(path).getLen();
    in = files.open(path);
  }

  /**
   * The block that starts at {@code start}; null at the file's end.
   *
   * @throws IOException where the block is not whole, or no block at all
   */
  Block block(long start) throws IOException {
    if (start == length) {
      return null;
    }
    byte[] bytes = new byte[(int) Math.max(0, Math.min(MAX_HEADER, length - start))];
    in.readFully(start, bytes, 0, bytes.length);
    BinaryDecoder header = DecoderFactory.get().binaryDecoder(bytes, null);
    long records = header.readLong();
    long size = header.readLong();
    int read = bytes.length - header.inputStream().available();
    long left = length - start - read - SYNC;
    if (records < 0 || size < 0 || size > left) {
      throw new EOFException("a block is cut or has no sound length");
    }
    return new Block(records, start + read + size + SYNC);
  }

  @Override
  public void seek(long position) throws IOException {
    in.seek(position);
  }

  @Override
  public long tell() throws IOException {
    return in.getPos();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    return in.read(bytes, from, count);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
