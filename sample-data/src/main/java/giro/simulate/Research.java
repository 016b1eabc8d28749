package giro.simulate;

import giro.simulate.Profile.ResearchRates;

/** How a person finds out by themselves: stimulus, entry, bursts over days. */
final class Research {
  private final Scene scene;
  private final Dice dice;
  private final ResearchRates rates;

  Research(Scene scene) {
    this.scene = scene;
    this.dice = scene.dice;
    this.rates = scene.profile.research();
  }

  /** Lives the need up to the decision to meet a dealer or not; false when it ended before. */
  boolean live(Need need) {
    if (dice.chance(rates.stimulusShare()) && !followStimulus(need)) {
      return false;
    }
    double entry = dice.next();
    if (entry < rates.entryByContent()) {
      enterByContent(need);
    } else if (entry < rates.entryByContent() + rates.entryAtDealer()) {
      enterAtDealer(need);
    } else if (entry < rates.entryByContent() + rates.entryAtDealer() + rates.entryByCall()) {
      enterByCall(need);
    }
    bursts(need, dice.atLeastOne(rates.bursts()));
    return true;
  }

  /** Some days of research; the need moves on to the last of them. */
  void bursts(Need need, int count) {
    for (int i = 0; i < count; i++) {
      need.at = scene.anyHour(need.at);
      burst(need);
      need.at += scene.days(rates.gapDays(), rates.gapSpread());
    }
  }

  private boolean followStimulus(Need need) {
    int touches = dice.atLeastOne(rates.stimulusTouches());
    for (int i = 0; i < touches; i++) {
      need.at = scene.anyHour(need.at);
      Act act = scene.add(rates.stimulus().pick(dice), need.at);
      act.session = scene.newSession();
      act.campaign = 1 + dice.below(40);
      act.model = need.model;
      need.at += (long) (dice.exponential(rates.stimulusGapDays()) * Scene.DAY);
    }
    need.at += scene.days(rates.stimulusToSearchDays(), rates.stimulusToSearchSpread());
    return dice.chance(rates.stimulusFollowed());
  }

  private void enterByContent(Need need) {
    need.at = scene.anyHour(need.at);
    Act act = scene.about(scene.add(rates.contentEntry().pick(dice), need.at), need);
    act.session = scene.newSession();
    readWords(act, need);
    need.at += scene.days(1, 1);
  }

  private void enterAtDealer(Need need) {
    need.at = scene.businessHour(need.at);
    Act visit = scene.addAtDealer(EventKind.SHOWROOM_VISIT, need.at);
    scene.about(visit, need);
    if (dice.chance(scene.profile.dealer().detailsTaken())) {
      visit.mark(Act.DETAILS_TAKEN);
    }
    need.at += scene.days(2, 1);
  }

  private void enterByCall(Need need) {
    need.at = scene.businessHour(need.at);
    Act call = scene.about(scene.add(EventKind.INBOUND_SALES_CALL, need.at), need);
    call.waitSeconds = (int) dice.exponential(60);
    call.talkSeconds = 30 + (int) dice.exponential(200);
    need.at += scene.days(1, 1);
  }

  private void burst(Need need) {
    int session = scene.newSession();
    int touches = dice.atLeastOne(rates.touches());
    for (int i = 0; i < touches; i++) {
      look(need, session);
      need.at += 5_000 + (long) (dice.exponential(rates.touchSeconds()) * 1000);
    }
  }

  private void look(Need need, int session) {
    Act act = scene.add(rates.kinds().pick(dice), need.at);
    act.session = session;
    // New, used and demo cars have their own corners of every site.
    act.condition = need.condition;
    if (!dice.chance(rates.noModel())) {
      act.model = dice.chance(rates.otherModel()) ? need.otherModel : need.model;
    }
    detail(act, need);
  }

  private void detail(Act act, Need need) {
    switch (act.kind) {
      case WEB_REVIEW_READ, SITE_REVIEW_READ, HELPFUL_VOTE, CUSTOMER_CONTENT_VIEW, COMMENT ->
          readWords(act, need);
      case COMPANY_ANSWER_READ -> act.reads = true;
      case ARTICLE_READ -> markBy(act, Act.PAID, rates.paidArticle());
      case BROCHURE_DOWNLOAD -> markBy(act, Act.GATED, rates.gatedBrochure());
      case VIDEO_VIEW -> markBy(act, Act.HOW_TO, rates.howToVideo());
      case EMAIL_OPEN, FOLLOW, PAGE_VIEW -> act.model = 0;
      case INBOUND_INFO_CALL, ABANDONED_CALL -> {
        act.waitSeconds = 20 + (int) dice.exponential(90);
        act.talkSeconds = act.kind == EventKind.ABANDONED_CALL ? 0 : 40;
      }
      default -> {
        // Nothing else is said by the other kinds.
      }
    }
  }

  private static void readWords(Act act, Need need) {
    act.reads = true;
    act.mark(Act.LIFTED);
    need.hasRead = true;
  }

  private void markBy(Act act, int mark, double share) {
    if (dice.chance(share)) {
      act.mark(mark);
    }
  }
}
