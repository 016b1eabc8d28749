package giro.model.table;

/**
 * What nights withheld, as changes: what holds on a night is the latest earlier row of each cell. A
 * cell that is withheld once stays so until as many persons came to it as it takes to hide what it
 * held, so that two nights cannot be subtracted.
 */
public final class WithheldCells {
  public static final String NAME = "withheld_cells";
  public static final String AS_OF = "as_of";
  public static final String TABLE = "table";
  public static final String CELL = "cell";
  public static final String PERSONS = "persons";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "a night and a cell of a published table that it withheld or showed")
          .key(AS_OF, TABLE, CELL)
          .column(AS_OF, "date", "the night; a night that is run again replaces its rows")
          .text(TABLE, "published table")
          .text(CELL, "key of the cell, its values joined by |; counting is left out")
          .count(
              PERSONS,
              "persons behind the cell when it was last of fewer than k, or first withheld for a"
                  + " neighbour's sake; null from the night it is shown again")
          .build();

  private WithheldCells() {}
}
