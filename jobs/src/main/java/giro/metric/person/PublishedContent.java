package giro.metric.person;

import giro.metric.Packed;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Content of a person's own: one a person and content.
 *
 * @param author a number that stands for the person
 * @param at of the publication, microseconds since 1970 UTC
 * @param endsAt end of the time that touch covers
 * @param lap of the author, in which it was published
 * @param about market, model and dealer of the publication, else the latest earlier in its lap,
 *     else {@code unknown}
 * @param reach people who could see it; null where unknown
 * @param cohort month, market and model of that lap
 * @param cohortLaps laps of the author in the four cells of that cohort, as combinations are
 *     ordered
 */
public record PublishedContent(
    String contentId,
    long author,
    long at,
    long endsAt,
    int lap,
    About about,
    Long reach,
    Cohort cohort,
    int[] cohortLaps) {

  /** What a content is about, {@code unknown} where nothing says so. */
  public record About(String market, String model, String dealer) {}

  /**
   * The laps it counts among.
   *
   * @param month first day of the UTC month, as a text
   */
  public record Cohort(String month, String market, String model) {}

  /** True where this is the publication that makes an author, rather than the other. */
  public boolean isBefore(PublishedContent other) {
    if (at != other.at) {
      return at < other.at;
    }
    return endsAt != other.endsAt ? endsAt < other.endsAt : author < other.author;
  }

  /** The same, seen by so many. */
  public PublishedContent seenBy(Long people) {
    return new PublishedContent(
        contentId, author, at, endsAt, lap, about, people, cohort, cohortLaps);
  }

  public void write(DataOutputStream out) throws IOException {
    Packed.text(out, contentId);
    out.writeLong(author);
    out.writeLong(at);
    out.writeLong(endsAt);
    out.writeInt(lap);
    Packed.text(out, about.market());
    Packed.text(out, about.model());
    Packed.text(out, about.dealer());
    Packed.whole(out, reach);
    Packed.text(out, cohort.month());
    Packed.text(out, cohort.market());
    Packed.text(out, cohort.model());
    for (int laps : cohortLaps) {
      out.writeInt(laps);
    }
  }

  public static PublishedContent read(DataInputStream in) throws IOException {
    return new PublishedContent(
        Packed.text(in),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readInt(),
        new About(Packed.text(in), Packed.text(in), Packed.text(in)),
        Packed.whole(in),
        new Cohort(Packed.text(in), Packed.text(in), Packed.text(in)),
        new int[] {in.readInt(), in.readInt(), in.readInt(), in.readInt()});
  }
}
