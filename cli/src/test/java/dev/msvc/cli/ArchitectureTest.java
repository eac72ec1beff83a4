package dev.msvc.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;

/** The rules of the architecture, each with its reason. */
@AnalyzeClasses(packages = "dev.msvc", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule modulesPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("dev.msvc.cli..")
          .layer("analyzers")
          .definedBy("dev.msvc.analyzers..")
          .layer("generators")
          .definedBy("dev.msvc.generators..")
          .layer("cluster")
          .definedBy("dev.msvc.cluster..")
          .layer("model")
          .definedBy("dev.msvc.model..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("analyzers")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("generators")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cluster")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("cli", "analyzers", "generators", "cluster")
          .because("siblings that know each other cannot be changed, tested or left out alone");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("dev.msvc.(**)")
          .should()
          .beFreeOfCycles()
          .because("a cycle is one package that pretends to be two");

  @ArchTest
  static final ArchRule picocliIsAtHomeInCli =
      onlyIn("picocli..", "dev.msvc.cli..", "what a user types is known to the command line only");

  @ArchTest
  static final ArchRule jacksonIsAtHomeInModelYaml =
      onlyIn(
          "com.fasterxml.jackson..",
          "dev.msvc.model.yaml..",
          "formats are promises, and are kept in one place");

  @ArchTest
  static final ArchRule freemarkerIsAtHomeInGeneratorsTemplate =
      onlyIn("freemarker..", "dev.msvc.generators.template..", "escaping is decided in one place");

  @ArchTest
  static final ArchRule fabric8IsAtHomeInCluster =
      onlyIn("io.fabric8..", "dev.msvc.cluster..", "nothing else may reach a cluster");

  @ArchTest
  static final ArchRule vertxIsAtHomeInCluster =
      onlyIn("io.vertx..", "dev.msvc.cluster..", "nothing else may reach a cluster or a proxy");

  @ArchTest
  static final ArchRule betaFunctionsAreAtHomeInGates =
      onlyIn(
          "org.apache.commons.numbers..",
          "dev.msvc.cluster.gate..",
          "what is certain is worked out in one place");

  @ArchTest
  static final ArchRule jdbcIsAtHomeInClusterData =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.msvc.cluster.data..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
          .because("what opens databases keeps their secrets, and only reads");

  @ArchTest
  static final ArchRule javaParserIsAtHomeInAnalyzers =
      onlyIn(
          "com.github.javaparser..",
          "dev.msvc.analyzers..",
          "trees of source are dropped once their facts are taken");

  @ArchTest
  static final ArchRule sqlParserIsAtHomeInAnalyzers =
      onlyIn(
          "net.sf.jsqlparser..", "dev.msvc.analyzers..", "others see accesses, and not statements");

  @ArchTest
  static final ArchRule jgitIsAtHomeInHistoryTheMergeAndCommits =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "dev.msvc.analyzers.history..",
                      "dev.msvc.generators.merge..",
                      "dev.msvc.cluster.git..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.jgit..")
          .because(
              "history is read in one place, texts are merged in one other, and the steps of a"
                  + " shift are committed in a third");

  @ArchTest
  static final ArchRule modelTouchesNoDiscAndNoNetwork =
      noClasses()
          .that()
          .resideInAPackage("dev.msvc.model..")
          .should()
          .dependOnClassesThat(
              describe(
                  "reach disc or network",
                  type ->
                      type.isEquivalentTo(Files.class)
                          || type.isEquivalentTo(File.class)
                          || type.isEquivalentTo(FileInputStream.class)
                          || type.isEquivalentTo(FileOutputStream.class)
                          || type.isEquivalentTo(RandomAccessFile.class)
                          || type.isEquivalentTo(FileChannel.class)
                          || type.isEquivalentTo(Socket.class)
                          || type.isEquivalentTo(URL.class)
                          || type.getPackageName().startsWith("java.net.http")))
          .because("records that read files cannot be made up in a test");

  @ArchTest
  static final ArchRule generatorsWriteNothing =
      noClasses()
          .that()
          .resideInAPackage("dev.msvc.generators..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Files.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(File.class)
          .because("a plan can be shown before anything is written");

  @ArchTest
  static final ArchRule onlyTheWorkspaceWrites =
      noClasses()
          .that()
          .resideInAPackage("dev.msvc.cli..")
          .and(
              not(
                  simpleName("Workspace")
                      .or(simpleName("FolderWrite"))
                      .or(simpleName("FolderJournal"))))
          .should()
          .callMethodWhere(
              describe(
                  "writes to the disc",
                  call ->
                      call.getTargetOwner().isEquivalentTo(Files.class)
                          && call.getName()
                              .matches(
                                  "write.*|create.*|delete.*|move|copy|newBufferedWriter|set.*")))
          .because("one class keeps files whole, stays in its folder and follows no links");

  @ArchTest
  static final ArchRule onlyMainTouchesTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.msvc.cli.Msvc")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .because("commands run in process, in tests, with writers of their own");

  @ArchTest
  static final ArchRule nothingRunsInParallelStreams =
      noClasses()
          .should()
          .callMethodWhere(target(nameMatching("parallel|parallelStream")))
          .because(
              "whoever waits for a parallel stream waits for ever if its thread runs out of memory;"
                  + " Workers say so");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Util")
          .andShould()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Manager")
          .andShould()
          .haveSimpleNameNotEndingWith("Impl")
          .because("a name that could be anything's tells nothing");

  private static ArchRule onlyIn(String library, String home, String reason) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because(reason);
  }
}
