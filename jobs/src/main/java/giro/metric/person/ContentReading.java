package giro.metric.person;

import giro.metric.Packed;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A ZMOT touch with a content: one a person, lap and content, of the first such touch.
 *
 * @param reader a number that stands for the person
 * @param lap of the reader
 * @param at of the reading, microseconds since 1970 UTC
 * @param endsAt end of the time that touch covers
 * @param openedAt first touch of the lap
 * @param entry 2 for the content that the lap's first moment touch reads, 1 for others of that
 *     session, else 0
 * @param outcome what became of the lap
 */
public record ContentReading(
    String contentId,
    long reader,
    int lap,
    long at,
    long endsAt,
    long openedAt,
    int entry,
    Outcome outcome) {

  /** Stands between the parts of a stratum: a character of no value. */
  public static final char BETWEEN = (char) 1;

  /**
   * What became of a lap that read.
   *
   * @param leads of the lap that came after the reading, within the window
   * @param acquisitionHours from the reading to the lap's acquisition within the window; or null
   * @param stratum what the lap is like: laps of one stratum are compared; null before its window
   *     is over
   * @param isCompared the reading came before the lap's first FMOT, and the lap was followed long
   *     enough
   * @param hasLead the lap has a lead within the window of its first ZMOT
   */
  public record Outcome(
      int leads, Double acquisitionHours, String stratum, boolean isCompared, boolean hasLead) {}

  public void write(DataOutputStream out) throws IOException {
    Packed.text(out, contentId);
    out.writeLong(reader);
    out.writeInt(lap);
    out.writeLong(at);
    out.writeLong(endsAt);
    out.writeLong(openedAt);
    out.writeInt(entry);
    out.writeInt(outcome.leads());
    Packed.number(out, outcome.acquisitionHours());
    Packed.text(out, outcome.stratum());
    out.writeBoolean(outcome.isCompared());
    out.writeBoolean(outcome.hasLead());
  }

  public static ContentReading read(DataInputStream in) throws IOException {
    return new ContentReading(
        Packed.text(in),
        in.readLong(),
        in.readInt(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readInt(),
        new Outcome(
            in.readInt(), Packed.number(in), Packed.text(in), in.readBoolean(), in.readBoolean()));
  }
}
