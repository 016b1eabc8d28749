package giro.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Small text files on whatever file system a path names: read, replace in one step, delete. */
public final class LakeFiles {
  private final Configuration hadoop;

  public LakeFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /** The whole text, or empty where there is no such file. */
  public Optional<String> read(String path) throws IOException {
    Path file = new Path(path);
    FileSystem files = plain(file);
    if (!files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream in = files.open(file)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty(); // deleted since
    }
  }

  /**
   * Creates the file; false where it is there already. On a local disk and in an object store it
   * appears with its whole text; elsewhere a reader may for a moment see part of it.
   */
  public boolean create(String path, String text) throws IOException {
    Path file = new Path(path);
    FileSystem files = plain(file);
    files.mkdirs(file.getParent());
    if (files instanceof RawLocalFileSystem local) {
      Optional<Boolean> linked = link(local.pathToFile(file).toPath(), text);
      if (linked.isPresent()) {
        return linked.get();
      }
    }
    try (OutputStream out = created(files, file)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      if (files.exists(file)) {
        return false;
      }
      throw e;
    }
  }

  /**
   * A new file that another's may not be. S3 decides that as the file is put, where Hadoop would
   * only look before, and two could look at once.
   */
  private static OutputStream created(FileSystem files, Path file) throws IOException {
    String ifAbsent = Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;
    if (!files.hasPathCapability(file, ifAbsent)) {
      return files.create(file, false);
    }
    FSDataOutputStreamBuilder<?, ?> put = files.createFile(file).overwrite(true);
    put.must(ifAbsent, "true");
    return put.build();
  }

  /** Whether a file written elsewhere could take the name; empty where a disk has no links. */
  private static Optional<Boolean> link(java.nio.file.Path file, String text) throws IOException {
    java.nio.file.Path written =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      Files.writeString(written, text);
      Files.createLink(file, written);
      return Optional.of(true);
    } catch (FileAlreadyExistsException e) {
      return Optional.of(false);
    } catch (UnsupportedOperationException | FileSystemException e) {
      return Optional.empty(); // the plain way says what is wrong, if anything is
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** When the file was last written; empty where there is no such file. */
  public Optional<Instant> written(String path) throws IOException {
    Path file = new Path(path);
    try {
      long millis = plain(file).getFileStatus(file).getModificationTime();
      return Optional.of(Instant.ofEpochMilli(millis));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Replaces the file so that a reader sees the old text or the new one, never part of either. */
  public void replace(String path, String text) throws IOException {
    Path file = new Path(path);
    FileSystem files = plain(file);
    files.mkdirs(file.getParent());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (isObjectStore(files)) {
      write(files, file, bytes); // a put replaces the object whole
      return;
    }
    Path next = new Path(file.getParent(), "." + file.getName() + ".next");
    write(files, next, bytes);
    if ("file".equals(files.getUri().getScheme())) {
      if (!files.rename(next, file)) {
        throw new IOException("Cannot replace " + path);
      }
    } else {
      FileContext.getFileContext(file.toUri(), hadoop).rename(next, file, Options.Rename.OVERWRITE);
    }
  }

  public void delete(String path) throws IOException {
    Path file = new Path(path);
    plain(file).delete(file, true);
  }

  /** True for a file and for a folder. */
  public boolean exists(String path) throws IOException {
    Path place = new Path(path);
    return plain(place).exists(place);
  }

  /** Names of the files and folders in a folder, in order; none where there is no such folder. */
  public List<String> names(String folder) throws IOException {
    Path path = new Path(folder);
    FileSystem files = plain(path);
    if (!files.exists(path)) {
      return List.of();
    }
    return Arrays.stream(files.listStatus(path)).map(f -> f.getPath().getName()).sorted().toList();
  }

  /** How many files a folder holds, in all its folders; 0 where there is no such folder. */
  public long count(String folder) throws IOException {
    Path path = new Path(folder);
    FileSystem files = plain(path);
    return files.exists(path) ? files.getContentSummary(path).getFileCount() : 0;
  }

  /**
   * Gives a folder another place, where nothing stands: in one step, or on an object store by
   * copying, which leaves the folder where it was.
   */
  void place(String folder, String at) throws IOException {
    Path from = new Path(folder);
    Path to = new Path(at);
    FileSystem files = plain(from);
    if (isObjectStore(files)) {
      FileUtil.copy(files, from, files, to, false, true, hadoop);
    } else if (!files.rename(from, to)) {
      throw new IOException("Cannot move " + folder + " to " + at);
    }
  }

  /** Writes a file to the folder and takes it away again, to learn whether that can be done. */
  public void probe(String folder) throws IOException {
    Path file = new Path(folder, "_giro_probe");
    if (!isObjectStore(plain(file))) {
      replace(file.toString(), "");
      delete(file.toString());
      return;
    }
    try (FileSystem files = impatient(file)) {
      write(files, file, new byte[0]);
      files.delete(file, false);
    }
  }

  /** True for a file and for a folder; an object store is not asked for long. */
  public boolean isReached(String place) throws IOException {
    Path path = new Path(place);
    if (!isObjectStore(plain(path))) {
      return exists(place);
    }
    try (FileSystem files = impatient(path)) {
      return files.exists(path);
    }
  }

  /**
   * A client of its own that gives up within a minute: in the middle of a night patience pays, at
   * its beginning somebody waits.
   */
  private FileSystem impatient(Path path) throws IOException {
    Configuration soon = new Configuration(hadoop);
    soon.set("fs.s3a.retry.limit", "1");
    soon.set("fs.s3a.attempts.maximum", "1");
    soon.set("fs.s3a.connection.establish.timeout", "15s");
    soon.set("fs.s3a.connection.timeout", "15s");
    soon.set("fs.s3a.connection.request.timeout", "15s");
    return FileSystem.newInstance(path.toUri(), soon);
  }

  private static void write(FileSystem files, Path file, byte[] bytes) throws IOException {
    try (OutputStream out = files.create(file, true)) {
      out.write(bytes);
    }
  }

  private static boolean isObjectStore(FileSystem files) {
    return switch (files.getUri().getScheme()) {
      case "s3a", "s3", "gs", "abfs", "abfss", "wasb", "wasbs" -> true;
      default -> false;
    };
  }

  /** The local file system without checksum files, whose rename replaces in one step. */
  private FileSystem plain(Path path) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
  }
}
