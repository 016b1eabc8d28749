package giro.model.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * What a table promises: its name, grain, key and documented columns. Writers select exactly these
 * columns, in this order.
 */
public final class TableContract {
  /** Where a table lives: kept by the pipeline, or published for BI. */
  public enum Layer {
    LAKE,
    BI
  }

  private final String name;
  private final Layer layer;
  private final String grain;
  private final List<String> key;
  private final List<Column> columns;
  private final List<String> dimensions;
  private final Map<String, String> wholes;
  private final Set<String> typical;
  private final Set<String> summed;
  private final List<String> sumsOver;
  private final Definition definition;
  private final String overviewOver;
  private final TableContract overview;
  private final List<String> names;
  private final StructType schema;

  /**
   * What a table says in words a marketer reads: the formula, its denominator, what it cannot say.
   */
  public record Definition(String english, String italian) {}

  /**
   * One column.
   *
   * @param name snake_case
   * @param type a Spark SQL type in DDL form
   * @param comment unit, null behaviour, formula where there is one
   */
  public record Column(String name, String type, String comment) {}

  private TableContract(Builder builder) {
    this.name = builder.name;
    this.layer = builder.layer;
    this.grain = builder.grain;
    this.key = List.copyOf(builder.key);
    this.columns = List.copyOf(builder.columns);
    this.names = columns.stream().map(Column::name).toList();
    this.dimensions = List.copyOf(builder.dimensions);
    this.wholes = Map.copyOf(builder.wholes);
    this.typical = Set.copyOf(builder.typical);
    this.summed = Set.copyOf(builder.summed);
    this.sumsOver = List.copyOf(builder.sumsOver);
    this.definition = builder.definition;
    this.overviewOver = builder.hasOverview ? key.get(0) : null;
    StructType type = new StructType();
    for (Column column : columns) {
      type = type.add(column.name(), parse(column), true, column.comment());
    }
    this.schema = type;
    this.overview = overviewOver == null ? null : overviewOf(builder);
  }

  private static DataType parse(Column column) {
    return StructType.fromDDL("x " + column.type()).apply("x").dataType();
  }

  /** Starts the contract of a table that the pipeline keeps. */
  public static Builder lake(String name, String grain) {
    return new Builder(name, Layer.LAKE, grain);
  }

  /** Starts the contract of a table that is published for BI. */
  public static Builder bi(String name, String grain) {
    return new Builder(name, Layer.BI, grain);
  }

  public String name() {
    return name;
  }

  public Layer layer() {
    return layer;
  }

  /** What one row stands for, in words. */
  public String grain() {
    return grain;
  }

  /** The columns that identify a row. */
  public List<String> key() {
    return key;
  }

  /** The key columns that have an {@code (all)} row over their values. */
  public List<String> dimensions() {
    return dimensions;
  }

  /** The count that a share is a share of, if the column is a share. */
  public Optional<String> wholeOf(String column) {
    return Optional.ofNullable(wholes.get(column));
  }

  /** True for a median or the like, which tells nothing of how many stand behind it. */
  public boolean isTypical(String column) {
    return typical.contains(column);
  }

  /** Key columns over whose values rows add up to a figure that another table tells. */
  public List<String> sumsOver() {
    return sumsOver;
  }

  /** True for a number that adds up like a count. */
  public boolean isSummed(String column) {
    return summed.contains(column);
  }

  /** What the table says, in English and Italian; empty where its columns say it all. */
  public Optional<Definition> definition() {
    return Optional.ofNullable(definition);
  }

  public List<Column> columns() {
    return columns;
  }

  public List<String> columnNames() {
    return names;
  }

  /** All columns nullable, with their comments. */
  public StructType schema() {
    return schema;
  }

  /** The first key column, where {@link #overview()} is over all its values. */
  public Optional<String> overviewOver() {
    return Optional.ofNullable(overviewOver);
  }

  /**
   * The same over all values of its first key column, which it does not have: {@code
   * name_overview}. Its rows are counted by themselves, since persons and medians do not add up.
   */
  public Optional<TableContract> overview() {
    return Optional.ofNullable(overview);
  }

