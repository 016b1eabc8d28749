package giro.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Looks at what landed before anything is configured: each folder with nights in it is a source,
 * and the first rows of its newest file tell its form and fields.
 */
public final class SampleLanding {
  private static final String HEADERS = "column_headers.tsv";

  private final FileSystem files;
  private final Path root;
  private final Configuration hadoop;

  private SampleLanding(FileSystem files, Path root, Configuration hadoop) {
    this.files = files;
    this.root = root;
    this.hadoop = hadoop;
  }

  /**
   * A sample of each source, by name; sources whose newest file has no rows are left out.
   *
   * @throws LandingException where there is no such folder, or it cannot be read
   */
  public static List<SourceSample> of(String landing, Configuration hadoop) {
    try {
      Path root = new Path(landing);
      FileSystem files = root.getFileSystem(hadoop);
      if (!files.exists(root)) {
        throw LandingException.missing(landing);
      }
      return new SampleLanding(files, root, hadoop).samples();
    } catch (IOException e) {
      throw LandingException.unreachable(landing, e);
    }
  }

  private List<SourceSample> samples() throws IOException {
    List<SourceSample> samples = new ArrayList<>();
    for (FileStatus source : sorted(files.listStatus(root))) {
      List<FileStatus> data = source.isDirectory() ? data(source.getPath()) : List.of();
      if (!data.isEmpty()) {
        SourceSample sample = newest(source.getPath(), data);
        if (sample.width() > 0 || !sample.fields().isEmpty()) {
          samples.add(sample);
        }
      }
    }
    return samples;
  }

  /** The files of all nights, those of the latest last. */
  private List<FileStatus> data(Path source) throws IOException {
    List<FileStatus> data = new ArrayList<>();
    for (FileStatus night : sorted(files.listStatus(source))) {
      if (night.isDirectory() && night.getPath().getName().startsWith("date=")) {
        for (FileStatus file : sorted(files.listStatus(night.getPath()))) {
          String name = file.getPath().getName();
          boolean isData = !name.startsWith(".") && !name.startsWith("_") && !name.equals(HEADERS);
          if (file.isFile() && isData && file.getLen() > 0) {
            data.add(file);
          }
        }
      }
    }
    return data;
  }

  private SourceSample newest(Path source, List<FileStatus> data) throws IOException {
    Path file = data.get(data.size() - 1).getPath();
    List<String> header = List.of();
    for (Path folder : List.of(file.getParent(), source)) {
      Path headers = new Path(folder, HEADERS);
      if (header.isEmpty() && files.exists(headers)) {
        header = ColumnNames.of(headers, FileForm.PLAIN, hadoop);
      }
    }
    return new SampleFile(file, hadoop).sample(source.getName(), data.size(), header);
  }

  private static List<FileStatus> sorted(FileStatus[] found) {
    return Arrays.stream(found)
        .sorted(Comparator.comparing((FileStatus f) -> f.getPath().getName()))
        .toList();
  }
}
