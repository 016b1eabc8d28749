package giro.simulate;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the shipped sample again: {@code SimulateSample OUT PEOPLE DAYS SEED}. */
public final class SimulateSample {
  private SimulateSample() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 4) {
      System.err.println("Usage: SimulateSample OUT PEOPLE DAYS SEED");
      System.exit(2);
    }
    int people = Integer.parseInt(args[1]);
    int days = Integer.parseInt(args[2]);
    long seed = Long.parseLong(args[3]);
    SimulationRequest request = new SimulationRequest(Path.of(args[0]), people, days, seed, null);
    Simulation.run(request, System.err::println);
  }
}
