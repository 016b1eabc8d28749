package giro.model.table;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The identifiers that are a forgotten person's alone, for the length of the command that erases
 * them; never a table.
 */
public final class ForgottenValues {
  /** Kind of the identifier. */
  public static final String KIND = "kind";

  /** Its keyed hash. */
  public static final String HASH = "hash";

  /** Which ownership or life of the value, as in identities; null for every one. */
  public static final String OWNERSHIP = "ownership";

  /** Start of the person's life of the value, microseconds since 1970 UTC; null for no start. */
  public static final String FROM = "from_micros";

  /** Its end, which belongs to it; null for none. */
  public static final String TO = "to_micros";

  public static final StructType SCHEMA =
      new StructType()
          .add(KIND, DataTypes.StringType)
          .add(HASH, DataTypes.StringType)
          .add(OWNERSHIP, DataTypes.IntegerType)
          .add(FROM, DataTypes.LongType)
          .add(TO, DataTypes.LongType);

  private ForgottenValues() {}
}
