package giro.model.table;

/**
 * What readers of published tables may build on, as {@code major.minor}: within a major version no
 * table or column goes, is renamed, changes its type, its place in the key or what it means; a
 * minor version adds tables and columns. The pointer names the version a snapshot was written
 * under.
 */
public final class ContractVersion {
  public static final String CURRENT = "1.0";

  private ContractVersion() {}
}
