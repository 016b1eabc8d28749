package giro.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries by what sources call them: two letters, three letters or the English name. */
final class CountryCodes {
  private static final Map<String, String> BY_NAME = byName();

  private CountryCodes() {}

  /** ISO 3166's two letters, upper case; null for what is no country. */
  static String market(String country) {
    return country == null ? null : BY_NAME.get(country.strip().toLowerCase(Locale.ROOT));
  }

  private static Map<String, String> byName() {
    Map<String, String> byName = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      byName.put(code.toLowerCase(Locale.ROOT), code);
      byName.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
      byName.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
    }
    // Names in use beside the locale data's own.
    byName.put("uk", "GB");
    byName.put("turkey", "TR");
    byName.put("t\u00fcrkiye", "TR");
    byName.put("czech republic", "CZ");
    byName.put("czechia", "CZ");
    byName.put("north macedonia", "MK");
    return Map.copyOf(byName);
  }
}
