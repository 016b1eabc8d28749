package giro.metric.person;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long the brand has after feedback.
 *
 * @param answeredWithin an answer this soon, end included, may work on what its author does next
 * @param actedWithin how long an action after negative feedback is waited for
 */
public record FeedbackSettings(Duration answeredWithin, Duration actedWithin)
    implements Serializable {}
