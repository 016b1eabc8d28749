package giro.identity;

import static org.apache.spark.sql.functions.col;

import giro.lake.Lake;
import giro.model.table.HeldLinks;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.PersonNames;
import java.sql.Timestamp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Why identifiers are one person: the links between them, and those that all hangs on. */
public final class ExplainPerson {
  /** A person of more identifiers is told of in part. */
  private static final int MOST = 10_000;

  private final Lake lake;

  public ExplainPerson(Lake lake) {
    this.lake = lake;
  }

  /**
   * An identifier of the person.
   *
   * @param hash its keyed hash
   */
  public record Identifier(long key, String kind, String hash) {}

  /**
   * A link between two identifiers of the person.
   *
   * @param evidence observed or manual
   * @param touches that carried both; 0 for one made by hand
   * @param wouldSplit true where the person falls in two without it
   */
  public record Tie(
      Identifier from,
      Identifier to,
      String evidence,
      long touches,
      Timestamp first,
      Timestamp last,
      boolean wouldSplit) {}

  /**
   * A person's identifiers, and what ties them.
   *
   * @param founder link key of the identifier that the person is named after
   */
  public record Explained(long founder, Map<Long, Identifier> identifiers, List<Tie> ties) {

    /** The shortest chain of ties from an identifier to the founder; empty for the founder. */
    public List<Tie> path(long key) {
      Map<Long, List<Tie>> around = new HashMap<>();
      for (Tie tie : ties) {
        around.computeIfAbsent(tie.from().key(), k -> new ArrayList<>()).add(tie);
        around.computeIfAbsent(tie.to().key(), k -> new ArrayList<>()).add(tie);
      }
      Map<Long, Tie> reachedBy = new HashMap<>();
      Deque<Long> next = new ArrayDeque<>(List.of(founder));
      reachedBy.put(founder, null);
      while (!next.isEmpty() && !reachedBy.containsKey(key)) {
        long at = next.remove();
        for (Tie tie : around.getOrDefault(at, List.of())) {
          long other = other(tie, at);
          if (!reachedBy.containsKey(other)) {
            reachedBy.put(other, tie);
            next.add(other);
          }
        }
      }
      List<Tie> path = new ArrayList<>();
      for (long at = key; reachedBy.get(at) != null; at = other(path.get(path.size() - 1), at)) {
        path.add(reachedBy.get(at));
      }
      return path;
    }

    private static long other(Tie tie, long end) {
      return tie.from().key() == end ? tie.to().key() : tie.from().key();
    }
  }

  /** Identifiers and ties of a person; no identifiers where there is no such person. */
  public Explained person(String personId) {
    Map<Long, Identifier> identifiers = new LinkedHashMap<>();
    long founder = 0;
    Dataset<Row> own =
        lake.read(Identities.CONTRACT).filter(col(Identities.PERSON_ID).equalTo(personId));
    for (Row row :
        KeptNames.onto(own, lake.read(PersonNames.CONTRACT))
            .orderBy(Identities.MINTED_DATE, Identities.MINTED_EVENT_ID, Identities.LINK_KEY)
            .limit(MOST)
            .collectAsList()) {
      Identifier identifier =
          new Identifier(
              row.getAs(Identities.LINK_KEY),
              row.getAs(Identities.KIND),
              row.getAs(Identities.HASH));
      identifiers.put(identifier.key(), identifier);
      boolean isFounder = row.getAs(KeptNames.OWN_KEY).equals(row.getAs(Identities.PERSON_KEY));
      founder = isFounder ? identifier.key() : founder;
    }
    return new Explained(founder, identifiers, ties(identifiers));
  }

  private List<Tie> ties(Map<Long, Identifier> identifiers) {
    Object[] keys = identifiers.keySet().toArray();
    Column joins =
        col(IdentityLinks.FROM_KEY)
            .isin(keys)
            .and(col(IdentityLinks.TO_KEY).isin(keys))
            .and(col(IdentityLinks.IS_SHARED).equalTo(false))
            .and(col(IdentityLinks.HELD_FOR).isNull());
    List<Row> links =
        lake.read(IdentityLinks.CONTRACT)
            .filter(joins)
            .orderBy(col(IdentityLinks.VALID_FROM), col(IdentityLinks.FROM_KEY))
            .collectAsList();
    boolean[] bridges = bridges(identifiers, links);
    List<Tie> ties = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      Row link = links.get(i);
      ties.add(
          new Tie(
              identifiers.get(link.<Long>getAs(IdentityLinks.FROM_KEY)),
              identifiers.get(link.<Long>getAs(IdentityLinks.TO_KEY)),
              link.getAs(IdentityLinks.EVIDENCE),
              link.getAs(IdentityLinks.TOUCHES),
              link.getAs(IdentityLinks.VALID_FROM),
              link.getAs(IdentityLinks.VALID_TO),
              bridges[i]));
    }
    return Collections.unmodifiableList(ties);
  }

  private static boolean[] bridges(Map<Long, Identifier> identifiers, List<Row> links) {
    Map<Long, Integer> places = new HashMap<>();
    identifiers.keySet().forEach(key -> places.put(key, places.size()));
    return WeakTies.bridges(
        places.size(),
        ends(places, links, IdentityLinks.FROM_KEY),
        ends(places, links, IdentityLinks.TO_KEY));
  }

  private static int[] ends(Map<Long, Integer> places, List<Row> links, String end) {
    return links.stream().mapToInt(link -> places.get(link.<Long>getAs(end))).toArray();
  }

  /** Links that would have joined the person to others, with the reason why they are held. */
  public List<Row> held(String personId) {
    return lake.read(HeldLinks.CONTRACT)
        .filter(
            col(HeldLinks.FROM_PERSON_ID)
                .equalTo(personId)
                .or(col(HeldLinks.TO_PERSON_ID).equalTo(personId)))
        .orderBy(col(IdentityLinks.VALID_FROM))
        .limit(MOST)
        .collectAsList();
  }
}
