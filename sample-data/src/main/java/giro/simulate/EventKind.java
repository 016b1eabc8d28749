package giro.simulate;

import giro.model.domain.Moment;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can happen to a person, one per source and event type, with the moment it is for a prospect
 * and for somebody who waits for or holds a car. Exceptions are in {@link TrueMoment}.
 */
enum EventKind {
  // web
  AD_IMPRESSION(Source.WEB, "ad_impression", Moment.STIMULUS, Moment.STIMULUS),
  AD_CLICK(Source.WEB, "ad_click", Moment.STIMULUS, Moment.STIMULUS),
  EMAIL_OPEN(Source.WEB, "email_open", Moment.NONE, Moment.NONE),
  EMAIL_CLICK(Source.WEB, "email_click", Moment.STIMULUS, Moment.STIMULUS),
  SEARCH_LANDING(Source.WEB, "search_landing", Moment.ZMOT, Moment.ZMOT),
  PAGE_VIEW(Source.WEB, "page_view", Moment.ZMOT, Moment.SMOT),
  MODEL_PAGE_VIEW(Source.WEB, "model_page_view", Moment.ZMOT, Moment.ZMOT),
  MODEL_COMPARE(Source.WEB, "model_compare", Moment.ZMOT, Moment.ZMOT),
  VIDEO_VIEW(Source.WEB, "video_view", Moment.ZMOT, Moment.ZMOT),
  ARTICLE_READ(Source.WEB, "article_read", Moment.ZMOT, Moment.ZMOT),
  WEB_REVIEW_READ(Source.WEB, "review_read", Moment.ZMOT, Moment.ZMOT),
  COMPANY_ANSWER_READ(Source.WEB, "company_answer_read", Moment.ZMOT, Moment.ZMOT),
  BROCHURE_DOWNLOAD(Source.WEB, "brochure_download", Moment.ZMOT, Moment.ZMOT),
  NEWSLETTER_SIGNUP(Source.WEB, "newsletter_signup", Moment.ZMOT, Moment.ZMOT),
  CONFIGURATOR_START(Source.WEB, "configurator_start", Moment.ZMOT, Moment.ZMOT),
  CONFIGURATOR_SAVE(Source.WEB, "configurator_save", Moment.FMOT, Moment.FMOT),
  STOCK_SEARCH(Source.WEB, "stock_search", Moment.ZMOT, Moment.ZMOT),
  STOCK_VEHICLE_VIEW(Source.WEB, "stock_vehicle_view", Moment.FMOT, Moment.FMOT),
  DEALER_LOCATOR(Source.WEB, "dealer_locator", Moment.ZMOT, Moment.ZMOT),
  FINANCE_CALCULATOR(Source.WEB, "finance_calculator", Moment.ZMOT, Moment.ZMOT),
  FINANCE_QUOTE(Source.WEB, "finance_quote", Moment.FMOT, Moment.FMOT),
  TRADE_IN_VALUATION(Source.WEB, "trade_in_valuation", Moment.FMOT, Moment.FMOT),
  LEAD_FORM(Source.WEB, "lead_form", Moment.FMOT, Moment.FMOT),
  TEST_DRIVE_BOOKING(Source.WEB, "test_drive_booking", Moment.FMOT, Moment.FMOT),
  RESERVATION_PAID(Source.WEB, "reservation_paid", Moment.FMOT, Moment.FMOT),
  ONLINE_ORDER(Source.WEB, "online_order", Moment.FMOT, Moment.FMOT),
  CHAT_HUMAN(Source.WEB, "chat_human", Moment.FMOT, Moment.SMOT),
  CHAT_BOT(Source.WEB, "chat_bot", Moment.FMOT, Moment.SMOT),
  OWNER_MANUAL_VIEW(Source.WEB, "owner_manual_view", Moment.ZMOT, Moment.SMOT),
  RECALL_CHECK(Source.WEB, "recall_check", Moment.SMOT, Moment.SMOT),
  WEB_SERVICE_BOOKING(Source.WEB, "service_booking", Moment.SMOT, Moment.SMOT),
  MARKETPLACE_EXIT(Source.WEB, "marketplace_exit", Moment.ZMOT, Moment.ZMOT),
  LOGIN(Source.WEB, "login", Moment.NONE, Moment.NONE),
  OPT_OUT(Source.WEB, "opt_out", Moment.NONE, Moment.NONE),
  // app
  APP_INSTALL(Source.APP, "app_install", Moment.ZMOT, Moment.SMOT),
  VEHICLE_PAIRED(Source.APP, "vehicle_paired", Moment.SMOT, Moment.SMOT),
  REMOTE_COMMAND(Source.APP, "remote_command", Moment.SMOT, Moment.SMOT),
  TRIP_OR_CHARGE_VIEW(Source.APP, "trip_or_charge_view", Moment.SMOT, Moment.SMOT),
  TELEMETRY(Source.APP, "telemetry", Moment.NONE, Moment.NONE),
  VEHICLE_ALERT_SHOWN(Source.APP, "vehicle_alert_shown", Moment.NONE, Moment.SMOT),
  APP_SERVICE_BOOKING(Source.APP, "service_booking", Moment.SMOT, Moment.SMOT),
  IN_APP_SURVEY(Source.APP, "in_app_survey", Moment.FMOT, Moment.SMOT),
  PUSH_RECEIVED(Source.APP, "push_received", Moment.STIMULUS, Moment.STIMULUS),
  OFFER_CLICK(Source.APP, "offer_click", Moment.STIMULUS, Moment.STIMULUS),
  FEATURE_PURCHASE(Source.APP, "feature_purchase", Moment.SMOT, Moment.SMOT),
  SHARING_BOOKING(Source.APP, "sharing_booking", Moment.FMOT, Moment.SMOT),
  SHARING_TRIP(Source.APP, "sharing_trip", Moment.SMOT, Moment.SMOT),
  APP_ERROR(Source.APP, "app_error", Moment.SMOT, Moment.SMOT),
  // dealer
  LEAD_RECEIVED(Source.DEALER, "lead_received", Moment.FMOT, Moment.FMOT),
  LEAD_CONTACTED(Source.DEALER, "lead_contacted", Moment.FMOT, Moment.FMOT),
  APPOINTMENT_MADE(Source.DEALER, "appointment_made", Moment.FMOT, Moment.FMOT),
  APPOINTMENT_NO_SHOW(Source.DEALER, "appointment_no_show", Moment.NONE, Moment.NONE),
  SHOWROOM_VISIT(Source.DEALER, "showroom_visit", Moment.FMOT, Moment.FMOT),
  TEST_DRIVE(Source.DEALER, "test_drive", Moment.FMOT, Moment.FMOT),
  TRADE_IN_APPRAISAL(Source.DEALER, "trade_in_appraisal", Moment.FMOT, Moment.FMOT),
  OFFER_MADE(Source.DEALER, "offer_made", Moment.FMOT, Moment.FMOT),
  FINANCE_APPLICATION(Source.DEALER, "finance_application", Moment.FMOT, Moment.FMOT),
  ORDER_SIGNED(Source.DEALER, "order_signed", Moment.FMOT, Moment.FMOT),
  ORDER_CANCELLED(Source.DEALER, "order_cancelled", Moment.NONE, Moment.NONE),
  ORDER_UPDATE(Source.DEALER, "order_update", Moment.NONE, Moment.SMOT),
  REGISTRATION(Source.DEALER, "registration", Moment.NONE, Moment.NONE),
  DELIVERY(Source.DEALER, "delivery", Moment.SMOT, Moment.SMOT),
  SERVICE_VISIT(Source.DEALER, "service_visit", Moment.SMOT, Moment.SMOT),
  REPAIR(Source.DEALER, "repair", Moment.SMOT, Moment.SMOT),
  WARRANTY_OR_RECALL(Source.DEALER, "warranty_or_recall", Moment.SMOT, Moment.SMOT),
  CONTRACT_END_CONTACT(Source.DEALER, "contract_end_contact", Moment.STIMULUS, Moment.STIMULUS),
  VEHICLE_RETURNED_OR_SOLD(Source.DEALER, "vehicle_returned_or_sold", Moment.NONE, Moment.NONE),
  LOST_SALE(Source.DEALER, "lost_sale", Moment.NONE, Moment.NONE),
  // call_center
  INBOUND_SALES_CALL(Source.CALL_CENTER, "inbound_sales_call", Moment.FMOT, Moment.FMOT),
  INBOUND_INFO_CALL(Source.CALL_CENTER, "inbound_info_call", Moment.ZMOT, Moment.SMOT),
  INBOUND_SERVICE_CALL(Source.CALL_CENTER, "inbound_service_call", Moment.SMOT, Moment.SMOT),
  COMPLAINT(Source.CALL_CENTER, "complaint", Moment.FMOT, Moment.SMOT),
  ROADSIDE_ASSISTANCE(Source.CALL_CENTER, "roadside_assistance", Moment.SMOT, Moment.SMOT),
  OUTBOUND_SALES_CALL(Source.CALL_CENTER, "outbound_sales_call", Moment.FMOT, Moment.FMOT),
  SURVEY_ANSWER(Source.CALL_CENTER, "survey_answer", Moment.FMOT, Moment.SMOT),
  ABANDONED_CALL(Source.CALL_CENTER, "abandoned_call", Moment.FMOT, Moment.SMOT),
  CASE_CLOSED(Source.CALL_CENTER, "case_closed", Moment.NONE, Moment.NONE),
  // review
  REVIEW_POSTED(Source.REVIEW, "review_posted", Moment.UMOT, Moment.UMOT),
  REVIEW_EDITED(Source.REVIEW, "review_edited", Moment.UMOT, Moment.UMOT),
  SITE_REVIEW_READ(Source.REVIEW, "review_read", Moment.ZMOT, Moment.ZMOT),
  HELPFUL_VOTE(Source.REVIEW, "helpful_vote", Moment.ZMOT, Moment.ZMOT),
  QUESTION_ASKED(Source.REVIEW, "question_asked", Moment.ZMOT, Moment.SMOT),
  QUESTION_ANSWERED(Source.REVIEW, "question_answered", Moment.UMOT, Moment.UMOT),
  REVIEW_INVITED(Source.REVIEW, "review_invited", Moment.NONE, Moment.NONE),
  COMPANY_ANSWER(Source.REVIEW, "company_answer", Moment.NONE, Moment.NONE),
  // social
  EXPERIENCE_POST(Source.SOCIAL, "experience_post", Moment.UMOT, Moment.UMOT),
  MENTION(Source.SOCIAL, "mention", Moment.ZMOT, Moment.UMOT),
  PUBLIC_QUESTION(Source.SOCIAL, "public_question", Moment.ZMOT, Moment.SMOT),
  SHARE(Source.SOCIAL, "share", Moment.UMOT, Moment.UMOT),
  COMMENT(Source.SOCIAL, "comment", Moment.ZMOT, Moment.UMOT),
  LIKE(Source.SOCIAL, "like", Moment.NONE, Moment.NONE),
  FOLLOW(Source.SOCIAL, "follow", Moment.ZMOT, Moment.SMOT),
  CUSTOMER_CONTENT_VIEW(Source.SOCIAL, "customer_content_view", Moment.ZMOT, Moment.ZMOT),
  DIRECT_MESSAGE(Source.SOCIAL, "direct_message", Moment.FMOT, Moment.SMOT),
  REFERRAL_SENT(Source.SOCIAL, "referral_sent", Moment.UMOT, Moment.UMOT),
  REFERRAL_OPENED(Source.SOCIAL, "referral_opened", Moment.ZMOT, Moment.ZMOT),
  PAID_INFLUENCER_POST(Source.SOCIAL, "paid_influencer_post", Moment.STIMULUS, Moment.STIMULUS);

