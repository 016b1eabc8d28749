package giro.report;

import java.util.Set;
import java.util.function.Function;

/**
 * One piece of the page, which a choice of market, model or month may change.
 *
 * @param id its section's id, unique on the page
 * @param reach what it can be chosen by; none for what always shows everything
 * @param basis the rows that it is drawn from, of those of one choice
 * @param view what its template shows
 * @param template the template's name
 */
record Part(
    String id,
    Set<Dimension> reach,
    Function<Questions, TableRows> basis,
    Function<PageTables, Object> view,
    String template) {}
