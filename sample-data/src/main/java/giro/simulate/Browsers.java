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

  /** The cookie number of the tablet in the person's showroom, and of its market's call center. */
  static final int SHOWROOM = SHARED_TABLET + 1;

  static final int CALL_CENTER = SHARED_TABLET + 2;

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

  /** Starts a visit unless {@code act} continues the one before; true when it starts one. */
  boolean visit(Act act) {
    if (act.session != 0 && act.session == session) {
      return false;
    }
    session = act.session;
    isShared = sharesTablet && dice.chance(rates.sharedTabletUse());
    isSignedIn = false;
    publicPlace = 0;
    if (hostile.chance(rates.publicDevice())) {
      publicPlace = hostile.chance(0.5) ? SHOWROOM : CALL_CENTER;
    }
    device = isShared ? TABLET : dice.chance(rates.secondDeviceUse()) ? second : first;
    if (!isShared && publicPlace == 0) {
      clearCookies(act.trueAt);
    }
    return true;
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
