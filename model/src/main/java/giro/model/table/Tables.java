package giro.model.table;

import java.util.List;
import java.util.Optional;

/** Every table there is, kept or published: what the data dictionary prints. */
public final class Tables {
  private static final List<TableContract> ALL =
      List.of(
          MomentConversion.CONTRACT,
          MomentDropoff.CONTRACT,
          FunnelSteps.CONTRACT,
          CircleTransitions.CONTRACT,
          CircleSummary.CONTRACT,
          UmotInfluence.CONTRACT,
          FunnelOverview.CONTRACT,
          CircleOverview.CONTRACT,
          DropoffOverview.CONTRACT,
          Headline.CONTRACT,
          Restatements.CONTRACT,
          ClassificationCoverage.CONTRACT,
          IdentityHealth.CONTRACT,
          IdentityKinds.CONTRACT,
          StitchingSensitivity.CONTRACT,
          SourceQuality.CONTRACT,
          RejectedReasons.CONTRACT,
          DimDate.CONTRACT,
          DimMarket.CONTRACT,
          DimModel.CONTRACT,
          DimDealer.CONTRACT,
          DimMoment.CONTRACT,
          Touches.CONTRACT,
          ReplacedTouches.CONTRACT,
          RejectedRows.CONTRACT,
          LandingFiles.CONTRACT,
          IdentityLinks.CONTRACT,
          Identities.CONTRACT,
          HeldLinks.CONTRACT,
          IdentityRules.CONTRACT,
          PersonHistory.CONTRACT,
          PersonNames.CONTRACT,
          PrivacyKeys.CONTRACT,
          SuppressedIdentifiers.CONTRACT,
          ForgottenRows.CONTRACT,
          KeptShared.CONTRACT,
          WithdrawnTouches.CONTRACT,
          JourneyTouches.CONTRACT,
          Laps.CONTRACT,
          LapStates.CONTRACT,
          Derivations.CONTRACT,
          WithheldCells.CONTRACT,
          Runs.CONTRACT);

  private Tables() {}

  public static List<TableContract> all() {
    return ALL;
  }

  /** The tables the pipeline keeps. */
  public static List<TableContract> lake() {
    return ALL.stream().filter(t -> t.layer() == TableContract.Layer.LAKE).toList();
  }

  /** Kept in the lake and published too. */
  private static final List<TableContract> BOTH =
      List.of(Runs.CONTRACT, StitchingSensitivity.CONTRACT);

  /** The tables of a published snapshot. */
  public static List<TableContract> published() {
    return ALL.stream()
        .filter(t -> t.layer() == TableContract.Layer.BI || BOTH.contains(t))
        .toList();
  }

  /** The contract of a name, if there is such a table. */
  public static Optional<TableContract> named(String name) {
    return ALL.stream().filter(t -> t.name().equals(name)).findFirst();
  }
}
