package giro.metric.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A review with all its versions: it counts once, when it was posted, with the latest rating it was
 * given.
 */
final class Review {
  static final String OVERALL = "overall";
  private static final String ASPECT = "aspect_";

  final Touch posted;
  final Map<String, Double> ratings = new TreeMap<>();
  boolean isInvited;
  boolean isVerified;
  Long reach;

  /** Start of the latest edit; null where it was not edited. */
  Long editedAt;

  private Review(Touch posted) {
    this.posted = posted;
  }

  /** The reviews of a person; a touch without content is a review of its own. */
  static List<Review> of(Person person) {
    Map<String, Review> byContent = new LinkedHashMap<>();
    List<Review> reviews = new ArrayList<>();
    for (Touch touch : person.touches) {
      if (!touch.is(TouchKind.REVIEW)) {
        continue;
      }
      Review review = touch.contentId == null ? null : byContent.get(touch.contentId);
      if (review == null) {
        review = new Review(touch);
        reviews.add(review);
        if (touch.contentId != null) {
          byContent.put(touch.contentId, review);
        }
      }
      review.version(touch);
    }
    return reviews;
  }

  private void version(Touch touch) {
    if (touch.rating != null) {
      ratings.put(OVERALL, touch.rating);
    }
    ratings.putIfAbsent(OVERALL, null);
    for (String name : touch.attributes.keySet()) {
      Double rating = name.startsWith(ASPECT) ? touch.number(name) : null;
      if (rating != null) {
        ratings.put(name.substring(ASPECT.length()), rating);
      }
    }
    isInvited |= touch.is(TouchKind.REVIEW_INVITED);
    isVerified |= touch.is(TouchKind.REVIEW_VERIFIED);
    if (touch.reach != null) {
      reach = reach == null ? touch.reach : Math.max(reach, touch.reach);
    }
    if (touch.is(TouchKind.REVIEW_EDIT)) {
      editedAt = touch.start;
    }
  }
}
