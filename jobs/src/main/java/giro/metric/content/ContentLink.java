package giro.metric.content;

import giro.metric.person.ContentReading;
import giro.metric.person.PublishedContent;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A content that another person than its author read: one a content, reader and lap. */
record ContentLink(PublishedContent content, ContentReading reading) {
  long author() {
    return content.author();
  }

  long reader() {
    return reading.reader();
  }

  void write(DataOutputStream out) throws IOException {
    content.write(out);
    reading.write(out);
  }

  static ContentLink read(DataInputStream in) throws IOException {
    return new ContentLink(PublishedContent.read(in), ContentReading.read(in));
  }
}
