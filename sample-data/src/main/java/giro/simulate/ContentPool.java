package giro.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * All public words of the simulated people, in time, so that a reader finds what existed by then.
 * Before the first words about a model there is older content, by nobody here.
 */
final class ContentPool {
  /** Who reads one of these looks among the same kind. */
  private static final int REVIEWS = 0;

  private static final int POSTS = 1;
  private static final int REFERRALS = 2;
  private static final int GROUPS = 3;

  /** A reader finds one of so many newest ones. */
  private static final int FRESHEST = 60;

  /** Content older than the run, of a market and model. */
  private static final int OLD = 5;

  /** Room for markets on the shelves. */
  private static final int MARKETS = 64;

  static final long NOBODY = -1;

  /** One piece: who wrote it, as which of their own, or an older one by {@link #NOBODY}. */
  record Piece(long author, int number) {}

  /** One piece with its time, on the way into the pool. */
  record Published(int shelf, long at, Piece piece) {}

  private final int models;
  private final long[][] times;
  private final Piece[][] pieces;

  ContentPool(Profile.World world, List<Published> published) {
    this.models = world.models().size() + 1;
    int shelves = GROUPS * MARKETS * models;
    List<List<Published>> byShelf = new ArrayList<>();
    for (int i = 0; i < shelves; i++) {
      byShelf.add(new ArrayList<>());
    }
    published.forEach(each -> byShelf.get(each.shelf()).add(each));
    times = new long[shelves][];
    pieces = new Piece[shelves][];
    for (int i = 0; i < shelves; i++) {
      List<Published> shelf = byShelf.get(i);
      shelf.sort(Comparator.comparingLong(Published::at));
      times[i] = shelf.stream().mapToLong(Published::at).toArray();
      pieces[i] = shelf.stream().map(Published::piece).toArray(Piece[]::new);
    }
  }

  /** What an act publishes for others to find; null where it publishes nothing of its own. */
  static Published published(Act act, long author, int models) {
    boolean isFirst = act.content != 0 && !act.has(Act.BY_EMPLOYEE);
    int group =
        switch (act.kind) {
          case REVIEW_POSTED -> REVIEWS;
          case EXPERIENCE_POST -> POSTS;
          case REFERRAL_SENT -> REFERRALS;
          default -> -1;
        };
    if (!isFirst || group < 0) {
      return null;
    }
    int shelf = shelf(group, act.market, act.model, models);
    return new Published(shelf, act.at, new Piece(author, act.content));
  }

  /** The piece read by an act of {@code reader}, the same for the same act. */
  Piece read(Act act, long reader) {
    int shelf = shelf(groupOf(act.kind), act.market, act.model, models);
    int existing = Arrays.binarySearch(times[shelf], act.at);
    int count = existing < 0 ? -existing - 1 : existing;
    Dice dice = Dice.of(act.id, reader, 4);
    for (int attempt = 0; attempt < 3 && count > 0; attempt++) {
      Piece piece = pieces[shelf][count - 1 - dice.below(Math.min(count, FRESHEST))];
      if (Recognition.householdOf(piece.author()) != Recognition.householdOf(reader)) {
        return piece;
      }
    }
    return new Piece(NOBODY, dice.below(OLD));
  }

  private static int groupOf(EventKind kind) {
    return switch (kind) {
      case CUSTOMER_CONTENT_VIEW, COMMENT, SHARE -> POSTS;
      case REFERRAL_OPENED -> REFERRALS;
      default -> REVIEWS;
    };
  }

  private static int shelf(int group, int market, int model, int models) {
    return (group * MARKETS + market) * models + model;
  }
}
