package giro.simulate;

import giro.simulate.Profile.IdentityRates;
import java.util.List;

/**
 * The browsers of one person: which is used for a visit, which cookie it has by then, and whether
 * the visitor is signed in on it.
 */
final class Browsers {
  static final int TABLET = 2;

  /** The cookie number of the tablet a household shares. */
  static final int SHARED_TABLET = 1 << 20;

  /** The cookie number of the tablet in the person's showroom; the call center's follow it. */
  static final int SHOWROOM = SHARED_TABLET + 1;

  private static final int PER_DEVICE = 1 << 10;

  private final IdentityRates rates;
  private final Dice dice;
  private final Dice hostile;
  private final int first;
  private final int second;
  private final boolean sharesTablet;
  private final int[] cookies = new int[3];
  private final long[] usedAt = new long[3];
  private final boolean[] isKnown = new boolean[3];
  private int session = -1;
  private boolean isShared;
  private int publicPlace;
  private boolean isLookedUp;
  int device;
  boolean isSignedIn;

  /**
   * @param hostile a stream of its own, so that an unfriendlier world leaves the rest as it is
   */
  Browsers(IdentityRates rates, Dice dice, Dice hostile, boolean sharesTablet) {
    this.rates = rates;
    this.dice = dice;
    this.hostile = hostile;
    this.sharesTablet = sharesTablet;
    Weights weights = Weights.of(List.of("phone", "computer", "tablet"), rates.deviceWeights());
    this.first = weights.pick(dice);
    this.second = dice.chance(rates.secondDevice()) ? (first == 0 ? 1 : 0) : first;
  }

  /**
   * Starts a visit unless {@code act} continues the one before; true when it starts one.
   *
   * @param isKnown whether some system knows the visitor by now
   */
  boolean visit(Act act, boolean isKnown) {
    if (act.session != 0 && act.session == session) {
      return false;
    }
    session = act.session;
    boolean isInvited = isKnown || hostile.chance(rates.unknownOnShared());
    isShared = sharesTablet && dice.chance(rates.sharedTabletUse()) && isInvited;
    isSignedIn = false;
    publicPlace = isInvited ? publicPlace(act.trueAt) : 0;
    isLookedUp = publicPlace != 0 && hostile.chance(rates.lookedUp());
    device = isShared ? TABLET : dice.chance(rates.secondDeviceUse()) ? second : first;
    if (!isShared && publicPlace == 0) {
      clearCookies(act.trueAt);
    }
    return true;
  }

  /** Somebody helps the visitor on a device of the brand's own, half of them by telephone. */
  private int publicPlace(long at) {
    if (!Scene.isOpen(at) || !hostile.chance(rates.publicDevice())) {
      return 0;
    }
    return hostile.chance(0.5) ? SHOWROOM : SHOWROOM + 1 + hostile.below(rates.callCenterSeats());
  }

  /** True on a device of the brand's own, which says nothing about its visitor. */
  boolean isPublic() {
    return publicPlace != 0;
  }

  /**
   * True where the staff have the known customer's file open: from the beginning of the visit, and
   * on some of its touches.
   */
  boolean isLookedUp(boolean isNewVisit) {
    return isLookedUp && (isNewVisit || hostile.chance(rates.lookedUpTouches()));
  }

  private void clearCookies(long at) {
    double idle = usedAt[device] == 0 ? 0 : (at - usedAt[device]) / Scene.MONTH;
    if (dice.chance(1 - Math.exp(-idle / rates.cookieMonths()))) {
      cookies[device]++;
      isKnown[device] = false;
    }
    usedAt[device] = at;
  }

  /** True where the browser does not know its visitor's account yet. */
  boolean isUnknown() {
    return isOthersToo() || !isKnown[device];
  }

  private boolean isOthersToo() {
    return isShared || publicPlace != 0;
  }

  void signIn() {
    isSignedIn = true;
    isKnown[device] = isKnown[device] || !isOthersToo();
  }

  int cookie() {
    if (publicPlace != 0) {
      return publicPlace;
    }
    return isShared ? SHARED_TABLET : 1 + device * PER_DEVICE + cookies[device];
  }
}
