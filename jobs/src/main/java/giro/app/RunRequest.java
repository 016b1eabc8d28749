package giro.app;

import java.time.LocalDate;

/**
 * One run.
 *
 * @param command what is written to the ledger: run, backfill, rebuild, reclassify, forget or demo
 * @param asOf the night it stands for
 * @param takesLanding false for a rebuild from what is stored
 */
record RunRequest(String command, LocalDate asOf, boolean takesLanding) {}
