package giro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One measured run of Giro: {@code GIRO NIGHT WORK RESULT.json [key=value ...]}. Time and process
 * CPU of a stage are read as it reports its end; rows and bytes are those of the Spark tasks that
 * finished in it.
 */
final class MeasureRun {
  private static final Pattern STAGE = Pattern.compile("^  (\\S.*?) +([0-9.]+) s$");

  private final ObjectMapper mapper = new ObjectMapper();
  private final String giro;
  private final String night;
  private final Path work;
  private final List<String> settings;

  private MeasureRun(String giro, String night, Path work, List<String> settings) {
    this.settings = settings;
    this.giro = giro;
    this.night = night;
    this.work = work;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> settings = List.of(args).subList(4, args.length);
    MeasureRun run = new MeasureRun(args[0], args[1], Path.of(args[2]).toAbsolutePath(), settings);
    Map<String, Object> measured = run.measure();
    Path json = Path.of(args[3]).toAbsolutePath();
    Files.createDirectories(json.getParent());
    run.mapper.writerWithDefaultPrettyPrinter().writeValue(json.toFile(), measured);
  }

  private Map<String, Object> measure() throws IOException, InterruptedException {
    Path events = Files.createDirectories(work.resolve("events").resolve(night));
    Path local = Files.createDirectories(work.resolve("local"));
    Path answer = work.resolve("run-" + night + ".json");
    ProcessBuilder builder = new ProcessBuilder(command(events, local));
    builder.redirectOutput(answer.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    List<Path> folders = List.of(work.resolve("lake"), work.resolve("bi"), local);
    WatchedProcess watched = new WatchedProcess(process, folders);
    Thread watcher = new Thread(watched::watch, "watcher");
    watcher.start();
    List<StageCost> stages = stages(process, watched);
    int exit = process.waitFor();
    watcher.join();
    if (exit != 0) {
      throw new IllegalStateException("giro run ended with exit code " + exit);
    }
    addTasks(events, stages);
    double wall = (System.nanoTime() - start) / 1e9;
    return told(stages, watched, mapper.readTree(answer.toFile()), wall);
  }

  private List<String> command(Path events, Path local) {
    List<String> command = new ArrayList<>(List.of(giro, "run", "--json", "--date", night));
    List<String> sets = new ArrayList<>();
    for (String place : List.of("landing", "lake", "bi", "report")) {
      sets.add(place + "=" + work.resolve(place));
    }
    sets.add("spark.tables-at-once=1"); // so that a stage's tasks are its own
    sets.add("spark.conf.\"spark.eventLog.enabled\"=true");
    sets.add("spark.conf.\"spark.eventLog.compress\"=false");
    sets.add("spark.conf.\"spark.eventLog.rolling.enabled\"=false");
    sets.add("spark.conf.\"spark.eventLog.dir\"=\"" + events.toUri() + "\"");
    sets.add("spark.conf.\"spark.local.dir\"=\"" + local + "\"");
    sets.addAll(settings);
    sets.forEach(set -> command.addAll(List.of("--set", set)));
    return command;
  }

  private static List<StageCost> stages(Process process, WatchedProcess watched)
      throws IOException {
    List<StageCost> stages = new ArrayList<>();
    double spent = 0;
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher stage = STAGE.matcher(line);
        if (!stage.matches()) {
          System.err.println(line);
          continue;
        }
        double cpu = watched.cpuSeconds();
        double seconds = Double.parseDouble(stage.group(2));
        stages.add(
            new StageCost(
                stage.group(1),
                seconds,
                cpu - spent,
                watched.takePeakDiskOfStage(),
                System.currentTimeMillis()));
        spent = cpu;
      }
    }
    return stages;
  }

  private void addTasks(Path events, List<StageCost> stages) throws IOException {
    try (Stream<Path> logs = Files.list(events)) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        try (BufferedReader lines = Files.newBufferedReader(log)) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("{\"Event\":\"SparkListenerTaskEnd\"")) {
              addTask(mapper.readTree(line), stages);
            }
          }
        }
      }
    }
  }

  private static void addTask(JsonNode task, List<StageCost> stages) {
    long finished = task.path("Task Info").path("Finish Time").asLong();
    stages.stream()
        .filter(stage -> finished <= stage.endedAt())
        .findFirst()
        .ifPresent(stage -> stage.add(task.path("Task Metrics")));
  }

  private Map<String, Object> told(
      List<StageCost> stages, WatchedProcess watched, JsonNode run, double wall) {
    long landing = WatchedProcess.bytes(work.resolve("landing"));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("night", night);
    json.put("rows_read", run.path("rows_read").asLong());
    json.put("touches", run.path("touches").asLong());
    json.put("wall_seconds", wall);
    json.put("peak_memory_bytes", watched.peakMemory());
    json.put("landing_bytes", landing);
    json.put("peak_disk_bytes", watched.peakDisk());
    json.put("peak_disk_over_landing", watched.peakDisk() / (double) landing);
    json.put("stages", stages.stream().map(StageCost::json).toList());
    System.out.printf(
        "%nnight of %s: %d rows taken, %d touches, %.1f s, peak memory %.2f GiB,"
            + " peak disk %.1f times the landing zone (%.1f MiB)%n",
        night,
        run.path("rows_read").asLong(),
        run.path("touches").asLong(),
        wall,
        watched.peakMemory() / (double) (1 << 30),
        watched.peakDisk() / (double) landing,
        landing / (double) (1 << 20));
    System.out.println(
        "  stage                          wall s    CPU s   task s    rows read  read MiB"
            + "  written  shuffled  disk MiB");
    stages.forEach(stage -> System.out.println(stage.line()));
    return json;
  }
}
