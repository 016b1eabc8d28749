package giro.lake;

/** Is told which version of which table was read and which one a write made, as it happens. */
public interface TableUse {
  /** For those who do not ask. */
  TableUse UNTOLD =
      new TableUse() {
        @Override
        public void read(String place, long version) {}

        @Override
        public void written(String place, long version) {}
      };

  /**
   * @param place root of the table, as the settings or the table's log name it
   */
  void read(String place, long version);

  void written(String place, long version);
}
