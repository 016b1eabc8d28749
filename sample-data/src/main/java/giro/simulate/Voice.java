package giro.simulate;

import giro.simulate.Profile.VoiceRates;

/** What people publish: reviews, posts, shares and referrals, and the brand's public answers. */
final class Voice {
  private final Scene scene;
  private final Dice dice;
  private final VoiceRates rates;

  Voice(Scene scene) {
    this.scene = scene;
    this.dice = scene.dice;
    this.rates = scene.profile.voice();
  }

  void afterDelivery(Car car) {
    boolean isInvited = dice.chance(rates.invited());
    if (isInvited) {
      long at = scene.businessHour(car.since + 5 * Scene.DAY);
      Act invitation = scene.add(EventKind.REVIEW_INVITED, at);
      invitation.model = car.model;
      invitation.mark(Act.INVITED);
      invitation.dealer = scene.person.dealer();
    }
    if (dice.chance(isInvited ? rates.reviewInvited() : rates.reviewSpontaneous())) {
      Act review = review(car.model, car.condition, car.since + 5 * Scene.DAY, rating(car));
      review.marks |= isInvited ? Act.INVITED : 0;
    }
    speak(EventKind.EXPERIENCE_POST, rates.experiencePost(), car);
    speak(EventKind.SHARE, rates.share(), car);
    speak(EventKind.REFERRAL_SENT, rates.referral(), car);
  }

  void afterTrouble(Car car, long at) {
    if (!dice.chance(rates.afterTrouble())) {
      return;
    }
    int rating = 1 + dice.below(car.isBad ? 2 : 4);
    if (dice.chance(0.6)) {
      review(car.model, car.condition, at, rating);
    } else {
      post(EventKind.EXPERIENCE_POST, car.model, at, rating);
    }
  }

  /** A prospect tells of the test drive or of the dealer. */
  void asProspect(Need need) {
    if (!dice.chance(rates.prospectPost())) {
      return;
    }
    int rating = 2 + dice.below(4);
    if (dice.chance(0.5)) {
      review(need.model, need.condition, need.at, rating);
    } else {
      post(EventKind.EXPERIENCE_POST, need.model, need.at, rating);
    }
  }

  private void speak(EventKind kind, double share, Car car) {
    double factor = car.isBad ? 0.6 : 1.1;
    if (dice.chance(share * factor)) {
      post(kind, car.model, car.since, rating(car));
    }
  }

  private int rating(Car car) {
    return car.isBad ? 1 + dice.below(3) : 4 + (dice.chance(0.7) ? 1 : 0);
  }

  private Act review(int model, int condition, long after, int rating) {
    long at = scene.anyHour(after + scene.days(rates.afterDays(), rates.afterSpread()));
    Act review = words(EventKind.REVIEW_POSTED, at, model, rating);
    review.condition = condition;
    review.dealer = scene.person.dealer();
    review.content = scene.newContent();
    review.marks |= dice.chance(rates.verified()) ? Act.VERIFIED : 0;
    if (dice.chance(rates.answered())) {
      answer(review);
    }
    return review;
  }

  private void answer(Act review) {
    double days = dice.exponential(rates.answerDays());
    long at = scene.businessHour(review.at + (long) (days * Scene.DAY));
    Act answer = scene.add(EventKind.COMPANY_ANSWER, at);
    answer.model = review.model;
    answer.content = review.content;
    if (dice.chance(rates.edited())) {
      long later = scene.anyHour(at + Scene.DAY);
      Act edit =
          words(EventKind.REVIEW_EDITED, later, review.model, Math.min(5, review.rating + 1));
      edit.condition = review.condition;
      edit.dealer = review.dealer;
      edit.content = review.content;
    }
  }

  private void post(EventKind kind, int model, long after, int rating) {
    long at = scene.anyHour(after + scene.days(rates.afterDays(), rates.afterSpread()));
    Act post = words(kind, at, model, rating);
    post.mark(Act.TELLS_STORY);
    if (kind == EventKind.SHARE) {
      post.reads = !dice.chance(rates.ofBrandContent());
      post.marks |= post.reads ? 0 : Act.BRAND_CONTENT;
    } else {
      post.content = scene.newContent();
    }
    if (kind == EventKind.EXPERIENCE_POST && dice.chance(rates.byEmployee())) {
      post.mark(Act.BY_EMPLOYEE);
    }
  }

  private Act words(EventKind kind, long at, int model, int rating) {
    Act act = scene.add(kind, at);
    act.model = model;
    act.rating = rating;
    act.tone = (rating - 3) / 2f;
    act.session = scene.newSession();
    return act;
  }
}
