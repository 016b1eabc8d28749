package giro.simulate;

/** The user's profile cannot be used; the message says where and why. */
public final class ProfileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProfileException(String message) {
    super(message);
  }
}
