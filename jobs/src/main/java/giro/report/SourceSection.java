package giro.report;

import giro.report.ReadSources.Source;
import java.util.Comparator;
import java.util.List;

/** Sources of research: what is seen beside what is said. */
record SourceSection(Wording words) {
  private static final Section.Title TITLE =
      new Section.Title(
          "zmot-sources",
          "Sources: seen and said",
          "Share of all persons seen at a kind of source before the first contact, beside the share"
              + " of those asked who call it most useful. Reading outside the brand’s view is not"
              + " seen.");

  private static final int WIDTH = 460;
  private static final int LEFT = 124;
  private static final int LENGTH = 250;
  private static final int ROW = 40;
  private static final int TOP = 26;
  private static final String SEEN = "#3a6db5";
  private static final String SAID = "#c67d16";

  Section section(Questions questions) {
    List<Source> sources = ReadSources.sources(questions);
    Section.Builder section = Section.of(TITLE);
    if (!sources.isEmpty()) {
      section.picture(draw(sources), sentence(sources)).folded(table(sources));
    }
    return section.basis(questions.of(ReadSources.TABLE)).build();
  }

  private static String draw(List<Source> sources) {
    int height = TOP + sources.size() * ROW;
    String title = "Sources seen and said to be useful";
    Svg svg = Svg.open("zmot-bars", WIDTH, height, title, description(sources));
    Paint said = svg.stripes("zmot-said", SAID).outlined(SAID, 1);
    svg.rect(LEFT, 2, 12, 12, Paint.fill(SEEN));
    svg.text(LEFT + 18.0, 13, "small", "seen");
    svg.rect(LEFT + 80.0, 2, 12, 12, said);
    svg.text(LEFT + 98.0, 13, "small", "said most useful");
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      double y = TOP + i * (double) ROW;
      svg.text(LEFT - 10.0, y + 20, "end", name(source));
      drawBar(svg, source.share(), y, Paint.fill(SEEN));
      drawBar(svg, source.declared(), y + 16, said);
    }
    return svg.close();
  }

  private static void drawBar(Svg svg, Double share, double y, Paint paint) {
    double length = share == null ? 0 : LENGTH * Math.min(1, share);
    if (length > 0) {
      svg.rect(LEFT, y, Math.max(1, length), 13, paint);
    }
    String text = share == null ? "–" : Wording.share(share);
    svg.text(LEFT + length + 7, y + 11, "tiny", text);
  }

  private static String name(Source source) {
    return source.kind().replace('_', ' ');
  }

  private static String description(List<Source> sources) {
    StringBuilder text = new StringBuilder();
    for (Source source : sources) {
      text.append(name(source))
          .append(": seen ")
          .append(source.share() == null ? "–" : Wording.share(source.share()))
          .append(", said ")
          .append(source.declared() == null ? "–" : Wording.share(source.declared()))
          .append(". ");
    }
    return text.toString().strip();
  }

  private static String sentence(List<Source> sources) {
    Source said =
        sources.stream()
            .filter(source -> source.declared() != null && source.declared() > 0)
            .max(Comparator.comparing(Source::declared))
            .orElse(null);
    if (said == null) {
      return "Nobody has said yet which source was most useful.";
    }
    return String.format(
        "Most are seen at %s; most of the %s who were asked name %s: what is seen and what is said"
            + " are not the same.",
        name(sources.get(0)), Wording.brief(said.answers()), name(said));
  }

  private TableView table(List<Source> sources) {
    TableView.Builder table =
        TableView.of(
            "By kind of source; a person counts in each kind consulted",
            "Kind",
            "Consulted",
            "Share",
            "95 % interval",
            "Of acquirers",
            "Named",
            "Of answers");
    for (Source source : sources) {
      table.row(
          name(source),
          words.shown(source.consulted()),
          source.share() == null ? "–" : Wording.share(source.share()),
          Wording.shares(source.interval()),
          source.acquirers() == null ? "–" : Wording.share(source.acquirers()),
          Wording.brief(source.useful()),
          source.declared() == null ? "–" : Wording.share(source.declared()));
    }
    return table.build();
  }
}
