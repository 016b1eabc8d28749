package giro.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the page says about the run itself.
 *
 * @param runId the run whose tables are shown
 * @param asOf the night the figures stand for
 * @param runAt when the run was made, UTC
 * @param completeThrough the last day for which every expected source has landed; null if unknown
 * @param environment demo, test or production
 * @param usesDemoKey true where identifiers are hashed with the key everybody knows
 * @param k a cell of fewer persons is withheld
 * @param codeVersion version of the program
 * @param ruleVersion version of the rules that gave each touch its moment
 * @param inactivityNew the gap that ends a research lap; new, demo and unknown cars
 * @param inactivityUsed the same for used cars
 */
public record PageFacts(
    String runId,
    LocalDate asOf,
    Instant runAt,
    LocalDate completeThrough,
    String environment,
    boolean usesDemoKey,
    int k,
    String codeVersion,
    int ruleVersion,
    Duration inactivityNew,
    Duration inactivityUsed) {}
