package giro.ingest;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Lists what landed: {@code <landing>/<source>/date=YYYY-MM-DD/*}. Reads no content. */
final class LandingZone {
  private static final String DATE = "date=";

  private final String root;
  private final Configuration hadoop;

  LandingZone(String root, Configuration hadoop) {
    this.root = root;
    this.hadoop = hadoop;
  }

  /** A file taken earlier, as the ledger remembers it. */
  record Known(long size, Instant modifiedAt, String checksum, LocalDate landingDate) {
    /** False where only the content can tell whether it is still the same file. */
    boolean looksLike(long size, long modifiedMillis) {
      return this.size == size && modifiedAt.toEpochMilli() == modifiedMillis;
    }
  }

  /**
   * What a landing zone holds.
   *
   * @param touched whose name is known but whose size or time is not what it was
   * @param passedOver places below the root that are no source or no night's folder, sorted
   */
  record Listing(List<LandingFile> fresh, List<LandingFile> touched, List<String> passedOver) {}

  /**
   * Files of folders dated {@code until} or earlier, ordered by landing date, source and name.
   *
   * @param latest the latest night that was run; a folder of that night or before counts for {@code
   *     until}, since that is when its new file was found
   */
  Listing list(
      List<SourceSettings> sources,
      LocalDate until,
      Optional<LocalDate> latest,
      Map<String, Known> known) {
    try {
      Path landing = new Path(root);
      FileSystem files = landing.getFileSystem(hadoop);
      if (!files.exists(landing)) {
        throw LandingException.missing(root);
      }
      Listing listing = new Listing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      addStrangers(files, landing, sources, listing.passedOver());
      for (SourceSettings source : sources) {
        for (FileStatus folder : children(files, new Path(landing, source.name()))) {
          Optional<LocalDate> date = folder.isDirectory() ? dateOf(folder) : Optional.empty();
          if (date.isPresent() && !date.get().isAfter(until)) {
            LocalDate night =
                latest.isPresent() && !date.get().isAfter(latest.get()) ? until : date.get();
            addFolder(files, folder, source, date.get(), night, known, listing);
          } else if (date.isEmpty()
              && isOpen(folder)
              && !source.form().isHeader(folder.getPath().getName())) {
            listing.passedOver().add(source.name() + "/" + folder.getPath().getName());
          }
        }
      }
      Comparator<LandingFile> order =
          Comparator.comparing(LandingFile::landingDate).thenComparing(LandingFile::name);
      listing.fresh().sort(order);
      listing.touched().sort(order);
      listing.passedOver().sort(Comparator.naturalOrder());
      return listing;
    } catch (IOException e) {
      throw LandingException.unreachable(root, e);
    }
  }

  private static void addStrangers(
      FileSystem files, Path landing, List<SourceSettings> sources, List<String> strangers)
      throws IOException {
    Set<String> known = sources.stream().map(SourceSettings::name).collect(Collectors.toSet());
    for (FileStatus place : children(files, landing)) {
      if (isOpen(place) && !(place.isDirectory() && known.contains(place.getPath().getName()))) {
        strangers.add(place.getPath().getName());
      }
    }
  }

  /** False for what its writer hides: {@code .name} and {@code _name}. */
  private static boolean isOpen(FileStatus place) {
    String name = place.getPath().getName();
    return !name.startsWith(".") && !name.startsWith("_");
  }

  @SuppressWarnings("checkstyle:ParameterNumber")
  private static void addFolder(
      FileSystem files,
      FileStatus folder,
      SourceSettings source,
      LocalDate date,
      LocalDate night,
      Map<String, Known> known,
      Listing listing)
      throws IOException {
    for (FileStatus file : children(files, folder.getPath())) {
      String fileName = file.getPath().getName();
      if (!file.isFile() || !isOpen(file) || source.form().isHeader(fileName)) {
        continue;
      }
      String name = source.name() + "/" + DATE + date + "/" + fileName;
      LandingFile landed =
          new LandingFile(
              file.getPath().toString(),
              name,
              source.name(),
              date,
              night,
              LandingFile.formatOf(fileName, source.format()),
              file.getLen(),
              file.getModificationTime());
      Known before = known.get(name);
      if (before == null) {
        listing.fresh().add(landed);
      } else if (!before.looksLike(file.getLen(), file.getModificationTime())) {
        listing.touched().add(landed);
      }
    }
  }

  /** Files that were taken and are still what they were, each with the night it counted for. */
  List<LandingFile> stillThere(
      List<SourceSettings> sources, Map<String, Known> known, LandingChecksums checksums) {
    List<LandingFile> kept = new ArrayList<>();
    List<LandingFile> doubtful = new ArrayList<>();
    for (LandingFile file : list(sources, LocalDate.MAX, Optional.empty(), Map.of()).fresh()) {
      Known before = known.get(file.name());
      if (before != null) {
        boolean isSame = before.looksLike(file.size(), file.modifiedMillis());
        (isSame ? kept : doubtful).add(file.landedOn(before.landingDate()));
      }
    }
    Set<LandingFile> changed = checksums.changed(doubtful, known).keySet();
    doubtful.stream().filter(file -> !changed.contains(file)).forEach(kept::add);
    return kept;
  }

  private static FileStatus[] children(FileSystem files, Path folder) throws IOException {
    return files.exists(folder) ? files.listStatus(folder) : new FileStatus[0];
  }

  private static Optional<LocalDate> dateOf(FileStatus folder) {
    String name = folder.getPath().getName();
    if (!name.startsWith(DATE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(name.substring(DATE.length())));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // not a night's folder
    }
  }
}
