package giro.simulate;

/**
 * Somebody with a market, a dealer and habits that last. Market, model and dealer count from 1.
 *
 * @param index 0 for the first person of a run
 * @param buyer 0 private, 1 company, 2 fleet
 * @param birthDecade first year of the decade of birth
 */
record Person(long index, int market, int dealer, int buyer, int birthDecade, boolean usesApp) {
  private static final int[] DECADES = {1950, 1960, 1960, 1970, 1970, 1980, 1980, 1990, 1990, 2000};

  static Person of(long index, Profile profile, Weights marketShares, Dice dice) {
    int market = 1 + marketShares.pick(dice);
    int dealer = 1 + dice.below(profile.world().markets().get(market - 1).dealers());
    double thrown = dice.next();
    int fleet = thrown < profile.world().fleetShare() ? 2 : 0;
    boolean isCompany =
        fleet == 0 && thrown < profile.world().fleetShare() + profile.world().companyShare();
    return new Person(
        index,
        market,
        dealer,
        isCompany ? 1 : fleet,
        DECADES[dice.below(DECADES.length)],
        dice.chance(profile.ownership().app()));
  }
}