  private TableContract overviewOf(Builder own) {
    Builder overview =
        new Builder(name + "_overview", layer, grain + "; over every " + overviewOver);
    overview.key.addAll(key.subList(1, key.size()));
    columns.stream().filter(c -> !c.name().equals(overviewOver)).forEach(overview.columns::add);
    overview.dimensions.addAll(dimensions);
    overview.wholes.putAll(wholes);
    overview.typical.addAll(typical);
    overview.summed.addAll(summed);
    overview.sumsOver.addAll(sumsOver);
    overview.definition = own.definition;
    return overview.build();
  }

  /** Collects a contract. */
  public static final class Builder {
    private final String name;
    private final Layer layer;
    private final String grain;
    private final List<String> key = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<String> dimensions = new ArrayList<>();
    private final Map<String, String> wholes = new HashMap<>();
    private final Set<String> typical = new HashSet<>();
    private final Set<String> summed = new HashSet<>();
    private final List<String> sumsOver = new ArrayList<>();
    private Definition definition;
    private boolean hasOverview;

    private Builder(String name, Layer layer, String grain) {
      this.name = name;
      this.layer = layer;
      this.grain = grain;
    }

    public Builder key(String... names) {
      key.addAll(Arrays.asList(names));
      return this;
    }

    /** Key columns that have an {@code (all)} row over their values. */
    public Builder dimensions(String... names) {
      dimensions.addAll(Arrays.asList(names));
      return this;
    }

    /**
     * Rows that differ only in these key columns add up to what another table tells, such as all
     * persons: one of them alone cannot be withheld.
     */
    public Builder sumsOver(String... names) {
      sumsOver.addAll(Arrays.asList(names));
      return this;
    }

    /** There is a table over all values of the first key column too: single ones are small. */
    public Builder withOverview() {
      hasOverview = true;
      return this;
    }

    /** Formula, denominator and caveat of the table, for those who read its figures. */
    public Builder definition(String english, String italian) {
      definition = new Definition(english, italian);
      return this;
    }

    public Builder column(String column, String type, String comment) {
      columns.add(new Column(column, type, comment));
      return this;
    }

    public Builder text(String column, String comment) {
      return column(column, "string", comment);
    }

    public Builder at(String column, String comment) {
      return column(column, "timestamp", comment);
    }

    public Builder count(String column, String comment) {
      return column(column, "bigint", comment);
    }

    public Builder number(String column, String comment) {
      return column(column, "double", comment);
    }

    /** A number from 0 to 1, or its bound: a part of the count {@code whole}. */
    public Builder share(String column, String whole, String comment) {
      wholes.put(column, whole);
      return number(column, comment);
    }

    /** A number that adds up like a count, such as a credit: rounded as counts are. */
    public Builder summed(String column, String comment) {
      summed.add(column);
      return number(column, comment);
    }

    /** A median or the like: a number that is shown beside rounded counts as it is. */
    public Builder typical(String column, String comment) {
      typical.add(column);
      return number(column, comment);
    }

    public Builder flag(String column, String comment) {
      return column(column, "boolean", comment);
    }

    /** The columns of another contract, in its order, but for some. */
    public Builder columnsOf(TableContract other, String... except) {
      List<String> left = Arrays.asList(except);
      other.columns().stream().filter(c -> !left.contains(c.name())).forEach(columns::add);
      return this;
    }

    /** The two marks every table of counts carries. */
    public Builder withholding() {
      return flag(
              "is_rounded",
              "true where counts are to the nearest 5, wholes the sum of rounded parts and rates of"
                  + " rounded counts (null where they cannot be), because a withheld cell is beside or"
                  + " within the row")
          .flag(
              "is_withheld",
              "true where fewer than k persons stand behind the row, where it would give such a row"
                  + " away, or did on an earlier night and fewer than k persons came since; measures"
                  + " are null");
    }

    public TableContract build() {
      return new TableContract(this);
    }
  }
}
