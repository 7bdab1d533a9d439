package org.orderpaper.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house rules: who may use whom. The table is the one in CONTRIBUTING.md. */
class ArchitectureTest {

  private static final String ROOT = "org.orderpaper";

  private static final Set<String> STAGES =
      Set.of("model", "extract", "segment", "rules", "report", "archive");

  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "model", Set.of(),
          "extract", Set.of("model"),
          "segment", Set.of("model"),
          "rules", Set.of("model"),
          "report", Set.of("model"),
          "archive", Set.of("model"),
          "scan", STAGES,
          "cli", Set.of("scan", "archive", "rules", "report", "model"));

  /** Files, clocks, networks and loggers: what a pure core does without. */
  private static final String[] OUTSIDE_WORLD = {
    "java.nio.file..", "java.net..", "org.slf4j..", "java.util.logging.."
  };

  /** The part of {@code rules} that reads files; the rest of the package is pure. */
  private static final String RULE_LOADING = "org.orderpaper.rules.(RuleBookLoader|YamlFile).*";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void packagesUseOnlyWhatTheTableAllows() {
    Set<String> offences = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      Set<String> allowed = MAY_USE.getOrDefault(packageOf(from), Set.of());
      from.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith(ROOT + "."))
          .filter(target -> !packageOf(target).equals(packageOf(from)))
          .filter(target -> !allowed.contains(packageOf(target)))
          .forEach(target -> offences.add(from.getName() + " uses " + target.getName()));
    }
    assertThat(offences).isEmpty();
    assertThat(CLASSES.stream().map(ArchitectureTest::packageOf))
        .as("every package stands in the table")
        .allMatch(MAY_USE::containsKey);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() throws ClassNotFoundException {
    for (String stage : MAY_USE.keySet()) {
      Class<?> front = Class.forName(ROOT + "." + stage + ".package-info");
      assertThat(front.isAnnotationPresent(NullMarked.class)).as(stage).isTrue();
    }
  }

  @Test
  void theCoreKnowsNoFilesNoClockNoNetworkAndNoLogger() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".model..", ROOT + ".segment..", ROOT + ".report..", ROOT + ".rules..")
        .and()
        .haveNameNotMatching(RULE_LOADING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(OUTSIDE_WORLD)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(CLASSES);
  }

  @Test
  void onlyExtractionKnowsTikaAndOnlyTheArchiveOpensAnIndex() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".extract..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.tika..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".archive..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org.apache.lucene.(store.*|index.(IndexWriter|DirectoryReader))")
        .check(CLASSES);
  }

  private static String packageOf(JavaClass type) {
    return type.getPackageName().substring(ROOT.length() + 1);
  }
}
