package vn.gdnn.newswire.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room may know what. */
@AnalyzeClasses(packages = "vn.gdnn.newswire.ingest", importOptions = DoNotIncludeTests.class)
class RoomsTest {

  private static final String ROOT = "vn.gdnn.newswire.ingest.";

  @ArchTest
  void roomsFormNoCycles(JavaClasses classes) {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
  }

  @ArchTest
  static final ArchRule onlyEmitKnowsKafka =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "emit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.springframework.kafka..",
              "org.springframework.cloud..",
              "vn.gdnn.newswire.delivery..");

  @ArchTest
  static final ArchRule rulesAreFreeOfSpringAndInputOutput =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "text..", ROOT + "structure..", ROOT + "article..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "jakarta..",
              "java.io..",
              "java.nio.file..",
              "java.net.http..",
              "io.micrometer..",
              ROOT + "source..",
              ROOT + "desk..",
              ROOT + "emit..",
              ROOT + "access..",
              ROOT + "status..",
              ROOT + "problem..",
              "vn.gdnn.newswire.http..");

  @ArchTest
  static final ArchRule textKnowsNothingOfArticles =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "structure..", ROOT + "article..", "vn.gdnn.newswire.events..");

  @ArchTest
  static final ArchRule structureKnowsNothingOfChecks =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "structure..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "article..");
}
