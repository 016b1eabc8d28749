package giro.ingest;

/**
 * What a market changes in the normal form of an identifier.
 *
 * @param market the market's code, as touches carry it
 * @param phoneRegion ISO 3166 code of the country whose numbering plan reads a national number
 * @param vinCheckDigit true where a VIN's ninth character must be its check digit
 */
public record MarketSettings(String market, String phoneRegion, boolean vinCheckDigit)
    implements java.io.Serializable {}
