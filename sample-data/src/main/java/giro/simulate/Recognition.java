package giro.simulate;

import giro.simulate.Profile.IdentityRates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides, act by act in time, by what each system knows the person: cookies that get cleared,
 * accounts opened and signed in to, customer numbers, phones, and where none of it is left behind.
 *
 * <p>Adds the sign-ins as acts of their own. The chance is a stream of its own, so that being
 * recognised never changes what people do.
 */
final class Recognition {
  private static final long PURPOSE = 2;
  private static final long HOUSEHOLD_PURPOSE = 3;
  private static final long HOSTILE_PURPOSE = 4;
  private static final int HOUSEHOLD = 3;
  private static final Comparator<Act> BY_TIME = Comparator.comparingLong(act -> act.trueAt);

  private final IdentityRates rates;
  private final Dice dice;
  private final Dice hostile;
  private final Browsers browsers;
  private final WrittenValues written;
  private final boolean isHandleLinked;
  private final boolean isHouseholdKnown;
  private final boolean hasSecondEmail;
  private final List<Act> signIns = new ArrayList<>();
  private boolean hasAccount;
  private boolean isAddressKnown;
  private boolean isCustomer;
  private boolean isHandleUsed;
  private int installation;
  private long appUsedAt;

  Recognition(Population population, Person person) {
    this.rates = population.profile.identity();
    this.dice = Dice.of(population.seed, person.index(), PURPOSE);
    Dice household = Dice.of(population.seed, householdOf(person.index()), HOUSEHOLD_PURPOSE);
    this.hostile = Dice.of(population.seed, person.index(), HOSTILE_PURPOSE);
    this.browsers = new Browsers(rates, dice, hostile, household.chance(rates.sharedTablet()));
    this.written = new WrittenValues(rates, dice, hostile);
    this.isHandleLinked = dice.chance(rates.handleLinked());
    this.isHouseholdKnown = household.chance(rates.householdKnown());
    this.hasSecondEmail = dice.chance(rates.secondEmail());
  }

  /** Neighbours by number live together. */
  static long householdOf(long person) {
    return person / HOUSEHOLD;
  }

  /** Sets what each act carries; the sign-ins are added at the end of the list. */
  void recognise(List<Act> acts) {
    List<Act> inTime = new ArrayList<>(acts);
    inTime.sort(BY_TIME);
    for (Act act : inTime) {
      switch (act.kind.source) {
        case WEB -> onWeb(act);
        case APP -> inApp(act);
        case DEALER -> atDealer(act);
        case CALL_CENTER -> onCall(act);
        case REVIEW -> onReviewSite(act);
        case SOCIAL -> onSocial(act);
      }
      written.spoil(act);
    }
    acts.addAll(signIns);
  }

  private void onWeb(Act act) {
    if (act.kind == EventKind.EMAIL_OPEN || act.kind == EventKind.OPT_OUT) {
      act.carries = Act.EMAIL;
      isAddressKnown = true;
      return;
    }
    if (act.has(Act.SHOWROOM_TABLET)) {
      act.device = 1 + Browsers.TABLET;
      act.carries = Act.COOKIE | (isAddressKnown ? Act.EMAIL : 0) | (hasAccount ? Act.LOGIN : 0);
      return;
    }
    boolean isNewVisit = browse(act);
    if (browsers.isPublic()) {
      lookUp(act, isNewVisit);
    } else if (isNewVisit && browsers.isUnknown()) {
      arriveUnknown(act);
    }
    if (browsers.isSignedIn) {
      act.carries |= Act.LOGIN | (dice.chance(rates.emailOnHit()) ? Act.EMAIL : 0);
    }
    giveAway(act);
  }

  /** Puts the act on a browser of its person; true when a visit begins with it. */
  private boolean browse(Act act) {
    boolean isNewVisit = browsers.visit(act, isKnown());
    if (isNewVisit && hasAccount && !browsers.isUnknown()) {
      browsers.isSignedIn = dice.chance(rates.staysSignedIn());
    }
    act.device = 1 + browsers.device;
    act.cookie = browsers.cookie();
    act.carries |= Act.COOKIE;
    return isNewVisit;
  }

  private boolean isKnown() {
    return hasAccount || isAddressKnown;
  }

  private void lookUp(Act act, boolean isNewVisit) {
    if (isKnown() && browsers.isLookedUp(isNewVisit)) {
      act.carries |= hasAccount ? Act.LOGIN : Act.EMAIL;
    }
  }

  private void arriveUnknown(Act act) {
    if (hasAccount && dice.chance(rates.signIn())) {
      signIn(act);
    } else if (isAddressKnown && dice.chance(rates.taggedLink())) {
      act.carries |= Act.EMAIL;
    }
  }

  private void signIn(Act act) {
    browsers.signIn();
    Act login = new Act();
    login.kind = EventKind.LOGIN;
    login.trueAt = act.trueAt + 2_000;
    login.at = login.trueAt;
    login.market = act.market;
    login.session = act.session;
    login.device = act.device;
    login.cookie = act.cookie;
    login.carries = Act.COOKIE | Act.LOGIN | Act.EMAIL;
    signIns.add(login);
  }

