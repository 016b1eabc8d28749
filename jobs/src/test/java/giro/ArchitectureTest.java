package giro;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.spark.sql.SparkSession;

/** Who may know whom. A room that breaks a rule here has taken over somebody else's work. */
@AnalyzeClasses(packages = "giro", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] STAGES = {
    "giro.ingest..",
    "giro.identity..",
    "giro.journey..",
    "giro.moment..",
    "giro.metric..",
    "giro.publish..",
    "giro.report.."
  };

  @ArchTest
  static final ArchRule roomsDoNotGoRoundInCircles =
      slices().matching("giro.(**)").should().beFreeOfCycles();

  @ArchTest
  static void stagesMeetInTablesOnly(JavaClasses all) {
    for (String stage : STAGES) {
      noClasses()
          .that()
          .resideInAPackage(stage)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(STAGES).and(resideOutsideOfPackages(stage)).as("another stage"))
          .because("stages hand over through tables, and app wires them")
          .check(all);
    }
  }

  @ArchTest
  static final ArchRule nobodyKnowsApp =
      noClasses()
          .that()
          .resideOutsideOfPackage("giro.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("giro.app..");

  @ArchTest
  static final ArchRule onlyAppKnowsConfiguration =
      noClasses()
          .that()
          .resideOutsideOfPackages("giro.app..", "giro.config..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("giro.config..");

  @ArchTest
  static final ArchRule theLakeKnowsTablesOnly =
      noClasses()
          .that()
          .resideInAnyPackage("giro.lake..", "giro.quality..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STAGES);

  @ArchTest
  static final ArchRule theModelKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("giro.model..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("giro..").and(resideOutsideOfPackages("giro.model..")));

  @ArchTest
  static final ArchRule theDomainKnowsNoSpark =
      noClasses()
          .that()
          .resideInAnyPackage("giro.model.domain..", "giro.model.measure..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule theDomainKnowsNoTables =
      noClasses()
          .that()
          .resideInAnyPackage("giro.model.domain..", "giro.model.measure..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("giro.model.table..");

  @ArchTest
  static final ArchRule theSimulatorKnowsModelAndEventSchemasOnly =
      noClasses()
          .that()
          .resideInAPackage("giro.simulate..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("giro..")
                  .and(
                      resideOutsideOfPackages("giro.simulate..", "giro.model..", "giro.schema..")));

  @ArchTest
  static final ArchRule onlyTheSimulatorWritesByEventSchemas =
      noClasses()
          .that()
          .resideOutsideOfPackages("giro.simulate..", "giro.schema..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("giro.schema..");

  @ArchTest
  static final ArchRule onlyConfigReadsConfiguration =
      noClasses()
          .that()
          .resideOutsideOfPackages("giro.config..", "giro.simulate..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.typesafe.config..");

  @ArchTest
  static final ArchRule onlyTheLakeKnowsItsFormat =
      noClasses()
          .that()
          .resideOutsideOfPackage("giro.lake..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.delta..");

  @ArchTest
  static final ArchRule onlyAppStartsASession =
      noClasses()
          .that()
          .resideOutsideOfPackage("giro.app..")
          .should()
          .callMethod(SparkSession.class, "builder");

  @ArchTest
  static final ArchRule everythingHasARoom =
      classes().that().resideInAPackage("giro..").should().resideInAPackage("giro.*..");
}
