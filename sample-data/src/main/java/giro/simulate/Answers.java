package giro.simulate;

/** Answers to the questionnaires of app and call center. */
final class Answers {
  private static final String[] USEFUL = {
    "review_site",
    "review_site",
    "review_site",
    "review_site",
    "review_site",
    "article",
    "article",
    "dealer",
    "friends",
    "brand_site"
  };

  private Answers() {}

  /**
   * Fills the survey; what the person felt follows the act's rating, most expectations are high.
   */
  static void fill(Sheet survey, Act act, Person person) {
    Dice dice = Dice.of(act.id, person.index(), 7);
    int felt = act.rating == 0 ? 3 : act.rating;
    boolean isEmpathyMet = dice.chance(0.37);
    survey
        .set("satisfaction", felt)
        .set("recommend", Math.min(10, felt * 2 + dice.below(2)))
        .set("empathy_wanted", dice.chance(0.68) ? 4 + dice.below(2) : 1 + dice.below(3))
        .set("empathy_felt", isEmpathyMet ? 4 + dice.below(2) : 1 + dice.below(3))
        .set("trust_wanted", 3 + dice.below(3))
        .set("trust_felt", dice.chance(0.58) ? 3 + dice.below(3) : 1 + dice.below(2))
        .when(dice.chance(0.8), "most_useful_source", USEFUL[dice.below(USEFUL.length)])
        .when(dice.chance(0.6), "birth_decade", person.birthDecade());
  }
}