  /** What the visitor types into forms, and the account that may follow. */
  private void giveAway(Act act) {
    switch (act.kind) {
      case LEAD_FORM, TEST_DRIVE_BOOKING, RESERVATION_PAID, ONLINE_ORDER, WEB_SERVICE_BOOKING ->
          form(act, Act.EMAIL | Act.PHONE, rates.accountOnForm());
      case NEWSLETTER_SIGNUP -> form(act, Act.EMAIL, 0.2);
      case CONFIGURATOR_SAVE -> form(act, 0, rates.accountOnSave());
      case EMAIL_CLICK -> form(act, Act.EMAIL, 0);
      case BROCHURE_DOWNLOAD -> form(act, act.has(Act.GATED) ? Act.EMAIL : 0, 0);
      case CHAT_BOT -> form(act, act.has(Act.CONTACT_LEFT) ? Act.EMAIL | Act.PHONE : 0, 0);
      default -> {
        // Nothing is typed anywhere else.
      }
    }
  }

  private void form(Act act, int typed, double account) {
    boolean usesSecond = hasSecondEmail && dice.chance(rates.secondEmailUse());
    act.carries |= typed | ((typed & Act.EMAIL) != 0 && usesSecond ? Act.SECOND_EMAIL : 0);
    isAddressKnown = isAddressKnown || typed != 0;
    if (!browsers.isSignedIn && dice.chance(account)) {
      hasAccount = true;
      browsers.signIn();
      act.carries |= Act.LOGIN | Act.EMAIL;
    }
  }

  private void inApp(Act act) {
    boolean isNew = act.kind == EventKind.APP_INSTALL || installation == 0;
    double idle = (act.trueAt - appUsedAt) / Scene.MONTH;
    if (isNew || dice.chance(1 - Math.exp(-idle / rates.appMonths()))) {
      installation++;
    }
    appUsedAt = act.trueAt;
    hasAccount = true;
    act.device = 1;
    act.cookie = installation;
    act.carries = Act.DEVICE | Act.LOGIN | (isNew ? Act.EMAIL : 0) | (act.car != 0 ? Act.VIN : 0);
  }

  private void atDealer(Act act) {
    if (act.has(Act.OWN_REGISTRATION)) {
      return;
    }
    boolean isStranger = act.kind == EventKind.SHOWROOM_VISIT && !act.has(Act.DETAILS_TAKEN);
    if (isStranger && !isCustomer) {
      act.carries = Act.WALK_IN;
      return;
    }
    boolean isFirst = !isCustomer;
    isCustomer = true;
    isAddressKnown = true;
    act.carries = dice.chance(rates.customerNumber()) ? Act.CRM : Act.PHONE;
    if (isFirst) {
      act.carries |= Act.PHONE | Act.EMAIL;
    } else if (dice.chance(rates.contactRepeated())) {
      act.carries |= dice.chance(0.5) ? Act.PHONE : Act.EMAIL;
    }
    act.carries |= (act.car != 0 ? Act.VIN : 0) | (isHouseholdKnown ? Act.HOUSEHOLD : 0);
    if (act.kind == EventKind.VEHICLE_RETURNED_OR_SOLD && hostile.chance(rates.untoldSale())) {
      act.mark(Act.UNTOLD);
    }
    if (act.kind == EventKind.ORDER_SIGNED && dice.chance(rates.accountWithCar())) {
      hasAccount = true;
    }
    if (act.kind == EventKind.SERVICE_VISIT && isFirst && dice.chance(rates.accountWithCar())) {
      hasAccount = true;
    }
  }

  private void onCall(Act act) {
    double thrown = dice.next();
    double hidden = rates.placeholderNumber() + rates.switchboardNumber();
    boolean isOutbound = act.kind == EventKind.OUTBOUND_SALES_CALL || isDesk(act.kind);
    if (isOutbound || thrown >= hidden) {
      act.carries = Act.PHONE;
    } else {
      act.carries = thrown < rates.placeholderNumber() ? Act.PLACEHOLDER : Act.SWITCHBOARD;
    }
    if (isCustomer && (isDesk(act.kind) || dice.chance(rates.recognised()))) {
      act.carries |= Act.CRM;
    }
    act.carries |= act.car != 0 ? Act.VIN : 0;
  }

  /** Written at the desk from the customer's file, not from a call. */
  private static boolean isDesk(EventKind kind) {
    return kind == EventKind.CASE_CLOSED || kind == EventKind.SURVEY_ANSWER;
  }

  private void onReviewSite(Act act) {
    switch (act.kind) {
      case SITE_REVIEW_READ, HELPFUL_VOTE -> browse(act);
      case REVIEW_INVITED -> act.carries = Act.EMAIL | (isCustomer ? Act.CRM : 0);
      default -> {
        byHandle(act);
        act.carries |= act.has(Act.VERIFIED) ? Act.EMAIL : 0;
        act.carries |= act.has(Act.INVITED) && isCustomer ? Act.CRM : 0;
      }
    }
  }

  private void onSocial(Act act) {
    switch (act.kind) {
      case CUSTOMER_CONTENT_VIEW, REFERRAL_OPENED, PAID_INFLUENCER_POST -> {
        browse(act);
        act.carries |= browsers.isSignedIn ? Act.LOGIN : 0;
      }
      default -> byHandle(act);
    }
  }

  /** A public name; who links it does so once, by a social login or from the brand's page. */
  private void byHandle(Act act) {
    act.carries = Act.HANDLE;
    if (isHandleLinked && !isHandleUsed) {
      boolean bySocialLogin = hasAccount && act.kind.source == Source.SOCIAL;
      if (bySocialLogin) {
        act.carries |= Act.LOGIN;
      } else {
        browse(act);
      }
    }
    isHandleUsed = true;
  }
}
