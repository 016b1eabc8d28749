package giro.simulate;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The values systems write for a person: addresses, numbers, VINs, cookies. Scrambled from numbers,
 * so that equal means the same and nothing else can be read from them.
 */
final class Names {
  private static final HexFormat HEX = HexFormat.of();
  private static final String VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
  private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final List<String> FIRST =
      List.of(
          "anna", "luca", "marie", "jean", "paula", "jonas", "carmen", "pablo", "giulia", "marco",
          "sophie", "louis", "lena", "felix", "lucia", "diego", "elena", "paolo", "claire", "hugo");

  private final long seed;
  private final Profile profile;
  private final PhoneNumbers numbers;

  Names(Population population, PhoneNumbers numbers) {
    this.seed = population.seed;
    this.profile = population.profile;
    this.numbers = numbers;
  }

  long seed() {
    return seed;
  }

  String login(Person person) {
    return first(person) + Long.toString(bits(person.index(), 11) >>> 24, 36);
  }

  String email(Act act, Person person) {
    if (act.carries(Act.PLACEHOLDER)) {
      String dealer = dealer(person.market(), person.dealer()).toLowerCase(Locale.ROOT);
      return (act.id & 1) == 0 ? "noreply@mailhouse.net" : "info@dealer-" + dealer + ".net";
    }
    String at = act.carries(Act.SECOND_EMAIL) ? "@postbox-two.net" : "@mailhouse.net";
    String name = first(person) + "." + Long.toString(bits(person.index(), 12) >>> 24, 36);
    if (act.carries(Act.EMAIL_TYPO)) {
      int place = 1 + (int) (bits(act.id, 13) >>> 1) % (name.length() - 1);
      name = name.substring(0, Math.abs(place)) + "w" + name.substring(Math.abs(place));
    }
    // Salespeople do not care for case.
    String email = name + at;
    boolean isShouted = act.kind.source == Source.DEALER && (act.id & 15) == 0;
    return isShouted ? email.toUpperCase(Locale.ROOT) : email;
  }

  String phone(Act act, Person person) {
    if (act.carries(Act.PLACEHOLDER)) {
      return "0000000000";
    }
    if (act.carries(Act.SWITCHBOARD)) {
      Profile.Market home = profile.world().markets().get(0);
      return home.dial() + home.mobile() + digits(-1, 15, home.digits());
    }
    Profile.Market market = profile.world().markets().get(person.market() - 1);
    long own = numbers.at(person.index(), act.trueAt);
    long whose = act.carries(Act.PHONE_TYPO) ? act.id + 77 : own;
    String national = market.mobile() + digits(whose, 14, market.digits());
    // Half a dealer's hands write the national form, with the trunk zero where there is one.
    boolean isNational = act.kind.source == Source.DEALER && (act.id & 1) == 0;
    return isNational ? market.trunk() + national : market.dial() + national;
  }

  String customerNumber(Act act, Person person) {
    String dealer = dealer(person.market(), person.dealer());
    if (act.carries(Act.WALK_IN)) {
      return dealer + "-W" + HEX.toHexDigits(act.id, 8);
    }
    return dealer + "-" + (100_000 + (bits(person.index(), 16) >>> 34));
  }

  /** What a dealer's own cars are booked under. */
  String ownCustomerNumber(Person person) {
    return dealer(person.market(), person.dealer()) + "-OWN";
  }

  String dealer(int market, int dealer) {
    return profile.world().markets().get(market - 1).code() + String.format("%03d", dealer);
  }

  String cookie(Act act, Person person) {
    if (act.carries(Act.NO_COOKIE)) {
      return "00000000-0000-0000";
    }
    if (act.has(Act.SHOWROOM_TABLET)) {
      return "c" + HEX.toHexDigits(bits(person.market(), 17), 12);
    }
    if (act.cookie >= Browsers.SHOWROOM) {
      // A tablet in each showroom, and behind them the computers of the market's call center.
      int seat = act.cookie - Browsers.SHOWROOM;
      int place = seat == 0 ? person.dealer() : 2048 + seat;
      return "c" + HEX.toHexDigits(bits(person.market() * 4096L + place, 30), 12);
    }
    boolean isShared = act.cookie == Browsers.SHARED_TABLET;
    long whose = isShared ? Recognition.householdOf(person.index()) : person.index();
    return "c" + HEX.toHexDigits(bits(whose * 4096 + act.cookie % 4096, isShared ? 18 : 19), 12);
  }

  String installation(Act act, Person person) {
    return "i" + HEX.toHexDigits(bits(person.index() * 64 + act.cookie, 20), 12);
  }

  String handle(Person person) {
    return first(person) + "_" + Long.toString(bits(person.index(), 21) >>> 28, 36);
  }

  String household(Person person) {
    return "h" + HEX.toHexDigits(bits(Recognition.householdOf(person.index()), 22), 10);
  }

  String order(Person person, int order) {
    return "O" + HEX.toHexDigits(bits(person.index() * 256 + order, 23), 10);
  }

  String lead(Person person, int lead) {
    return "L" + HEX.toHexDigits(bits(person.index() * 256 + lead, 24), 10);
  }

  String caseNumber(Person person, int number) {
    return "K" + HEX.toHexDigits(bits(person.index() * 256 + number, 25), 10);
  }

  /** Content by its author and the author's own number of it. */
  String content(long author, int number) {
    return "x" + HEX.toHexDigits(bits(author * 4096 + number, 26), 10);
  }

  /** Content older than the simulated days, of a market and model. */
  String oldContent(int market, int model, int number) {
    return "x" + HEX.toHexDigits(bits((market * 64L + model) * 64 + number, 27), 10);
  }

  /** A VIN with its check digit, by the owner who had it first. */
  String vin(long firstOwner, int car) {
    long bits = bits(firstOwner * 256 + car, 28) >>> 1;
    char[] vin = "VF7AAAAA0R0000000".toCharArray();
    for (int place : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 16}) {
      int size = place < 11 ? 23 : 10;
      vin[place] = VIN_LETTERS.charAt(place < 11 ? (int) (bits % size) : 23 + (int) (bits % size));
      bits /= size;
    }
    int sum = 0;
    for (int i = 0; i < vin.length; i++) {
      sum += VIN_WEIGHTS[i] * value(vin[i]);
    }
    vin[8] = sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11);
    return new String(vin);
  }

  private static int value(char c) {
    return Character.isDigit(c) ? c - '0' : "ABCDEFGH.JKLMN.P.R.STUVWXYZ".indexOf(c) % 9 + 1;
  }

  private String first(Person person) {
    return FIRST.get((int) ((bits(person.index(), 29) >>> 1) % FIRST.size()));
  }

  /** One to one below ten to the {@code count}, so that no two persons share a number. */
  private String digits(long whose, int purpose, int count) {
    long bound = (long) Math.pow(10, count);
    long number = Math.floorMod(whose * 61_803_397L + purpose * 7_654_321L + seed, bound);
    String digits = Long.toString(number);
    return "0".repeat(count - digits.length()) + digits;
  }

  private long bits(long number, int purpose) {
    return Dice.mix(seed * 31 + Dice.mix(number * 64 + purpose));
  }
}
