package giro.simulate;

import giro.simulate.Profile.IdentityRates;

/** What becomes of values as they are written down: typing errors, and placeholders for nobody. */
final class WrittenValues {
  private final IdentityRates rates;
  private final Dice dice;
  private final Dice hostile;

  /**
   * @param hostile a stream of its own, so that an unfriendlier world leaves the rest as it is
   */
  WrittenValues(IdentityRates rates, Dice dice, Dice hostile) {
    this.rates = rates;
    this.dice = dice;
    this.hostile = hostile;
  }

  void spoil(Act act) {
    boolean isTyped = act.kind.source == Source.WEB || act.kind.source == Source.DEALER;
    if (isTyped && act.carries(Act.EMAIL) && dice.chance(rates.typingError())) {
      act.carries |= Act.EMAIL_TYPO;
    }
    if (isTyped && act.carries(Act.PHONE) && dice.chance(rates.typingError())) {
      act.carries |= Act.PHONE_TYPO;
    }
    if (isTyped
        && act.carries(Act.EMAIL | Act.PHONE)
        && hostile.chance(rates.placeholderContact())) {
      act.carries |= Act.PLACEHOLDER;
    }
    if (act.kind.source == Source.WEB && act.carries(Act.COOKIE)) {
      visitor(act);
    }
  }

  /** A browser that keeps no cookie, or a login's place filled for somebody not signed in. */
  private void visitor(Act act) {
    if (hostile.chance(rates.placeholderVisitor())) {
      act.carries |= act.carries(Act.LOGIN) || hostile.chance(0.5) ? Act.NO_COOKIE : Act.NO_LOGIN;
    }
  }
}
