package giro.metric;

import java.io.Serializable;

/**
 * What the settings have to do with changed counts.
 *
 * @param cause of laps that changed: configuration, rule version, or null for unchanged settings
 * @param hasOtherWindows true where the same instants may count otherwise
 */
public record SettingsChange(RestatementCause cause, boolean hasOtherWindows)
    implements Serializable {}
