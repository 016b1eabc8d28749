package giro.metric.person;

import giro.model.domain.Moment;
import giro.model.table.TableContract;

/**
 * {@code acquisition_kinds}: ownership beside access, and what becomes of those who bought, leased,
 * subscribed or share.
 */
final class AcquisitionKinds implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String ACQUISITIONS = "acquisitions";
  private static final String DELIVERED = "delivered";
  private static final String SUPPORTED = "supported";
  private static final String PUBLISHED = "published";
  private static final String RETURNED = "returned";
  private static final String AGAIN = "acquired_again";

  static final TableContract CONTRACT =
      TableContract.bi("acquisition_kinds", "acquisitions of a month by their kind")
          .key("month", "market", "model", "acquisition_kind")
          .dimensions("market", "model", "acquisition_kind")
          .column("month", "date", "first day of the acquisition's UTC month")
          .text("market", "market of the lap's first touch, unknown, or (all)")
          .text("model", "model of the lap's first touch, unknown, or (all)")
          .text(
              "acquisition_kind",
              "purchase, lease, subscription, sharing, unknown as the source says; or (all)")
          .flag("is_access", "subscription or sharing: access without ownership; null for (all)")
          .count(ACQUISITIONS, "acquisitions that were not cancelled")
          .count("persons", "different persons who acquired")
          .count(DELIVERED, "of these delivered so far; access never is")
          .count(SUPPORTED, "with a SMOT touch in the lap after the acquisition so far")
          .count(PUBLISHED, "with a UMOT touch in the lap after the acquisition so far")
          .count(RETURNED, "after which the person's next lap has begun")
          .count(AGAIN, "after which a later lap has an acquisition")
          .share("published_share", ACQUISITIONS, "published / acquisitions")
          .share("returned_share", ACQUISITIONS, "returned / acquisitions")
          .withholding()
          .definition(
              "Acquisitions by kind, ownership beside access, with what followed so far. Young months"
                  + " had less time: compare months of one age, or read return_by_tenure.",
              "Acquisizioni per tipo, proprietà accanto ad accesso, con ciò che ne è seguito finora. I"
                  + " mesi recenti hanno avuto meno tempo: confrontare mesi della stessa età.")
          .build();

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT)
        .counts(ACQUISITIONS, DELIVERED, SUPPORTED, PUBLISHED, RETURNED, AGAIN);
  }

  @Override
  public void add(Person person, Cells cells) {
    for (PersonLap lap : person.laps) {
      if (lap.acquisitionAt != null) {
        String kind = Touch.known(lap.acquisitionKind);
        String month = Calendar.month(lap.acquisitionAt);
        Cells.Place place = cells.at(month, lap.market, lap.model, kind);
        place.count(ACQUISITIONS);
        place.count(DELIVERED, lap.deliveryAt == null ? 0 : 1);
        place.count(SUPPORTED, hasAfter(lap, Moment.SMOT) ? 1 : 0);
        place.count(PUBLISHED, hasAfter(lap, Moment.UMOT) ? 1 : 0);
        place.count(RETURNED, isFollowed(person, lap, false) ? 1 : 0);
        place.count(AGAIN, isFollowed(person, lap, true) ? 1 : 0);
      }
    }
  }

  private static boolean hasAfter(PersonLap lap, Moment moment) {
    return lap.touches.stream()
        .anyMatch(t -> t.afterAcquisition && !t.isAcquisition && t.moment == moment);
  }

  /** Laps are numbered as they open. */
  private static boolean isFollowed(Person person, PersonLap lap, boolean byAcquisition) {
    return person.laps.stream()
        .anyMatch(
            later -> later.number > lap.number && (!byAcquisition || later.acquisitionAt != null));
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    String kind = cell.key("acquisition_kind");
    row.set("is_access", isAccess(kind));
    row.set("published_share", cell.share(PUBLISHED, ACQUISITIONS));
    row.set("returned_share", cell.share(RETURNED, ACQUISITIONS));
  }

  private static Boolean isAccess(String kind) {
    return "(all)".equals(kind) ? null : kind.equals("subscription") || kind.equals("sharing");
  }
}
