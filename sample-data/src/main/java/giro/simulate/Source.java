package giro.simulate;

/** The six sources, in the order of their names. */
enum Source {
  APP("app", "a"),
  CALL_CENTER("call_center", "k"),
  DEALER("dealer", "d"),
  REVIEW("review", "r"),
  SOCIAL("social", "s"),
  WEB("web", "w");

  final String folder;

  /** Leads the event ids, so that they are unique over all sources. */
  final String idPrefix;

  Source(String folder, String idPrefix) {
    this.folder = folder;
    this.idPrefix = idPrefix;
  }
}
