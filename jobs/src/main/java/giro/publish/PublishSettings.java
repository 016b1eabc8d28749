package giro.publish;

/**
 * What readers get to see.
 *
 * @param k a cell of fewer persons is withheld
 * @param keepRuns how many published runs stay readable
 */
public record PublishSettings(int k, int keepRuns) {}
