package giro.report;

/**
 * Why rows or files were rejected in the last 30 nights.
 *
 * @param reason short code
 * @param isRow false where whole files were
 * @param rejected rows or files
 */
public record RejectedReason(String reason, boolean isRow, long rejected) {}
