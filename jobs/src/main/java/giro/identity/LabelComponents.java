package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Connected components of a graph too large for one task: large-star and small-star in turn until
 * nothing moves (Kiveris and others, Connected Components in MapReduce and Beyond, 2014). Each
 * round is two shuffles of the edges; a long chain takes a number of rounds that grows with its
 * logarithm. Some fifty times dearer than a union-find, so only for graphs above memory.
 */
final class LabelComponents {
  private static final String U = "u";
  private static final String V = "v";
  private static final String LEAST = "_least";
  private static final String NEIGHBOURS = "_neighbours";
  private static final String EDGES = "edges_";

  private final Lake lake;

  /**
   * @param lake where each round's edges are set aside
   */
  LabelComponents(Lake lake) {
    this.lake = lake;
  }

  /** The least key of the component of every key that has a link: link_key, person_key. */
  Dataset<Row> label(Dataset<Row> links) {
    Column from = col(IdentityLinks.FROM_KEY);
    Column to = col(IdentityLinks.TO_KEY);
    Dataset<Row> edges =
        lake.setAside(
            EDGES + 0,
            links
                .select(greatest(from, to).as(U), least(from, to).as(V))
                .filter(col(U).notEqual(col(V)))
                .distinct());
    Row state = state(edges);
    for (int round = 1; ; round++) {
      Dataset<Row> next = lake.setAside(EDGES + round % 2, smallStar(largeStar(edges)));
      Row moved = state(next);
      if (moved.equals(state)) {
        return next.select(col(U).as(Identities.LINK_KEY), col(V).as(Identities.PERSON_KEY));
      }
      edges = next;
      state = moved;
    }
  }

  /** Drops what {@link #label} set aside, once its labels were read. */
  void release() {
    lake.dropAside(EDGES + 0);
    lake.dropAside(EDGES + 1);
  }

  /** What two rounds have in common only where they hold the same edges. */
  private static Row state(Dataset<Row> edges) {
    return edges.agg(count(lit(1)), bit_xor(xxhash64(col(U), col(V)))).first();
  }

  /** Every greater neighbour of a key goes to the least of the key and all its neighbours. */
  private static Dataset<Row> largeStar(Dataset<Row> edges) {
    Dataset<Row> both = edges.union(edges.select(col(V), col(U)));
    return starred(both, x -> x.gt(col(U)));
  }

  /** Every lesser neighbour of a key, and the key, go to the least of them. */
  private static Dataset<Row> smallStar(Dataset<Row> edges) {
    Dataset<Row> down = edges.select(greatest(col(U), col(V)).as(U), least(col(U), col(V)).as(V));
    Dataset<Row> withItself = down.union(down.select(col(U), col(U)).distinct());
    return starred(withItself, x -> lit(true));
  }

  private interface Keeps {
    Column of(Column neighbour);
  }

  private static Dataset<Row> starred(Dataset<Row> edges, Keeps keeps) {
    Dataset<Row> stars =
        edges
            .groupBy(U)
            .agg(min(col(V)).as("_other"))
            .select(col(U).as(NEIGHBOURS), least(col(U), col("_other")).as(LEAST));
    return edges
        .filter(keeps.of(col(V)))
        .join(stars, col(U).equalTo(col(NEIGHBOURS)))
        .select(col(V).as(U), col(LEAST).as(V))
        .filter(col(U).notEqual(col(V)))
        .distinct();
  }
}
