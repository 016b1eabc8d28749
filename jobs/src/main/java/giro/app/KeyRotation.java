package giro.app;

import giro.config.GiroSettings;
import giro.identity.RekeyIdentities;
import giro.ingest.KeyInUse;
import giro.ingest.KeyInUse.Standing;
import giro.ingest.RekeySuppressions;
import giro.ingest.RekeySuppressions.Carried;
import giro.ingest.RekeyTouches;
import giro.ingest.RekeyTouches.Rekeyed;
import giro.lake.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * Brings the lake under the configured privacy key. The night on which {@code privacy.key-id}
 * changes makes every stored hash anew; any other night only looks which key is in use.
 */
final class KeyRotation {
  private final SparkSession spark;
  private final GiroSettings settings;
  private final Lake lake;
  private final KeyInUse key;
  private KeyInUse.Found found;

  KeyRotation(SparkSession spark, GiroSettings settings, Lake lake) {
    this.spark = spark;
    this.settings = settings;
    this.lake = lake;
    this.key = new KeyInUse(spark, lake, settings.privacy());
  }

  /**
   * Stops a run whose key and key id do not go together, before it reads or writes anything.
   *
   * @throws UserError with exit code 2
   */
  void check() {
    RekeyTouches.release(lake); // a run that died may have left it
    RekeySuppressions.release(lake);
    found = key.find();
    int id = settings.privacy().keyId();
    if (found.standing() == Standing.WRONG_KEY) {
      throw UserError.usage(
          "giro.privacy.key is not the key that the lake knows as giro.privacy.key-id "
              + id
              + ": give that key again, or give the new one a key-id of its own, and the next run"
              + " brings everything stored under it.");
    }
    if (found.standing() == Standing.SAME_KEY_NEW_ID) {
      throw UserError.usage(
          "giro.privacy.key-id is "
              + id
              + ", but giro.privacy.key is still the key that the lake is under as key-id "
              + found.formerId()
              + ": give a new key with the new id, or that id with this key.");
    }
  }

  /** So many stages does {@link #rekey} tell of. */
  int stages() {
    return found.standing() == Standing.CHANGED ? 3 : 0;
  }

  /**
   * For a command that writes hashes and is no run.
   *
   * @throws UserError with exit code 2 where the lake is under another key
   */
  void checkUnchanged() {
    check();
    if (found.standing() == Standing.CHANGED) {
      throw UserError.usage(
          "The lake is under giro.privacy.key-id "
              + found.formerId()
              + " and the settings name "
              + settings.privacy().keyId()
              + ": run a night or a rebuild first, which brings the lake under the new key.");
    }
  }

  /**
   * Makes stored hashes anew where {@link #check} found another key id; else it does no more than
   * note a first key.
   *
   * @return warnings for the run's result
   */
  List<String> rekey(String runId, Instant started, Progress progress) {
    if (found.standing() == Standing.SAME) {
      return List.of();
    }
    if (found.standing() == Standing.FIRST) {
      key.note(started, runId, 0, 0);
      return List.of();
    }
    int id = settings.privacy().keyId();
    progress.note("privacy.key-id was " + found.formerId() + " and is now " + id);
    try {
      Rekeyed rekeyed =
          progress.stage(
              "re-key touches",
              () ->
                  new RekeyTouches(spark, lake, settings.ingest(), settings.privacy())
                      .rekey(settings.landing(), runId));
      progress.stage(
          "re-key identities", () -> new RekeyIdentities(lake, rekeyed.newHashes(), id).rekey());
      Carried carried =
          progress.stage(
              "re-key suppressed",
              () ->
                  new RekeySuppressions(spark, lake, settings.ingest(), settings.privacy())
                      .rekey(settings.landing(), found.formerId(), started, runId));
      key.note(started, runId, rekeyed.touches(), rekeyed.left());
      List<String> warnings = warnings(rekeyed, found.formerId(), id);
      notAgain(carried).ifPresent(warnings::add);
      return warnings;
    } finally {
      RekeyTouches.release(lake);
    }
  }

  /** What the owner of the lake has to see to: who was forgotten must not come back. */
  private static Optional<String> notAgain(Carried carried) {
    return carried.found() >= carried.former()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d identifiers of forgotten people were suppressed under the former privacy key and"
                    + " %,d were found in landing files under the new one: forget the people of the"
                    + " others once more, or a later file may bring them back.",
                carried.former(),
                carried.found()));
  }

  static List<String> warnings(Rekeyed rekeyed, int formerId, int id) {
    List<String> warnings = new ArrayList<>();
    if (rekeyed.left() > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d stored touches keep hashes of a former privacy key, since their landing"
                  + " files are gone or changed and no other file has the same values: their persons"
                  + " stay, but new touches will not find them by these identifiers.",
              rekeyed.left(),
              rekeyed.left() + rekeyed.touches()));
    }
    if (id < formerId) {
      warnings.add(
          "privacy.key-id went back from "
              + formerId
              + " to "
              + id
              + ": if nobody meant to, this run's settings are old.");
    }
    return warnings;
  }
}
