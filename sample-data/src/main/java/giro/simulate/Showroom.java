package giro.simulate;

import giro.simulate.Profile.DealerRates;

/** From a specific car to a contract or a loss: shelf, lead, answer, visits, steps back, offer. */
final class Showroom {
  private final Scene scene;
  private final Research research;
  private final Dice dice;
  private final DealerRates rates;
  private int lead;

  Showroom(Scene scene, Research research) {
    this.scene = scene;
    this.research = research;
    this.dice = scene.dice;
    this.rates = scene.profile.dealer();
  }

  /** True when a contract follows; the need then stands at the day of the signature. */
  boolean live(Need need) {
    need.at += scene.days(rates.metAfterDays(), rates.metAfterSpread());
    if (dice.chance(rates.shelfShare())) {
      shelf(need);
    }
    lead = 0;
    if (dice.chance(rates.leadShare()) && !lead(need)) {
      return false;
    }
    visit(need);
    for (int i = 0; i < 2 && dice.chance(rates.stepBack()); i++) {
      need.at += Scene.DAY;
      research.bursts(need, dice.atLeastOne(1.5));
      visit(need);
    }
    need.at += scene.days(rates.decideDays(), rates.decideSpread());
    if (dice.chance(Math.min(0.95, rates.order() * scene.appeal(need) * lift(need)))) {
      return true;
    }
    lose(need, -1);
    return false;
  }

  private double lift(Need need) {
    return need.hasRead ? 1 + scene.profile.influence().lift() : 1;
  }

  private void shelf(Need need) {
    need.at = scene.anyHour(need.at);
    int session = scene.newSession();
    int touches = dice.atLeastOne(rates.shelfTouches());
    for (int i = 0; i < touches; i++) {
      Act act = scene.about(scene.add(rates.shelf().pick(dice), need.at), need);
      act.session = session;
      act.dealer = scene.person.dealer();
      act.amount = 15_000 + 100 * dice.below(200);
      act.mark(Act.ABOUT_PURCHASE);
      if (act.kind == EventKind.CHAT_BOT && dice.chance(0.3)) {
        act.mark(Act.CONTACT_LEFT);
      }
      act.talkSeconds = 120;
      need.at += 20_000 + (long) (dice.exponential(180) * 1000);
    }
  }

  /** A lead and the dealer's answer; false when silence or the hand-off lost the person. */
  private boolean lead(Need need) {
    lead = scene.newLead();
    boolean isMarketplace = dice.chance(rates.marketplaceLead());
    need.at = scene.anyHour(need.at);
    if (!isMarketplace) {
      Act form = scene.about(scene.add(EventKind.LEAD_FORM, need.at), need);
      form.lead = lead;
      form.session = scene.newSession();
      form.dealer = scene.person.dealer();
      form.marks |= dice.chance(0.3) ? Act.TEST_DRIVE_FORM : 0;
    }
    need.at += Scene.MINUTE;
    Act received = row(EventKind.LEAD_RECEIVED, need);
    received.subject = isMarketplace ? 1 : 0;
    return answer(need);
  }

  private boolean answer(Need need) {
    double hours = dice.logNormal(rates.answerHours(), rates.answerSpread());
    double silence = hours * scene.market().slowness();
    need.at = scene.businessHour(need.at + (long) (silence * Scene.HOUR));
    Act contact = row(EventKind.LEAD_CONTACTED, need);
    if (dice.chance(rates.notReached())) {
      contact.mark(Act.NOT_REACHED);
      need.at = scene.businessHour(need.at + Scene.DAY);
      row(EventKind.LEAD_CONTACTED, need);
    }
    boolean isLost = dice.chance(1 - Math.pow(1 - rates.lostADay(), silence / 24));
    if (isLost || dice.chance(rates.handoffLoss())) {
      lose(need, isLost ? noAnswer() : -1);
      return false;
    }
    if (dice.chance(rates.appointment())) {
      row(EventKind.APPOINTMENT_MADE, need);
      appointment(need);
    }
    return true;
  }

  private void appointment(Need need) {
    need.at += scene.days(rates.visitDays(), rates.visitSpread());
    if (dice.chance(rates.noShow())) {
      row(EventKind.APPOINTMENT_NO_SHOW, need);
      need.at += 2 * Scene.DAY;
    }
  }

  private void visit(Need need) {
    need.at = scene.businessHour(need.at + scene.days(rates.visitDays(), rates.visitSpread()));
    Act visit = row(EventKind.SHOWROOM_VISIT, need);
    if (dice.chance(rates.detailsTaken())) {
      visit.mark(Act.DETAILS_TAKEN);
    }
    if (scene.person.dealer() == 1 && dice.chance(scene.profile.identity().showroomTablet())) {
      scene
          .about(scene.add(EventKind.CONFIGURATOR_SAVE, need.at + 10 * Scene.MINUTE), need)
          .mark(Act.SHOWROOM_TABLET);
    }
    step(need, EventKind.TEST_DRIVE, rates.testDrive());
    step(need, EventKind.TRADE_IN_APPRAISAL, need.isOwner ? 0.5 : rates.appraisal());
    step(need, EventKind.OFFER_MADE, rates.offer());
    step(need, EventKind.FINANCE_APPLICATION, rates.finance());
    if (dice.chance(rates.outboundCall())) {
      Act call = scene.about(scene.add(EventKind.OUTBOUND_SALES_CALL, need.at + Scene.DAY), need);
      call.talkSeconds = dice.chance(rates.outboundAnswered()) ? 90 : 0;
    }
  }

  private void step(Need need, EventKind kind, double share) {
    if (dice.chance(share)) {
      row(kind, need).amount = 15_000 + 100 * dice.below(200);
    }
  }

  private Act row(EventKind kind, Need need) {
    Act act = scene.about(scene.addAtDealer(kind, need.at), need);
    act.lead = lead;
    return act;
  }

  private void lose(Need need, int reason) {
    if (!dice.chance(rates.lossRecorded())) {
      return;
    }
    need.at += scene.days(rates.lossDays(), 0.8);
    Act loss = row(EventKind.LOST_SALE, need);
    loss.loss = 1 + (reason >= 0 ? reason : rates.lossReasons().pick(dice));
    loss.competitor = dice.chance(0.5) ? 1 + rates.competitors().pick(dice) : 0;
  }

  private int noAnswer() {
    return Math.max(0, rates.lossReasons().names().indexOf("no_answer"));
  }
}
