package giro.ingest;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;

/** Brings a raw identifier to its normal form; null where it has none or identifies nobody. */
final class IdentifierForms {
  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
  private static final String VIN_VALUES = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
  private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

  private final IngestSettings settings;
  private final Map<String, List<Pattern>> blocked = new HashMap<>();

  IdentifierForms(IngestSettings settings) {
    this.settings = settings;
    settings
        .blocked()
        .forEach(
            (kind, patterns) ->
                blocked.put(kind, patterns.stream().map(Pattern::compile).toList()));
  }

  /**
   * A row's identifiers by the normal name of their kind, those without a value left out. A kind
   * that is neither configured nor a plain name is left out too: it is stored as it is, and a
   * source that mixes up names and values would have it hold the value.
   */
  Map<String, String> byKind(Map<String, String> raw) {
    Map<String, String> values = new TreeMap<>();
    raw.forEach(
        (name, value) -> {
          String kind = kind(name);
          if (kind != null && value != null && !value.isBlank()) {
            if (kind.equals(name)) {
              values.put(kind, value); // the exact name goes before one that only means it
            } else {
              values.putIfAbsent(kind, value);
            }
          }
        });
    return values;
  }

  /** Null where the name cannot be a kind's. */
  private String kind(String name) {
    if (name == null || blocked.containsKey(name)) {
      return name;
    }
    String trimmed = name.strip();
    if (trimmed.length() > 32) {
      return null;
    }
    String kind = trimmed.toLowerCase(Locale.ROOT);
    boolean isKind =
        blocked.containsKey(kind)
            || (PLAIN_NAME.matcher(kind).matches() && !Masking.mayIdentify(kind));
    return isKind ? kind : null;
  }

  /** The normal form of a value; null where the value fails its form or is blocked. */
  String normal(String kind, String value, String market) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String trimmed = value.strip();
    if (isBlocked(kind, trimmed)) {
      return null;
    }
    String form = form(kind, trimmed, market);
    return form == null || isBlocked(kind, form) ? null : form;
  }

  private String form(String kind, String trimmed, String market) {
    return switch (kind) {
      case "email" -> email(trimmed);
      case "phone" -> phone(trimmed, market);
      case "vin" -> vin(trimmed, market);
      default -> trimmed;
    };
  }

  /** Why a value that has no normal form is refused: it is blocked, or fails its kind's form. */
  String refusedFor(String kind, String value, String market) {
    return isBlocked(kind, value.strip()) || form(kind, value.strip(), market) != null
        ? "blocked"
        : "failed_form";
  }

  private boolean isBlocked(String kind, String value) {
    for (Pattern pattern : blocked.getOrDefault(kind, List.of())) {
      if (pattern.matcher(value).find()) {
        return true;
      }
    }
    return false;
  }

  private static String email(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return EmailValidator.getInstance(true, true).isValid(lower) ? lower : null;
  }

  private String phone(String value, String market) {
    String region = market == null ? null : settings.market(market).phoneRegion();
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = phones.parse(value, region);
      return phones.isPossibleNumber(number)
          ? phones.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)
          : null;
    } catch (NumberParseException e) {
      return null; // fails its form: it links nobody
    }
  }

  private String vin(String value, String market) {
    String upper = value.toUpperCase(Locale.ROOT).replace(" ", "").replace("-", "");
    if (!VIN.matcher(upper).matches()) {
      return null;
    }
    boolean isChecked = market != null && settings.market(market).vinCheckDigit();
    return !isChecked || hasCheckDigit(upper) ? upper : null;
  }

  /** ISO 3779 as North America uses it: weighted sum modulo 11 stands in the ninth place. */
  static boolean hasCheckDigit(String vin) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += VIN_VALUES.indexOf(vin.charAt(i)) % 10 * VIN_WEIGHTS[i];
    }
    int digit = sum % 11;
    return vin.charAt(8) == (digit == 10 ? 'X' : (char) ('0' + digit));
  }
}
