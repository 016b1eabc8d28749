package giro.ingest;

/** The landing zone cannot be used as it is: the user's to mend. */
public final class LandingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private LandingException(String message, Throwable cause) {
    super(message, cause);
  }

  static LandingException missing(String landing) {
    return new LandingException(
        "Cannot read the landing zone: there is no folder "
            + landing
            + ". Create it, or set giro.landing to where the sources put their files.",
        null);
  }

  static LandingException unreachable(String landing, Exception cause) {
    return new LandingException(
        "Cannot read the landing zone " + landing + ": " + cause.getMessage(), cause);
  }
}
