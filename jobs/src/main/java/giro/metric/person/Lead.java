package giro.metric.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A lead of a lap by its first entry. Entries that share a lead number, or else come to one dealer,
 * are one lead.
 */
record Lead(Touch first) {
  static List<Lead> of(PersonLap lap) {
    List<Lead> leads = new ArrayList<>();
    Map<String, Lead> byNumber = new HashMap<>();
    Map<String, Lead> withoutNumber = new HashMap<>();
    Map<String, Lead> latest = new HashMap<>();
    for (Touch touch : lap.touches) {
      if (!touch.is(TouchKind.LEAD)) {
        continue;
      }
      String number = touch.attribute("lead_id");
      String dealer = Touch.known(touch.dealer);
      Lead lead =
          number == null
              ? latest.get(dealer)
              : byNumber.containsKey(number) ? byNumber.get(number) : withoutNumber.remove(dealer);
      if (lead == null) {
        lead = new Lead(touch);
        leads.add(lead);
        if (number == null) {
          withoutNumber.put(dealer, lead);
        }
      }
      latest.put(dealer, lead);
      if (number != null) {
        byNumber.put(number, lead);
      }
    }
    return leads;
  }
}
