package giro.simulate;

import java.util.List;

/**
 * Every rate of the simulated world; the keys and their meaning are documented in {@code
 * profile.conf}, one component per key.
 */
record Profile(
    Calendar calendar,
    World world,
    Needs needs,
    ResearchRates research,
    DealerRates dealer,
    WaitingRates waiting,
    OwnershipRates ownership,
    VoiceRates voice,
    AccessRates access,
    InfluenceRates influence,
    IdentityRates identity,
    NoiseRates noise) {

  record Calendar(String endDate, int nightlyDays, int replicateFactor, double[] hourWeights) {}

  record World(List<Market> markets, List<Model> models, double companyShare, double fleetShare) {
    Weights marketShares() {
      return Weights.of(
          markets.stream().map(Market::code).toList(),
          markets.stream().mapToDouble(Market::share).toArray());
    }

    Weights modelShares() {
      return Weights.of(
          models.stream().map(Model::name).toList(),
          models.stream().mapToDouble(Model::share).toArray());
    }
  }

  record Market(
      String code,
      double share,
      int dealers,
      double appeal,
      double slowness,
      String dial,
      String trunk,
      String mobile,
      int digits) {}

  record Model(String name, double share, double appeal, double price) {}

  record Needs(
      double ever,
      double ownerAtStart,
      double usedShare,
      double demoShare,
      double accessShare,
      double sharingShare,
      double leaseShare,
      double tenureMonths,
      double tenureSpread,
      double againDays,
      double againSpread,
      double tradeIn,
      double soldElsewhere) {}

  record ResearchRates(
      double stimulusShare,
      double stimulusTouches,
      double stimulusGapDays,
      double stimulusFollowed,
      double stimulusToSearchDays,
      double stimulusToSearchSpread,
      Rates stimulus,
      double entryByContent,
      double entryAtDealer,
      double entryByCall,
      Rates contentEntry,
      double bursts,
      double gapDays,
      double gapSpread,
      double touches,
      double touchSeconds,
      Rates kinds,
      double otherModel,
      double noModel,
      double paidArticle,
      double gatedBrochure,
      double howToVideo) {}

  record DealerRates(
      double met,
      double metAfterDays,
      double metAfterSpread,
      double shelfShare,
      double shelfTouches,
      Rates shelf,
      double leadShare,
      double marketplaceLead,
      double answerHours,
      double answerSpread,
      double lostADay,
      double notReached,
      double appointment,
      double noShow,
      double handoffLoss,
      double visitDays,
      double visitSpread,
      double detailsTaken,
      double testDrive,
      double appraisal,
      double offer,
      double finance,
      double outboundCall,
      double outboundAnswered,
      double stepBack,
      double order,
      double decideDays,
      double decideSpread,
      double onlineOrder,
      double onlineOrderShowsTwice,
      double reservation,
      double lossRecorded,
      double lossDays,
      Weights lossReasons,
      Weights competitors) {}

  record WaitingRates(
      double cancelled,
      double cancelledDays,
      double newDays,
      double usedDays,
      double demoDays,
      double spread,
      double updates,
      double infoCalls,
      double complaints,
      double looks,
      double ownRegistration) {}

  record OwnershipRates(
      double app,
      double bad,
      double badFactor,
      Rates monthly,
      Rates troubles,
      double repeat,
      double caseDays,
      double reassurance,
      double contractEndDays,
      double contractEndContact) {}

  record VoiceRates(
      double invited,
      double reviewInvited,
      double reviewSpontaneous,
      double afterDays,
      double afterSpread,
      double experiencePost,
      double share,
      double referral,
      double afterTrouble,
      double prospectPost,
      double verified,
      double answered,
      double answerDays,
      double edited,
      double byEmployee,
      double ofBrandContent) {}

  record AccessRates(double uses, double months, double monthsSpread) {}

  record InfluenceRates(double lift) {}

  record IdentityRates(
      double[] deviceWeights,
      double secondDevice,
      double secondDeviceUse,
      double cookieMonths,
      double appMonths,
      double accountOnForm,
      double accountOnSave,
      double accountWithCar,
      double taggedLink,
      double signIn,
      double staysSignedIn,
      double emailOnHit,
      double secondEmail,
      double secondEmailUse,
      double customerNumber,
      double contactRepeated,
      double placeholderNumber,
      double switchboardNumber,
      double recognised,
      double handleLinked,
      double sharedTablet,
      double sharedTabletUse,
      double showroomTablet,
      double publicDevice,
      double unknownOnShared,
      int callCenterSeats,
      double lookedUp,
      double lookedUpTouches,
      double placeholderContact,
      double placeholderVisitor,
      double typingError,
      double householdKnown,
      double numberGivenUp,
      double numberHandedOn,
      double numberRestMonths,
      double numberRestSpread,
      double knownUsedCar,
      double untoldSale) {}

  record NoiseRates(
      double late,
      double lateDays,
      double duplicate,
      double conflict,
      double malformed,
      double consentDenied,
      double consentGranted,
      double bots,
      double botHits,
      double honestBots) {}
}
