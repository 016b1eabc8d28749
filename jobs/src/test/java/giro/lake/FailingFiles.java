package giro.lake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.apache.spark.sql.SparkSession;

/**
 * The local file system with a fault to order: everything that changes what is stored below a place
 * is a point, known by what is done to which file and how many times that was done before, and at
 * the point ordered it fails, from then on or once. Other places never fail, nor does the lake's
 * lock: it belongs to a process that is still alive here.
 */
public final class FailingFiles extends LocalFiles {
  private static volatile Order order = Order.none("");

  public FailingFiles() {
    super(new Failing());
  }

  /** How a store says that it does not work. */
  public enum Fault {
    BROKEN,
    FULL,
    UNREACHABLE;

    IOException error() {
      return switch (this) {
        case BROKEN -> new IOException("Input/output error");
        case FULL -> new IOException("No space left on device");
        case UNREACHABLE -> new SocketTimeoutException("connect timed out");
      };
    }
  }

  /**
   * A change of what is stored.
   *
   * @param what the call and the file's name below the place, ids and numbers left out
   * @param before how many times it was done before
   */
  public record Point(String what, int before) {}

  /** A fault at a point, and what happened until then. */
  public static final class Order {
    private final String place;
    private final Point at;
    private final Fault fault;
    private final boolean isForGood;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final List<Point> passed = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean isBroken;

    private Order(String place, Point at, Fault fault, boolean isForGood) {
      this.place = place;
      this.at = at;
      this.fault = fault;
      this.isForGood = isForGood;
    }

    private static Order none(String place) {
      return new Order(place, null, Fault.BROKEN, false);
    }

    /** The points that were passed, in their order. */
    public List<Point> passed() {
      return List.copyOf(passed);
    }

    /** Whether the point was reached. */
    public boolean isBroken() {
      return isBroken;
    }

    private void pass(String call, Path path) throws IOException {
      String file = path.toUri().getPath();
      if (place.isEmpty() || !file.startsWith(place) || file.contains("/_giro/lock")) {
        return;
      }
      if (isBroken && isForGood) {
        throw fault.error();
      }
      if (file.endsWith(".crc")) {
        return; // beside the file it is about
      }
      String name =
          file.substring(place.length())
              .replaceAll("asof-[0-9TZ-]+", "#")
              .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "#")
              .replaceAll("\\d+", "#");
      String what = call + " " + name;
      Point point = new Point(what, counts.merge(what, 1, Integer::sum) - 1);
      passed.add(point);
      if (point.equals(at)) {
        isBroken = true;
        throw fault.error();
      }
    }
  }

  /** Puts this in the place of the session's own local file system, until {@link #remove}. */
  public static void install(SparkSession spark) throws IOException {
    use(spark, FailingFiles.class);
  }

  /** Gives the session its own local file system back. */
  public static void remove(SparkSession spark) throws IOException {
    order = Order.none("");
    use(spark, LocalFiles.class);
  }

  private static void use(SparkSession spark, Class<? extends FileSystem> files)
      throws IOException {
    var hadoop = spark.sparkContext().hadoopConfiguration();
    FileSystem.get(new Path("file:///").toUri(), hadoop).close(); // the one that is remembered
    hadoop.set("fs.file.impl", files.getName());
  }

  /** From here on notes the points below a place; nothing fails. */
  public static Order watch(java.nio.file.Path place) {
    order = Order.none(place + "/");
    return order;
  }

  /** From here on fails at a point below a place. */
  public static Order fail(java.nio.file.Path place, Point at, Fault fault, boolean isForGood) {
    order = new Order(place + "/", at, fault, isForGood);
    return order;
  }

  private static final class Failing extends Raw {
    @Override
    public FSDataOutputStream create(
        Path path, boolean overwrite, int buffer, short copies, long block, Progressable progress)
        throws IOException {
      order.pass("create", path);
      return watched(super.create(path, overwrite, buffer, copies, block, progress), path);
    }

    @Override
    @SuppressWarnings("checkstyle:ParameterNumber")
    public FSDataOutputStream create(
        Path path,
        FsPermission permission,
        boolean overwrite,
        int buffer,
        short copies,
        long block,
        Progressable progress)
        throws IOException {
      order.pass("create", path);
      return watched(
          super.create(path, permission, overwrite, buffer, copies, block, progress), path);
    }

    private static FSDataOutputStream watched(OutputStream out, Path path) throws IOException {
      OutputStream failing =
          new FilterOutputStream(out) {
            private boolean isClosed;

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
              out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
              if (!isClosed) {
                isClosed = true;
                out.close();
                order.pass("close", path);
              }
            }
          };
      return new FSDataOutputStream(failing, null);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
      order.pass("rename to", to);
      return super.rename(from, to);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
      order.pass("delete", path);
      return super.delete(path, recursive);
    }

    @Override
    public boolean mkdirs(Path path) throws IOException {
      if (!exists(path)) {
        order.pass("mkdirs", path);
      }
      return super.mkdirs(path);
    }
  }
}
