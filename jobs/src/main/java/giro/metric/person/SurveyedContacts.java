package giro.metric.person;

import giro.model.domain.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * The contacts of a person in their order, each with the surveys about it.
 *
 * <p>A survey is about the latest earlier contact on its case; else about the latest in which the
 * person was served; else about the latest that was not advertising; each at most so long before
 * it, end included. A survey about nothing that is known is a contact by itself.
 */
final class SurveyedContacts {
  private final List<Contact> contacts = new ArrayList<>();

  /** A touch that is a moment, with the surveys about it; those may be of another month. */
  record Contact(Touch touch, int place, List<Touch> surveys) {
    /**
     * Stars of the contact, else the first survey's, else the contact's sentiment; null if none.
     */
    Double feeling() {
      if (touch.rating == null) {
        for (Touch survey : surveys) {
          Double stars = SurveyFigure.CSAT.of(survey);
          if (stars != null) {
            return Feeling.ofStars(stars);
          }
        }
      }
      return Feeling.of(touch);
    }
  }

  private SurveyedContacts() {}

  /**
   * @param within how long before a survey its contact may be, in microseconds
   */
  static List<Contact> of(Person person, long within) {
    SurveyedContacts all = new SurveyedContacts();
    for (int i = 0; i < person.touches.size(); i++) {
      Touch touch = person.touches.get(i);
      if (!touch.moment.isMoment()) {
        continue;
      }
      Contact about = touch.is(TouchKind.SURVEY) ? all.about(touch, within) : null;
      if (about == null) {
        about = new Contact(touch, i, new ArrayList<>(1));
        all.contacts.add(about);
      }
      if (touch.is(TouchKind.SURVEY)) {
        about.surveys().add(touch);
      }
    }
    return all.contacts;
  }

  private Contact about(Touch survey, long within) {
    String caseNumber = Matter.of(survey).caseNumber();
    Contact served = null;
    Contact latest = null;
    for (int i = contacts.size() - 1; i >= 0; i--) {
      Contact contact = contacts.get(i);
      Touch touch = contact.touch();
      if (survey.since(touch) > within) {
        break;
      }
      if (touch.is(TouchKind.SURVEY) || touch.moment == Moment.STIMULUS) {
        continue;
      }
      if (caseNumber != null && caseNumber.equals(Matter.of(touch).caseNumber())) {
        return contact;
      }
      served = served == null && touch.is(TouchKind.SERVED) ? contact : served;
      latest = latest == null ? contact : latest;
    }
    return served == null ? latest : served;
  }
}
