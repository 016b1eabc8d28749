package giro.journey;

import giro.model.domain.ConversionPair;

/**
 * The instants of one pair in one lap: its first {@code from}, the earliest {@code to} that may
 * come after it and the earliest loss that may come after it. Null where there is none; states are
 * not stored, they follow from these and the day one looks.
 */
record PairTime(ConversionPair pair, JourneyTouch from, JourneyTouch to, JourneyTouch lost) {}
