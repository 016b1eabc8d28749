package giro.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes a landing zone and its ground truth.
 *
 * <p>Everybody is lived twice: first to learn what people leave for each other, then with it in
 * hand, to be written down. The conversion truth comes from other people who are only counted.
 */
public final class Simulation {
  private static final int BLOCK = 500;

  private final SimulationRequest request;
  private final Consumer<String> progress;
  private final Profile profile;
  private final Population population;
  private final Path truth;

  private Simulation(SimulationRequest request, Consumer<String> progress) {
    this.request = request;
    this.progress = progress;
    this.profile = ReadProfile.read(request.profile());
    this.population = Population.observed(profile, request.seed(), request.days());
    this.truth = request.out().resolve("truth");
  }

  /** What was made: rows of the landing zone, faults and bots included, and true touches. */
  public record Result(long rows, long touches) {}

  /**
   * Runs a simulation; {@code progress} gets one plain line per step.
   *
   * @throws SimulationException if the profile cannot be used, naming file and line, or if the
   *     landing folder holds files already
   * @throws IOException if the folder cannot be written
   */
  public static Result run(SimulationRequest request, Consumer<String> progress)
      throws IOException {
    return new Simulation(request, progress).run();
  }

  private Result run() throws IOException {
    Path landing = request.out().resolve("landing");
    refuseUsed(landing);
    Files.createDirectories(truth);
    progress.accept("living " + request.people() + " people over " + request.days() + " days");
    Society society = Society.of(population, request.people());
    Names names = new Names(population, society.numbers());
    Spill spill = new Spill(Files.createTempDirectory(request.out(), ".spill"));
    Result result = tell(new Chronicle(population, society), spill, names);
    progress.accept(
        result.rows() + " rows of " + result.touches() + " touches; writing the landing folders");
    new LandingZone(landing, Folders.of(population)).write(spill);
    spill.clear();
    conversions();
    progress.accept("done");
    return result;
  }

  /** Two worlds in one landing zone would be neither, so nothing is written over another. */
  private static void refuseUsed(Path landing) throws IOException {
    if (Files.isDirectory(landing)) {
      try (Stream<Path> files = Files.list(landing)) {
        if (files.findAny().isPresent()) {
          throw new SimulationException(
              "Cannot simulate into " + landing + ": it is not empty; choose another folder");
        }
      }
    }
  }

  private Result tell(Chronicle chronicle, Spill spill, Names names) throws IOException {
    Momentum momentum = new Momentum(profile.influence().lift());
    long[] counts = new long[2];
    int blocks = (request.people() + BLOCK - 1) / BLOCK;
    try (TruthFile touches = new TruthFile(truth.resolve("touches.parquet"), TruthFile.TOUCHES);
        TruthFile readings =
            new TruthFile(truth.resolve("influence.parquet"), TruthFile.INFLUENCE)) {
      new InOrder<Chapter>(blocks + 1)
          .run(
              block -> chapter(chronicle, block, blocks),
              (block, chapter) -> {
                ship(chapter, spill);
                write(chapter, touches, readings, names);
                momentum.add(chapter);
                counts[0] += chapter.shipments.size();
                counts[1] += chapter.touches.size();
                report(block, blocks);
              });
    }
    write(momentum);
    return new Result(counts[0], counts[1]);
  }

  /** The last block is the bots'. */
  private Chapter chapter(Chronicle chronicle, int block, int blocks) {
    if (block == blocks) {
      Bots bots = new Bots(population);
      return chronicle.bots(bots, 0, bots.count(request.people()));
    }
    long end = Math.min(request.people(), (block + 1L) * BLOCK);
    return chronicle.persons((long) block * BLOCK, end);
  }

  private void report(int block, int blocks) {
    int each = Math.max(1, blocks / 10);
    if (block > 0 && block % each == 0) {
      progress.accept("people: " + 100L * block / blocks + " %");
    }
  }

  private static void ship(Chapter chapter, Spill spill) throws IOException {
    for (Shipment shipment : chapter.shipments) {
      spill.add(shipment);
    }
  }

  private void write(Chapter chapter, TruthFile touches, TruthFile readings, Names names)
      throws IOException {
    for (Chapter.Touch touch : chapter.touches) {
      touches.add(touch.eventId(), touch.person(), touch.moment().name());
    }
    for (Chapter.Reading reading : chapter.readings) {
      ContentPool.Piece piece = reading.piece();
      readings.add(
          names.content(piece.author(), piece.number()),
          Chronicle.name(piece.author()),
          Chronicle.name(reading.reader()),
          reading.eventId(),
          reading.opened(),
          reading.lifted() ? profile.influence().lift() : 0.0);
    }
  }

  private void write(Momentum momentum) throws IOException {
    try (TruthFile file = new TruthFile(truth.resolve("momentum.parquet"), TruthFile.MOMENTUM)) {
      for (Map.Entry<Chapter.Cohort, Double> entry : momentum.byCohort().entrySet()) {
        Chapter.Cohort cohort = entry.getKey();
        String market = profile.world().markets().get(cohort.market() - 1).code();
        String model =
            cohort.model() == 0
                ? "unknown"
                : profile.world().models().get(cohort.model() - 1).name();
        file.add(cohort.month(), market, model, entry.getValue());
      }
    }
  }

  private void conversions() throws IOException {
    long persons = (long) request.people() * profile.calendar().replicateFactor();
    progress.accept("counting the conversions of " + persons + " other people");
    Population replicate = Population.replicate(profile, request.seed(), request.days());
    try (TruthFile file =
        new TruthFile(truth.resolve("conversions.parquet"), TruthFile.CONVERSIONS)) {
      for (ConversionTruth.Row row : ConversionTruth.rows(replicate, persons, progress)) {
        file.add(
            row.market(),
            row.model(),
            row.condition(),
            row.pair().from().toUpperCase(Locale.ROOT),
            row.pair().to().toUpperCase(Locale.ROOT),
            row.windowDays(),
            row.probability(),
            row.laps());
      }
    }
  }
}
