package giro.report;

import java.util.Locale;

/**
 * A funnel as left-aligned bars, one a step, with the share of the step before. The striped end of
 * a bar went no further and still can.
 */
final class FunnelBars {
  private static final int WIDTH = 460;
  private static final int LABELS = 112;
  private static final int LONGEST = 196;
  private static final int ROW = 66;
  private static final int BAR = 34;

  private final Funnel funnel;
  private final Wording words;
  private final String id;
  private final long widest;

  private FunnelBars(Funnel funnel, Wording words) {
    this.funnel = funnel;
    this.words = words;
    this.id = id(funnel);
    this.widest =
        funnel.steps().stream()
            .mapToLong(step -> step.reached() == null ? 0 : step.reached())
            .max()
            .orElse(0);
  }

  /** A name for the funnel's picture that is safe as an id, whatever the funnel is called. */
  static String id(Funnel funnel) {
    return "funnel-" + funnel.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  static String draw(Funnel funnel, Wording words) {
    return new FunnelBars(funnel, words).draw();
  }

  private String draw() {
    int height = funnel.steps().size() * ROW + 8;
    Svg svg = Svg.open(id, WIDTH, height, "Funnel " + funnel.name(), description());
    double y = 8;
    FunnelStep previous = null;
    for (FunnelStep step : funnel.steps()) {
      drawStep(svg, step, previous, y);
      previous = step;
      y += ROW;
    }
    return svg.close();
  }

  private void drawStep(Svg svg, FunnelStep step, FunnelStep previous, double y) {
    MomentLook look = MomentLook.of(step.name());
    svg.text(LABELS - 10.0, y + 16, "label end", look.heading());
    svg.text(LABELS - 10.0, y + 33, "small end", subLabel(look));
    if (step.reached() == null) {
      svg.text(LABELS + 2.0, y + 22, "small", words.withheld());
      return;
    }
    double length = length(step.reached());
    svg.rect(LABELS, y, length, BAR, Paint.fill(look.color()));
    if (step.open() != null && step.open() > 0) {
      double open = Math.min(length, length(step.open()));
      Paint stripes = svg.stripes(id + "-open-" + step.number(), look.color());
      svg.rect(LABELS + length - open, y + 1, Math.max(0, open - 1), BAR - 2, stripes);
    }
    svg.text(LABELS + length + 8, y + 16, "value", Wording.compact(step.reached()));
    svg.text(LABELS + length + 8, y + 33, "small", remark(step, previous));
  }

  /** The moment's word under its name; nothing under a configured step's own name. */
  private static String subLabel(MomentLook look) {
    return look.heading().equals(look.name()) ? look.english() : "";
  }

  /** 42 % of previous; the first step says what the others are measured against. */
  static String remark(FunnelStep step, FunnelStep previous) {
    if (previous == null) {
      return "enter";
    }
    if (previous.reached() == null || previous.reached() == 0) {
      return "";
    }
    return Wording.roundShare((double) step.reached() / previous.reached()) + " of previous";
  }

  private double length(long count) {
    return widest == 0 ? 0 : Math.max(1.5, (double) LONGEST * count / widest);
  }

  private String description() {
    StringBuilder text = new StringBuilder("Bars, one a step. ");
    for (FunnelStep step : funnel.steps()) {
      text.append(step.name()).append(": ").append(words.shown(step.reached())).append(". ");
    }
    return text.toString().strip();
  }
}
