package giro.identity;

import java.io.Serializable;

/**
 * What a kind of identifier says about persons.
 *
 * @param personal {@link WeakTies#one} of it where a person has one, or 0
 * @param contact {@link WeakTies#one} of its kind of contact or of {@link WeakTies#THING}, or 0
 * @param heldFrom a value is held that alone joins so many persons; 0 for never
 */
record Trait(long personal, long contact, int heldFrom) implements Serializable {

  /** A bit of its own for each kind that speaks for a person; 0 for things. */
  byte bit() {
    for (int i = 0; i < WeakTies.PERSONAL_KINDS; i++) {
      if (personal == WeakTies.one(i)) {
        return (byte) (1 << i);
      }
    }
    for (int i = 0; i < WeakTies.CONTACT_KINDS; i++) {
      if (contact == WeakTies.one(i)) {
        return (byte) (1 << WeakTies.PERSONAL_KINDS + i);
      }
    }
    return 0;
  }

  /** True where one of the {@link #bit}s is a kind's that a person has one of. */
  static boolean isPersonal(byte bits) {
    return (bits & (1 << WeakTies.PERSONAL_KINDS) - 1) != 0;
  }
}
