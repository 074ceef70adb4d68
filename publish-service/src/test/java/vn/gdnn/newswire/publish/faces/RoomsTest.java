package vn.gdnn.newswire.publish.faces;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "vn.gdnn.newswire.publish",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

  private RoomsTest() {}

  private static final String[] FACES = {
    "..publish.feed..",
    "..publish.page..",
    "..publish.api..",
    "..publish.directory..",
    "..publish.desk..",
    "..publish.web..",
    "..publish.prose.."
  };

  @ArchTest
  static final ArchRule formatsDoNotKnowOneAnother =
      slices().matching("..publish.feed.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule aFeedDoesNotKnowItsFormats =
      noClasses()
          .that()
          .resideInAPackage("..publish.feed")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..feed.rss..", "..feed.atom..", "..feed.jsonfeed..");

  @ArchTest
  static final ArchRule facesReadNewsAndNothingBehindIt =
      noClasses()
          .that()
          .resideInAnyPackage(FACES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..publish.mongo..",
              "..publish.keeper..",
              "..publish.journey..",
              "..publish.writing..",
              "..publish.revision..",
              "com.mongodb..",
              "org.bson..",
              "org.apache.kafka..",
              "..newswire.delivery..");

  @ArchTest
  static final ArchRule theReadershipKnowsNoStoreAndNoOtherFace =
      noClasses()
          .that()
          .resideInAPackage("..publish.readership..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..publish.mongo..",
              "..publish.keeper..",
              "..publish.page..",
              "..publish.api..",
              "com.mongodb..",
              "org.bson..");

  @ArchTest
  static final ArchRule nothingBehindKnowsTheFaces =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..publish.document..",
              "..publish.reading..",
              "..publish.mongo..",
              "..publish.keeper..",
              "..publish.writing..",
              "..publish.revision..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FACES)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule proseKnowsNoWeb =
      noClasses()
          .that()
          .resideInAPackage("..publish.prose..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "jakarta..", "..publish.web..");

  @ArchTest
  static final ArchRule pushKnowsNeitherStoreNorLog =
      noClasses()
          .that()
          .resideInAPackage("..publish.push..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..publish.mongo..",
              "..publish.page..",
              "..publish.writing..",
              "..publish.revision..",
              "com.mongodb..",
              "org.bson..",
              "org.apache.kafka..",
              "..newswire.delivery..");

  @ArchTest
  static final ArchRule requestsToOthersKnowNothingOfNews =
      noClasses()
          .that()
          .resideInAPackage("..publish.push.outbound..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..publish.reading..", "..publish.api..", "..publish.push");

  @ArchTest
  static final ArchRule webhooksAndHubsDoNotKnowOneAnother =
      slices().matching("..publish.push.(webhook|websub)..").should().notDependOnEachOther();
}
