/**
 * Turns the published tables of one night into one HTML page that needs nothing else: no server, no
 * network, no second file.
 *
 * <p>{@link giro.report.ReadPageTables} asks the tables a few small questions and answers with
 * plain records ({@link giro.report.PageTables}); {@link giro.report.WritePage} lays them out. The
 * charts are plain SVG drawn here: {@code FunnelBars}, {@code RingChart}, {@code DropOffBars},
 * {@code CohortLines}. The tables of persons, which a snapshot may lack, are read by {@code
 * ReadQuestions} as they are; per question one {@code Read...} knows its columns and one {@code
 * ...Section} shows them. Which colour is a moment? {@code MomentLook}. How is a number written?
 * {@code Wording}.
 */
package giro.report;
