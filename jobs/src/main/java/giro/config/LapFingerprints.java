package giro.config;

/**
 * SHA-256 in hex over the settings that decide what stored touches count in. How rows are read, who
 * sees figures and under which key changes none of them.
 *
 * @param laps consent, identity and laps
 * @param rules the moment rules, their version included
 * @param windows conversion windows and their lateness
 */
public record LapFingerprints(String laps, String rules, String windows) {}
