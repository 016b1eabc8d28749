package giro.metric.content;

import giro.metric.Packed;
import giro.metric.person.PublishedContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one person published, and reads or is read: from what was sent to the person's place. */
final class PersonContents {
  private static final byte CONTENT = 1;
  private static final byte LINK = 2;
  private static final byte VALUES = 3;
  private static final long[] NONE = {};

  /** A link on its way to the reader, with what the author shares with others. */
  private record Sent(ContentLink link, long[] ofAuthor) {}

  final List<PublishedContent> contents = new ArrayList<>();
  private final List<Sent> links = new ArrayList<>();
  private long[] values = NONE;

  static PersonContents of(Iterable<byte[]> parts) {
    PersonContents person = new PersonContents();
    for (byte[] part : parts) {
      person.take(part);
    }
    return person;
  }

  private void take(byte[] part) {
    Packed.read(
        part,
        in -> {
          byte kind = in.readByte();
          if (kind == CONTENT) {
            contents.add(PublishedContent.read(in));
          } else if (kind == LINK) {
            ContentLink link = ContentLink.read(in);
            links.add(new Sent(link, Packed.longs(in)));
          } else {
            values = Packed.longs(in);
          }
          return null;
        });
  }

  /** True where nothing was published and nothing read. */
  boolean isSilent() {
    return contents.isEmpty() && links.isEmpty();
  }

  /** Identifier values shared with others, packed to be sent on. */
  byte[] values() {
    return values(values);
  }

  /** Of an author: the links to readers. */
  List<ContentLink> read() {
    return links.stream().map(Sent::link).toList();
  }

  /** Of a reader: the links but those from whom the reader shares a household or a device with. */
  List<ContentLink> fromStrangers() {
    Set<Long> own = new HashSet<>();
    for (long value : values) {
      own.add(value);
    }
    return links.stream().filter(sent -> !shares(own, sent.ofAuthor)).map(Sent::link).toList();
  }

  private static boolean shares(Set<Long> own, long[] others) {
    for (long value : others) {
      if (own.contains(value)) {
        return true;
      }
    }
    return false;
  }

  static byte[] content(PublishedContent content) {
    return Packed.of(
        out -> {
          out.writeByte(CONTENT);
          content.write(out);
        });
  }

  /** A link to be sent to its author, who has not been asked for values yet. */
  static byte[] link(ContentLink link) {
    return link(link, NONE);
  }

  /** A link with the author's shared values, to be sent to its reader. */
  byte[] withValues(ContentLink link) {
    return link(link, values);
  }

  private static byte[] link(ContentLink link, long[] ofAuthor) {
    return Packed.of(
        out -> {
          out.writeByte(LINK);
          link.write(out);
          Packed.longs(out, ofAuthor);
        });
  }

  static byte[] values(long[] values) {
    return Packed.of(
        out -> {
          out.writeByte(VALUES);
          Packed.longs(out, values);
        });
  }
}
