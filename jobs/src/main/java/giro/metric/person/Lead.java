package giro.metric.person;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One request to be contacted, however many systems wrote it down, and what followed it.
 *
 * <p>Entries that share a lead number are one lead. An entry without a number, or with a number
 * that no lead has, joins the latest lead of its lap to the same dealer whose number it does not
 * contradict and that was not lost before; a dealer nobody names fits every dealer. What follows
 * belongs to a lead of the same lap that it may come after: to that of its lead number, else to the
 * latest to its dealer, else to the latest to no dealer in particular. So an order, a loss or a
 * test drive never counts for two leads. A delivery belongs to the lead whose order it fulfils.
 */
final class Lead {
  private static final String NUMBER = "lead_id";
  private static final String ORIGIN = "lead_origin";

  /** The first entry: the lead's time and lap. */
  final Touch first;

  private final Set<String> numbers = new HashSet<>();
  private final Set<Touch> entries = new HashSet<>();
  private final Map<LeadStep, Touch> steps = new EnumMap<>(LeadStep.class);

  /** When it was known lost for the first time; null where it was not so far. */
  private Touch loss;

  private String dealer;
  private String origin;
  private String market;

  private Lead(Touch first) {
    this.first = first;
    this.market = Touch.UNKNOWN.equals(first.marketSoFar) ? null : first.marketSoFar;
    enter(first);
  }

  /** The leads of a person, in the order of their first entries. */
  static List<Lead> of(Person person) {
    List<Lead> leads = new ArrayList<>();
    for (Touch touch : person.touches) {
      if (touch.is(TouchKind.LEAD)) {
        Lead known = known(leads, touch);
        if (known == null) {
          leads.add(new Lead(touch));
        } else {
          known.enter(touch);
        }
      } else if (LeadStep.LOST.is(touch)) {
        Lead lost = followed(leads, touch);
        if (lost != null && lost.loss == null) {
          lost.loss = touch;
        }
      }
    }
    if (!leads.isEmpty()) {
      follow(leads, person);
    }
    return leads;
  }

  private static void follow(List<Lead> leads, Person person) {
    for (Touch touch : person.touches) {
      Lead lead = null;
      for (LeadStep step : LeadStep.values()) {
        if (step != LeadStep.DELIVERY && step.is(touch)) {
          lead = lead == null ? followed(leads, touch) : lead;
          if (lead != null) {
            lead.steps.putIfAbsent(step, touch);
          }
        }
      }
    }
    for (Touch touch : person.touches) {
      if (LeadStep.DELIVERY.is(touch)) {
        leads.stream()
            .filter(lead -> lead.has(LeadStep.ORDER) && lead.first.lap == touch.lap)
            .forEach(lead -> lead.steps.putIfAbsent(LeadStep.DELIVERY, touch));
      }
    }
  }

  private static Lead known(List<Lead> leads, Touch entry) {
    String number = entry.attribute(NUMBER);
    Lead latest = null;
    for (Lead lead : leads) {
      if (number != null && lead.numbers.contains(number)) {
        return lead;
      }
      boolean isFree = (number == null || lead.numbers.isEmpty()) && !lead.isLostBefore(entry);
      if (isFree && lead.first.lap == entry.lap && lead.fits(entry.dealer)) {
        latest = lead;
      }
    }
    return latest;
  }

  /** The lead that a later touch is about; null where there is none. */
  private static Lead followed(List<Lead> leads, Touch touch) {
    String number = touch.attribute(NUMBER);
    Lead ofDealer = null;
    Lead ofNoDealer = null;
    for (Lead lead : leads) {
      boolean isSame = number != null && lead.numbers.contains(number);
      if (lead.entries.contains(touch)) {
        return lead;
      }
      if (lead.first.lap != touch.lap || !touch.mayComeAfter(lead.first)) {
        continue;
      }
      if (isSame) {
        return lead;
      }
      if (number == null || lead.numbers.isEmpty()) {
        if (touch.dealer == null || touch.dealer.equals(lead.dealer)) {
          ofDealer = lead;
        } else if (lead.dealer == null) {
          ofNoDealer = lead;
        }
      }
    }
    return ofDealer == null ? ofNoDealer : ofDealer;
  }

  private void enter(Touch entry) {
    entries.add(entry);
    String number = entry.attribute(NUMBER);
    if (number != null) {
      numbers.add(number);
    }
    dealer = dealer == null ? entry.dealer : dealer;
    origin = origin == null ? entry.attribute(ORIGIN) : origin;
    market = market == null ? entry.market : market;
  }

  /** Who asks again after the loss asks anew; of one day nobody knows. */
  private boolean isLostBefore(Touch entry) {
    return loss != null && !loss.mayComeAfter(entry);
  }

  private boolean fits(String other) {
    return other == null || dealer == null || dealer.equals(other);
  }

  /** The first step of a kind; null where there is none. */
  Touch step(LeadStep step) {
    return steps.get(step);
  }

  boolean has(LeadStep step) {
    return steps.containsKey(step);
  }

  /** A loss is known and no order came before it or with it. */
  boolean isLost() {
    Touch lost = step(LeadStep.LOST);
    Touch order = step(LeadStep.ORDER);
    return lost != null && (order == null || lost.start < order.start);
  }

  /** What an entry says, else the latest earlier dealer in the lap, else {@code unknown}. */
  String dealer() {
    return dealer == null ? first.dealerSoFar : dealer;
  }

  /** What an entry says, else {@code unknown}. */
  String origin() {
    return Touch.known(origin);
  }

  /** Market of the first entry or known before it in the lap, else what a later entry says. */
  String market() {
    return Touch.known(market);
  }
}
