package giro.model.measure;

/** The attempt of one opening touch, whatever the others do. */
final class Openings {
  private Openings() {}

  /** The attempt that a touch opens, or null. */
  static Attempt attempt(FunnelSpec spec, TouchSequence touches, int opener) {
    int key = touches.holdKey[opener];
    if (key == 0) {
      return null;
    }
    Timeline timeline = new Timeline(spec);
    timeline.load(touches);
    timeline.hold(touches, key);
    Finding finding = new Finding(spec, timeline, FunnelMatcher.searchFor(spec, timeline));
    return finding.find(timeline.place[opener]) ? finding.attempt() : null;
  }
}
