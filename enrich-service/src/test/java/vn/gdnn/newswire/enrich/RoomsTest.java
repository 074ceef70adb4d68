package vn.gdnn.newswire.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room may know which. */
@AnalyzeClasses(
    packages = "vn.gdnn.newswire.enrich",
    importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

  private static final String ROOT = "vn.gdnn.newswire.enrich";

  @ArchTest final ArchRule peopleKnowNoOtherTagger = isolated("person", "unit", "plan", "office");

  @ArchTest
  static final ArchRule unitsKnowNoOtherTagger = isolated("unit", "person", "plan", "office");

  @ArchTest
  static final ArchRule plansKnowNoOtherTagger = isolated("plan", "person", "unit", "office");

  @ArchTest
  static final ArchRule theGazetteerDecidesNothing =
      isolated("gazetteer", "person", "unit", "plan", "office", "tag");

  @ArchTest
  static final ArchRule textKnowsNothingOfTags =
      classes()
          .that()
          .resideInAPackage(ROOT + ".vietnamese")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(ROOT + ".vietnamese", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule tablesKnowNothingOfWhatTheyHold =
      classes()
          .that()
          .resideInAPackage(ROOT + ".table")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(ROOT + ".table", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule taggingKnowsNeitherSpringNorKafka =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".vietnamese",
              ROOT + ".table",
              ROOT + ".gazetteer",
              ROOT + ".person",
              ROOT + ".unit",
              ROOT + ".plan",
              ROOT + ".office",
              ROOT + ".tag",
              ROOT + ".score")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.kafka..",
              "io.micrometer..",
              "vn.gdnn.newswire.delivery..",
              "vn.gdnn.newswire.http..");

  private static ArchRule isolated(String room, String... others) {
    String[] packages = new String[others.length];
    for (int i = 0; i < others.length; i++) {
      packages[i] = ROOT + "." + others[i];
    }
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }
}
