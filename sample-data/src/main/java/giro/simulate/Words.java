package giro.simulate;

import java.util.List;

/** The words the systems choose from, and what an act's numbers stand for. */
final class Words {
  private static final List<String> CONDITIONS = List.of("", "new", "used", "demo");
  private static final List<String> CONTRACTS =
      List.of("", "purchase", "lease", "subscription", "sharing");
  private static final List<String> BUYERS = List.of("private", "company", "fleet");
  private static final List<String> DEVICES = List.of("", "phone", "computer", "tablet");
  private static final List<String> SUBJECTS =
      List.of("", "brakes", "battery", "software", "delay", "gearbox", "air_conditioning");

  private final Names names;
  private final Society society;
  private final Profile profile;

  Words(Names names, Society society, Profile profile) {
    this.names = names;
    this.society = society;
    this.profile = profile;
  }

  Names names() {
    return names;
  }

  String country(Act act) {
    return profile.world().markets().get(act.market - 1).code();
  }

  String model(Act act) {
    return act.model == 0 ? null : profile.world().models().get(act.model - 1).name();
  }

  String condition(Act act) {
    int condition = act.recordedCondition();
    return condition == 0 ? null : CONDITIONS.get(condition);
  }

  String contract(Act act) {
    return act.contract == 0 ? null : CONTRACTS.get(act.contract);
  }

  String buyer(Person person) {
    return BUYERS.get(person.buyer());
  }

  String device(Act act) {
    return act.device == 0 ? null : DEVICES.get(act.device);
  }

  String subject(Act act) {
    return act.subject == 0 ? null : SUBJECTS.get(act.subject);
  }

  String dealer(Act act) {
    return act.dealer == 0 ? null : names.dealer(act.market, act.dealer);
  }

  String campaign(Act act) {
    return act.campaign == 0 ? null : "cmp-" + act.campaign;
  }

  String lossReason(Act act) {
    return act.loss == 0 ? null : profile.dealer().lossReasons().names().get(act.loss - 1);
  }

  String competitor(Act act) {
    return act.competitor == 0
        ? null
        : profile.dealer().competitors().names().get(act.competitor - 1);
  }

  String vin(Act act, Person person) {
    if (act.car == 0) {
      return null;
    }
    UsedCars.Held first = society.cars().firstOwner(new UsedCars.Held(person.index(), act.car));
    return names.vin(first.person(), first.car());
  }

  String order(Act act, Person person) {
    return act.order == 0 ? null : names.order(person, act.order);
  }

  String lead(Act act, Person person) {
    return act.lead == 0 ? null : names.lead(person, act.lead);
  }

  String caseNumber(Act act, Person person) {
    return act.caseNumber == 0 ? null : names.caseNumber(person, act.caseNumber);
  }

  /** The content an act publishes or reads; null where there is none. */
  String content(Act act, Person person) {
    if (act.reads) {
      ContentPool.Piece piece = society.contents().read(act, person.index());
      return piece.author() == ContentPool.NOBODY
          ? names.oldContent(act.market, act.model, piece.number())
          : names.content(piece.author(), piece.number());
    }
    return act.content == 0 ? null : names.content(person.index(), act.content);
  }

  /** Two decimals of what speech or text analytics made of it; null where it says nothing. */
  static Double tone(Act act) {
    return act.tone == 0 ? null : Math.round(act.tone * 100) / 100.0;
  }

  static Double amount(Act act) {
    return act.amount == 0 ? null : (double) act.amount;
  }

  static String currency(Act act) {
    return act.amount == 0 ? null : "EUR";
  }

  String id(Act act) {
    return EventIds.text(act.kind.source, act.id);
  }

  /** yes, no, or null for people who were never asked; the same on every row of a person. */
  String consent(Person person) {
    double thrown = Dice.of(names.seed(), person.index(), 6).next();
    if (thrown < profile.noise().consentDenied()) {
      return "no";
    }
    return thrown < profile.noise().consentDenied() + profile.noise().consentGranted()
        ? "yes"
        : null;
  }
}
