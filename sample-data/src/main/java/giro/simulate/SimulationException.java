package giro.simulate;

/** What the user asked for cannot be simulated; the message says what is wrong and where. */
public final class SimulationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SimulationException(String message) {
    super(message);
  }
}