  private static final Map<String, EventKind> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EventKind::name, Function.identity()));

  final Source source;
  final String eventType;
  final Moment ofProspect;
  final Moment ofOwner;

  EventKind(Source source, String eventType, Moment ofProspect, Moment ofOwner) {
    this.source = source;
    this.eventType = eventType;
    this.ofProspect = ofProspect;
    this.ofOwner = ofOwner;
  }

  /** The kind a profile names in lower case, such as {@code model_page_view}; null if none. */
  static EventKind named(String name) {
    return BY_NAME.get(name.toUpperCase(java.util.Locale.ROOT));
  }

  /** True for touches that may be an acquisition: a contract or a paid access. */
  boolean isAcquisition() {
    return this == ORDER_SIGNED || this == ONLINE_ORDER || this == SHARING_BOOKING;
  }

  /** True for touches only an owner can make: pairing and the workshop. */
  boolean isOwnership() {
    return this == VEHICLE_PAIRED
        || this == SERVICE_VISIT
        || this == REPAIR
        || this == WARRANTY_OR_RECALL;
  }

  /** 0 for most; then acquisition, delivery, ownership, cancellation, disposal. */
  int role() {
    if (isAcquisition()) {
      return 1;
    }
    if (isOwnership()) {
      return 3;
    }
    return switch (this) {
      case DELIVERY -> 2;
      case ORDER_CANCELLED -> 4;
      case VEHICLE_RETURNED_OR_SOLD -> 5;
      default -> 0;
    };
  }
}
