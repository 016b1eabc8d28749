package giro.metric.person;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Every answer of the brand that says which content it answers. The touch of an answer may be in
 * the journey of whoever wrote it, so that the one who asked must look it up. Contents are told
 * apart by 64 bits of hash; one array holds all answers, since every task gets a copy.
 */
final class Replies implements Serializable {
  private static final long serialVersionUID = 1L;

  static final Replies NONE = of(List.of());

  /** The seed of Spark's function xxhash64. */
  private static final long SEED = 42;

  private static final int WIDTH = 4;
  private static final long BOT = 1;
  private static final long DATE_ONLY = 2;

  /**
   * One answer of the brand.
   *
   * @param content hash of the content it answers
   * @param start microseconds since 1970 UTC; the answer covers {@code [start, end)} or the instant
   * @param isBot a machine wrote it
   */
  record Answer(long content, long start, long end, boolean isDateOnly, boolean isBot) {
    static Answer of(Touch touch) {
      return new Answer(
          hash(touch.inReplyTo),
          touch.start,
          touch.end,
          touch.isDateOnly,
          touch.is(TouchKind.BY_BOT));
    }
  }

  /** By content, then start: hash, start, end and marks of each answer. */
  private final long[] answers;

  private Replies(long[] answers) {
    this.answers = answers;
  }

  static Replies of(List<Answer> answers) {
    List<Answer> sorted = new ArrayList<>(answers);
    sorted.sort(Comparator.comparingLong(Answer::content).thenComparingLong(Answer::start));
    long[] all = new long[WIDTH * sorted.size()];
    for (int i = 0; i < sorted.size(); i++) {
      Answer answer = sorted.get(i);
      all[WIDTH * i] = answer.content();
      all[WIDTH * i + 1] = answer.start();
      all[WIDTH * i + 2] = answer.end();
      all[WIDTH * i + 3] = (answer.isBot() ? BOT : 0) | (answer.isDateOnly() ? DATE_ONLY : 0);
    }
    return new Replies(all);
  }

  /** What Spark's xxhash64 makes of a text; 0 for null. */
  static long hash(String content) {
    return content == null ? 0 : XXH64.hashUTF8String(UTF8String.fromString(content), SEED);
  }

  /** Answers to a piece of content in the order of their starts; none where it is null. */
  List<Answer> to(String content) {
    if (content == null || answers.length == 0) {
      return List.of();
    }
    long hash = hash(content);
    List<Answer> found = new ArrayList<>(1);
    for (int i = first(hash); i < answers.length / WIDTH && answers[WIDTH * i] == hash; i++) {
      long marks = answers[WIDTH * i + 3];
      found.add(
          new Answer(
              hash,
              answers[WIDTH * i + 1],
              answers[WIDTH * i + 2],
              (marks & DATE_ONLY) != 0,
              (marks & BOT) != 0));
    }
    return found;
  }

  private int first(long hash) {
    int low = 0;
    int high = answers.length / WIDTH;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (answers[WIDTH * middle] < hash) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
