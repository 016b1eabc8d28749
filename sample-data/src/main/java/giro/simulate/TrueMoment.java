package giro.simulate;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.STIMULUS;
import static giro.model.domain.Moment.UMOT;
import static giro.model.domain.Moment.ZMOT;

import giro.model.domain.Moment;
import giro.model.domain.Phase;

/** The moment an act truly is, given what its person is to the brand just then. */
final class TrueMoment {
  private TrueMoment() {}

  /** The moment where nothing is known of the car it is about. */
  static Moment of(Act act, Phase phase) {
    Moment byMark = byMark(act, phase);
    if (byMark != null) {
      return byMark;
    }
    return phase == Phase.PROSPECT ? act.kind.ofProspect : act.kind.ofOwner;
  }

  /** True where a waiting person's shopping for the car ordered is use of it. */
  static boolean mayReassureWaiting(Act act, Moment moment) {
    return (moment == ZMOT || moment == FMOT) && !act.kind.isAcquisition();
  }

  /** True where reading about a car just delivered is use of it. */
  static boolean mayReassureOwner(Act act, Moment moment) {
    return moment == ZMOT && isReading(act.kind);
  }

  private static boolean isReading(EventKind kind) {
    return switch (kind) {
      case MODEL_PAGE_VIEW,
          VIDEO_VIEW,
          ARTICLE_READ,
          WEB_REVIEW_READ,
          SITE_REVIEW_READ,
          COMPANY_ANSWER_READ,
          CUSTOMER_CONTENT_VIEW ->
          true;
      default -> false;
    };
  }

  /** What the act's own attributes decide before the table does; null where they say nothing. */
  private static Moment byMark(Act act, Phase phase) {
    boolean isOwner = phase != Phase.PROSPECT;
    return switch (act.kind) {
      case EMAIL_CLICK, DEALER_LOCATOR, LEAD_FORM -> isOwner && act.has(Act.SERVICE) ? SMOT : null;
      case SEARCH_LANDING -> isOwner && act.has(Act.OWNER_PAGE) ? SMOT : null;
      case VIDEO_VIEW -> isOwner && act.has(Act.HOW_TO) ? SMOT : null;
      case SHOWROOM_VISIT -> act.has(Act.SERVICE) ? SMOT : null;
      case CHAT_HUMAN, CHAT_BOT -> isOwner && act.has(Act.ABOUT_PURCHASE) ? FMOT : null;
      case ARTICLE_READ -> act.has(Act.PAID) ? STIMULUS : null;
      case LEAD_CONTACTED -> act.has(Act.NOT_REACHED) ? NONE : null;
      case OUTBOUND_SALES_CALL -> act.talkSeconds == 0 ? NONE : null;
      case APP_ERROR -> isOwner ? null : NONE;
      case EXPERIENCE_POST -> act.has(Act.BY_EMPLOYEE) ? STIMULUS : null;
      case SHARE -> act.has(Act.BRAND_CONTENT) ? NONE : null;
      case MENTION -> !isOwner && act.has(Act.TELLS_STORY) ? UMOT : null;
      default -> null;
    };
  }
}
